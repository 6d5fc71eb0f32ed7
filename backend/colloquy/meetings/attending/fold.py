"""Who came, as the state of a meeting has it."""

from typing import Any
from uuid import UUID

from colloquy.meetings.attending.events import Attended
from colloquy.meetings.facts import Attendee, Changes, Fact, Steps


class AttendingPart(Fact):
    """Everybody who came, whether they are still here or not."""

    people: dict[UUID, Attendee]


BEGINNING: dict[str, Any] = {"people": {}}


def _attend(state: AttendingPart, event: Attended) -> Changes:
    return {"people": state.people | {event.attendee.id: event.attendee}}


STEPS: Steps = {
    "attended": _attend,
}
