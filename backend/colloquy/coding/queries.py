"""Every SELECT about the codebook and the codings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Result, Select, case
from sqlalchemy import select as select_columns
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.coding.models import Code, Coding, CodingStance
from colloquy.coding.schemas import ExcerptFilter
from colloquy.studies.models import Member
from colloquy.texts.models import Document, Segment, Speaker
from colloquy.theory.models import Mechanism, MechanismVersion

STANDS = col(Coding.removed_at).is_(None)
Coder = aliased(Member)
Columns = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A coding with everything that an excerpt shows of it."""

    coding: Coding
    segment: Segment
    document: Document
    speaker: Speaker | None
    member: Member | None
    code: Code | None
    coder: Member


@dataclass(frozen=True, slots=True)
class Heard:
    """How often a group is heard, and by how many people; stances in the order of the enum."""

    group_id: UUID | None
    excerpts: int
    people: int
    by_stance: dict[CodingStance, int]


async def codes(session: AsyncSession, study_id: UUID) -> Sequence[Code]:
    """A study's codes, siblings in order, retired ones too."""
    found = await session.exec(
        select(Code).where(Code.study_id == study_id).order_by(col(Code.position), col(Code.id))
    )
    return found.all()


async def counts_by_code(session: AsyncSession, study_id: UUID) -> dict[UUID, int]:
    """How many codings each code has."""
    found = await session.exec(
        select(Coding.code_id, func.count())
        .join(Document, col(Document.id) == col(Coding.document_id))
        .where(*_standing(study_id), col(Coding.code_id).is_not(None))
        .group_by(col(Coding.code_id))
    )
    return {code_id: count for code_id, count in found.all() if code_id}


async def counts_by_document(
    session: AsyncSession, study_id: UUID
) -> Sequence[tuple[UUID, int, int]]:
    """How many codings each document has, and how many of them are orphans."""
    found = await session.exec(
        select(
            Coding.document_id,
            func.count(),
            func.sum(case((col(Coding.is_orphan), 1), else_=0)),
        )
        .join(Document, col(Document.id) == col(Coding.document_id))
        .where(*_standing(study_id))
        .group_by(col(Coding.document_id))
    )
    return found.all()


async def codings_of_document(
    session: AsyncSession, study_id: UUID, document_id: UUID
) -> Sequence[tuple[Coding, Member]]:
    """A document's codings with their coders, in the order they were made."""
    found = await session.exec(
        select(Coding, Member)
        .join(Member, col(Member.id) == col(Coding.coder_id))
        .where(Coding.study_id == study_id, Coding.document_id == document_id, STANDS)
        .order_by(col(Coding.id))
    )
    return found.all()


async def texts_of(session: AsyncSession, document_id: UUID) -> dict[UUID, str]:
    """The words of a document's segments."""
    found = await session.exec(
        select(Segment.id, Segment.text).where(Segment.document_id == document_id)
    )
    return dict(found.all())


async def codings_of_segment(session: AsyncSession, segment_id: UUID) -> Sequence[Coding]:
    """Every coding of a segment, removed ones too: they may be put back."""
    found = await session.exec(select(Coding).where(Coding.segment_id == segment_id))
    return found.all()


async def coding(session: AsyncSession, study_id: UUID, coding_id: UUID) -> Coding | None:
    """A coding of this study, removed or not."""
    found = await session.exec(
        select(Coding)
        .join(Document, col(Document.id) == col(Coding.document_id))
        .where(
            Coding.study_id == study_id,
            Coding.id == coding_id,
            col(Document.withdrawn_at).is_(None),
        )
    )
    return found.first()


async def coding_of_client(session: AsyncSession, client_id: UUID) -> Coding | None:
    """The coding that a browser's id stands for."""
    found = await session.exec(select(Coding).where(Coding.client_id == client_id))
    return found.first()


async def is_coded(session: AsyncSession, document_id: UUID) -> bool:
    """True when a document has a coding, removed or not."""
    found = await session.exec(select(Coding.id).where(Coding.document_id == document_id).limit(1))
    return found.first() is not None


async def coder(session: AsyncSession, member_id: UUID) -> Member:
    """Who made a coding."""
    found = await session.exec(select(Member).where(Member.id == member_id))
    return found.one()


