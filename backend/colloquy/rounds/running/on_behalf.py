"""Entering answers that a person gave on paper, by telephone or in person: the same checks, marked."""

from datetime import date, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Invalid, NotFound
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

EASTMOST = timedelta(hours=14)
"""A day begins so long before that of UTC where it begins first."""


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
        given_on=_refuse_impossible(round_, given.given_on),
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
            **({"given_on": given.given_on.isoformat()} if given.given_on else {}),
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


def _refuse_impossible(round_: Round, day: date | None) -> date | None:
    """A day on which somebody, somewhere, could have answered this round."""
    opened = round_.opened_at or now()
    if day and not (opened - EASTMOST).date() <= day <= (now() + EASTMOST).date():
        raise Invalid(
            "The day on which the answer was given lies before the round opened, or after today."
        )
    return day


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
