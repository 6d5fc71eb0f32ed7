"""What a sound file is, by its content and not by its name, and its samples a little at a time."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import av
import av.error
import av.logging
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer

from colloquy.recordings.completeness import (
    has_broken_end,
    looks_like_unfinished_mp4,
    says_too_little,
    stated_seconds,
)
from colloquy.recordings.errors import (
    AudioCutOff,
    AudioEmpty,
    AudioUnreadable,
    NoSoundTrack,
)
from colloquy.recordings.resampling import Clock, Samples, resampled


class SupportsRead(Protocol):
    """Sound that comes in as bytes; the end is an empty read."""

    def read(self, size: int) -> bytes: ...


RATE = 16_000
ACCEPTED = "M4A, MP3, WAV, FLAC, OGG, Opus, WebM and MP4"
# Only these may be opened: FFmpeg also reads playlists, and a playlist can name other files
# of this machine or addresses in its network.
OPTIONS = {
    "format_whitelist": "mov,mp4,m4a,mp3,wav,flac,ogg,matroska,webm",
    "protocol_whitelist": "file",
}
# a stream that comes as it is spoken is not waited for longer than its first sound takes
STREAM_OPTIONS = {**OPTIONS, "probesize": "4096", "analyzeduration": "0"}
NAMES = {"mov": "mp4", "matroska": "webm"}
# encoders pad and trim their first and last frames: this much less than stated is all there
MISSING_SECONDS = 0.5
DAMAGED_SHARE = 0.5
PEAK_RATE, PEAK_STEP = 8_000, 80

av.logging.set_level(None)


@dataclass(frozen=True, slots=True)
class SoundInfo:
    """What a recording is; `duration` in seconds is counted from the sound, not read from a label."""

    container: str
    codec: str
    duration: float
    channels: int
    sample_rate: int
    is_cut_off: bool = False


def inspect(path: Path, *, accepts_cut_off: bool = False) -> SoundInfo:
    """Decode the whole file in little memory and say what it is.

    Raises an `AudioUnreadable` in plain English; a file that ends before it says it does is
    an `AudioCutOff` unless the caller accepts what there is.
    """
    with _opened(path) as (container, stream):
        reading = _Reading(container, stream)
        clock = Clock()
        for frame in reading.frames():
            clock.gap_before(frame)
        seconds = float(clock.given)
        reading.check(path)
        cut = _cut_off(container, stream, path, seconds) or reading.broke_off
        if seconds == 0.0 and not cut:
            raise AudioUnreadable(f"“{path.name}” has a sound track, but there is no sound in it.")
        if cut and (seconds == 0.0 or not accepts_cut_off):
            raise _cut_off_error(path, seconds)
        name = container.format.name.split(",")[0]
        return SoundInfo(
            container=NAMES.get(name, name),
            codec=_codec(stream),
            duration=round(seconds, 3),
            channels=stream.channels,
            sample_rate=stream.rate,
            is_cut_off=cut,
        )


def samples(path: Path, start: float = 0.0, rate: int = RATE) -> Iterator[Samples]:
    """The sound from `start` seconds on, mono at `rate` Hz between -1 and 1, about a second a time."""
    skip = round(start * rate)
    batch: list[Samples] = []
    size = 0
    with _opened(path) as (container, stream):
        for piece in resampled(_Reading(container, stream).frames(), rate):
            if skip >= len(piece):
                skip -= len(piece)
                continue
            batch.append(piece[skip:])
            size += len(piece) - skip
            skip = 0
            if size >= rate:
                yield np.concatenate(batch)
                batch, size = [], 0
    if batch:
        yield np.concatenate(batch)


def stereo(path: Path, rate: int = RATE) -> Iterator[Samples]:
    """The left and the right side (two rows) at `rate` Hz, in pieces of a file of two channels."""
    with _opened(path) as (container, stream):
        for piece in resampled(_Reading(container, stream).frames(), rate, "stereo"):
            yield piece.reshape(-1, 2).T


def listen(source: SupportsRead, rate: int = RATE) -> Iterator[Samples]:
    """The sound of a stream while it comes, mono at `rate` Hz; reading may wait for more of it."""
    try:
        with av.open(
            source, mode="r", options=STREAM_OPTIONS, metadata_errors="replace"
        ) as container:
            if not container.streams.audio:
                raise NoSoundTrack("What is being recorded has no sound track.")
            frames = _Reading(container, container.streams.audio[0]).frames()
            yield from resampled(frames, rate, at_once=True)
    except (av.error.FFmpegError, ValueError) as error:
        raise AudioUnreadable("What is being recorded is no sound that we can read.") from error


def peaks(path: Path, points: int) -> list[float]:
    """The loudest moment (0 to 1) of each of so many equal stretches: what a waveform draws."""
    if points < 1:
        raise ValueError("A waveform has at least one point.")
    steps: list[Samples] = []
    rest = np.zeros(0, np.float32)
    for piece in samples(path, rate=PEAK_RATE):
        sound = np.concatenate([rest, np.abs(piece)])
        whole = len(sound) // PEAK_STEP * PEAK_STEP
        steps.append(sound[:whole].reshape(-1, PEAK_STEP).max(axis=1))
        rest = sound[whole:]
    if len(rest):
        steps.append(rest.max(keepdims=True))
    if not steps:
        return [0.0] * points
    loudness = np.concatenate(steps)
    # each point covers [n·i/points, n·(i+1)/points), or the nearest step when there are fewer
    edges = np.linspace(0, len(loudness), points + 1)
    first = np.minimum(edges[:-1].astype(int), len(loudness) - 1)
    last = np.maximum(edges[1:].astype(int), first + 1)
    return [
        round(min(1.0, float(loudness[a:b].max())), 4) for a, b in zip(first, last, strict=True)
    ]


@contextmanager
def _opened(path: Path) -> Generator[tuple[InputContainer, AudioStream]]:
    """The file and its first sound track, or an `AudioUnreadable`."""
    if not path.is_file():
        raise AudioUnreadable(f"There is no file “{path.name}” to read.")
    if path.stat().st_size == 0:
        raise AudioEmpty(
            f"“{path.name}” is empty (0 bytes). Nothing else was changed. "
            "Copy it from the recorder again, then send the new copy."
        )
    options = OPTIONS | ({"ignore_length": "1"} if says_too_little(path) else {})
    try:
        container = av.open(str(path.absolute()), options=options, metadata_errors="replace")
    except (av.error.FFmpegError, ValueError) as error:
        if looks_like_unfinished_mp4(path):
            raise AudioCutOff(
                f"“{path.name}” is cut off: the part that says how to play it, at its end, is "
                "missing. Nothing else was changed. Copy it from the recorder again; if the "
                "recorder stopped by accident, a repair tool may save what it recorded."
            ) from error
        raise AudioUnreadable(
            f"“{path.name}” is not a recording that we can read. Nothing else was changed. "
            f"We read {ACCEPTED}; save it as one of these and try again."
        ) from error
    with container:
        streams = container.streams.audio
        if not streams:
            raise NoSoundTrack(
                f"“{path.name}” has no sound track. Nothing else was changed. "
                "Choose a file with sound, or export it with sound from where it was made."
            )
        yield container, streams[0]


class _Reading:
    """One pass over a track that steps over damaged packets and remembers them."""

    def __init__(self, container: InputContainer, stream: AudioStream) -> None:
        self._container = container
        self._stream = stream
        self.packets = 0
        self.damaged = 0
        self.broke_off = False

    def frames(self) -> Iterator[AudioFrame]:
        """The frames in order; damaged ones are left out."""
        try:
            for packet in self._container.demux(self._stream):
                self.packets += 1
                try:
                    yield from packet.decode()
                except av.error.FFmpegError:
                    self.damaged += 1
        except av.error.FFmpegError:
            self.broke_off = True

    def check(self, path: Path) -> None:
        """Refuse a file that is mostly damage: what is left would be noise."""
        if self.packets and self.damaged > DAMAGED_SHARE * self.packets:
            raise AudioUnreadable(
                f"“{path.name}” is damaged: most of it cannot be played. Nothing else was "
                "changed. Copy it from the recorder again, then send the new copy."
            )


def _codec(stream: AudioStream) -> str:
    name = stream.codec_context.name
    return name.removesuffix("float")


def _cut_off(container: InputContainer, stream: AudioStream, path: Path, seconds: float) -> bool:
    stated = stated_seconds(container, stream, path)
    if stated is not None and stated - seconds > MISSING_SECONDS:
        return True
    return has_broken_end(container.format.name, path)


def _cut_off_error(path: Path, seconds: float) -> AudioCutOff:
    minutes, rest = divmod(int(seconds), 60)
    return AudioCutOff(
        f"“{path.name}” is cut off after about {minutes}:{rest:02} (minutes and seconds). Nothing "
        "is lost: the file is as it was. Copy it from the recorder again; if this is all there "
        "is, say that what there is should be used.",
        second=seconds,
    )
