"""Every SELECT about mechanisms, versions, lineage and sources."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import col, delete, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.studies.models import Member
from colloquy.theory.models import (
    Cmoc,
    CmocElement,
    LineageEdge,
    Mechanism,
    MechanismVersion,
    Source,
    SourceLink,
)


async def mechanism(session: AsyncSession, study_id: UUID, mechanism_id: UUID) -> Mechanism | None:
    """A mechanism of this study."""
    found = await session.exec(
        select(Mechanism).where(Mechanism.study_id == study_id, Mechanism.id == mechanism_id)
    )
    return found.first()


async def lock_mechanism(session: AsyncSession, mechanism_id: UUID) -> None:
    """Let nobody else save this mechanism until the transaction ends (SQLite: it has its lock)."""
    await session.exec(select(Mechanism.id).where(Mechanism.id == mechanism_id).with_for_update())


async def mechanisms(session: AsyncSession, study_id: UUID) -> Sequence[Mechanism]:
    """A study's mechanisms in order, retired ones too."""
    found = await session.exec(
        select(Mechanism)
        .where(Mechanism.study_id == study_id)
        .order_by(col(Mechanism.position), col(Mechanism.id))
    )
    return found.all()


async def next_position(session: AsyncSession, study_id: UUID) -> int:
    """Where a new mechanism stands: after the others."""
    found = await session.exec(
        select(func.coalesce(func.max(Mechanism.position), -1)).where(
            Mechanism.study_id == study_id
        )
    )
    return found.one() + 1


async def version(
    session: AsyncSession, study_id: UUID, version_id: UUID
) -> MechanismVersion | None:
    """A version of this study."""
    found = await session.exec(
        select(MechanismVersion).where(
            MechanismVersion.study_id == study_id, MechanismVersion.id == version_id
        )
    )
    return found.first()


