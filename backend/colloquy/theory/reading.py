"""Mechanisms, versions and lineage, put together for reading."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.methods import notation
from colloquy.studies.models import Stage
from colloquy.studies.queries import stages as list_stages
from colloquy.theory import policy, queries
from colloquy.theory.configurations import make_configuration
from colloquy.theory.models import (
    Cmoc,
    CmocElement,
    Level,
    LineageEdge,
    LineageKind,
    Mechanism,
    MechanismVersion,
    Presence,
)
from colloquy.theory.schemas import (
    CmocRead,
    EdgeRead,
    ElementRead,
    Lineage,
    LineageNode,
    LineageStage,
    MechanismDetail,
    MechanismRead,
    Status,
    VersionLabel,
    VersionRead,
)
from colloquy.theory.sources import read_links


async def read_versions(
    session: AsyncSession, study_id: UUID, ids: Collection[UUID]
) -> dict[UUID, VersionRead]:
    """Versions whole, by id; ids of other studies are left out."""
    return await _put_together(
        session, study_id, await queries.versions(session, study_id, set(ids))
    )


async def current_versions(
    session: AsyncSession, study_id: UUID, *, frozen_only: bool = False
) -> dict[UUID, MechanismVersion]:
    """The newest version of every mechanism that is not retired, by mechanism, in their order."""
    living = {
        mechanism.id
        for mechanism in await queries.mechanisms(session, study_id)
        if not policy.is_retired(mechanism)
    }
    newest = await queries.newest_versions(session, study_id, frozen_only=frozen_only)
    return {version.mechanism_id: version for version in newest if version.mechanism_id in living}


async def list_mechanisms(session: AsyncSession, actor: Actor) -> list[MechanismRead]:
    """Every mechanism with its newest version that this member may see, retired ones too."""
    newest = await queries.newest_versions(
        session, actor.study_id, frozen_only=not policy.can_see_drafts(actor)
    )
    versions = await _put_together(session, actor.study_id, newest)
    current = {version.mechanism_id: versions[version.id] for version in newest}
    return [
        MechanismRead(
            id=mechanism.id,
            position=mechanism.position,
            status=_status(mechanism, current[mechanism.id]),
            retired_at=mechanism.retired_at,
            current=current[mechanism.id],
        )
        for mechanism in await queries.mechanisms(session, actor.study_id)
        if mechanism.id in current
    ]


async def read_mechanism(
    session: AsyncSession, actor: Actor, mechanism: Mechanism
) -> MechanismDetail:
    """A mechanism with the versions, links and sources that this member may see."""
    rows = await queries.versions_of(
        session, mechanism.id, frozen_only=not policy.can_see_drafts(actor)
    )
    versions = await _put_together(session, actor.study_id, rows)
    edges = await queries.edges_of(session, list(versions))
    newest_first = [versions[row.id] for row in rows]
    return MechanismDetail(
        id=mechanism.id,
        position=mechanism.position,
        status=_status(mechanism, newest_first[0]),
        retired_at=mechanism.retired_at,
        versions=newest_first,
        edges=await _read_edges(session, actor, edges),
        sources=await read_links(session, list(versions)),
    )


async def read_lineage(session: AsyncSession, actor: Actor) -> Lineage:
    """Stages as columns, the versions this member may see as nodes, and what joins them."""
    stages = await list_stages(session, actor.study_id)
    retired = {
        mechanism.id
        for mechanism in await queries.mechanisms(session, actor.study_id)
        if policy.is_retired(mechanism)
    }
    rows = await queries.versions_of_study(
        session, actor.study_id, frozen_only=not policy.can_see_drafts(actor)
    )
    labels = _labels(rows, stages)
    return Lineage(
        stages=[LineageStage(id=one.id, label=one.label, title=one.title) for one in stages],
        nodes=[
            LineageNode(
                **labels[row.id].model_dump(),
                papers=row.papers,
                is_frozen=policy.is_frozen(row),
                is_retired=row.mechanism_id in retired,
            )
            for row in rows
        ],
        edges=_edges(await queries.edges_of_study(session, actor.study_id), labels),
    )


async def read_edge(session: AsyncSession, actor: Actor, edge: LineageEdge) -> EdgeRead:
    """A link of the lineage with both its ends named."""
    return (await _read_edges(session, actor, [edge]))[0]


async def label_version(session: AsyncSession, version: MechanismVersion) -> VersionLabel:
    """Enough of a version to name it."""
    return _labels([version], await list_stages(session, version.study_id))[version.id]


async def _read_edges(
    session: AsyncSession, actor: Actor, edges: Sequence[LineageEdge]
) -> list[EdgeRead]:
    ends = {end for edge in edges for end in (edge.from_version_id, edge.to_version_id) if end}
    rows = [
        row
        for row in await queries.versions(session, actor.study_id, ends)
        if policy.can_see_version(actor, row)
    ]
    return _edges(edges, _labels(rows, await list_stages(session, actor.study_id)))


def _edges(edges: Sequence[LineageEdge], labels: dict[UUID, VersionLabel]) -> list[EdgeRead]:
    """The edges both of whose ends may be seen."""
    return [
        EdgeRead(
            id=edge.id,
            kind=LineageKind(edge.kind),
            is_part=edge.is_part,
            note=edge.note,
            before=labels[edge.from_version_id] if edge.from_version_id else None,
            after=labels[edge.to_version_id] if edge.to_version_id else None,
        )
        for edge in edges
        if all(end is None or end in labels for end in (edge.from_version_id, edge.to_version_id))
    ]


def _labels(rows: Sequence[MechanismVersion], stages: Sequence[Stage]) -> dict[UUID, VersionLabel]:
    stage_labels = {stage.id: stage.label for stage in stages}
    return {
        row.id: VersionLabel(
            id=row.id,
            mechanism_id=row.mechanism_id,
            number=row.number,
            title=row.title,
            stage_id=row.stage_id,
            stage_label=stage_labels[row.stage_id],
        )
        for row in rows
    }


async def _put_together(
    session: AsyncSession, study_id: UUID, rows: Sequence[MechanismVersion]
) -> dict[UUID, VersionRead]:
    ids = [row.id for row in rows]
    stages = {stage.id: stage.label for stage in await list_stages(session, study_id)}
    names = await queries.names(session, {row.saved_by_id for row in rows if row.saved_by_id})
    cmocs = await _read_cmocs(session, ids)
    return {
        row.id: VersionRead(
            id=row.id,
            mechanism_id=row.mechanism_id,
            number=row.number,
            stage_id=row.stage_id,
            stage_label=stages[row.stage_id],
            title=row.title,
            definition=row.definition,
            plain_summary=row.plain_summary,
            change_note=row.change_note,
            papers=row.papers,
            revision=row.revision,
            saved_at=row.saved_at,
            saved_by=names.get(row.saved_by_id, "") if row.saved_by_id else "",
            is_frozen=policy.is_frozen(row),
            frozen_because=row.frozen_because,
            created_at=row.created_at,
            cmocs=cmocs[row.id],
        )
        for row in rows
    }


async def _read_cmocs(
    session: AsyncSession, version_ids: Sequence[UUID]
) -> defaultdict[UUID, list[CmocRead]]:
    elements: defaultdict[UUID, list[CmocElement]] = defaultdict(list)
    for element in await queries.elements(session, version_ids):
        elements[element.cmoc_id].append(element)
    by_version: defaultdict[UUID, list[CmocRead]] = defaultdict(list)
    for cmoc in await queries.cmocs(session, version_ids):
        by_version[cmoc.version_id].append(_read_cmoc(cmoc, elements[cmoc.id]))
    return by_version


def _read_cmoc(cmoc: Cmoc, elements: Sequence[CmocElement]) -> CmocRead:
    configuration = make_configuration(elements)
    return CmocRead(
        id=cmoc.id,
        level=Level(cmoc.level) if cmoc.level else None,
        tells_of=Presence(cmoc.tells_of),
        notation=notation.format(configuration),
        sentence=notation.sentence(configuration),
        elements=[
            ElementRead.model_validate(element, from_attributes=True) for element in elements
        ],
    )


def _status(mechanism: Mechanism, current: VersionRead) -> Status:
    if policy.is_retired(mechanism):
        return "retired"
    return "frozen" if current.is_frozen else "draft"
