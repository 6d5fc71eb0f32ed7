"""What the written forms share: times, single lines, and the sentences on how it was made."""

import re

from colloquy.recordings.transcript import Segment, Transcript


def provenance(transcript: Transcript) -> list[str]:
    """How it was made and who checked it, one sentence a line; nothing when nothing is known."""
    lines: list[str] = []
    if transcript.engine:
        version = f" {transcript.engine_version}" if transcript.engine_version else ""
        lines.append(f"Made by {transcript.engine}{version} with the model {transcript.model}.")
    if transcript.settings:
        pairs = (f"{name} {_said(value)}" for name, value in transcript.settings.items())
        lines.append(f"Settings: {'; '.join(pairs)}.")
    if transcript.checked_by:
        edited = " Edited after that check." if transcript.is_edited_after_check else ""
        lines.append(f"Checked by {transcript.checked_by}.{edited}")
    elif transcript.engine:
        lines.append("Not yet checked by a person.")
    return [one_line(line) for line in lines]


def spoken(segment: Segment) -> str:
    """The words with the speaker before them, where one is known."""
    text = one_line(segment.text)
    return f"{one_line(segment.speaker)}: {text}" if segment.speaker else text


def one_line(text: str) -> str:
    """One line, whatever came."""
    return re.sub(r"\s+", " ", text).strip()


def clock(seconds: float, point: str = ".") -> str:
    """Hours, minutes, seconds and milliseconds, all of two or three digits."""
    milliseconds = round(seconds * 1000)
    whole, rest = divmod(milliseconds, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{point}{rest:03}"


def short_clock(seconds: float) -> str:
    """Hours, minutes and seconds, as people write a time."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def tenths_clock(seconds: float) -> str:
    """Hours, minutes, seconds and tenths."""
    tenths = round(seconds * 10)
    return f"{tenths // 36000}:{tenths // 600 % 60:02}:{tenths // 10 % 60:02}.{tenths % 10}"


def stamp(seconds: float) -> str:
    """A time as packages of qualitative analysis write it into a text: `#00:12:31-4#`."""
    tenths = round(seconds * 10)
    clock_time = f"{tenths // 36000:02}:{tenths // 600 % 60:02}:{tenths // 10 % 60:02}"
    return f"#{clock_time}-{tenths % 10}#"


def _said(value: str | float | bool | None) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return "none" if value is None else str(value)
