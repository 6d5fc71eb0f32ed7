"""The three statements of every answer: may it come, what does it answer, and which one stands.

They are built once and only filled in for each answer: with SQLAlchemy the building takes longer
than the database.
"""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Table, bindparam, exists
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from colloquy.access.actor import Actor
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
    "answered_at",
    "saved_at",
)
"""What a change of mind writes anew."""


async def round_for(
    session: AsyncSession, actor: Actor, round_id: UUID, *, hold: bool = False
) -> tuple[Round, bool, bool] | None:
    """A round of the member's study; whether it was put before them, and whether they try it out.

    `hold` keeps a closing that goes on at the same moment waiting until this transaction ends.
    """
    found = await session.exec(
        _round_for(hold=hold),
        params={
            "study": actor.study_id,
            "round": round_id,
            "group": actor.group_id,
            "member": actor.member_id,
        },
    )
    return found.first()


async def question_for(
    session: AsyncSession, round_id: UUID, question_id: UUID, member_id: UUID
) -> tuple[Question, Participation | None] | None:
    """A question about something that stands before the panel, and a member's part in its round."""
    found = await session.exec(
        _question_for(), params={"round": round_id, "question": question_id, "member": member_id}
    )
    return found.first()


async def put_response(session: AsyncSession, row: Response) -> Response:
    """Write an answer and return the one that stands: of two, the one given later.

    One statement, so that two browsers that answer at the same moment cannot make two rows.
    """
    connection = await session.connection()
    written = await connection.execute(_put_response(connection.dialect.name), row.model_dump())
    standing = written.mappings().first()
    if standing is None:
        # another answer, given later, stands: nothing was written
        table = _answers()
        found = await connection.execute(
            table.select().where(
                table.c.question_id == row.question_id, table.c.respondent == row.respondent
            )
        )
        standing = found.mappings().one()
    return Response(**standing)


@cache
def _round_for(*, hold: bool) -> Select[Round, bool, bool]:
    put_before = exists().where(
        col(RoundGroup.round_id) == col(Round.id), col(RoundGroup.group_id) == bindparam("group")
    )
    # who began a round answers it to the end, whatever group they are in by then
    begun = exists().where(
        col(Participation.round_id) == col(Round.id),
        col(Participation.member_id) == bindparam("member"),
    )
    tried = exists().where(
        col(RoundPilot.round_id) == col(Round.id), col(RoundPilot.member_id) == bindparam("member")
    )
    statement = select(Round, or_(put_before, begun), tried).where(
        col(Round.study_id) == bindparam("study"), col(Round.id) == bindparam("round")
    )
    return statement.with_for_update(read=True, of=Round) if hold else statement


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
    ).returning(*table.columns)


def _answers() -> Table:
    return Response.metadata.tables["response"]
