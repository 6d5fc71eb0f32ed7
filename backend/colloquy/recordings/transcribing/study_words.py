"""The words that a study's recordings are likely to hold, for an engine to expect."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.events import announce
from colloquy.recordings.messages import WordsWanted
from colloquy.studies.queries import groups
from colloquy.theory.queries import newest_versions

# Whisper takes 224 tokens at most, which are about as many short words
LONGEST = 600


async def words_to_expect(session: AsyncSession, study_id: UUID) -> str:
    """Titles of mechanisms, names of groups and codes, most telling first, as one line.

    People's names are left out: these words are part of the transcript and of every export.
    """
    versions = await newest_versions(session, study_id, frozen_only=False)
    wanted = WordsWanted(study_id, [version.title for version in versions])
    wanted.words.extend(group.name for group in await groups(session, study_id))
    await announce(session, wanted)
    return in_one_line(wanted.words)


def in_one_line(words: list[str]) -> str:
    """Each word or phrase once, as many as an engine takes in."""
    line = ""
    for word in dict.fromkeys(" ".join(word.split()) for word in words):
        longer = f"{line}, {word}" if line else word
        if word and len(longer) <= LONGEST:
            line = longer
    return line
