"""Captions while the room is recorded: the newest stretch is heard, and what is too old is left out."""

import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from colloquy.capturing.growing import RoomSound
from colloquy.recordings.engines.guard import marked
from colloquy.recordings.engines.protocol import Options, Transcriber
from colloquy.recordings.engines.stretches import quietest
from colloquy.recordings.sound import RATE, Samples

# shorter, and Whisper knows too little of a sentence; longer, and the words come too late
STRETCH_SECONDS = 5.0
LOOK_BACK_SECONDS = 2.0
# more than this behind the room, and it goes on with what is said now
BEHIND_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is listened to at once, and the seconds before it that were left out."""

    samples: Samples
    skipped: float


def next_stretch(sound: RoomSound, *, is_over: bool) -> Stretch | None:
    """The next few seconds, cut where it is quiet; None while there is too little."""
    if sound.seconds < STRETCH_SECONDS and not (is_over and sound.seconds > 0):
        return None
    samples = sound.take()
    skipped = 0.0
    if len(samples) > BEHIND_SECONDS * RATE:
        newest = round(STRETCH_SECONDS * RATE)
        skipped = (len(samples) - newest) / RATE
        samples = samples[-newest:]
    limit = round(STRETCH_SECONDS * RATE)
    if len(samples) < limit:
        return Stretch(samples, skipped)
    cut = quietest(samples[:limit], round(LOOK_BACK_SECONDS * RATE))
    sound.put_back(samples[cut:])
    return Stretch(samples[:cut], skipped)


def words_of(engine: Transcriber, samples: Samples, language: str) -> str:
    """What an engine hears; what it is known to invent is left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stretch.wav"
        _write(path, samples)
        options = Options(language=language or None, has_word_times=False)
        heard = list(engine.transcribe(path, options))
    return " ".join(segment.text.strip() for segment in marked(heard) if not segment.flags)


def _write(path: Path, samples: Samples) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
