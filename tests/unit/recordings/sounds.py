"""Sound files for tests, made as they are needed."""

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

RATE = 48_000
# what a person's file is called: the container FFmpeg writes and the codec in it
KINDS = {
    "m4a": ("mp4", "aac"),
    "mp3": ("mp3", "libmp3lame"),
    "wav": ("wav", "pcm_s16le"),
    "flac": ("flac", "flac"),
    "opus": ("ogg", "libopus"),
    "ogg": ("ogg", "libopus"),
    "webm": ("webm", "libopus"),
    "mp4": ("mp4", "aac"),
}


def tone(seconds: float, loudness: float = 0.5, hertz: float = 220.0) -> NDArray[np.float32]:
    """A steady tone."""
    at = np.arange(int(seconds * RATE)) / RATE
    return (loudness * np.sin(2 * np.pi * hertz * at)).astype(np.float32)


def write_sound(
    path: Path,
    samples: NDArray[np.float32],
    *,
    kind: str = "",
    channels: int = 1,
    options: dict[str, str] | None = None,
    with_picture: bool = False,
) -> Path:
    """Write samples at 48 kHz as the kind the name ends in, or another kind under that name.

    Two rows of samples are the left and the right side.
    """
    container_name, codec = KINDS[kind or path.suffix[1:]]
    layout = "mono" if channels == 1 else "stereo"
    with av.open(str(path), "w", format=container_name, options=options or {}) as container:
        stream = container.add_stream(codec, rate=RATE, layout=layout)
        picture = container.add_stream("mpeg4", rate=5) if with_picture else None
        if picture is not None:
            picture.width, picture.height, picture.pix_fmt = 64, 64, "yuv420p"
            _mux_pictures(container, picture)
        sides = samples if samples.ndim == 2 else np.stack([samples] * channels)
        whole = np.ascontiguousarray((sides.T * 32767).astype(np.int16)).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(whole, format="s16", layout=layout)
        frame.sample_rate = RATE
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return path


def write_silent_film(path: Path) -> Path:
    """An mp4 with pictures and no sound."""
    with av.open(str(path), "w", format="mp4") as container:
        picture = container.add_stream("mpeg4", rate=5)
        picture.width, picture.height, picture.pix_fmt = 64, 64, "yuv420p"
        _mux_pictures(container, picture)
    return path


def cut(path: Path, share: float) -> Path:
    """The same file without its end."""
    data = path.read_bytes()
    shorter = path.with_name(f"cut-{path.name}")
    shorter.write_bytes(data[: int(len(data) * share) + 1])
    return shorter


def _mux_pictures(container: av.container.OutputContainer, picture: av.VideoStream) -> None:
    for number in range(5):
        frame = av.VideoFrame(64, 64, "yuv420p")
        frame.pts = number
        container.mux(picture.encode(frame))
    container.mux(picture.encode(None))
