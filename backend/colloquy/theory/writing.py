"""Putting a version's words into rows, and finding out whether they are there already."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.studies.models import Stage
from colloquy.theory import policy, queries
from colloquy.theory.configurations import Written, make_configuration, read_cmocs
from colloquy.theory.models import (
    FROZEN,
    Cmoc,
    CmocElement,
    Level,
    Mechanism,
    MechanismVersion,
    Presence,
    SourceLink,
)
from colloquy.theory.schemas import VersionIn


async def write_version(
    session: AsyncSession,
    actor: Actor,
    mechanism: Mechanism,
    stage: Stage,
    given: VersionIn,
    before: MechanismVersion | None = None,
) -> MechanismVersion:
    """Add the version after `before`, or the first."""
    written = read_cmocs(given.cmocs)
    version = MechanismVersion(
        study_id=actor.study_id,
        mechanism_id=mechanism.id,
        stage_id=stage.id,
        number=before.number + 1 if before else 1,
        title=given.title,
        definition=given.definition,
        plain_summary=given.plain_summary,
        change_note=given.change_note,
        papers=choose_papers(given, before),
        author_id=actor.member_id,
        saved_by_id=actor.member_id,
    )
    session.add(version)
    await session.flush()
    await add_cmocs(session, version.id, written)
    return version


async def rewrite_draft(
    session: AsyncSession,
    actor: Actor,
    version: MechanismVersion,
    given: VersionIn,
    written: Sequence[Written],
) -> None:
    """Put other words into a draft; a frozen version is a `Conflict`."""
    if policy.is_frozen(version):
        raise Conflict(FROZEN)
    version.title, version.change_note = given.title, given.change_note
    version.definition, version.plain_summary = given.definition, given.plain_summary
    version.papers = choose_papers(given, version)
    version.revision += 1
    version.saved_at, version.saved_by_id = now(), actor.member_id
    session.add(version)
    await queries.remove_cmocs(session, version.id)
    await add_cmocs(session, version.id, written)


async def carry_sources(
    session: AsyncSession, before: MechanismVersion, version: MechanismVersion
) -> None:
    """What stood behind a version stands behind the next, until somebody says otherwise."""
    session.add_all(
        SourceLink(
            source_id=link.source_id, version_id=version.id, extract=link.extract, page=link.page
        )
        for link, _ in await queries.links(session, [before.id])
    )
    await session.flush()


async def says_the_same(
    session: AsyncSession, saved: MechanismVersion, given: VersionIn, written: Sequence[Written]
) -> bool:
    """True when every word is saved already; the note on a change counts only in a draft."""
    has_same_words = (saved.title, saved.definition, saved.plain_summary, saved.papers) == (
        given.title,
        given.definition,
        given.plain_summary,
        choose_papers(given, saved),
    )
    has_same_note = policy.is_frozen(saved) or saved.change_note == given.change_note
    return (
        has_same_words and has_same_note and await read_written(session, saved.id) == list(written)
    )


async def read_written(session: AsyncSession, version_id: UUID) -> list[Written]:
    """The configurations of a version, in order."""
    by_cmoc: defaultdict[UUID, list[CmocElement]] = defaultdict(list)
    for element in await queries.elements(session, [version_id]):
        by_cmoc[element.cmoc_id].append(element)
    return [
        Written(
            make_configuration(by_cmoc[cmoc.id]),
            Level(cmoc.level) if cmoc.level else None,
            Presence(cmoc.tells_of),
        )
        for cmoc in await queries.cmocs(session, [version_id])
    ]


def choose_papers(given: VersionIn, before: MechanismVersion | None) -> int | None:
    """The count that was sent; where none was, the one before stays."""
    if before and "papers" not in given.model_fields_set:
        return before.papers
    return given.papers


async def add_cmocs(session: AsyncSession, version_id: UUID, written: Sequence[Written]) -> None:
    """Add configurations to a version that has none."""
    rows = [
        Cmoc(version_id=version_id, position=place, level=one.level, tells_of=one.tells_of)
        for place, one in enumerate(written)
    ]
    session.add_all(rows)
    await session.flush()
    session.add_all(
        CmocElement(
            cmoc_id=row.id,
            position=place,
            kind=element.kind,
            polarity=element.polarity,
            text=element.text,
        )
        for row, one in zip(rows, written, strict=True)
        for place, element in enumerate(one.elements)
    )
    await session.flush()
