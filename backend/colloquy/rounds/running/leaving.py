"""What becomes of a person's answers when they leave the study, as the study's policy says."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit.service import record_outside
from colloquy.core.clock import now
from colloquy.rounds import policy
from colloquy.rounds.documents import NOBODY
from colloquy.rounds.models import (
    LateResponse,
    Question,
    Response,
    Round,
    RoundItem,
    RoundState,
)
from colloquy.rounds.respondents import own_respondents
from colloquy.rounds.running import queries as running_queries
from colloquy.studies.messages import MemberGone
from colloquy.studies.models import AnswersOnLeaving, Study
from colloquy.studies.policy import answers_on_leaving
from colloquy.studies.queries import member_of_account
from colloquy.texts.making import make_nameless


async def let_go(session: AsyncSession, event: MemberGone) -> None:
    """Take the name off somebody's answers, or erase those to rounds that have not closed.

    The results of closed rounds stay: their answers are counted without a name.
    """
    member = await member_of_account(session, event.study_id, event.account_id)
    if member is None:
        return
    study = await session.get_one(Study, event.study_id)
    erases = answers_on_leaving(study) == AnswersOnLeaving.ERASE
    moment = now()
    for part, round_ in await running_queries.parts_of(session, study.id, member.id):
        # against an answer or a closing that goes on at the same moment
        await session.refresh(round_, with_for_update=True)
        if erases and policy.state_at(round_, moment) != RoundState.CLOSED:
            own = await own_respondents(session, [round_], member.id)
            await _erase(session, round_, own)
            await session.delete(part)
            done = "erased"
        else:
            await _take_name_off(session, round_, member.id, event.alias)
            part.withdrawn_at = moment
            session.add(part)
            done = "nameless"
        record_outside(
            session,
            f"round:responses:{done}",
            study_id=study.id,
            object_id=round_.id,
            because="left",
        )


async def _erase(session: AsyncSession, round_: Round, respondents: Collection[str]) -> None:
    asked = _questions_of(round_)
    for table in (Response, LateResponse):
        await session.exec(
            delete(table).where(
                col(table.question_id).in_(asked), col(table.respondent).in_(respondents)
            )
        )


async def _take_name_off(session: AsyncSession, round_: Round, member_id: UUID, alias: str) -> None:
    asked = _questions_of(round_)
    found = await session.exec(
        select(Response.id).where(
            col(Response.question_id).in_(asked), Response.member_id == member_id
        )
    )
    answer_ids = found.all()
    await session.exec(
        update(Response)
        .where(col(Response.id).in_(answer_ids))
        .values(respondent=alias, member_id=None)
    )
    await session.exec(
        update(LateResponse)
        .where(
            col(LateResponse.question_id).in_(asked),
            col(LateResponse.respondent) == str(member_id),
        )
        .values(respondent=alias)
    )
    await make_nameless(session, answer_ids, member_id, NOBODY)


def _questions_of(round_: Round):
    return (
        select(Question.id)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_.id)
    )
