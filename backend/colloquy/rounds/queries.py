"""Every SELECT about rounds."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds.models import (
    ItemStanding,
    Participation,
    Question,
    Response,
    Round,
    RoundGroup,
    RoundItem,
    RoundPilot,
    RoundState,
)


async def round_(session: AsyncSession, study_id: UUID, round_id: UUID) -> Round | None:
    """A round of this study."""
    found = await session.exec(
        select(Round).where(Round.study_id == study_id, Round.id == round_id)
    )
    return found.first()


async def rounds(session: AsyncSession, study_id: UUID) -> Sequence[Round]:
    """A study's rounds, newest first."""
    found = await session.exec(
        select(Round).where(Round.study_id == study_id).order_by(col(Round.id).desc())
    )
    return found.all()


async def rounds_put_before(
    session: AsyncSession, study_id: UUID, group_id: UUID, member_id: UUID
) -> Sequence[Round]:
    """Rounds put before a group, or begun by a member in another; newest first.

    Those that open by the clock are among them before they do.
    """
    of_group = select(RoundGroup.round_id).where(RoundGroup.group_id == group_id)
    begun = select(Participation.round_id).where(Participation.member_id == member_id)
    found = await session.exec(
        select(Round)
        .where(
            Round.study_id == study_id,
            or_(col(Round.id).in_(of_group), col(Round.id).in_(begun)),
            col(Round.state).not_in((RoundState.DRAFT, RoundState.PILOT)),
        )
        .order_by(func.coalesce(Round.opened_at, Round.opens_at).desc())
    )
    return found.all()


async def group_ids(
    session: AsyncSession, round_ids: Collection[UUID]
) -> dict[UUID, frozenset[UUID]]:
    """The groups that each round is put before."""
    found = await session.exec(select(RoundGroup).where(col(RoundGroup.round_id).in_(round_ids)))
    groups: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for row in found.all():
        groups[row.round_id].add(row.group_id)
    return {round_id: frozenset(groups[round_id]) for round_id in round_ids}


async def pilot_ids(session: AsyncSession, round_id: UUID) -> frozenset[UUID]:
    """The members who try a round out."""
    found = await session.exec(select(RoundPilot.member_id).where(RoundPilot.round_id == round_id))
    return frozenset(found.all())


async def items(session: AsyncSession, round_ids: Collection[UUID]) -> Sequence[RoundItem]:
    """What stands before the panel in some rounds, in order."""
    found = await session.exec(
        select(RoundItem)
        .where(col(RoundItem.round_id).in_(round_ids), RoundItem.standing == ItemStanding.SHOWN)
        .order_by(col(RoundItem.round_id), col(RoundItem.position))
    )
    return found.all()


async def item(session: AsyncSession, round_id: UUID, item_id: UUID) -> RoundItem | None:
    """An item of this round."""
    found = await session.exec(
        select(RoundItem).where(RoundItem.round_id == round_id, RoundItem.id == item_id)
    )
    return found.first()


async def questions(
    session: AsyncSession, round_ids: Collection[UUID]
) -> dict[UUID, list[Question]]:
    """The questions of some rounds by item, in order."""
    found = await session.exec(
        select(Question)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(col(RoundItem.round_id).in_(round_ids))
        .order_by(col(Question.position))
    )
    by_item: defaultdict[UUID, list[Question]] = defaultdict(list)
    for row in found.all():
        by_item[row.item_id].append(row)
    return by_item


async def all_responses(session: AsyncSession, round_id: UUID) -> Sequence[Response]:
    """Every answer to a round, those to statements that are not shown, too."""
    found = await session.exec(
        select(Response)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id)
    )
    return found.all()


async def responses_of(
    session: AsyncSession, round_ids: Collection[UUID], respondents: Collection[str]
) -> Sequence[tuple[Response, UUID]]:
    """The answers of a respondent to some rounds, each with its round; see `own_respondents`."""
    found = await session.exec(
        select(Response, RoundItem.round_id)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(
            col(RoundItem.round_id).in_(round_ids),
            RoundItem.standing == ItemStanding.SHOWN,
            col(Response.respondent).in_(respondents),
        )
        .order_by(col(Response.id))
    )
    return found.all()


async def written_answers(session: AsyncSession, round_id: UUID) -> Sequence[Response]:
    """Answers in words to a round."""
    found = await session.exec(
        select(Response)
        .join(Question, col(Question.id) == col(Response.question_id))
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id, Response.text != "")
        .order_by(col(RoundItem.position), col(Question.position), col(Response.id))
    )
    return found.all()


async def participations(
    session: AsyncSession, round_ids: Collection[UUID]
) -> Sequence[Participation]:
    """Who began some rounds."""
    found = await session.exec(
        select(Participation).where(col(Participation.round_id).in_(round_ids))
    )
    return found.all()


async def participations_of(
    session: AsyncSession, round_ids: Collection[UUID], member_id: UUID
) -> dict[UUID, Participation]:
    """A member's part in some rounds, by round."""
    found = await session.exec(
        select(Participation).where(
            col(Participation.round_id).in_(round_ids), Participation.member_id == member_id
        )
    )
    return {part.round_id: part for part in found.all()}


async def participation(
    session: AsyncSession, round_id: UUID, member_id: UUID
) -> Participation | None:
    """A member's part in a round, once they have begun."""
    found = await session.exec(
        select(Participation).where(
            Participation.round_id == round_id, Participation.member_id == member_id
        )
    )
    return found.first()


async def count_items(session: AsyncSession, round_ids: Collection[UUID]) -> Counter[UUID]:
    """How many items of each round stand before the panel."""
    found = await session.exec(
        select(RoundItem.round_id, func.count())
        .where(col(RoundItem.round_id).in_(round_ids), RoundItem.standing == ItemStanding.SHOWN)
        .group_by(col(RoundItem.round_id))
    )
    return Counter(dict(found.all()))


async def next_position(session: AsyncSession, round_id: UUID) -> int:
    """Where an item goes that is put after the others."""
    found = await session.exec(
        select(func.coalesce(func.max(RoundItem.position), -1)).where(
            RoundItem.round_id == round_id
        )
    )
    return found.one() + 1


async def write_anew(
    session: AsyncSession, round_id: UUID, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Put these rows, in this order, in the place of all answers to a round."""
    asked = (
        select(Question.id)
        .join(RoundItem, col(RoundItem.id) == col(Question.item_id))
        .where(RoundItem.round_id == round_id)
    )
    await session.exec(delete(Response).where(col(Response.question_id).in_(asked)))
    if rows:
        # not through the unit of work, which would sort them
        await (await session.connection()).execute(insert(Response), [dict(row) for row in rows])


async def put_participation(session: AsyncSession, row: Participation) -> None:
    """Write that a member has begun a round, unless it is written already."""
    await session.exec(
        _insert(session)(Participation)
        .values(**row.model_dump())
        .on_conflict_do_nothing(index_elements=["round_id", "member_id"])
    )


def _insert(session: AsyncSession) -> Any:
    """INSERT … ON CONFLICT: both databases have it, each in its own dialect."""
    return postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
