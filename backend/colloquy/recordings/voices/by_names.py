"""Names from a transcript that has them, put on the words of another by time."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from uuid import UUID

from colloquy.methods.floor import FloorTurn
from colloquy.recordings.transcript import Segment
from colloquy.recordings.voices.spoken import Spoken, Who

# words in a row that are the same in both, said once in each: a place where the two clocks meet
PHRASE = 3
# clocks that meet agree to this many seconds; fewer meetings say nothing
AGREE_SECONDS, FEWEST = 2.0, 3
# a name is held on to through a pause of one speaker, not longer
LONGEST_PAUSE = 3.0


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a transcript with names: who spoke, when by its own clock, and the words."""

    start: float
    end: float
    text: str
    speaker: str | None
    member_id: UUID | None = None


def merged(named: Sequence[Named], heard: Sequence[Segment]) -> Spoken:
    """Who spoke the words that were heard, by a transcript with names of the same meeting.

    Its clock may have begun at another moment; where enough is worded alike, it is put right.
    """
    shift = clock_shift(named, heard)
    voices = {
        one.speaker: Who(one.speaker, one.member_id)
        for one in reversed(named)
        if one.speaker and one.speaker.strip()
    }
    return Spoken(list(_turns(named, shift, voices)), voices)


def clock_shift(named: Sequence[Named], heard: Sequence[Segment]) -> float:
    """Seconds to add to the times of a transcript so that its words lie where they are heard."""
    here = _phrases([(one.start, one.end, one.text) for one in heard])
    there = _phrases([(one.start, one.end, one.text) for one in named])
    shifts = sorted(here[phrase] - there[phrase] for phrase in here.keys() & there.keys())
    if not shifts:
        return 0.0
    near = [
        [other for other in shifts if abs(other - shift) <= AGREE_SECONDS]
        for shift in dict.fromkeys(round(shift) for shift in shifts)
    ]
    best = max(near, key=len)
    # most of what is worded alike by chance disagrees, so what agrees must be more than that
    if len(best) < FEWEST or len(best) < len(shifts) / 2:
        return 0.0
    return median(best)


def _turns(named: Sequence[Named], shift: float, voices: dict[str, Who]) -> Iterator[FloorTurn]:
    ordered = sorted(named, key=lambda one: one.start)
    for one, following in pairwise([*ordered, None]):
        if one is None or one.speaker not in voices:
            continue
        end = one.end
        goes_on = following is not None and following.speaker == one.speaker
        if goes_on and following is not None and 0 <= following.start - end <= LONGEST_PAUSE:
            end = following.start
        yield FloorTurn(one.speaker, one.start + shift, end + shift)


def _phrases(stretches: Sequence[tuple[float, float, str]]) -> dict[str, float]:
    """Phrases that are said once, and when; words are spread evenly over their stretch."""
    words: list[tuple[str, float]] = []
    for start, end, text in stretches:
        plain = re.findall(r"\w+", text.lower())
        step = (end - start) / max(1, len(plain))
        words += [(word, start + number * step) for number, word in enumerate(plain)]
    found = [
        (" ".join(word for word, _ in words[at : at + PHRASE]), words[at][1])
        for at in range(len(words) - PHRASE + 1)
    ]
    counts = Counter(phrase for phrase, _ in found)
    return {phrase: at for phrase, at in found if counts[phrase] == 1}
