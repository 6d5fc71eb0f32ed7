"""The verbs of the theory: write mechanisms, save versions, freeze them, and say what came of what."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Invalid, NotFound
from colloquy.core.events import announce
from colloquy.studies.models import Stage
from colloquy.studies.service import current_stage, find_stage
from colloquy.theory import policy, queries
from colloquy.theory.configurations import read_cmocs
from colloquy.theory.messages import EdgeRemoving
from colloquy.theory.models import LineageEdge, LineageKind, Mechanism, MechanismVersion
from colloquy.theory.schemas import VersionIn, VersionSave
from colloquy.theory.writing import carry_sources, rewrite_draft, says_the_same, write_version


async def find_mechanism(session: AsyncSession, study_id: UUID, mechanism_id: UUID) -> Mechanism:
    """A mechanism of this study, or `NotFound`."""
    mechanism = await queries.mechanism(session, study_id, mechanism_id)
    if mechanism is None:
        raise NotFound("There is no such mechanism in this study.")
    return mechanism


async def find_version(session: AsyncSession, study_id: UUID, version_id: UUID) -> MechanismVersion:
    """A version of this study, or `NotFound`."""
    version = await queries.version(session, study_id, version_id)
    if version is None:
        raise NotFound("There is no such version in this study.")
    return version


async def read_versions(
    session: AsyncSession, study_id: UUID, ids: Collection[UUID]
) -> dict[UUID, MechanismVersion]:
    """Versions of this study by id."""
    return {version.id: version for version in await queries.versions(session, study_id, ids)}


async def is_visible(session: AsyncSession, actor: Actor, mechanism: Mechanism) -> bool:
    """True when the member may see at least one version of it."""
    if policy.can_see_drafts(actor):
        return True
    return bool(await queries.versions_of(session, mechanism.id, frozen_only=True))


async def create_mechanism(
    session: AsyncSession, actor: Actor, stage_id: UUID | None, given: VersionIn
) -> MechanismVersion:
    """Begin a mechanism with its first version; without a stage it enters the current one."""
    stage = await _stage(session, actor, stage_id)
    mechanism = Mechanism(
        study_id=actor.study_id, position=await queries.next_position(session, actor.study_id)
    )
    session.add(mechanism)
    await session.flush()
    version = await write_version(session, actor, mechanism, stage, given)
    record(session, actor, "theory:mechanism:created", mechanism.id, title=version.title)
    return version


async def make_version(
    session: AsyncSession,
    actor: Actor,
    mechanism: Mechanism,
    stage_id: UUID | None,
    given: VersionIn,
) -> MechanismVersion:
    """Write the next version, whatever the state of the one before; sources behind it come along.

    It draws no edge of the lineage: the caller knows what kind it is.
    """
    _refuse_retired(mechanism)
    await queries.lock_mechanism(session, mechanism.id)
    before = await queries.newest_version(session, mechanism.id)
    version = await write_version(
        session,
        actor,
        mechanism,
        await _stage(session, actor, stage_id),
        given,
        before,
    )
    await carry_sources(session, before, version)
    record(session, actor, "theory:version:made", version.id, title=version.title)
    return version


async def save(
    session: AsyncSession, actor: Actor, mechanism: Mechanism, given: VersionSave
) -> MechanismVersion:
    """Keep an edit: in a draft in place, after a frozen version as the next one.

    An edit of words that somebody else has replaced meanwhile is a `Conflict`; one that says what
    is saved already changes nothing, so that a retry is harmless.
    """
    _refuse_retired(mechanism)
    await queries.lock_mechanism(session, mechanism.id)
    newest = await queries.newest_version(session, mechanism.id)
    written = read_cmocs(given.cmocs)
    is_moved = given.stage_id not in (None, newest.stage_id)
    if not is_moved and await says_the_same(session, newest, given, written):
        return newest
    if (newest.id, newest.revision) != (given.based_on, given.revision):
        raise await _overtaken(session, newest)
    if not policy.is_frozen(newest):
        if is_moved:
            newest.stage_id = (await _stage(session, actor, given.stage_id)).id
        await rewrite_draft(session, actor, newest, given, written)
        record(session, actor, "theory:version:edited", newest.id, revision=newest.revision)
        return newest
    version = await make_version(session, actor, mechanism, given.stage_id, given)
    kind = LineageKind.REVISES if version.title == newest.title else LineageKind.RENAMES
    await add_edge(
        session,
        actor,
        kind,
        from_version_id=newest.id,
        to_version_id=version.id,
        note=given.change_note,
    )
    return version


async def freeze(
    session: AsyncSession, actor: Actor, version_ids: Sequence[UUID], because: str
) -> None:
    """Keep versions as they are from now on; those frozen before keep their first reason."""
    wanted = set(version_ids)
    found = await queries.lock_versions(session, actor.study_id, wanted)
    if len(found) != len(wanted):
        raise NotFound("There is no such version in this study.")
    for version in found:
        if not policy.is_frozen(version):
            version.frozen_at, version.frozen_because = now(), because
            session.add(version)
            record(session, actor, "theory:version:frozen", version.id, because=because)


async def retire(session: AsyncSession, actor: Actor, mechanism: Mechanism) -> None:
    """End a mechanism; its words stay. The caller draws the edge that says how it ended."""
    _refuse_retired(mechanism)
    mechanism.retired_at = now()
    session.add(mechanism)
    record(session, actor, "theory:mechanism:retired", mechanism.id)


async def retire_with_note(
    session: AsyncSession, actor: Actor, mechanism: Mechanism, note: str
) -> None:
    """End a mechanism that nothing takes up, and say why in the lineage."""
    await retire(session, actor, mechanism)
    newest = await queries.newest_version(session, mechanism.id)
    await add_edge(
        session,
        actor,
        LineageKind.RETIRES,
        from_version_id=newest.id,
        to_version_id=None,
        note=note,
    )


async def reinstate(session: AsyncSession, actor: Actor, mechanism: Mechanism) -> None:
    """Take a retirement back, and with it the edge that only said so."""
    if not policy.is_retired(mechanism):
        raise Conflict("This mechanism is not retired, so there is nothing to take back.")
    mechanism.retired_at = None
    session.add(mechanism)
    versions = await queries.versions_of(session, mechanism.id, frozen_only=False)
    for edge in await queries.edges_of(session, [version.id for version in versions]):
        if edge.kind == LineageKind.RETIRES:
            await announce(session, EdgeRemoving(edge.id))
            await session.delete(edge)
    record(session, actor, "theory:mechanism:reinstated", mechanism.id)


async def add_edge(  # noqa: PLR0913 - both ends of an edge and what it says
    session: AsyncSession,
    actor: Actor,
    kind: LineageKind,
    *,
    from_version_id: UUID | None,
    to_version_id: UUID | None,
    is_part: bool = False,
    note: str = "",
) -> LineageEdge:
    """Say how a version came about; an edge that says the same already is answered instead."""
    _refuse_loose_ends(kind, from_version_id, to_version_id)
    ends = {end for end in (from_version_id, to_version_id) if end}
    if len(await queries.versions(session, actor.study_id, ends)) != len(ends):
        raise NotFound("There is no such version in this study.")
    edge = LineageEdge(
        study_id=actor.study_id,
        from_version_id=from_version_id,
        to_version_id=to_version_id,
        kind=kind,
        is_part=is_part,
        note=note,
    )
    if same := await queries.same_edge(session, edge):
        return same
    session.add(edge)
    await session.flush()
    record(session, actor, "theory:edge:added", edge.id, kind=kind)
    return edge


async def remove_edge(session: AsyncSession, actor: Actor, edge_id: UUID) -> None:
    """Take a link of the lineage back."""
    edge = await queries.edge(session, actor.study_id, edge_id)
    if edge is None:
        raise NotFound("There is no such link in this study's lineage.")
    await announce(session, EdgeRemoving(edge.id))
    await session.delete(edge)
    record(
        session,
        actor,
        "theory:edge:removed",
        edge.id,
        kind=edge.kind,
        from_version=str(edge.from_version_id),
        to_version=str(edge.to_version_id),
    )


async def _stage(session: AsyncSession, actor: Actor, stage_id: UUID | None) -> Stage:
    if stage_id is None:
        return await current_stage(session, actor.study_id)
    return await find_stage(session, actor.study_id, stage_id)


async def _overtaken(session: AsyncSession, newest: MechanismVersion) -> Conflict:
    ids = [newest.saved_by_id] if newest.saved_by_id else []
    name = next(iter((await queries.names(session, ids)).values()), "Somebody else")
    return Conflict(
        f"{name} saved “{newest.title}” at {newest.saved_at:%H:%M} UTC while you were writing. "
        "Nothing is lost: your words are still in the editor. Compare them with what is saved, "
        "then save again."
    )


def _refuse_retired(mechanism: Mechanism) -> None:
    if policy.is_retired(mechanism):
        raise Conflict("This mechanism is retired. Take the retirement back before you change it.")


def _refuse_loose_ends(kind: LineageKind, before: UUID | None, after: UUID | None) -> None:
    if kind == LineageKind.RETIRES:
        is_whole = before is not None and after is None
    elif kind == LineageKind.ARISES_FROM:
        is_whole = after is not None
    else:
        is_whole = before is not None and after is not None
    if not is_whole or before == after:
        raise Invalid(
            "A link of the lineage needs the version it comes from and the version it leads to; "
            "only a new line may begin, and only a retired one may end, without the other."
        )
