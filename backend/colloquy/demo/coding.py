"""The codebook, and what the researchers coded of comments and of the transcript."""

from functools import partial
from uuid import UUID

from colloquy.access.actor import Actor
from colloquy.coding.codebook import create_code
from colloquy.coding.schemas import CodeCreate, CodingCreate
from colloquy.coding.service import code_passage
from colloquy.core.ids import new_id
from colloquy.demo.content import read
from colloquy.demo.shapes import Codebook, CodingWords, RefinementWords
from colloquy.demo.story import Story, Told
from colloquy.texts.attribution import passages
from colloquy.texts.models import Segment
from colloquy.texts.service import find_document_made_from


async def write_codebook(story: Story, day: int) -> None:
    """Make the tree of codes."""
    with story.on(day):
        for top in read(Codebook, "codebook").code:
            given = CodeCreate(name=top.name, description=top.description, colour=top.colour)
            parent = await create_code(story.session, story.actors["researcher"], given)
            story.codes[top.name] = parent.id
            for below in top.below:
                given = CodeCreate(
                    name=below.name,
                    description=below.description,
                    colour=top.colour,
                    parent_id=parent.id,
                )
                code = await create_code(story.session, story.actors["researcher"], given)
                story.codes[below.name] = code.id


async def code_comments(story: Story, place: str, coder: str, day: int) -> None:
    """Code what was written in a round, by its list, or in the meeting."""
    with story.on(day, "14:00"):
        for (where, _, _), told in story.told.items():
            if where == place:
                await _code_comment(story, told, story.actors[coder])


async def code_transcript(story: Story, document_id: UUID, day: int) -> None:
    """Code passages of the transcript, found by the second at which they were said."""
    heard = await passages(story.session, document_id)
    with story.on(day, "15:00"):
        for excerpt in read(RefinementWords, "refinement").excerpt:
            said = min(heard, key=partial(_seconds_from, excerpt.at))
            await _code(story, said, excerpt, excerpt.mechanism, story.actors["second"])


def _seconds_from(at: float, said: Segment) -> float:
    return max((said.start or 0.0) - at, at - (said.end or 0.0), 0.0)


async def _code_comment(story: Story, told: Told, coder: Actor) -> None:
    document = await find_document_made_from(story.session, story.study.id, told.comment_id)
    (said,) = await passages(story.session, document.id)
    for words in told.words.coded:
        await _code(story, said, words, words.mechanism or told.mechanism, coder)


async def _code(
    story: Story, said: Segment, words: CodingWords, mechanism: str, coder: Actor
) -> None:
    start = said.text.index(words.words)
    coding = await code_passage(
        story.session,
        coder,
        CodingCreate(
            client_id=new_id(),
            segment_id=said.id,
            start=start,
            end=start + len(words.words) if words.words else len(said.text),
            code_id=story.codes[words.code] if words.code else None,
            mechanism_id=story.mechanisms[mechanism] if mechanism else None,
            element=words.element,
            stance=words.stance,
            memo=words.memo,
        ),
    )
    story.remember(words, coding.id)
