"""A meeting's state as a fold of its log; the browser does the same in `features/meetings/state.ts`.

Both are fed the recorded meeting of `tests/golden/meeting.json`.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import reduce
from typing import Any, Literal, TypeAlias
from uuid import UUID

from colloquy.meetings.messages import (
    AgendaItemAdded,
    AgendaPoint,
    AgendaSet,
    Attended,
    Attendee,
    CommentArrived,
    Fact,
    FloorEnded,
    FloorGiven,
    HandLowered,
    HandRaised,
    ItemPresented,
    LiveEvent,
    MeetingEnded,
    MeetingStarted,
    PollClosed,
    PollOpened,
    PollQuestion,
    PollResult,
)

Phase: TypeAlias = Literal["lobby", "live", "ended"]


class Shown(Fact):
    """The point that is on show, and since when."""

    item_id: UUID
    since: datetime


class Turn(Fact):
    """A person with a raised hand or with the floor, and since when."""

    member_id: UUID
    since: datetime


class PollState(PollQuestion):
    """A question, whether it can be voted on, and what came of it."""

    opened_at: datetime
    closed_at: datetime | None
    result: PollResult | None


class LiveState(Fact):
    """Everything the log says about a meeting now; `comments` counts by what they are about."""

    phase: Phase
    started_at: datetime | None
    ended_at: datetime | None
    agenda: list[AgendaPoint]
    shown: Shown | None
    floor: Turn | None
    hands: list[Turn]
    polls: list[PollState]
    people: dict[UUID, Attendee]
    comments: dict[UUID, int]

    def item(self, item_id: UUID) -> AgendaPoint | None:
        """The point of the agenda with this id."""
        return next((item for item in self.agenda if item.id == item_id), None)

    def has_hand(self, member_id: UUID) -> bool:
        """True when this person's hand is up."""
        return any(hand.member_id == member_id for hand in self.hands)

    @property
    def open_poll(self) -> PollState | None:
        """The poll that can be voted on."""
        return next((poll for poll in self.polls if poll.closed_at is None), None)


BEGINNING = LiveState(
    phase="lobby",
    started_at=None,
    ended_at=None,
    agenda=[],
    shown=None,
    floor=None,
    hands=[],
    polls=[],
    people={},
    comments={},
)

Changes: TypeAlias = dict[str, Any]


def fold(state: LiveState, event: LiveEvent) -> LiveState:
    """The state after one more event."""
    return state.model_copy(update=STEPS[event.type](state, event))


def fold_all(events: Iterable[LiveEvent]) -> LiveState:
    """The state after a whole log."""
    return reduce(fold, events, BEGINNING)


def _set_agenda(_state: LiveState, event: AgendaSet) -> Changes:
    return {"agenda": event.agenda}


def _start(state: LiveState, event: MeetingStarted) -> Changes:
    people = state.people | {attendee.id: attendee for attendee in event.present}
    return {"phase": "live", "started_at": event.at, "people": people}


def _attend(state: LiveState, event: Attended) -> Changes:
    return {"people": state.people | {event.attendee.id: event.attendee}}


def _add_item(state: LiveState, event: AgendaItemAdded) -> Changes:
    return {"agenda": [*state.agenda, event.item]}


def _present(_state: LiveState, event: ItemPresented) -> Changes:
    return {"shown": Shown(item_id=event.item_id, since=event.at)}


def _raise_hand(state: LiveState, event: HandRaised) -> Changes:
    if event.by is None:
        return {}
    return {"hands": [*state.hands, Turn(member_id=event.by, since=event.at)]}


def _lower_hand(state: LiveState, event: HandLowered) -> Changes:
    return {"hands": _without(state.hands, event.member_id)}


def _give_floor(state: LiveState, event: FloorGiven) -> Changes:
    return {
        "floor": Turn(member_id=event.member_id, since=event.at),
        "hands": _without(state.hands, event.member_id),
    }


def _end_floor(_state: LiveState, _event: FloorEnded) -> Changes:
    return {"floor": None}


def _open_poll(state: LiveState, event: PollOpened) -> Changes:
    poll = PollState(**event.poll.model_dump(), opened_at=event.at, closed_at=None, result=None)
    return {"polls": [*state.polls, poll]}


def _close_poll(state: LiveState, event: PollClosed) -> Changes:
    closed = {"closed_at": event.at, "result": event.result}
    return {
        "polls": [
            poll.model_copy(update=closed) if poll.id == event.poll_id else poll
            for poll in state.polls
        ]
    }


def _count_comment(state: LiveState, event: CommentArrived) -> Changes:
    count = state.comments.get(event.target_id, 0) + 1
    return {"comments": state.comments | {event.target_id: count}}


def _end(_state: LiveState, event: MeetingEnded) -> Changes:
    return {"phase": "ended", "ended_at": event.at, "floor": None, "hands": []}


def _without(turns: list[Turn], member_id: UUID) -> list[Turn]:
    return [turn for turn in turns if turn.member_id != member_id]


STEPS: dict[str, Callable[[LiveState, Any], Changes]] = {
    "agenda_set": _set_agenda,
    "meeting_started": _start,
    "attended": _attend,
    "agenda_item_added": _add_item,
    "item_presented": _present,
    "hand_raised": _raise_hand,
    "hand_lowered": _lower_hand,
    "floor_given": _give_floor,
    "floor_ended": _end_floor,
    "poll_opened": _open_poll,
    "poll_closed": _close_poll,
    "comment_arrived": _count_comment,
    "meeting_ended": _end,
}
