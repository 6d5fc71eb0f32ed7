"""The polls of a meeting and what came of them."""

from datetime import datetime
from typing import Any

from colloquy.meetings.facts import Changes, Fact, Steps
from colloquy.meetings.polling.events import PollClosed, PollOpened, PollQuestion, PollResult


class PollState(PollQuestion):
    """A question, whether it can be voted on, and what came of it."""

    opened_at: datetime
    closed_at: datetime | None
    result: PollResult | None


class PollingPart(Fact):
    """Every poll of the meeting, in the order in which they were opened."""

    polls: list[PollState]

    @property
    def open_poll(self) -> PollState | None:
        """The poll that can be voted on."""
        return next((poll for poll in self.polls if poll.closed_at is None), None)


BEGINNING: dict[str, Any] = {"polls": []}


def _open_poll(state: PollingPart, event: PollOpened) -> Changes:
    poll = PollState(**event.poll.model_dump(), opened_at=event.at, closed_at=None, result=None)
    return {"polls": [*state.polls, poll]}


def _close_poll(state: PollingPart, event: PollClosed) -> Changes:
    closed = {"closed_at": event.at, "result": event.result}
    return {
        "polls": [
            poll.model_copy(update=closed) if poll.id == event.poll_id else poll
            for poll in state.polls
        ]
    }


STEPS: Steps = {
    "poll_opened": _open_poll,
    "poll_closed": _close_poll,
}
