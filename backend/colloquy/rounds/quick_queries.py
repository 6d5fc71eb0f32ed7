"""The statements of every answer: whose it is, what it answers, and which one stands.

They are built once and only filled in for each answer: with SQLAlchemy the building takes longer
than the database.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Exists, Table, bindparam, exists
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased, defer
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from colloquy.access.actor import Actor
from colloquy.audit.service import record_at_once, recorded_with
from colloquy.core.clock import now
from colloquy.rounds.models import (
    ItemStanding,
    Participation,
    Question,
    Response,
    Round,
    RoundGroup,
    RoundItem,
    RoundPilot,
)
from colloquy.studies.models import Member
from colloquy.studies.queries import present_member

CHANGES = (
    "rating",
    "is_unable",
    "vote",
    "choices",
    "text",
    "reason",
    "is_late",
    "entered_by",
    "entered_how",
    "given_on",
    "answered_at",
    "saved_at",
)
"""What a change of mind writes anew."""


class StandingAnswer(NamedTuple):
    """What its giver is told of the answer that stands: columns of `Response`."""

    question_id: UUID
    rating: int | None
    is_unable: bool
    vote: str | None
    choices: list[str] | None
    text: str
    reason: str
    revision: int
    answered_at: datetime
    saved_at: datetime
    entered_how: str
    given_on: date | None


UNREAD: tuple[Any, ...] = (
    Member.created_at,
    Member.display_name,
    Member.invited_at,
    Member.joined_at,
    Member.declined_at,
    Member.decline_reason,
    Member.decline_words,
    Round.created_at,
    Round.stage_id,
    Round.follows_id,
    Round.title,
    Round.introduction,
    Round.remind_hours,
    Round.rule,
    Round.rule_reason,
    Round.unable,
    Round.item_order,
    Round.order_seed,
    Round.is_real_time,
    Round.takes_statements,
    Round.statement_policy,
    Round.feedback_words,
    Round.feedback_at,
    Question.created_at,
    Question.position,
    Question.prompt,
    Question.carried_from_id,
    Participation.created_at,
    Participation.finished_at,
)
"""What no answer is judged by; asked for all the same it would be half of the row."""


@dataclass(frozen=True, slots=True)
class Answering:
    """The path to a question."""

    study_id: UUID
    round_id: UUID
    question_id: UUID


async def round_for(
    session: AsyncSession, actor: Actor, round_id: UUID
) -> tuple[Round, bool, bool] | None:
    """A round of the member's study; whether it was put before them, and whether they try it out."""
    found = await session.exec(
        _round_for(),
        params={
            "study": actor.study_id,
            "round": round_id,
            "group": actor.group_id,
            "member": actor.member_id,
        },
    )
    return found.first()


async def answering(
    session: AsyncSession, path: Answering, token_hash: str
) -> tuple[Member, bool, Round, bool, bool, Question, Participation | None] | None:
    """All that is to be known before a browser's answer is taken, in one statement.

    The member and whether they owe consent; the round, whether it was put before them and whether
    they try it out, held against a closing as by `hold`; the question, and their part in the round.
    None where anything is missing.
    """
    found = await session.exec(
        _answering(),
        params={
            "study": path.study_id,
            "round": path.round_id,
            "question": path.question_id,
            "token": token_hash,
            "moment": now(),
        },
    )
    row: Any = found.first()
    return row


async def question_for(
    session: AsyncSession, round_id: UUID, question_id: UUID, member_id: UUID
) -> tuple[Question, Participation | None] | None:
    """A question about something that stands before the panel, and a member's part in its round."""
    found = await session.exec(
        _question_for(), params={"round": round_id, "question": question_id, "member": member_id}
    )
    return found.first()


async def put_response(
    session: AsyncSession, answer: Mapping[str, Any], entry: Mapping[str, Any] | None
) -> StandingAnswer:
    """Write an answer, with its entry in the log, and return the one that stands: the later of two.

    One statement, so that two browsers that answer at the same moment cannot make two rows.
    """
    dialect = session.get_bind().dialect.name
    if entry and dialect == "postgresql":
        written = await _answer_given_by(session, _put_with_entry(), {**answer, **entry})
    else:
        written = await _answer_given_by(session, _put_response(dialect), answer)
        if written and entry:
            await record_at_once(session, entry)
    # nothing was written where another answer, given later, stands
    standing = written or await _answer_given_by(session, _standing_response(), answer)
    assert standing  # noqa: S101 - one of the two stands
    return standing


