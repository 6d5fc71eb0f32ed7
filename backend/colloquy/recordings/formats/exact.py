"""JSON with everything we know of a transcript, read and written."""

import json
from dataclasses import asdict
from typing import cast

from colloquy.recordings.errors import TranscriptUnreadable
from colloquy.recordings.transcript import Flag, Segment, Transcript, Word

JSON_FORMAT = "colloquy-transcript"
JSON_VERSION = 1


def to_json(transcript: Transcript) -> str:
    """Everything we know: words, probabilities, flags, engine, model, settings, who checked it."""
    content = {"format": JSON_FORMAT, "version": JSON_VERSION, **asdict(transcript)}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


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
