"""The four changes a text can bear: its words, its voices, one passage into two, two into one.

Whatever is anchored to the words is told and follows. Nothing here remembers how it was before:
the verbs in `service` do.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.clock import now
from colloquy.core.errors import Invalid
from colloquy.core.events import announce
from colloquy.core.ids import new_id
from colloquy.methods.word_times import TimedWord, retimed, spread
from colloquy.texts.editing import queries
from colloquy.texts.messages import SegmentDivided, SegmentEdited, SegmentsUniting
from colloquy.texts.models import Segment

Words = list[dict[str, Any]]
STATE = ("text", "speaker_id", "version_id", "start", "end", "words", "confidence", "flags")


def state_of(segment: Segment) -> dict[str, Any]:
    """A passage as the history keeps it."""
    state = {name: getattr(segment, name) for name in STATE}
    return {name: str(value) if isinstance(value, UUID) else value for name, value in state.items()}


def timed_words(segment: Segment, text: str | None = None) -> list[TimedWord]:
    """One timed word for each between blanks of its text; empty where no word has a time."""
    words = [
        TimedWord(word["start"], word["end"], word["text"], word["probability"])
        for word in segment.words or ()
    ]
    return retimed(words, segment.text if text is None else text)


async def put_words(
    session: AsyncSession, actor: Actor, segment: Segment, text: str, words: Words | None = None
) -> bool:
    """Change a passage's words; True when they were others. Times follow unless they are given."""
    before, after = segment.text, text.strip()
    if not after:
        raise Invalid("A passage cannot be empty. The words have not been changed.")
    if after == before:
        return False
    if segment.words:
        segment.words = words or as_rows(_retimed(segment.words, after))
    segment.text, segment.edited_at = after, now()
    session.add(segment)
    await session.flush()
    record(session, actor, "texts:segment:edited", segment.id, document=str(segment.document_id))
    await announce(session, SegmentEdited(segment.id, before, after))
    return True


def put_speaker(
    session: AsyncSession, actor: Actor, segment: Segment, speaker_id: UUID | None
) -> None:
    """Give a passage to a voice, or to nobody known."""
    segment.speaker_id = speaker_id
    segment.confidence, segment.attributed_at = 1.0 if speaker_id else None, now()
    session.add(segment)
    record(
        session,
        actor,
        "texts:segment:attributed",
        segment.id,
        speaker=str(speaker_id) if speaker_id else None,
    )


async def divide(
    session: AsyncSession, actor: Actor, segment: Segment, at: int, second_id: UUID | None = None
) -> Segment:
    """Make two passages of one; answers the second."""
    before = segment.text
    first, second = before[:at].rstrip(), before[at:].lstrip()
    if not first or not second:
        raise Invalid("A passage is split between two of its words. Nothing was changed.")
    times = timed_words(segment) or spread(before, segment.start or 0.0, segment.end or 0.0)
    count = len(first.split())
    await queries.shift_positions(session, segment.document_id, segment.position, 1)
    new = Segment(
        id=second_id or new_id(),
        document_id=segment.document_id,
        position=segment.position + 1,
        text=second,
        speaker_id=segment.speaker_id,
        version_id=segment.version_id,
        start=None if segment.start is None else times[count].start,
        end=segment.end,
        words=as_rows(times[count:]) if segment.words else None,
        confidence=segment.confidence,
        flags=list(segment.flags),
        edited_at=now(),
        attributed_at=segment.attributed_at,
    )
    segment.text, segment.edited_at = first, now()
    segment.words = as_rows(times[:count]) if segment.words else None
    segment.end = segment.end if segment.end is None else times[count - 1].end
    session.add(segment)
    session.add(new)
    await session.flush()
    record(session, actor, "texts:segment:split", segment.id, second=str(new.id))
    await announce(
        session, SegmentDivided(segment.id, new.id, before, len(first), len(before) - len(second))
    )
    return new


async def unite(session: AsyncSession, actor: Actor, first: Segment, second: Segment) -> None:
    """Make one passage of two neighbours; the first one's speaker and mechanism are kept."""
    text = f"{first.text} {second.text}"
    await announce(session, SegmentsUniting(actor, first.id, second.id, text, len(first.text) + 1))
    words = timed_words(first) + timed_words(second)
    is_timed = bool(first.words) and bool(second.words)
    first.words = as_rows(words) if is_timed else None
    first.text, first.edited_at = text, now()
    first.end = first.end if second.end is None else second.end
    first.flags = sorted({*first.flags, *second.flags})
    session.add(first)
    await session.flush()
    await session.delete(second)
    await session.flush()
    await queries.shift_positions(session, first.document_id, first.position, -1)
    record(session, actor, "texts:segment:joined", first.id, second=str(second.id))


def as_rows(words: Sequence[TimedWord]) -> Words:
    """Timed words as a segment keeps them."""
    return [
        {"start": word.start, "end": word.end, "text": word.text, "probability": word.probability}
        for word in words
    ]


def _retimed(words: Words, text: str) -> list[TimedWord]:
    return retimed(
        [TimedWord(w["start"], w["end"], w["text"], w["probability"]) for w in words], text
    )