async def newest_version(session: AsyncSession, mechanism_id: UUID) -> MechanismVersion:
    """A mechanism's newest version as it now is in the database, locked until the end."""
    found = await session.exec(
        select(MechanismVersion)
        .where(MechanismVersion.mechanism_id == mechanism_id)
        .order_by(col(MechanismVersion.number).desc())
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.one()


async def version_before(
    session: AsyncSession, later: MechanismVersion, *, frozen_only: bool
) -> MechanismVersion | None:
    """The version of the same mechanism that came before."""
    query = select(MechanismVersion).where(
        MechanismVersion.mechanism_id == later.mechanism_id,
        MechanismVersion.number < later.number,
    )
    if frozen_only:
        query = query.where(col(MechanismVersion.frozen_at).is_not(None))
    found = await session.exec(query.order_by(col(MechanismVersion.number).desc()).limit(1))
    return found.first()


async def version_of_earlier_stage(
    session: AsyncSession, later: MechanismVersion, *, frozen_only: bool
) -> MechanismVersion | None:
    """What the same mechanism said at the end of the stage before, if it was there by then."""
    query = select(MechanismVersion).where(
        MechanismVersion.mechanism_id == later.mechanism_id,
        MechanismVersion.number < later.number,
        MechanismVersion.stage_id != later.stage_id,
    )
    if frozen_only:
        query = query.where(col(MechanismVersion.frozen_at).is_not(None))
    found = await session.exec(query.order_by(col(MechanismVersion.number).desc()).limit(1))
    return found.first()


async def versions(
    session: AsyncSession, study_id: UUID, ids: Collection[UUID]
) -> Sequence[MechanismVersion]:
    """Versions of this study by id; ids of other studies are left out."""
    found = await session.exec(
        select(MechanismVersion).where(
            MechanismVersion.study_id == study_id, col(MechanismVersion.id).in_(ids)
        )
    )
    return found.all()


async def lock_versions(
    session: AsyncSession, study_id: UUID, ids: Collection[UUID]
) -> Sequence[MechanismVersion]:
    """Versions as they now are, always locked in the same order so that two callers cannot cross."""
    found = await session.exec(
        select(MechanismVersion)
        .where(MechanismVersion.study_id == study_id, col(MechanismVersion.id).in_(ids))
        .order_by(col(MechanismVersion.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return found.all()


async def versions_of_study(
    session: AsyncSession, study_id: UUID, *, frozen_only: bool
) -> Sequence[MechanismVersion]:
    """Every version of a study, oldest first."""
    query = select(MechanismVersion).where(MechanismVersion.study_id == study_id)
    if frozen_only:
        query = query.where(col(MechanismVersion.frozen_at).is_not(None))
    found = await session.exec(
        query.order_by(col(MechanismVersion.number), col(MechanismVersion.id))
    )
    return found.all()


async def versions_of(
    session: AsyncSession, mechanism_id: UUID, *, frozen_only: bool
) -> Sequence[MechanismVersion]:
    """A mechanism's versions, newest first."""
    query = select(MechanismVersion).where(MechanismVersion.mechanism_id == mechanism_id)
    if frozen_only:
        query = query.where(col(MechanismVersion.frozen_at).is_not(None))
    found = await session.exec(query.order_by(col(MechanismVersion.number).desc()))
    return found.all()


async def newest_versions(
    session: AsyncSession, study_id: UUID, *, frozen_only: bool
) -> Sequence[MechanismVersion]:
    """The newest version of every mechanism, in the order of the mechanisms."""
    newest = select(
        MechanismVersion.mechanism_id, func.max(MechanismVersion.number).label("number")
    ).where(MechanismVersion.study_id == study_id)
    if frozen_only:
        newest = newest.where(col(MechanismVersion.frozen_at).is_not(None))
    last = newest.group_by(col(MechanismVersion.mechanism_id)).subquery()
    found = await session.exec(
        select(MechanismVersion)
        .join(
            last,
            (last.c.mechanism_id == MechanismVersion.mechanism_id)
            & (last.c.number == MechanismVersion.number),
        )
        .join(Mechanism, col(Mechanism.id) == col(MechanismVersion.mechanism_id))
        .order_by(col(Mechanism.position), col(Mechanism.id))
    )
    return found.all()


async def cmocs(session: AsyncSession, version_ids: Collection[UUID]) -> Sequence[Cmoc]:
    """The configurations of some versions, in order."""
    found = await session.exec(
        select(Cmoc).where(col(Cmoc.version_id).in_(version_ids)).order_by(col(Cmoc.position))
    )
    return found.all()


async def elements(session: AsyncSession, version_ids: Collection[UUID]) -> Sequence[CmocElement]:
    """The elements of all configurations of some versions, in order."""
    found = await session.exec(
        select(CmocElement)
        .join(Cmoc, col(Cmoc.id) == col(CmocElement.cmoc_id))
        .where(col(Cmoc.version_id).in_(version_ids))
        .order_by(col(CmocElement.position))
    )
    return found.all()


async def remove_cmocs(session: AsyncSession, version_id: UUID) -> None:
    """Clear a draft's configurations before others take their place."""
    of_version = select(Cmoc.id).where(Cmoc.version_id == version_id)
    await session.exec(delete(CmocElement).where(col(CmocElement.cmoc_id).in_(of_version)))
    await session.exec(delete(Cmoc).where(col(Cmoc.version_id) == version_id))


async def edges_of_study(session: AsyncSession, study_id: UUID) -> Sequence[LineageEdge]:
    """Every edge of a study's lineage, oldest first."""
    found = await session.exec(
        select(LineageEdge).where(LineageEdge.study_id == study_id).order_by(col(LineageEdge.id))
    )
    return found.all()


async def edges_of(session: AsyncSession, version_ids: Collection[UUID]) -> Sequence[LineageEdge]:
    """The edges that begin or end at these versions, oldest first."""
    found = await session.exec(
        select(LineageEdge)
        .where(
            or_(
                col(LineageEdge.from_version_id).in_(version_ids),
                col(LineageEdge.to_version_id).in_(version_ids),
            )
        )
        .order_by(col(LineageEdge.id))
    )
    return found.all()


async def edge(session: AsyncSession, study_id: UUID, edge_id: UUID) -> LineageEdge | None:
    """An edge of this study's lineage."""
    found = await session.exec(
        select(LineageEdge).where(LineageEdge.study_id == study_id, LineageEdge.id == edge_id)
    )
    return found.first()


async def same_edge(session: AsyncSession, given: LineageEdge) -> LineageEdge | None:
    """An edge that says the same already."""
    found = await session.exec(
        select(LineageEdge).where(
            LineageEdge.study_id == given.study_id,
            LineageEdge.kind == given.kind,
            LineageEdge.from_version_id == given.from_version_id,
            LineageEdge.to_version_id == given.to_version_id,
        )
    )
    return found.first()


async def sources(session: AsyncSession, study_id: UUID) -> Sequence[Source]:
    """A study's sources by citation."""
    found = await session.exec(
        select(Source).where(Source.study_id == study_id).order_by(col(Source.citation))
    )
    return found.all()


async def source(session: AsyncSession, study_id: UUID, source_id: UUID) -> Source | None:
    """A source of this study."""
    found = await session.exec(
        select(Source).where(Source.study_id == study_id, Source.id == source_id)
    )
    return found.first()


async def source_with_doi(session: AsyncSession, study_id: UUID, doi: str) -> Source | None:
    """The source of this study that has this DOI."""
    found = await session.exec(
        select(Source).where(Source.study_id == study_id, func.lower(Source.doi) == doi.lower())
    )
    return found.first()


async def links(
    session: AsyncSession, version_ids: Collection[UUID]
) -> Sequence[tuple[SourceLink, Source]]:
    """What stands behind some versions, by citation."""
    found = await session.exec(
        select(SourceLink, Source)
        .join(Source, col(Source.id) == col(SourceLink.source_id))
        .where(col(SourceLink.version_id).in_(version_ids))
        .order_by(col(Source.citation), col(SourceLink.id))
    )
    return found.all()


async def names(session: AsyncSession, member_ids: Collection[UUID]) -> dict[UUID, str]:
    """Members' names by id."""
    found = await session.exec(
        select(Member.id, Member.display_name).where(col(Member.id).in_(member_ids))
    )
    return dict(found.all())
