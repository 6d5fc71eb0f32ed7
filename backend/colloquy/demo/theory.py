"""How the theory moved: four lists of mechanisms and the lineage between them."""

from uuid import UUID

from colloquy.demo.content import read
from colloquy.demo.shapes import CmocWords, ListWords, Origin, StudyWords, VersionWords
from colloquy.demo.story import Story
from colloquy.theory.models import LineageKind, MechanismVersion
from colloquy.theory.schemas import (
    CmocIn,
    SourceCreate,
    SourceLinkCreate,
    VersionIn,
)
from colloquy.theory.service import (
    add_edge,
    create_mechanism,
    find_mechanism,
    find_version,
    freeze,
    make_version,
    retire,
)
from colloquy.theory.sources import add_source, link_source

ENDED_AT: dict[str, tuple[str, ...]] = {
    "1b-first": ("trust", "communication", "advocacy", "teamwork", "ownership", "liaison"),
    "1b-second": ("narratives",),
    "2": ("planning", "adaptability"),
}
"""Which mechanisms went wholly into others, by the list that they are no longer in."""


async def write_list(story: Story, name: str, day: int) -> None:
    """Write the next list of mechanisms, with where each of them came from."""
    words = read(ListWords, f"mechanisms-{name}")
    with story.on(day):
        for version in words.version:
            story.versions[name, version.key] = (
                await _write(story, story.stages[words.stage], version)
            ).id
        for version in words.version:
            for origin in version.origins:
                await _draw(story, words, origin, (name, version.key))
        for key in ENDED_AT.get(name, ()):
            mechanism = await find_mechanism(story.session, story.study.id, story.mechanisms[key])
            await retire(story.session, story.lead, mechanism)


async def put_before_panel(story: Story, name: str, day: int, because: str) -> None:
    """Freeze a list that was talked about without a round."""
    ids = [version_id for (of, _), version_id in story.versions.items() if of == name]
    with story.on(day):
        await freeze(story.session, story.lead, ids, because)


async def cite_report(story: Story, day: int) -> None:
    """Put the report that the structure comes from behind every version of the last list."""
    words = read(StudyWords, "study").source
    with story.on(day):
        source = await add_source(
            story.session,
            story.lead,
            SourceCreate(citation=words.citation, doi=words.doi, year=words.year),
        )
        link = SourceLinkCreate(source_id=source.id, extract=words.extract)
        for (name, _), version_id in story.versions.items():
            if name == "2":
                version = await find_version(story.session, story.study.id, version_id)
                await link_source(story.session, story.lead, version, link)


def cmoc_in(words: CmocWords | str) -> CmocIn:
    """A configuration as the theory takes it in."""
    if isinstance(words, str):
        return CmocIn(notation=words)
    return CmocIn(notation=words.notation, level=words.level, tells_of=words.tells_of)


async def _write(story: Story, stage_id: UUID, words: VersionWords) -> MechanismVersion:
    given = VersionIn(
        title=words.title,
        definition=words.definition,
        plain_summary=words.plain_summary,
        change_note=words.change_note,
        papers=words.papers,
        cmocs=[cmoc_in(cmoc) for cmoc in words.cmocs],
    )
    writer = story.actors["researcher"]
    if known := story.mechanisms.get(words.key):
        mechanism = await find_mechanism(story.session, story.study.id, known)
        return await make_version(story.session, writer, mechanism, stage_id, given)
    version = await create_mechanism(story.session, writer, stage_id, given)
    story.mechanisms[words.key] = version.mechanism_id
    return version


async def _draw(story: Story, words: ListWords, origin: Origin, to: tuple[str, str]) -> None:
    before = story.versions[words.before, origin.key] if origin.key else None
    await add_edge(
        story.session,
        story.actors["researcher"],
        LineageKind(origin.kind),
        from_version_id=before,
        to_version_id=story.versions[to],
        is_part=origin.part,
        note=origin.note,
    )
