"""What a sound file is, by its content and not by its name, and its samples a little at a time."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Protocol

import av
import av.error
import av.logging
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from colloquy.recordings.completeness import (
    has_broken_end,
    looks_like_unfinished_mp4,
    stated_seconds,
)
from colloquy.recordings.errors import (
    AudioCutOff,
    AudioEmpty,
    AudioUnreadable,
    NoSoundTrack,
)

Samples = NDArray[np.float32]


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
# a jump in a file's clock is filled with silence, so that times stay true; a longer one is a lie
SMALLEST_GAP, LONGEST_GAP = 0.25, 3600.0
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
        clock = _Clock()
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
        for piece in _resampled(_Reading(container, stream).frames(), rate):
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
        for piece in _resampled(_Reading(container, stream).frames(), rate, "stereo"):
            yield piece.reshape(-1, 2).T


def listen(source: SupportsRead, rate: int = RATE) -> Iterator[Samples]:
    """The sound of a stream while it comes, mono at `rate` Hz; reading may wait for more of it."""
    try:
        with av.open(
            source, mode="r", options=STREAM_OPTIONS, metadata_errors="replace"
        ) as container:
            if not container.streams.audio:
                raise NoSoundTrack("What is being recorded has no sound track.")
            yield from _resampled(_Reading(container, container.streams.audio[0]).frames(), rate)
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
    try:
        container = av.open(str(path.absolute()), options=OPTIONS, metadata_errors="replace")
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


def _resampled(frames: Iterator[AudioFrame], rate: int, layout: str = "mono") -> Iterator[Samples]:
    """Samples one after the other; of two channels, left and right take turns."""
    resampler = AudioResampler(format="flt", layout=layout, rate=rate)
    clock = _Clock()
    shape: tuple[int, str] | None = None
    for frame in frames:
        now = (frame.sample_rate, frame.layout.name)
        if shape is not None and now != shape:
            # a resampler is made for one kind of frame; some recorders change in the middle
            yield from map(_flat, resampler.resample(None))
            resampler = AudioResampler(format="flt", layout=layout, rate=rate)
        shape = now
        yield from _silence(clock.gap_before(frame), rate, 2 if layout == "stereo" else 1)
        frame.pts = None
        yield from map(_flat, resampler.resample(frame))
    if shape is not None:
        yield from map(_flat, resampler.resample(None))


class _Clock:
    """Counts the seconds given out and keeps them in step with the file's own clock."""

    def __init__(self) -> None:
        self._first: float | None = None
        self.given = Fraction(0)

    def gap_before(self, frame: AudioFrame) -> Fraction:
        """Seconds that are missing between the last frame and this one."""
        gap = Fraction(0)
        if frame.time is not None:
            if self._first is None:
                self._first = frame.time
            missing = frame.time - self._first - float(self.given)
            if SMALLEST_GAP < missing < LONGEST_GAP:
                gap = Fraction(round(missing * 1000), 1000)
        self.given += gap + Fraction(frame.samples, frame.sample_rate)
        return gap


def _silence(seconds: Fraction, rate: int, channels: int) -> Iterator[Samples]:
    whole, rest = divmod(round(seconds * rate), rate)
    for size in (*[rate] * whole, rest):
        if size:
            yield np.zeros(size * channels, np.float32)


def _flat(frame: AudioFrame) -> Samples:
    return frame.to_ndarray().reshape(-1).astype(np.float32)


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
