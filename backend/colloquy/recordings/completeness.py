"""Whether a sound file is all there, as far as its format lets a reader know.

mp4, flac, wav and Matroska written at leisure state a length; an mp3 does when its first frame
is an index; an Ogg stream is made of pages that state theirs. A file that states nothing (a
streamed WebM, an mp3 without index) cannot be told from one that was cut off.
"""

from pathlib import Path

from av.audio.stream import AudioStream
from av.container import InputContainer

# an Ogg page: 27 bytes, up to 255 lacing values, up to 255 × 255 bytes (RFC 3533, section 6)
OGG_HEADER = 27
OGG_PAGE = OGG_HEADER + 255 + 255 * 255
# recorders that stream write 0 or a very large number for "not known yet"
RIFF_UNKNOWN = 0x7FFF0000
RIFF_NEAR_START = 64 * 1024
# less than this after the stated sound is padding
RIFF_LEAST_LOST = 4096


def stated_seconds(container: InputContainer, stream: AudioStream, path: Path) -> float | None:
    """The length that the file itself states for its sound, or None where it states none."""
    name = container.format.name
    if "matroska" in name:
        return _matroska_seconds(container, stream)
    if name == "mp3" and not _has_mp3_index(path):
        return None
    if name in {"mp3", "flac"} or "mp4" in name:
        return float(stream.duration * (stream.time_base or 0)) if stream.duration else None
    return None


def has_broken_end(container_name: str, path: Path) -> bool:
    """True when the file's last piece (Ogg page, RIFF chunk) is shorter than it says."""
    if container_name == "ogg":
        return _has_broken_page(path)
    return container_name == "wav" and _has_short_data(path)


def looks_like_unfinished_mp4(path: Path) -> bool:
    """True for a file that begins as an mp4 does; one that cannot be opened lacks its index."""
    with path.open("rb") as file:
        return file.read(12)[4:8] == b"ftyp"


def _matroska_seconds(container: InputContainer, stream: AudioStream) -> float | None:
    """The stream's own DURATION tag; the container's counts only when sound is all there is."""
    if tag := stream.metadata.get("DURATION"):
        hours, minutes, seconds = tag.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    if len(container.streams) == 1 and container.duration:
        return container.duration / 1_000_000
    return None


def _has_mp3_index(path: Path) -> bool:
    """True when the first frame is a Xing, Info or VBRI index, which states the whole length."""
    with path.open("rb") as file:
        head = file.read(10)
        if head[:3] == b"ID3":
            # a syncsafe integer: seven bits a byte (ID3v2.4, section 6.2)
            file.seek(
                10
                + sum(byte << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=True))
            )
        else:
            file.seek(0)
        frame = file.read(256)
    return any(name in frame for name in (b"Xing", b"Info", b"VBRI"))


def _has_broken_page(path: Path) -> bool:
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - OGG_PAGE))
        tail = file.read()
    page = tail[tail.rfind(b"OggS") :]
    if len(page) < OGG_HEADER or len(page) < OGG_HEADER + page[26]:
        return True
    lacing = page[OGG_HEADER : OGG_HEADER + page[26]]
    return len(page) < OGG_HEADER + page[26] + sum(lacing)


def says_too_little(path: Path) -> bool:
    """True for a wav file with sound after the length that it states.

    A recorder that lost its power wrote the length long before the end, and beyond 4 GB there are
    no more digits for it. What follows stated sound is another chunk, or nothing.
    """
    with path.open("rb") as file:
        head = file.read(RIFF_NEAR_START)
        if head[:4] != b"RIFF" or (found := _data_chunk(head)) is None:
            return False
        at, length = found
        end = at + 8 + length + length % 2
        left = path.stat().st_size - end
        file.seek(end)
        chunk = file.read(8)
    if not length or left < RIFF_LEAST_LOST:
        return False
    is_named = chunk[:4].isascii() and chunk[:4].decode("ascii").isprintable()
    return not (is_named and 8 + int.from_bytes(chunk[4:], "little") <= left + 1)


def _has_short_data(path: Path) -> bool:
    with path.open("rb") as file:
        found = _data_chunk(file.read(RIFF_NEAR_START))
    if found is None:
        return False
    at, length = found
    return 0 < length < RIFF_UNKNOWN and at + 8 + length > path.stat().st_size


def _data_chunk(head: bytes) -> tuple[int, int] | None:
    """Where the sound of a wav file begins, and how long it says it is, in bytes."""
    at = 12
    while at + 8 <= len(head):
        length = int.from_bytes(head[at + 4 : at + 8], "little")
        if head[at : at + 4] == b"data":
            return at, length
        at += 8 + length + length % 2
    return None
