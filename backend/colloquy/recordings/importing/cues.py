"""WebVTT and SRT as meeting software writes them, which is not always as the standards say.

webvtt-py reads what is well formed. Here hours may be missing or of one figure, lines of a cue may
follow an empty line, cues may overlap or come in any order, and one cue may hold several voices.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from colloquy.recordings.importing.names import split_name
from colloquy.recordings.importing.understood import Understood, count
from colloquy.recordings.transcript import Segment

CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
TIMES = re.compile(rf"^\s*{CLOCK}\s*-->\s*{CLOCK}")
VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>", re.I)
TAG = re.compile(r"</?[a-z][^>]*>|<\d[\d:.]*>", re.I)
BLOCK = re.compile(r"^(NOTE|STYLE|REGION)(\s|$)")


@dataclass(slots=True)
class Cue:
    """The lines between one pair of times and the next."""

    start: float
    end: float
    lines: list[str] = field(default_factory=list[str])


def has_cues(text: str) -> bool:
    """True for text that has the times of a cue in it."""
    return any(TIMES.match(line) for line in text.split("\n"))


def read_cues(text: str) -> Understood:
    """The passages of a WebVTT or SRT file, in the order of their times."""
    form = "vtt" if text.lstrip("\ufeff \n").startswith("WEBVTT") else "srt"
    doubts: list[str] = []
    cues = list(_cues(text))
    if backwards := [cue for cue in cues if cue.end < cue.start]:
        doubts.append(
            f"{count(len(backwards), 'cue ends before it begins', 'cues end before they begin')}. "
            "That is taken as a moment."
        )
        for cue in backwards:
            cue.end = cue.start
    passages = [passage for cue in cues for passage in _voices(cue)]
    if any(later.start < before.start for before, later in pairwise(cues)):
        doubts.append("The cues were not in the order of their times. They are now.")
    passages.sort(key=lambda each: each.start)
    overlaps = sum(
        later.start < before.end - 0.05 and later.start > before.start
        for before, later in pairwise(passages)
    )
    if overlaps:
        doubts.append(
            f"{count(overlaps, 'passage begins', 'passages begin')} before the one before has ended. "
            "The times are kept as they are."
        )
    return Understood(form, passages, doubts, is_timed=True)


def _cues(text: str) -> Iterator[Cue]:
    cue: Cue | None = None
    is_skipping = False
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if found := TIMES.match(line):
            if cue is not None:
                # what stands directly before the times, after an empty line, names the next cue
                _drop_identifier(cue, lines, index)
                yield cue
            start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
            cue, is_skipping = Cue(start, end), False
        elif BLOCK.match(line):
            is_skipping = True
        elif is_skipping:
            is_skipping = bool(line.strip())
        elif cue is not None and line.strip():
            cue.lines.append(line.strip())
    if cue is not None:
        yield cue


def _drop_identifier(cue: Cue, lines: list[str], index: int) -> None:
    if index >= 2 and lines[index - 1].strip() and not lines[index - 2].strip() and cue.lines:
        cue.lines.pop()


def _voices(cue: Cue) -> Iterator[Segment]:
    """A passage a voice; voices of one cue share its time by how much each says."""
    text = " ".join(cue.lines)
    parts = VOICE.split(text)
    said = [(None, parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    plain = [
        (html.unescape(name).strip() if name else None, " ".join(_plain(words).split()))
        for name, words in said
    ]
    spoken = [(name, words) for name, words in plain if words]
    total = sum(len(words) for _, words in spoken)
    at = cue.start
    for number, (name, words) in enumerate(spoken):
        is_last = number == len(spoken) - 1
        end = cue.end if is_last else at + (cue.end - cue.start) * len(words) / total
        passage = Segment(round(at, 3), round(end, 3), words, speaker=name)
        yield passage if name else _named(passage)
        at = end


def _named(passage: Segment) -> Segment:
    name, words = split_name(passage.text)
    return replace(passage, text=words, speaker=name)


def _plain(text: str) -> str:
    return html.unescape(TAG.sub("", text))


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = clock
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + float(f"0.{fraction or 0}")
