"""The hands of a meeting in the order in which they come to speak."""

from uuid import UUID

from colloquy.meetings.state import LiveState
from colloquy.methods.queue import Asked, speaking_order


def speakers_to_come(state: LiveState) -> list[UUID]:
    """Whose turn comes when; the browser works out the same in `features/meetings/queue.ts`."""
    order = speaking_order(
        [Asked(str(hand.member_id), hand.kind) for hand in state.hands],
        {
            str(person.id): str(person.group_id) if person.group_id else None
            for person in state.people.values()
        },
        {str(member_id): spoken for member_id, spoken in state.spoken.items()},
        is_balanced=state.queue == "balanced",
    )
    return [UUID(one.person) for one in order]