async def newest_version(
    session: AsyncSession, study_id: UUID, mechanism_id: UUID
) -> MechanismVersion | None:
    """What a mechanism of this study says now."""
    found = await session.exec(
        select(MechanismVersion)
        .join(Mechanism, col(Mechanism.id) == col(MechanismVersion.mechanism_id))
        .where(Mechanism.study_id == study_id, Mechanism.id == mechanism_id)
        .order_by(col(MechanismVersion.number).desc())
        .limit(1)
    )
    return found.first()


async def excerpts(  # noqa: PLR0913 - what to find and which part of it
    session: AsyncSession,
    study_id: UUID,
    filters: ExcerptFilter,
    *,
    code_ids: Collection[UUID],
    ids: Collection[UUID] | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> list[Found]:
    """Coded passages in the order of their documents; `code_ids` is the code's whole branch."""
    statement = (
        _excerpts_of(
            select_columns(Coding, Segment, Document, Speaker, Member, Code, Coder), study_id
        )
        .where(*_conditions(filters, code_ids))
        .order_by(
            func.coalesce(Document.occurred_at, Document.created_at),
            col(Document.id),
            col(Segment.position),
            col(Coding.start),
            col(Coding.id),
        )
        .offset(offset)
        .limit(limit)
    )
    if ids is not None:
        statement = statement.where(col(Coding.id).in_(ids))
    return [Found(*row) for row in await _rows(session, statement)]


async def count_by_group(
    session: AsyncSession, study_id: UUID, filters: ExcerptFilter, *, code_ids: Collection[UUID]
) -> list[Heard]:
    """How often each stakeholder group is heard in what a filter finds."""
    stances = [func.sum(case((col(Coding.stance) == one, 1), else_=0)) for one in CodingStance]
    people = func.count(func.distinct(col(Speaker.member_id)))
    statement = (
        _excerpts_of(select_columns(col(Member.group_id), func.count(), people, *stances), study_id)
        .where(*_conditions(filters, code_ids))
        .group_by(col(Member.group_id))
    )
    return [
        Heard(row[0], row[1], row[2], dict(zip(CodingStance, row[3:], strict=True)))
        for row in await _rows(session, statement)
    ]


async def _rows(session: AsyncSession, statement: Columns) -> list[tuple[Any, ...]]:
    # SQLModel's own select is typed for four columns at most, so this is SQLAlchemy's
    execute = cast("Any", session.exec)
    found: Result[*tuple[Any, ...]] = await execute(statement)
    return [tuple(row) for row in found.all()]


def _excerpts_of(statement: Columns, study_id: UUID) -> Columns:
    return (
        statement.select_from(Coding)
        .join(Segment, col(Segment.id) == col(Coding.segment_id))
        .join(Document, col(Document.id) == col(Coding.document_id))
        .join(Coder, col(Coder.id) == col(Coding.coder_id))
        .outerjoin(Speaker, col(Speaker.id) == col(Segment.speaker_id))
        .outerjoin(Member, col(Member.id) == col(Speaker.member_id))
        .outerjoin(Code, col(Code.id) == col(Coding.code_id))
        .where(*_standing(study_id))
    )


def _conditions(filters: ExcerptFilter, code_ids: Collection[UUID]) -> list[ColumnElement[bool]]:
    columns: dict[str, Any] = {
        "mechanism_id": Coding.mechanism_id,
        "version_id": Coding.version_id,
        "group_id": Member.group_id,
        "document_id": Coding.document_id,
        "kind": Document.kind,
        "stance": Coding.stance,
        "element": Coding.element,
        "coder_id": Coding.coder_id,
        "is_orphan": Coding.is_orphan,
    }
    wanted = filters.model_dump(exclude_none=True)
    conditions = [
        cast("ColumnElement[bool]", column == wanted[name])
        for name, column in columns.items()
        if name in wanted
    ]
    if filters.code_id:
        conditions.append(col(Coding.code_id).in_(code_ids))
    if filters.without_group:
        conditions.append(col(Member.group_id).is_(None))
    return conditions


def _standing(study_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Coding.study_id) == study_id,
        STANDS,
        col(Document.withdrawn_at).is_(None),
    )
