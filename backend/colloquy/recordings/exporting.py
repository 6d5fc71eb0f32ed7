"""What stands on the cover of a transcript that leaves: its study, its meeting, its voices."""

from collections import Counter

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.models import Meeting
from colloquy.recordings.formats.cover import Cover, Voice
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.transcript import Transcript as Words
from colloquy.studies.models import Study
from colloquy.studies.queries import groups
from colloquy.texts.reading import read_speakers


async def cover_of(
    session: AsyncSession, transcript: Transcript, recording: Recording, words: Words
) -> Cover:
    """Everything that a reader of the words alone would want to know beside them."""
    study = await session.get_one(Study, transcript.study_id)
    meeting = await session.get(Meeting, recording.meeting_id) if recording.meeting_id else None
    named = {group.id: group.name for group in await groups(session, study.id)}
    found = await read_speakers(session, [transcript.document_id] if transcript.document_id else [])
    group_of = {
        voice.label: named.get(voice.group_id, "") if voice.group_id else ""
        for voice in found.values()
    }
    spoken: Counter[str] = Counter()
    for segment in words.segments:
        if segment.speaker:
            spoken[segment.speaker] += max(0, round(segment.end - segment.start))
    return Cover(
        title=recording.title,
        study=study.title,
        meeting=meeting.title if meeting else "",
        file_name=recording.file_name,
        recorded_at=recording.starts_at,
        voices=tuple(
            Voice(label, group_of.get(label, ""), seconds)
            for label, seconds in spoken.most_common()
        ),
    )
