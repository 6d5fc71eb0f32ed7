"""Entering answers that a person gave on paper, by telephone or in person: the same checks, marked."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.rounds import policy, queries
from colloquy.rounds.answering.fitting import other_mechanisms
from colloquy.rounds.answering.saving import (
    Giver,
    Saved,
    find_asked,
    hold,
    refuse_unless_open,
    save_answer,
    take_part,
)
from colloquy.rounds.models import Participation, Round
from colloquy.rounds.plans import in_panel, read_plan
from colloquy.rounds.running import queries as running_queries
from colloquy.rounds.running.schemas import EntryIn, EntryMeans, EntrySheet
from colloquy.rounds.showing import read_response
from colloquy.studies.models import Member


async def enter_answer(
    session: AsyncSession,
    actor: Actor,
    round_: Round,
    member_id: UUID,
    question_id: UUID,
    given: EntryIn,
) -> Saved:
    """Save a person's answer for them; what they have answered later themselves stands."""
    member = await _find_asked(session, round_, member_id)
    giver = Giver(
        member_id=member.id,
        group_id=member.group_id,
        entered_by=actor.member_id,
        entered_how=given.how,
    )
    await hold(session, round_)
    asked = await find_asked(session, round_, question_id, member.id)
    saved = await save_answer(session, round_, giver, asked, given)
    if saved.is_new:
        record(
            session,
            actor,
            "round:response:entered",
            round_.id,
            member=str(member.id),
            how=given.how,
        )
    return saved


async def finish_for(
    session: AsyncSession, actor: Actor, round_: Round, member_id: UUID, how: EntryMeans
) -> None:
    """Say for a person that they are done."""
    member = await _find_asked(session, round_, member_id)
    await refuse_unless_open(session, round_)
    giver = Giver(member_id=member.id, group_id=member.group_id)
    part: Participation = await take_part(session, round_, giver)
    if part.finished_at is None:
        part.finished_at = now()
        session.add(part)
        record(
            session,
            actor,
            "round:participation:finished-for",
            round_.id,
            member=str(member.id),
            how=how,
        )


async def read_sheet(session: AsyncSession, round_: Round, member_id: UUID) -> EntrySheet:
    """What was entered for a person; what they answered themselves stays hidden like all answers."""
    member = await _find_asked(session, round_, member_id)
    part = await queries.participation(session, round_.id, member.id)
    given = await running_queries.answers_of_member(session, round_.id, member.id)
    return EntrySheet(
        member_id=member.id,
        display_name=member.display_name,
        group_id=part.group_id if part else member.group_id,
        answers=[read_response(row) for row in given if row.entered_by],
        answered_ids=[row.question_id for row in given if not row.entered_by],
        mechanisms=await other_mechanisms(session, await read_plan(session, round_)),
        finished_at=part.finished_at if part else None,
    )


async def _find_asked(session: AsyncSession, round_: Round, member_id: UUID) -> Member:
    if policy.is_unlinkable(round_):
        raise Conflict(
            "In this round the team must not know whose an answer is, so nobody can enter one for "
            "somebody else. Please help the person to answer on a device."
        )
    member = await session.get(Member, member_id)
    group_ids = await queries.group_ids(session, [round_.id])
    if (
        member is None
        or member.study_id != round_.study_id
        or not in_panel(member, group_ids[round_.id])
    ):
        raise NotFound("This round does not ask this person.")
    return member
