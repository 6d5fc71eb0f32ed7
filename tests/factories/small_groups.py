"""Small groups of a meeting, and people who write in their notes as a browser's Yjs would."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from httpx import Response
from pycrdt import Doc, Text

from tests.factories.meetings import Meeting, a_running_meeting
from tests.factories.studies import Person, Study
from tests.support.lab import ok


async def make_small_groups(meeting: Meeting, people: Sequence[Person], **changes: Any) -> int:
    """Two balanced small groups, one on a mechanism, one on a question of its own."""
    body: dict[str, Any] = {
        "how": "balanced",
        "groups": [{"item_id": meeting.items[0]["id"]}, {"question": "What is missing?"}],
        "member_ids": [str(person.id) for person in people],
        **changes,
    }
    return await meeting.act(meeting.study.chair, "make_small_groups", **body)


async def division_of(meeting: Meeting) -> dict[str, Any]:
    """The newest division, as the chair sees it."""
    return (await meeting.state(meeting.study.chair))["state"]["divisions"][-1]


async def small_group_ids(meeting: Meeting) -> list[str]:
    """The small groups in order."""
    return [group["id"] for group in (await division_of(meeting))["groups"]]


async def small_group_of(meeting: Meeting, person: Person) -> str:
    """The small group that somebody is in."""
    groups = (await division_of(meeting))["groups"]
    return next(group["id"] for group in groups if str(person.id) in group["member_ids"])


async def a_meeting_in_small_groups(study: Study, **changes: Any) -> Meeting:
    """A running meeting whose first two panel members are out, in a small group each."""
    meeting = await a_running_meeting(study)
    people = study.panel[:2]
    for person in people:
        await meeting.act(person, "raise_hand")
    groups = [
        {"item_id": meeting.items[0]["id"], "member_ids": [str(people[0].id)]},
        {"question": "What is missing?", "member_ids": [str(people[1].id)]},
    ]
    await make_small_groups(
        meeting, [], **({"how": "by_hand", "groups": groups, "member_ids": []} | changes)
    )
    await meeting.act(study.chair, "send_out", minutes=15)
    return meeting


def packed(data: bytes) -> str:
    """Bytes as they travel."""
    return urlsafe_b64encode(data).decode()


def unpacked(text: str) -> bytes:
    """Bytes as they were before they travelled."""
    return urlsafe_b64decode(text)


@dataclass
class Writer:
    """Somebody with a note open: what they have of it, and what they have not sent."""

    meeting: Meeting
    person: Person
    small_group_id: str
    unsent: list[bytes] = field(default_factory=list[bytes])

    def __post_init__(self) -> None:
        self._doc: Doc[Text] = Doc()
        self._text = self._doc.get("note", type=Text)
        self._is_hearing = False
        self._watching = self._doc.observe(
            lambda event: None if self._is_hearing else self.unsent.append(event.update)
        )

    @property
    def path(self) -> str:
        return f"{self.meeting.path}/small-groups/{self.small_group_id}/note"

    @property
    def text(self) -> str:
        return str(self._text)

    @property
    def state_vector(self) -> bytes:
        return self._doc.get_state()

    def type(self, words: str, at: int | None = None) -> None:
        """Write on one's own screen; nothing is sent yet."""
        self._text.insert(len(self._text) if at is None else at, words)

    def erase(self, start: int, end: int) -> None:
        del self._text[start:end]

    def hear(self, update: bytes) -> None:
        """Take in what others wrote."""
        self._is_hearing = True
        self._doc.apply_update(update)
        self._is_hearing = False

    async def try_to_send(self, update: bytes | None = None, **changes: Any) -> Response:
        """Send the oldest addition not sent; the answer may be a refusal."""
        given = self.unsent[0] if update is None else update
        body = {"update": packed(given), "state_vector": packed(b"\0"), **changes}
        return await self.person.client.post(self.path, json=body)

    async def send(self) -> dict[str, Any]:
        """Send everything not sent yet; answers the last acknowledgement."""
        kept: dict[str, Any] = {}
        while self.unsent:
            kept = ok(await self.try_to_send()).json()
            del self.unsent[0]
        return kept

    async def write(self, words: str) -> dict[str, Any]:
        """Write and send."""
        self.type(words)
        return await self.send()

    async def try_to_read(self) -> Response:
        return await self.person.client.get(self.path, params={"have": packed(self.state_vector)})

    async def read(self) -> dict[str, Any]:
        """Fetch what is missing."""
        read = ok(await self.try_to_read()).json()
        self.hear(unpacked(read["update"]))
        return read
