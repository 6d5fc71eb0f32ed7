"""The demo's words and numbers, read from the files in `content/` and `recording/`."""

import json
import tomllib
from pathlib import Path
from typing import TypeVar

from colloquy.demo.shapes import Span, Turn, Words
from colloquy.methods.tallies import Vote

FOLDER = Path(__file__).parent
SOUND = FOLDER / "recording" / "meeting.opus"
VOTES = {"a": Vote.AGREE, "d": Vote.DISAGREE, "p": Vote.PASS}
UNABLE, NO_ANSWER = "-", "."

W = TypeVar("W", bound=Words)


def read(kind: type[W], name: str) -> W:
    """A content file."""
    text = (FOLDER / "content" / f"{name}.toml").read_text(encoding="utf-8")
    return kind.model_validate(tomllib.loads(text))


def read_turns() -> list[Turn]:
    """The floor of the recorded meeting."""
    return [Turn.model_validate(turn) for turn in _recorded("floor.json")]


def read_spans() -> list[Span]:
    """The agenda of the recorded meeting."""
    return [Span.model_validate(span) for span in _recorded("agenda.json")]


def _recorded(name: str) -> list[object]:
    found: list[object] = json.loads((FOLDER / "recording" / name).read_text(encoding="utf-8"))
    return found
