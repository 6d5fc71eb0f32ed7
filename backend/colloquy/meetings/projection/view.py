"""What the log of a meeting says on its wall: a pure function of the folded state."""

from datetime import datetime

from colloquy.meetings.polling.fold import PollState
from colloquy.meetings.projection.schemas import (
    WallPoint,
    WallSmallGroups,
    WallSpeaker,
    WallView,
)
from colloquy.meetings.state import LiveState


def project(state: LiveState, *, shows_hands: bool) -> WallView:
    """The wall of a meeting in this state."""
    shown = state.shown
    places = [item.id for item in state.agenda]
    speaker = state.people.get(state.floor.member_id) if state.floor else None
    return WallView(
        phase=state.phase,
        started_at=state.started_at,
        ended_at=state.ended_at,
        paused_at=state.paused_at,
        paused_ms=state.paused_ms,
        agenda=[
            WallPoint(
                id=item.id,
                title=item.title,
                minutes=item.minutes,
                is_skipped=item.id in state.skipped,
            )
            for item in state.agenda
        ],
        shown=places.index(shown.item_id) if shown and shown.item_id in places else None,
        shown_ms=shown.clock_ms if shown else 0,
        speaker=WallSpeaker(name=speaker.name, since=state.floor.since)
        if speaker and state.floor
        else None,
        hands=len(state.hands) if shows_hands else None,
        poll=_poll(state),
        small_groups=_small_groups(state),
        is_recorded=state.recording is not None,
    )


def _small_groups(state: LiveState) -> WallSmallGroups | None:
    division = state.division
    if division is None or division.recalled_at or not division.sent_at or not division.ends_at:
        return None
    return WallSmallGroups(
        sent_at=division.sent_at,
        ends_at=division.ends_at,
        cards=[group.card.title for group in division.groups],
    )


def _poll(state: LiveState) -> PollState | None:
    """The open poll, or the last one of what is on show.

    A result leaves the wall with its point, or when the room went to its small groups after it.
    """
    if state.open_poll:
        return state.open_poll
    if state.shown is None or not state.polls:
        return None
    last = state.polls[-1]
    is_of_this = last.item_id == state.shown.item_id or last.opened_at >= state.shown.since
    return last if is_of_this and not _went_out_since(state, last.opened_at) else None


def _went_out_since(state: LiveState, moment: datetime) -> bool:
    sent_at = state.division.sent_at if state.division else None
    return sent_at is not None and sent_at >= moment
