"""The polls of a meeting and what came of them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from colloquy.meetings.facts import Changes, Fact, Steps
from colloquy.meetings.polling.events import (
    PollClosed,
    PollOpened,
    PollQuestion,
    PollReleased,
    PollResult,
)


class PollState(PollQuestion):
    """A question, whether it can be voted on, and what came of it once that is shown."""

    opened_at: datetime
    closed_at: datetime | None
    released_at: datetime | None
    voted: int | None
    has_quorum: bool | None
    result: PollResult | None


class PollingPart(Fact):
    """Every poll of the meeting, in the order in which they were opened."""

    polls: list[PollState]

    @property
    def open_poll(self) -> PollState | None:
        """The poll that can be voted on."""
        return next((poll for poll in self.polls if poll.closed_at is None), None)

    def poll(self, poll_id: UUID) -> PollState | None:
        """The poll with this id."""
        return next((poll for poll in self.polls if poll.id == poll_id), None)


BEGINNING: dict[str, Any] = {"polls": []}


def _open_poll(state: PollingPart, event: PollOpened) -> Changes:
    poll = PollState(
        **event.poll.model_dump(),
        opened_at=event.at,
        closed_at=None,
        released_at=None,
        voted=None,
        has_quorum=None,
        result=None,
    )
    return {"polls": [*state.polls, poll]}


def _close_poll(state: PollingPart, event: PollClosed) -> Changes:
    return _change(
        state,
        event.poll_id,
        {"closed_at": event.at, "voted": event.voted, "has_quorum": event.has_quorum},
    )


def _release_poll(state: PollingPart, event: PollReleased) -> Changes:
    return _change(state, event.poll_id, {"released_at": event.at, "result": event.result})


def _change(state: PollingPart, poll_id: UUID, changes: Changes) -> Changes:
    return {
        "polls": [
            poll.model_copy(update=changes) if poll.id == poll_id else poll for poll in state.polls
        ]
    }


STEPS: Steps = {
    "poll_opened": _open_poll,
    "poll_closed": _close_poll,
    "poll_released": _release_poll,
}
