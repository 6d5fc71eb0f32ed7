"""HTTP: mechanisms, versions and their differences, lineage, sources and the notation."""

from uuid import UUID

from fastapi import APIRouter

from colloquy.core.web import SessionDep
from colloquy.theory import configurations, differing, reading, service, sources
from colloquy.theory.dependencies import Editor, MechanismDep, Reader, VersionDep
from colloquy.theory.models import LineageKind
from colloquy.theory.schemas import (
    EdgeCreate,
    EdgeRead,
    ElementsIn,
    Lineage,
    MechanismCreate,
    MechanismDetail,
    MechanismRead,
    NotationIn,
    Parsed,
    RetireNote,
    SourceCreate,
    SourceLinkCreate,
    SourceLinkRead,
    SourceRead,
    Told,
    VersionDifferences,
    VersionIn,
    VersionRead,
    VersionSave,
)

router = APIRouter(prefix="/api/studies/{study_id}", tags=["theory"])


@router.get("/mechanisms")
async def list_mechanisms(actor: Reader, session: SessionDep) -> list[MechanismRead]:
    """Every mechanism with its newest version; the panel's list holds frozen versions only."""
    return await reading.list_mechanisms(session, actor)


@router.post("/mechanisms", status_code=201)
async def create_mechanism(
    body: MechanismCreate, actor: Editor, session: SessionDep
) -> MechanismDetail:
    """Write a new mechanism."""
    version = await service.create_mechanism(session, actor, body.stage_id, body)
    if body.arises_from:
        await service.add_edge(
            session,
            actor,
            LineageKind.ARISES_FROM,
            from_version_id=None,
            to_version_id=version.id,
            note=body.arises_from,
        )
    mechanism = await service.find_mechanism(session, actor.study_id, version.mechanism_id)
    return await reading.read_mechanism(session, actor, mechanism)


@router.get("/mechanisms/{mechanism_id}")
async def read_mechanism(
    mechanism: MechanismDep, actor: Reader, session: SessionDep
) -> MechanismDetail:
    """A mechanism with all its versions, its lineage and its sources."""
    return await reading.read_mechanism(session, actor, mechanism)


@router.put("/mechanisms/{mechanism_id}")
async def save_mechanism(
    body: VersionSave, mechanism: MechanismDep, actor: Editor, session: SessionDep
) -> MechanismDetail:
    """Save an edit: a draft is edited in place, a frozen version gets a next one."""
    await service.save(session, actor, mechanism, body)
    return await reading.read_mechanism(session, actor, mechanism)


@router.post("/mechanisms/{mechanism_id}/retire")
async def retire_mechanism(
    body: RetireNote, mechanism: MechanismDep, actor: Editor, session: SessionDep
) -> MechanismDetail:
    """End a mechanism and say why; its words stay."""
    await service.retire_with_note(session, actor, mechanism, body.note)
    return await reading.read_mechanism(session, actor, mechanism)


@router.post("/mechanisms/{mechanism_id}/reinstate")
async def reinstate_mechanism(
    mechanism: MechanismDep, actor: Editor, session: SessionDep
) -> MechanismDetail:
    """Take a retirement back."""
    await service.reinstate(session, actor, mechanism)
    return await reading.read_mechanism(session, actor, mechanism)


@router.get("/versions/{version_id}")
async def read_version(version: VersionDep, actor: Reader, session: SessionDep) -> VersionRead:
    """One version whole."""
    return (await reading.read_versions(session, actor.study_id, [version.id]))[version.id]


@router.get("/versions/{version_id}/differences")
async def read_differences(
    version: VersionDep, actor: Reader, session: SessionDep, against: UUID | None = None
) -> VersionDifferences:
    """What this version changed: against another one, or against the one before it."""
    before = await differing.find_against(session, actor, version, against)
    return await differing.compare_versions(session, before, version)


@router.get("/versions/{version_id}/differences/stage")
async def read_differences_of_stage(
    version: VersionDep, actor: Reader, session: SessionDep
) -> VersionDifferences:
    """What changed since the stage before; without a `before` the mechanism began in this stage."""
    before = await differing.find_earlier_stage(session, actor, version)
    return await differing.compare_versions(session, before, version)


@router.post("/versions/{version_id}/differences")
async def compare_unsaved(
    body: VersionIn, version: VersionDep, _actor: Editor, session: SessionDep
) -> VersionDifferences:
    """What words that are not saved yet would change in this version."""
    return await differing.compare_unsaved(session, version, body)


@router.get("/versions/{version_id}/sources")
async def list_version_sources(version: VersionDep, session: SessionDep) -> list[SourceLinkRead]:
    """The sources behind a version."""
    return await sources.read_links(session, [version.id])


@router.post("/versions/{version_id}/sources", status_code=201)
async def link_source(
    body: SourceLinkCreate, version: VersionDep, actor: Editor, session: SessionDep
) -> list[SourceLinkRead]:
    """Put a source behind a version."""
    await sources.link_source(session, actor, version, body)
    return await sources.read_links(session, [version.id])


@router.delete("/versions/{version_id}/sources/{link_id}", status_code=204)
async def unlink_source(
    link_id: UUID, version: VersionDep, actor: Editor, session: SessionDep
) -> None:
    """Take a source from behind a version."""
    await sources.unlink_source(session, actor, version, link_id)


@router.get("/sources")
async def list_sources(actor: Reader, session: SessionDep) -> list[SourceRead]:
    """The study's sources."""
    return await sources.list_sources(session, actor.study_id)


@router.post("/sources", status_code=201)
async def add_source(body: SourceCreate, actor: Editor, session: SessionDep) -> SourceRead:
    """Add a source."""
    return sources.read_source(await sources.add_source(session, actor, body))


@router.get("/lineage")
async def read_lineage(actor: Reader, session: SessionDep) -> Lineage:
    """The whole lineage: stages, versions and what joins them."""
    return await reading.read_lineage(session, actor)


@router.post("/lineage", status_code=201)
async def add_edge(body: EdgeCreate, actor: Editor, session: SessionDep) -> EdgeRead:
    """Add a link to the lineage by hand."""
    edge = await service.add_edge(
        session,
        actor,
        body.kind,
        from_version_id=body.from_version_id,
        to_version_id=body.to_version_id,
        is_part=body.is_part,
        note=body.note,
    )
    return await reading.read_edge(session, actor, edge)


@router.delete("/lineage/{edge_id}", status_code=204)
async def remove_edge(edge_id: UUID, actor: Editor, session: SessionDep) -> None:
    """Take a link of the lineage back."""
    await service.remove_edge(session, actor, edge_id)


@router.post("/cmocs/parse")
async def parse_notation(body: NotationIn, _actor: Editor) -> Parsed:
    """Read notation; a mistake is answered with its line and column."""
    return Parsed(
        cmocs=[configurations.tell(one) for one in configurations.read_notation(body.text)]
    )


@router.post("/cmocs/format")
async def format_notation(body: ElementsIn, _actor: Editor) -> Told:
    """Write elements as notation and tell them in a sentence."""
    return configurations.tell(configurations.make_configuration(body.elements))
