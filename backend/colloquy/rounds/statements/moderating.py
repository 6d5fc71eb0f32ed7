"""Moderating what the panel writes: what waits, what is accepted, and what is refused and why."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, Gone, NotFound
from colloquy.methods.likeness import find_alike
from colloquy.rounds import policy, queries
from colloquy.rounds.asking import make_question
from colloquy.rounds.models import (
    ItemStanding,
    QuestionKind,
    Refusal,
    Round,
    RoundItem,
)
from colloquy.rounds.schemas import QuestionIn
from colloquy.rounds.showing import brief_of
from colloquy.rounds.statements import queries as statement_queries
from colloquy.rounds.statements.schemas import (
    AlikeStatement,
    ModeratedStatement,
    ModerationIn,
    ModerationQueue,
)
from colloquy.studies.queries import members as read_members

DONE = {ItemStanding.SHOWN: "accepted", ItemStanding.REFUSED: "refused"}


async def read_queue(session: AsyncSession, round_: Round, longest: int) -> ModerationQueue:
    """Every statement that the panel wrote, for moderators; nobody is told by whom."""
    written = await statement_queries.panel_statements(session, round_.id)
    shown = {
        item.id: item.statement
        for item in await statement_queries.shown_statements(session, round_.id)
    }
    votes = await statement_queries.count_votes_on(session, [item.id for item in written])
    names = {
        member.id: member.display_name for member, _ in await read_members(session, round_.study_id)
    }
    return ModerationQueue(
        **brief_of(round_, now()).model_dump(),
        policy=round_.statement_policy,
        longest=longest,
        statements=[
            ModeratedStatement(
                item_id=item.id,
                text=item.statement,
                own_words=item.own_words,
                standing=ItemStanding(item.standing),
                refused_for=Refusal(item.refused_for) if item.refused_for else None,
                reason=item.standing_reason,
                moderated_by=names.get(item.moderated_by) if item.moderated_by else None,
                is_voted_on=votes[item.id] > 0,
                alike=_alike(item, shown),
                created_at=item.created_at,
            )
            for item in written
        ],
    )


async def moderate(
    session: AsyncSession, actor: Actor, round_: Round, item_id: UUID, given: ModerationIn
) -> None:
    """Accept a statement or refuse it; the later of two moderators is told what the other did.

    The same decision sent again changes nothing. A statement that was voted on keeps its words.
    """
    item = await statement_queries.panel_statement(session, round_.id, item_id)
    if item is None:
        raise NotFound("There is no such statement. Its author may have taken it back.")
    if item.author_id == actor.member_id:
        raise Forbidden("You wrote this statement, so somebody else decides about it.")
    if _is_done(item, actor, given):
        return
    await _refuse_what_changed(session, round_, item, given)
    if policy.ended_at(round_, now()):
        raise Gone("This round has closed, so nobody could vote on this any more.")
    if given.text is not None and given.text != item.statement:
        await _reword(session, item, given.text)
    item.standing = given.standing
    item.refused_for = given.refused_for or ""
    item.standing_reason = given.reason
    item.moderated_by = actor.member_id
    session.add(item)
    if given.standing == ItemStanding.SHOWN:
        await _ask_for_votes(session, round_, item)
    record(
        session,
        actor,
        f"round:statement:{DONE[given.standing]}",
        item.id,
        round=str(round_.id),
        refused_for=item.refused_for,
        changed=bool(item.own_words),
    )


def _is_done(item: RoundItem, actor: Actor, given: ModerationIn) -> bool:
    return (
        item.moderated_by == actor.member_id
        and item.standing == given.standing
        and item.refused_for == (given.refused_for or "")
        and item.standing_reason == given.reason
        and given.text in (None, item.statement)
    )


async def _refuse_what_changed(
    session: AsyncSession, round_: Round, item: RoundItem, given: ModerationIn
) -> None:
    if (item.standing, item.statement) == (given.seen_standing, given.seen_text):
        return
    people = await read_members(session, round_.study_id)
    by = next((row.display_name for row, _ in people if row.id == item.moderated_by), "Somebody")
    done = DONE.get(ItemStanding(item.standing), "changed")
    raise Conflict(f"{by} has {done} this statement in the meantime. Look at it again.")


async def _reword(session: AsyncSession, item: RoundItem, text: str) -> None:
    await statement_queries.hold_questions(session, item.id)
    if (await statement_queries.count_votes_on(session, [item.id]))[item.id]:
        raise Conflict("Somebody has voted on this statement, so its words stay as they are.")
    item.own_words = item.own_words or item.statement
    item.statement = text


async def _ask_for_votes(session: AsyncSession, round_: Round, item: RoundItem) -> None:
    asked = await queries.questions(session, [round_.id])
    if not asked.get(item.id):
        session.add(make_question(QuestionIn(kind=QuestionKind.VOTE), item, 0))


def _alike(item: RoundItem, shown: Mapping[UUID, str]) -> list[AlikeStatement]:
    others = {key: words for key, words in shown.items() if key != item.id}
    return [
        AlikeStatement(item_id=key, text=others[key]) for key in find_alike(item.statement, others)
    ]
