"""A transcript's files: WebVTT that any player opens, and JSON with everything we know."""

import re
import unicodedata
from datetime import datetime
from pathlib import Path
from uuid import UUID

from colloquy.core.files import write_whole
from colloquy.recordings.formats.exact import to_json
from colloquy.recordings.formats.vtt import to_vtt
from colloquy.recordings.transcript import Transcript


def file_stem(title: str, made_at: datetime, transcript_id: UUID) -> str:
    """A readable name that is never used twice: `2026-11-21-second-meeting-1a2b3c4d`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "recording"
    return f"{made_at:%Y-%m-%d}-{words}-{transcript_id.hex[-8:]}"


def write_files(folder: Path, stem: str, transcript: Transcript) -> tuple[str, str]:
    """Write both files whole or not at all; returns their names in the folder."""
    names = (f"{stem}.vtt", f"{stem}.json")
    for name, text in zip(names, (to_vtt(transcript), to_json(transcript)), strict=True):
        write_whole(folder / name, text.encode())
    return names
