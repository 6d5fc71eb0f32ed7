"""Plain text and the paragraphs of Word files: a name, perhaps a time, and what was said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from colloquy.recordings.importing.names import is_name, split_name
from colloquy.recordings.importing.understood import Understood, count
from colloquy.recordings.transcript import Segment

CLOCK = r"\(?\[?(?P<time>(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)\]?\)?"
# "Name  0:12", "Name (0:12)", "Name [00:12]:" alone on a line
NAME_TIME = re.compile(rf"^(?P<name>[^\d\[(:].{{0,59}}?)[\s,–-]+{CLOCK}\s*:?$")
# "0:12 Name", "[00:00:12] Name:" alone or with words after the colon
TIME_NAME = re.compile(rf"^{CLOCK}[\s,–-]+(?P<name>[^:\d]{{1,60}}?)\s*(?::\s*(?P<words>.*))?$")
# "0:12" before words, or alone
TIME = re.compile(rf"^{CLOCK}(?:\s+(?P<words>.+))?$")


def read_turns(form: str, lines: Sequence[str]) -> Understood:
    """The passages of lines of text; what stands before the first speaker is told, not taken in."""
    turns: list[Segment] = []
    before: list[str] = []
    is_timed = False
    for raw in lines:
        line = " ".join(raw.split())
        if not line:
            continue
        begun = _begin(line, turns[-1].start if turns else 0.0)
        if begun is not None:
            turn, has_time = begun
            is_timed = is_timed or has_time
            turns.append(turn)
        elif turns:
            turns[-1] = replace(turns[-1], text=f"{turns[-1].text} {line}".strip())
        else:
            before.append(line)
    if not turns:
        told = ["No speakers and no times were found, so each line is a passage."]
        return Understood(form, [Segment(0.0, 0.0, line) for line in before], told, False)
    spoken = [turn for turn in turns if turn.text]
    return Understood(
        form,
        _ended(spoken) if is_timed else spoken,
        list(_doubts(before, len(turns) - len(spoken), is_timed=is_timed)),
        is_timed,
    )


def _doubts(before: Sequence[str], silent: int, *, is_timed: bool) -> Iterator[str]:
    if before:
        yield f"What stands before the first speaker was left out: “{' / '.join(before)[:300]}”"
    if silent:
        yield f"{count(silent, 'turn has', 'turns have')} no words, so nothing is taken in of that."
    if not is_timed:
        yield "The file says no times, so the passages are in order, but not beside sound."


def _begin(line: str, last: float) -> tuple[Segment, bool] | None:
    """The turn that a line begins, and whether it says its time; None for more of what was said."""
    if (found := NAME_TIME.match(line)) and is_name(found["name"]):
        at = _seconds(found["time"])
        return Segment(at, at, "", speaker=found["name"].strip(" :")), True
    if (found := TIME_NAME.match(line)) and is_name(found["name"]):
        at = _seconds(found["time"])
        has_colon = found["words"] is not None
        if has_colon or len(found["name"].split()) <= 3:
            return Segment(at, at, (found["words"] or "").strip(), speaker=found["name"]), True
    if found := TIME.match(line):
        at = _seconds(found["time"])
        name, words = split_name(found["words"] or "")
        return Segment(at, at, words, speaker=name), True
    name, words = split_name(line)
    return (Segment(last, last, words, speaker=name), False) if name else None


def _ended(turns: Sequence[Segment]) -> list[Segment]:
    """Each turn lasts until the next begins; how long the last one lasts is not known."""
    starts = [turn.start for turn in turns[1:]]
    ends = [*starts, turns[-1].start] if turns else []
    return [replace(turn, end=max(turn.start, end)) for turn, end in zip(turns, ends, strict=True)]


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