async def _answer_given_by(
    session: AsyncSession, statement: Any, values: Mapping[str, Any]
) -> StandingAnswer | None:
    found: Any = await cast("Any", session).exec(statement, params=values)
    row = found.first()
    return StandingAnswer(*row) if row else None


@cache
def _answering() -> Select[Member, bool]:
    # its further columns are told in `answering`: the type of a SELECT ends at four
    statement: Any = (
        present_member()
        .add_columns(
            Round, _was_asked(col(Member.id), col(Member.group_id)), _tries(col(Member.id))
        )
        .add_columns(Question, Participation)
        .join(Round, col(Round.study_id) == col(Member.study_id))
        .join(RoundItem, col(RoundItem.round_id) == col(Round.id))
        .join(Question, col(Question.item_id) == col(RoundItem.id))
        .outerjoin(
            Participation,
            (col(Participation.round_id) == col(Round.id))
            & (col(Participation.member_id) == col(Member.id)),
        )
        .where(
            col(Round.id) == bindparam("round"),
            col(RoundItem.standing) == ItemStanding.SHOWN,
            col(Question.id) == bindparam("question"),
        )
        .with_for_update(read=True, of=Round)
        .options(*(defer(column, raiseload=True) for column in UNREAD))
    )
    return statement


@cache
def _round_for() -> Select[Round, bool, bool]:
    member: BindParameter[UUID] = bindparam("member")
    return select(Round, _was_asked(member, bindparam("group")), _tries(member)).where(
        col(Round.study_id) == bindparam("study"), col(Round.id) == bindparam("round")
    )


def _was_asked(member: Any, group: Any) -> ColumnElement[bool]:
    put_before = exists().where(
        col(RoundGroup.round_id) == col(Round.id), col(RoundGroup.group_id) == group
    )
    # who began a round answers it to the end, whatever group they are in by then
    begun = aliased(Participation)
    has_begun = exists().where(col(begun.round_id) == col(Round.id), col(begun.member_id) == member)
    return or_(put_before, has_begun)


def _tries(member: Any) -> Exists:
    return exists().where(
        col(RoundPilot.round_id) == col(Round.id), col(RoundPilot.member_id) == member
    )


@cache
def _question_for() -> Select[Question, Participation]:
    return (
        select(Question, Participation)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .outerjoin(
            Participation,
            (col(Participation.round_id) == col(RoundItem.round_id))
            & (col(Participation.member_id) == bindparam("member")),
        )
        .where(
            col(RoundItem.round_id) == bindparam("round"),
            col(RoundItem.standing) == ItemStanding.SHOWN,
            col(Question.id) == bindparam("question"),
        )
    )


@cache
def _put_response(dialect: str) -> Any:
    """INSERT … ON CONFLICT: both databases have it, each in its own dialect."""
    table = _answers()
    make: Any = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = make(table).values({each.name: bindparam(each.name) for each in table.columns})
    told = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=["question_id", "respondent"],
        set_={name: told[name] for name in CHANGES} | {"revision": table.c.revision + 1},
        where=told.answered_at > table.c.answered_at,
    ).returning(*_told())


@cache
def _put_with_entry() -> Any:
    """Both rows by one trip; SQLite, which is no trip away, has no INSERT inside another."""
    written = _put_response("postgresql").cte("written")
    return cast("Any", select)(*written.c).add_cte(recorded_with(written))


@cache
def _standing_response() -> Any:
    table, statement = _answers(), cast("Any", select)(*_told())
    return statement.where(
        table.c.question_id == bindparam("question_id"),
        table.c.respondent == bindparam("respondent"),
    )


def _told() -> list[Any]:
    return [_answers().c[name] for name in StandingAnswer._fields]


def _answers() -> Table:
    return Response.metadata.tables["response"]
