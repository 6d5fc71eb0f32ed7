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
    return f"{made_at:%Y-%m-%d}-{_plain(title, 'recording')}-{transcript_id.hex[-8:]}"


def study_folder(folder: Path, title: str, study_id: UUID) -> str:
    """The folder of a study, whatever the study was called when it was made."""
    mark = study_id.hex[-8:]
    made = sorted(path.name for path in folder.glob(f"*-{mark}") if path.is_dir())
    return made[0] if made else f"{_plain(title, 'study')}-{mark}"


def write_files(folder: Path, stem: str, transcript: Transcript) -> tuple[str, str]:
    """Write each file whole or not at all; returns their names, relative to the folder."""
    names = (f"{stem}.vtt", f"{stem}.json")
    for name, text in zip(names, (to_vtt(transcript), to_json(transcript)), strict=True):
        write_whole(folder / name, text.encode())
    return names


def _plain(title: str, otherwise: str) -> str:
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-") or otherwise
