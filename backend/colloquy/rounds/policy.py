"""Rules about rounds that are more than a role's permission."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.rounds.models import Round, RoundState


def state_at(round_: Round, moment: datetime) -> RoundState:
    """The state everybody is told: a window that has passed is closed, whatever the row says."""
    state = RoundState(round_.state)
    if state == RoundState.OPEN and round_.closes_at and round_.closes_at <= moment:
        return RoundState.CLOSED
    return state


def ended_at(round_: Round, moment: datetime) -> datetime | None:
    """When a closed round ended; None while it has not."""
    if state_at(round_, moment) != RoundState.CLOSED:
        return None
    return round_.closed_at or round_.closes_at


def sees_the_work(actor: Actor) -> bool:
    """The team sees drafts and the turnout."""
    return actor.may(Permission.ROUND_READ_PROGRESS)


def is_asked(actor: Actor, group_ids: Collection[UUID]) -> bool:
    """Those whom the round was put before: panel members of its groups."""
    return actor.may(Permission.ROUND_ANSWER) and actor.group_id in group_ids


def may_see_results(actor: Actor, group_ids: Collection[UUID]) -> bool:
    """After the close: the team and those who were asked. Before it nobody, see `state_at`."""
    return sees_the_work(actor) or is_asked(actor, group_ids)
