"""Rules about rounds that are more than a role's permission."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.errors import Conflict
from colloquy.rounds.models import Anonymity, Round, RoundState

USUAL_HOURS = 24
"""The least between two mails to one person where the round does not say."""

SAID = {
    RoundState.DRAFT: "a draft",
    RoundState.PILOT: "being tried out",
    RoundState.SCHEDULED: "set to open by itself",
    RoundState.OPEN: "open",
    RoundState.PAUSED: "paused",
    RoundState.CLOSED: "closed",
}


def state_at(round_: Round, moment: datetime) -> RoundState:
    """The state everybody is told: the clock opens and closes a round, whatever its row says."""
    state = RoundState(round_.state)
    if state == RoundState.SCHEDULED and round_.opens_at and round_.opens_at <= moment:
        state = RoundState.OPEN
    if state in (RoundState.OPEN, RoundState.PAUSED):
        last = shuts_at(round_)
        return RoundState.CLOSED if last and last <= moment else state
    return state


def shuts_at(round_: Round) -> datetime | None:
    """When the last late answer counts: the closing time and the grace after it."""
    if round_.closes_at is None:
        return None
    return round_.closes_at + timedelta(minutes=round_.grace_minutes)


def is_late_at(round_: Round, moment: datetime) -> bool:
    """True between the closing time and the end of the grace after it."""
    return round_.closes_at is not None and round_.closes_at <= moment


def ended_at(round_: Round, moment: datetime) -> datetime | None:
    """When a closed round ended; None while it has not."""
    if state_at(round_, moment) != RoundState.CLOSED:
        return None
    return round_.closed_at or round_.closes_at


def expect(round_: Round, moment: datetime, *wanted: RoundState, to: str) -> None:
    """Raise `Conflict` for a round in another state than those wanted: what was expected, what is."""
    came = state_at(round_, moment)
    if came not in wanted:
        expected = " or ".join(SAID[state] for state in wanted)
        raise Conflict(
            f"Only a round that is {expected} can be {to}; this one is {SAID[came]}. "
            "Nothing was changed."
        )


def is_put_before_panel(round_: Round, moment: datetime) -> bool:
    """Those who are asked know of a round once it has opened."""
    return state_at(round_, moment) in (RoundState.OPEN, RoundState.PAUSED, RoundState.CLOSED)


def pause_between_mails(round_: Round) -> timedelta:
    """The least between two mails about a round to one person."""
    return timedelta(hours=round_.remind_hours or USUAL_HOURS)


def may_be_reminded(round_: Round, reminded_at: datetime | None, moment: datetime) -> bool:
    """True for somebody who was not written to about the round too short a time ago."""
    # the mail that opened the round was the first that they had
    last = reminded_at or round_.opened_at or moment
    return last + pause_between_mails(round_) <= moment


def is_tried(round_: Round) -> bool:
    """True while named people try a round out and nobody else knows of it."""
    return round_.state == RoundState.PILOT


def is_unlinkable(round_: Round) -> bool:
    """True where nobody, the team included, may tell whose an answer is; a trial's are forgotten."""
    return round_.anonymity == Anonymity.UNLINKABLE and not is_tried(round_)


def sees_the_work(actor: Actor) -> bool:
    """The team sees drafts and the turnout."""
    return actor.may(Permission.ROUND_READ_PROGRESS)


def is_asked(actor: Actor, group_ids: Collection[UUID]) -> bool:
    """Those whom the round was put before: panel members of its groups."""
    return actor.may(Permission.ROUND_ANSWER) and actor.group_id in group_ids
