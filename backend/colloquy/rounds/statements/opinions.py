"""Opinion groups of a round: for those who may read them, once they may."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.kept import Kept
from colloquy.methods.opinion import Opinions
from colloquy.methods.opinion.groups import ENOUGH_VOTES
from colloquy.rounds import messages, policy, queries
from colloquy.rounds.models import ItemStanding, Round, RoundItem, RoundState
from colloquy.rounds.respondents import own_respondents
from colloquy.rounds.showing import brief_of
from colloquy.rounds.statements import queries as statement_queries
from colloquy.rounds.statements.opinion_analysis import Analysis, Sought, analyse
from colloquy.rounds.statements.opinion_figures import Showing, count, show_groups
from colloquy.rounds.statements.opinion_schemas import (
    GroupsReading,
    LeftOut,
    RoundOpinions,
    VotedStatement,
)
from colloquy.studies.models import Study
from colloquy.studies.queries import groups as read_groups

Standing = tuple[tuple[UUID, ...], int, datetime | None, Sought]
"""The statements that count, how many votes there are, when the last was saved, what is sought."""

_analyses: Kept[Standing, Analysis] = Kept(at_most=32)


async def read_opinions(
    session: AsyncSession, actor: Actor, study: Study, round_: Round, minimum: int
) -> RoundOpinions:
    """Opinion groups and what they say, after the close or in a real-time round.

    The number of queries does not grow with people or statements, and votes that have not changed
    are not read again.
    """
    statements = await statement_queries.shown_statements(session, round_.id)
    own = await own_respondents(session, [round_], actor.member_id)
    await _refuse_unless_readable(session, actor, round_, own, len(statements))
    sought = Sought(minimum, study.suppress_below)
    found = await _analyse(session, round_, statements, sought)
    written = await statement_queries.panel_statements(session, round_.id)
    asked = (await queries.group_ids(session, [round_.id]))[round_.id]
    groups = [str(group.id) for group in await read_groups(session, study.id) if group.id in asked]
    grouping = found.opinion.grouping if found.opinion else None
    return RoundOpinions(
        **brief_of(round_, now()).model_dump(),
        suppress_below=sought.threshold,
        minimum=minimum,
        enough=found.enough,
        people=found.people,
        placed=len(grouping.places) if grouping else 0,
        left_out=_left_out(found, written),
        statements=_voted(statements, found),
        agreed=_known(found.whole.consensus.agree if found.whole else []),
        disagreed=_known(found.whole.consensus.disagree if found.whole else []),
        refusal=found.refusal,
        silhouette=grouping.silhouette if grouping else None,
        bound=grouping.least_silhouette if grouping else None,
        opinion=_show_opinion(found, own, sought),
        stakeholder=_show_stakeholder(found, own, sought, groups),
    )


async def _refuse_unless_readable(
    session: AsyncSession, actor: Actor, round_: Round, own: frozenset[str], statements: int
) -> None:
    moment = now()
    if policy.state_at(round_, moment) == RoundState.CLOSED:
        return
    until = f" It closes on {messages.when(round_.closes_at)}." if round_.closes_at else ""
    if not round_.is_real_time:
        raise Conflict(f"Nobody sees opinion groups before the round has closed.{until}")
    if policy.sees_the_work(actor):
        return
    needed = min(ENOUGH_VOTES, statements)
    voted = len(await statement_queries.voted_by(session, round_.id, own))
    if voted < needed:
        raise Conflict(
            f"You see the opinion groups once you have voted on {needed} statements, so that they "
            f"do not sway you. So far you have voted on {voted}."
        )


async def _analyse(
    session: AsyncSession, round_: Round, statements: Sequence[RoundItem], sought: Sought
) -> Analysis:
    """The analysis of the votes as they stand: kept, since a closed round does not change."""
    votes, latest = await statement_queries.votes_stand(session, round_.id)
    key = (tuple(item.id for item in statements), votes, latest, sought)
    known = _analyses.find(key)
    if known:
        return known
    cast = await statement_queries.votes(session, round_.id)
    return await _analyses.work_out(key, lambda: analyse(cast, sought))


def _show_opinion(found: Analysis, own: frozenset[str], sought: Sought) -> GroupsReading | None:
    if found.opinion is None:
        return None
    mine = _group_of(found.opinion, own)
    showing = Showing(list(found.opinion.groups), sought.threshold, mine)
    return show_groups(found.opinion, found.places, showing)


def _show_stakeholder(
    found: Analysis, own: frozenset[str], sought: Sought, keys: Sequence[str]
) -> GroupsReading | None:
    if found.stakeholder is None:
        return None
    mine = _group_of(found.stakeholder, own)
    return show_groups(found.stakeholder, {}, Showing(keys, sought.threshold, mine))


def _group_of(found: Opinions, own: frozenset[str]) -> str | None:
    return next((name for name, people in found.groups.items() if not own.isdisjoint(people)), None)


def _left_out(found: Analysis, written: Sequence[RoundItem]) -> LeftOut:
    grouping = found.opinion.grouping if found.opinion else None
    return LeftOut(
        people=len(grouping.left_out) if grouping else 0,
        refused=sum(item.standing == ItemStanding.REFUSED for item in written),
        waiting=sum(item.standing == ItemStanding.WAITING for item in written),
    )


def _voted(statements: Sequence[RoundItem], found: Analysis) -> list[VotedStatement]:
    figures = found.whole.statements if found.whole else {}
    return [
        VotedStatement(
            item_id=item.id,
            text=item.statement,
            is_by_panel=item.author_id is not None,
            votes=count(figures[str(item.id)].votes),
        )
        for item in statements
        if str(item.id) in figures
    ]


def _known(names: Sequence[str]) -> list[UUID]:
    return [UUID(name) for name in names]
