"""Statements that the panel writes in a round: sent in, shown to their author, taken back."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, FieldProblem, Gone, Invalid, NotFound
from colloquy.core.runtime import Runtime
from colloquy.methods.likeness import find_alike
from colloquy.methods.opinion.groups import ENOUGH_VOTES
from colloquy.rounds import messages, policy, queries
from colloquy.rounds.models import ItemKind, ItemStanding, Refusal, Round, RoundItem, RoundState
from colloquy.rounds.respondents import respondent_of
from colloquy.rounds.showing import brief_of
from colloquy.rounds.statements import queries as statement_queries
from colloquy.rounds.statements.order import queue_for
from colloquy.rounds.statements.schemas import (
    AlikeStatement,
    MyStatements,
    StatementIn,
    WrittenStatement,
)


async def read_my_statements(
    session: AsyncSession, actor: Actor, round_: Round, longest: int
) -> MyStatements:
    """What I have not voted on, in my order, and what became of what I wrote."""
    moment = now()
    shown = [item.id for item in await statement_queries.shown_statements(session, round_.id)]
    written = await statement_queries.panel_statements(session, round_.id, actor.member_id)
    is_open = policy.state_at(round_, moment) != RoundState.CLOSED
    respondent = await respondent_of(session, round_, actor.member_id) if is_open else ""
    return MyStatements(
        **brief_of(round_, moment).model_dump(),
        takes_statements=round_.takes_statements and is_open,
        policy=round_.statement_policy,
        longest=longest,
        enough=min(ENOUGH_VOTES, len(shown)),
        queue=await queue_for(session, round_, respondent, shown) if is_open else [],
        written=await _read_written(session, written, is_open=is_open),
        has_opinions=bool(shown) and (round_.is_real_time or not is_open),
    )


async def write_statement(
    session: AsyncSession, actor: Actor, round_: Round, given: StatementIn, runtime: Runtime
) -> RoundItem:
    """Take a statement in to wait for a moderator; sent again, it is written once."""
    if known := await _sent_before(session, actor, round_, given):
        return known
    await _refuse_unless_taken(session, round_)
    _refuse_too_long(given.text, runtime.settings.statement_length)
    await runtime.throttle.count(
        runtime.settings.statement_limit, "statement", str(actor.member_id)
    )
    item = RoundItem(
        round_id=round_.id,
        position=await queries.next_position(session, round_.id),
        kind=ItemKind.STATEMENT,
        statement=given.text,
        author_id=actor.member_id,
        standing=ItemStanding.WAITING,
        client_id=given.client_id,
    )
    try:
        async with session.begin_nested():
            session.add(item)
            await session.flush()
    except IntegrityError:  # the same statement came twice at once, and the other was first
        known = await _sent_before(session, actor, round_, given)
        if known is None:
            raise
        return known
    # the round, not the statement: the log says that somebody wrote, never what
    record(session, actor, "round:statement:written", round_.id)
    return item


async def take_back(session: AsyncSession, actor: Actor, round_: Round, item_id: UUID) -> None:
    """Let an author take a statement back, until somebody has voted on it."""
    item = await statement_queries.panel_statement(session, round_.id, item_id)
    if item is None or item.author_id != actor.member_id:
        raise NotFound("There is no such statement of yours in this round.")
    await statement_queries.hold_questions(session, item.id)
    votes = await statement_queries.count_votes_on(session, [item.id])
    if votes[item.id]:
        raise Conflict(
            "Somebody has voted on your statement, so it stays as it is. "
            "You can write another that says it better."
        )
    await session.delete(item)
    record(session, actor, "round:statement:taken-back", round_.id)


async def find_alike_statements(
    session: AsyncSession, round_: Round, words: str
) -> list[AlikeStatement]:
    """Statements that stand before the panel and say nearly the same, the nearest first."""
    shown = {
        item.id: item.statement
        for item in await statement_queries.shown_statements(session, round_.id)
    }
    return [
        AlikeStatement(item_id=item_id, text=shown[item_id]) for item_id in find_alike(words, shown)
    ]


def read_written(item: RoundItem, *, is_free: bool) -> WrittenStatement:
    """A statement as its author sees it; `is_free` while it can be taken back."""
    return WrittenStatement(
        item_id=item.id,
        text=item.statement,
        own_words=item.own_words,
        standing=ItemStanding(item.standing),
        refused_for=Refusal(item.refused_for) if item.refused_for else None,
        reason=item.standing_reason,
        can_be_taken_back=is_free,
        created_at=item.created_at,
    )


async def _read_written(
    session: AsyncSession, items: Sequence[RoundItem], *, is_open: bool
) -> list[WrittenStatement]:
    votes = await statement_queries.count_votes_on(session, [item.id for item in items])
    return [read_written(item, is_free=is_open and not votes[item.id]) for item in items]


async def _sent_before(
    session: AsyncSession, actor: Actor, round_: Round, given: StatementIn
) -> RoundItem | None:
    known = await statement_queries.statement_of_client(session, given.client_id)
    if known is None:
        return None
    if known.round_id != round_.id or known.author_id != actor.member_id:
        raise Conflict("This statement could not be told from another. Please send it again.")
    return known


async def _refuse_unless_taken(session: AsyncSession, round_: Round) -> None:
    """Hold the row against a closing that goes on at the same moment, then look at it."""
    await session.refresh(round_, with_for_update={"read": True})
    if ended := policy.ended_at(round_, now()):
        raise Gone(
            f"This round closed on {messages.when(ended)}, so your statement was not taken. "
            "Keep your words for the next round."
        )
    if not round_.takes_statements:
        raise Conflict("This round takes no statements of the panel. You can comment instead.")
    if policy.state_at(round_, now()) not in (RoundState.OPEN, RoundState.PILOT):
        raise Conflict("This round is not open just now. Keep your words and try again later.")


def _refuse_too_long(words: str, longest: int) -> None:
    if len(words) > longest:
        raise Invalid(
            f"A statement has at most {longest} characters; yours has {len(words)}.",
            [FieldProblem("text", f"Shorten it by {len(words) - longest} characters.")],
        )
