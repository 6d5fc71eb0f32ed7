"""Who waits, how long it takes, and what may be chosen, put together for reading."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.jobs import Job
from colloquy.core.settings import Settings
from colloquy.recordings import policy, queries
from colloquy.recordings.engines.languages import LANGUAGES
from colloquy.recordings.engines.models import KNOWN
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.schemas import HeardSegment, PlaceInLine, TranscriptionOptions
from colloquy.recordings.transcribing.heard import heard_of
from colloquy.recordings.transcribing.line import InLine, places
from colloquy.recordings.transcribing.listening import FETCHED
from colloquy.recordings.transcribing.machine import this_machine
from colloquy.recordings.transcribing.options import model_options
from colloquy.recordings.transcribing.pace import Key, Pace, measured_paces, pace
from colloquy.recordings.transcribing.study_words import words_to_expect

# enough to have met every model in use a few times
NEWEST = 200
SHOWN = 12


async def read_options(
    session: AsyncSession, study_id: UUID, settings: Settings
) -> TranscriptionOptions:
    """What may be chosen before a recording of this study is transcribed."""
    return TranscriptionOptions(
        models=model_options(settings, await _measured(session)),
        languages=list(LANGUAGES),
        language=settings.language,
        words=await words_to_expect(session, study_id),
    )


async def read_line(session: AsyncSession) -> dict[UUID, PlaceInLine]:
    """Every transcription that waits or runs, of whatever study, by the transcript's id."""
    rows = await queries.in_line(session)
    if not rows:
        return {}
    measured = await _measured(session)
    speeds = {transcript.id: _pace(transcript, measured) for _, transcript, _ in rows}
    line = [
        InLine(
            transcript.id,
            policy.is_running(job),
            _sound_left(job, recording) * speeds[transcript.id].seconds,
        )
        for job, transcript, recording in rows
    ]
    are_measured = all(speed.is_measured for speed in speeds.values())
    return {
        transcript_id: PlaceInLine(
            number=place.number,
            starts_in=round(place.starts_in, 1),
            ends_in=round(place.ends_in, 1),
            is_measured=are_measured,
        )
        for transcript_id, place in places(line).items()
    }


def read_heard(settings: Settings, transcript: Transcript) -> list[HeardSegment]:
    """The words that the engine heard last."""
    return [
        HeardSegment(start=segment.start, end=segment.end, text=segment.text)
        for segment in heard_of(settings, transcript).newest(SHOWN)
    ]


async def _measured(session: AsyncSession) -> dict[Key, float]:
    return measured_paces(await queries.timed(session, NEWEST))


def _pace(transcript: Transcript, measured: Mapping[Key, float]) -> Pace:
    known = KNOWN.get(transcript.model)
    size = known.megabytes if known else 0
    return pace((transcript.engine, transcript.model), size, measured, this_machine())


def _sound_left(job: Job, recording: Recording) -> float:
    share = max(0.0, (job.progress - FETCHED) / (1 - FETCHED))
    return recording.duration * (1 - share)
