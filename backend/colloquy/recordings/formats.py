"""Transcripts as files: WebVTT (read and written), SRT, plain text and JSON.

Nothing in a transcript is trusted: in WebVTT, whose cues are markup, names and words are
escaped, and no line break in them can end a cue and begin another.
"""

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import cast

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from colloquy.recordings.errors import TranscriptUnreadable
from colloquy.recordings.transcript import Flag, Segment, Transcript, Word

JSON_FORMAT = "colloquy-transcript"
JSON_VERSION = 1


def to_vtt(transcript: Transcript) -> str:
    """WebVTT with a voice on every cue that has a speaker, and a note on how it was made."""
    captions = [
        webvtt.Caption(
            start=_clock(segment.start),
            end=_clock(segment.end),
            text=[_cue(segment)],
            identifier=str(number),
        )
        for number, segment in enumerate(transcript.segments, 1)
    ]
    notes = [_note(transcript)] if _provenance(transcript) else []
    return webvtt.WebVTT(captions=captions, header_comments=notes).content + "\n"


def to_srt(transcript: Transcript) -> str:
    """SubRip with the speaker before the words; the format has no place for how it was made."""
    cues = [
        f"{number}\n{_clock(segment.start, ',')} --> {_clock(segment.end, ',')}\n"
        f"{_spoken(segment)}\n"
        for number, segment in enumerate(transcript.segments, 1)
    ]
    return "\n".join(cues)


def to_txt(transcript: Transcript) -> str:
    """Plain text: each time the speaker changes, name and time, then what was said."""
    parts: list[str] = [f"{line}\n" for line in _provenance(transcript)]
    speaker: str | None = None
    for number, segment in enumerate(transcript.segments):
        if number == 0 or segment.speaker is None or segment.speaker != speaker:
            name = _line(segment.speaker or "")
            parts.append(f"\n{name}  {_short_clock(segment.start)}\n".replace("\n  ", "\n"))
        parts.append(f"{_line(segment.text)}\n")
        speaker = segment.speaker
    return "".join(parts).lstrip("\n")


def to_json(transcript: Transcript) -> str:
    """Everything we know: words, probabilities, flags, engine, model, settings, who checked it."""
    content = {"format": JSON_FORMAT, "version": JSON_VERSION, **asdict(transcript)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Transcript], str]] = {
    "vtt": to_vtt,
    "srt": to_srt,
    "txt": to_txt,
    "json": to_json,
}


def from_vtt(text: str) -> Transcript:
    """The segments of a WebVTT file, one a cue, or `TranscriptUnreadable`."""
    try:
        read = webvtt.WebVTT.from_string(text)
    except (MalformedFileError, MalformedCaptionError) as error:
        raise TranscriptUnreadable(
            "This is not a WebVTT file: it does not begin with WEBVTT, or a time in it cannot be "
            "read. Nothing was changed. Export it again from where it came."
        ) from error
    segments = tuple(
        Segment(
            start=_seconds(caption.start),
            end=_seconds(caption.end),
            text=html.unescape(caption.text),
            speaker=html.unescape(caption.voice).strip() if caption.voice else None,
        )
        for caption in read.captions
    )
    return Transcript(segments, duration=max((segment.end for segment in segments), default=0.0))


def from_json(text: str) -> Transcript:
    """A transcript as `to_json` wrote it, or `TranscriptUnreadable`."""
    try:
        content = cast("dict[str, object]", json.loads(text))
        if content.pop("format") != JSON_FORMAT or content.pop("version") != JSON_VERSION:
            raise ValueError("another format")
        segments = cast("list[dict[str, object]]", content.pop("segments"))
        return Transcript(
            tuple(_segment(entry) for entry in segments),
            **content,  # pyright: ignore[reportArgumentType]
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise TranscriptUnreadable(
            "This is not a transcript that Colloquy wrote as JSON. Nothing was changed."
        ) from error


def _segment(entry: dict[str, object]) -> Segment:
    words = cast("list[dict[str, object]]", entry.pop("words"))
    flags = cast("list[str]", entry.pop("flags"))
    return Segment(
        words=tuple(Word(**word) for word in words),  # pyright: ignore[reportArgumentType]
        flags=tuple(Flag(flag) for flag in flags),
        **entry,  # pyright: ignore[reportArgumentType]
    )


def _provenance(transcript: Transcript) -> list[str]:
    """How it was made and who checked it, one sentence a line; nothing when nothing is known."""
    lines: list[str] = []
    if transcript.engine:
        version = f" {transcript.engine_version}" if transcript.engine_version else ""
        lines.append(f"Made by {transcript.engine}{version} with the model {transcript.model}.")
    if transcript.settings:
        pairs = (f"{name} {_said(value)}" for name, value in transcript.settings.items())
        lines.append(f"Settings: {'; '.join(pairs)}.")
    if transcript.checked_by:
        lines.append(f"Checked by {transcript.checked_by}.")
    elif transcript.engine:
        lines.append("Not yet checked by a person.")
    return [_line(line) for line in lines]


def _said(value: str | float | bool | None) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return "none" if value is None else str(value)


def _note(transcript: Transcript) -> str:
    # an arrow would end the note and begin a cue
    return "\n".join(_provenance(transcript)).replace("-->", "→")


def _cue(segment: Segment) -> str:
    # a cue with an empty line in it would end there
    text = html.escape(_line(segment.text), quote=False)
    if not segment.speaker:
        return text
    return f"<v {html.escape(_line(segment.speaker), quote=False)}>{text}"


def _spoken(segment: Segment) -> str:
    text = _line(segment.text)
    return f"{_line(segment.speaker)}: {text}" if segment.speaker else text


def _line(text: str) -> str:
    """One line, whatever came."""
    return re.sub(r"\s+", " ", text).strip()


def _clock(seconds: float, point: str = ".") -> str:
    milliseconds = round(seconds * 1000)
    whole, rest = divmod(milliseconds, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{point}{rest:03}"


def _short_clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def _seconds(clock: str) -> float:
    hours, minutes, seconds = clock.split(":")
    return round(int(hours) * 3600 + int(minutes) * 60 + float(seconds), 3)
