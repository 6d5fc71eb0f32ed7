"""Who is here: marks that fade by themselves, so that a process that dies takes nobody's place."""

from collections.abc import Iterable
from uuid import UUID

from colloquy.core.hub import Hub
from colloquy.meetings.attending.events import Present
from colloquy.meetings.envelope import Envelope, channel

FADES_AFTER_SECONDS = 45.0
CHANGED = "presence_changed"
"""The type of an envelope without a frame: somebody came or went."""


def place(meeting_id: UUID) -> str:
    """The name under which the hub keeps who is in a meeting."""
    return f"meeting:{meeting_id}:here"


async def who_is_here(hub: Hub, meeting_id: UUID) -> list[Present]:
    """Everybody with a connected browser, once, by name; away only if every browser of theirs is."""
    found: dict[UUID, Present] = {}
    for text in (await hub.marked(place(meeting_id))).values():
        present = Present.model_validate_json(text)
        other = found.get(present.id)
        found[present.id] = present if other is None or other.is_away else other
    return in_order(found.values())


def in_order(people: Iterable[Present]) -> list[Present]:
    """People as they are listed: by name."""
    return sorted(people, key=lambda one: (one.name.casefold(), one.id))


async def mark(hub: Hub, meeting_id: UUID, connection: str, present: Present) -> None:
    """Say that a browser is still here; to be said again before the mark fades."""
    await hub.mark(
        place(meeting_id), connection, present.model_dump_json(), seconds=FADES_AFTER_SECONDS
    )


async def tell_everybody(hub: Hub, meeting_id: UUID) -> None:
    """Have every process look at who is here now."""
    await hub.publish(channel(meeting_id), Envelope(0, CHANGED, "", "").pack())
