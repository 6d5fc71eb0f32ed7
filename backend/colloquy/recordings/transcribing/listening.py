"""What a worker does with a transcription: gets the model, listens on, keeps each segment."""

import time
from pathlib import Path

from anyio import to_thread

from colloquy.core.files import telling_when_full
from colloquy.core.settings import Settings
from colloquy.core.work import JobContext
from colloquy.recordings.engines.bundled import model_place
from colloquy.recordings.engines.loaded import loaded
from colloquy.recordings.engines.models import resolve
from colloquy.recordings.engines.protocol import Hearing, Options, Transcriber
from colloquy.recordings.models import Recording, Transcript
from colloquy.recordings.transcribing.heard import Heard
from colloquy.recordings.transcript import Segment

# how the bar is shared: the model may have to be fetched first
FETCHED = 0.1
# of a recording, before its pace says how much time is left
TELLING_SECONDS = 30.0
HEARD_IS_SAFE = "The recording is safe, and so is what has been heard of it so far."


async def prepare(context: JobContext, transcript: Transcript, settings: Settings) -> Transcriber:
    """The engine with its model in it, fetched first where it is not here."""
    told: list[tuple[int, int]] = [(0, 1)]

    def fetch() -> Path:
        return resolve(
            model_place(transcript.model),
            transcript.engine,
            settings.models_cache,
            lambda done, total: told.append((done, total)),
        )

    path = await context.watch(
        to_thread.run_sync(fetch),
        lambda: (
            FETCHED * told[-1][0] / max(1, told[-1][1]),
            f"Fetching the speech model “{transcript.model}”",
        ),
    )
    return await to_thread.run_sync(loaded, transcript.engine, path)


def options_of(transcript: Transcript, recording: Recording, start: float) -> Options:
    """How to listen, as it was asked for, from a second of the recording on."""
    return Options(
        language=transcript.language or None,
        is_multilingual=bool(transcript.settings.get("several_languages")),
        hotwords=transcript.settings.get("hotwords"),
        start=start,
        duration=recording.duration,
    )


async def listen(
    context: JobContext, hearing: Hearing, heard: Heard, segments: list[Segment], start: float
) -> float:
    """Hear to the end, keeping each segment as it comes; returns the seconds that it took."""
    stream = iter(hearing)
    done = object()
    began = time.monotonic()
    with telling_when_full(HEARD_IS_SAFE):
        while True:
            segment = await to_thread.run_sync(next, stream, done)
            took = time.monotonic() - began
            if not isinstance(segment, Segment):
                return took
            share = segment.end / max(hearing.duration, 0.001)
            # before the segment is kept: a worker that lost the job must not write into the file
            await context.progress(
                FETCHED + (1 - FETCHED) * share, _said(segment.end, hearing.duration, start, took)
            )
            heard.add(segment)
            segments.append(segment)


def _said(at: float, duration: float, start: float, took: float) -> str:
    words = f"{_clock(at)} of {_clock(duration)} heard"
    if at - start < TELLING_SECONDS:
        return words
    minutes = round(took / (at - start) * (duration - at) / 60)
    return f"{words}, {_left(minutes)}"


def _left(minutes: int) -> str:
    if minutes < 1:
        return "less than a minute left"
    return "about a minute left" if minutes == 1 else f"about {minutes} minutes left"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
