"""Everything that the minutes of a meeting are made of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from colloquy.meetings.record.blocks import LocalTime
from colloquy.meetings.record.schemas import MeetingVoice
from colloquy.meetings.record.told import Told

NO_GROUP = "In no group"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that minutes are made of; groups are names by id, in the study's order.

    Notes are paragraphs by the id of a small group, for the groups that were called back.
    """

    study: str
    title: str
    place: str
    planned_for: datetime | None
    told: Told
    groups: Mapping[str, str]
    stances: Counter[str]
    voice: MeetingVoice
    time: LocalTime
    notes: Mapping[str, Sequence[str]]

    def group_of(self, member_id: str) -> str:
        """The name of the group that a person was in when they came."""
        person = self.told.people.get(member_id, {})
        return self.groups.get(str(person.get("group_id")), NO_GROUP)

    def name_of(self, member_id: str) -> str:
        """The name that everybody in the meeting saw."""
        return self.told.people.get(member_id, {}).get("name", "Somebody who did not come")
