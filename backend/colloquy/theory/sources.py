"""The sources behind the theory: papers, reports, and what they say."""

import re
from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict, FieldProblem, Invalid, NotFound
from colloquy.theory import queries
from colloquy.theory.models import MechanismVersion, Source, SourceLink
from colloquy.theory.schemas import (
    SourceCreate,
    SourceLinkCreate,
    SourceLinkRead,
    SourceRead,
)

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


async def list_sources(session: AsyncSession, study_id: UUID) -> list[SourceRead]:
    """A study's sources by citation."""
    return [read_source(source) for source in await queries.sources(session, study_id)]


async def add_source(session: AsyncSession, actor: Actor, given: SourceCreate) -> Source:
    """Add a source; a DOI that is there already is a `Conflict`."""
    doi = _clean_doi(given.doi)
    if doi and (same := await queries.source_with_doi(session, actor.study_id, doi)):
        raise Conflict(f"A source with this DOI is there already: {same.citation}")
    source = Source(study_id=actor.study_id, citation=given.citation, doi=doi, year=given.year)
    session.add(source)
    await session.flush()
    record(session, actor, "theory:source:added", source.id, doi=doi)
    return source


async def link_source(
    session: AsyncSession, actor: Actor, version: MechanismVersion, given: SourceLinkCreate
) -> SourceLink:
    """Put a source behind a version, frozen or not; a second time replaces what it says."""
    source = await queries.source(session, actor.study_id, given.source_id)
    if source is None:
        raise NotFound("There is no such source in this study.")
    found = [link for link, _ in await queries.links(session, [version.id])]
    link = next((one for one in found if one.source_id == source.id), None) or SourceLink(
        source_id=source.id, version_id=version.id
    )
    link.extract, link.page = given.extract, given.page
    session.add(link)
    await session.flush()
    record(session, actor, "theory:source:linked", link.id, version=str(version.id))
    return link


async def unlink_source(
    session: AsyncSession, actor: Actor, version: MechanismVersion, link_id: UUID
) -> None:
    """Take a source from behind a version; the source itself stays."""
    found = [link for link, _ in await queries.links(session, [version.id]) if link.id == link_id]
    if not found:
        raise NotFound("This source does not stand behind this version.")
    await session.delete(found[0])
    record(session, actor, "theory:source:unlinked", link_id, version=str(version.id))


async def read_links(session: AsyncSession, version_ids: Sequence[UUID]) -> list[SourceLinkRead]:
    """What stands behind some versions, by citation."""
    return [
        SourceLinkRead(
            id=link.id,
            version_id=link.version_id,
            extract=link.extract,
            page=link.page,
            source=read_source(source),
        )
        for link, source in await queries.links(session, version_ids)
    ]


def read_source(source: Source) -> SourceRead:
    """A source as it is shown."""
    return SourceRead.model_validate(source, from_attributes=True)


def _clean_doi(given: str) -> str:
    """A DOI without its resolver, so that one paper is not kept twice."""
    if not given.strip():
        return ""
    match = _DOI.fullmatch(given.strip())
    if match is None:
        raise Invalid(
            "This is not a DOI. It begins with “10.”, such as 10.3310/WPNG1013.",
            [FieldProblem("doi", "A DOI begins with “10.” and has a slash.")],
        )
    return match[1]
