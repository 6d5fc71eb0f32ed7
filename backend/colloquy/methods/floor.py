"""Who said it and what was on screen, read from the floor's log instead of guessed.

Every time is in seconds on the recording's clock.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

EDGE = 0.35
"""How far the log may lag behind the voice: a hand on a button is slower than a word."""


@dataclass(frozen=True, slots=True)
class FloorTurn:
    """A stretch of time in which one person had the floor."""

    speaker_id: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class AgendaSpan:
    """A stretch of time in which one subject was before the meeting."""

    subject_id: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word with its time; the text may begin with the space before it."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class SpokenSegment:
    """A stretch of a transcript; without words it can be attributed whole or not at all."""

    start: float
    end: float
    text: str
    words: tuple[SpokenWord, ...] = ()


@dataclass(frozen=True, slots=True)
class AttributedPiece:
    """A segment, or the part of it that one person said on one subject.

    `segment` counts from 0 in the input. A speaker of None is unknown, with confidence 0; otherwise
    confidence is the share of the spoken time in which that person alone had the floor.
    """

    segment: int
    start: float
    end: float
    text: str
    words: tuple[SpokenWord, ...]
    speaker_id: str | None
    subject_id: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class _Held:
    """Time in the log; a holder of None marks time that several hold."""

    holder: str | None
    start: float
    end: float


_Moment = tuple[float, float]


def attribute(
    segments: Sequence[SpokenSegment],
    turns: Sequence[FloorTurn],
    spans: Sequence[AgendaSpan],
    edge: float = EDGE,
) -> list[AttributedPiece]:
    """Give each segment its speaker and subject, in pieces where either changes between two words.

    Time that two people hold is unknown, save for an overlap shorter than `edge` seconds; so is time
    that nobody holds, save within `edge` of one turn that is the nearest.
    """
    floor = _settled_log([_Held(turn.speaker_id, turn.start, turn.end) for turn in turns], edge)
    agenda = _settled_log([_Held(span.subject_id, span.start, span.end) for span in spans], edge)
    return [
        piece
        for index, segment in enumerate(segments)
        for piece in _attributed(index, segment, (floor, agenda), edge)
    ]


def _attributed(
    index: int,
    segment: SpokenSegment,
    logs: tuple[Sequence[_Held], Sequence[_Held]],
    edge: float,
) -> Iterator[AttributedPiece]:
    floor, agenda = logs
    whole = [(segment.start, segment.end)]
    if not segment.words:
        speaker = _sole_holder(whole[0], floor, edge)
        subject = _sole_holder(whole[0], agenda, edge)
        share = _share(whole, speaker, floor)
        yield AttributedPiece(
            index, segment.start, segment.end, segment.text, (), speaker, subject, share
        )
        return
    times = [(word.start, word.end) for word in segment.words]
    speakers = _settled([_nearest_holder(time, floor, edge) for time in times], times, edge)
    subjects = _settled([_nearest_holder(time, agenda, edge) for time in times], times, edge)
    runs = _runs(list(zip(speakers, subjects, strict=True)))
    texts = _texts(segment, runs)
    for run, text in zip(runs, texts, strict=True):
        spoken = times[run.start : run.stop]
        yield AttributedPiece(
            segment=index,
            start=segment.start if run.start == 0 else spoken[0][0],
            end=segment.end if run.stop == len(times) else spoken[-1][1],
            text=text,
            words=segment.words[run.start : run.stop],
            speaker_id=speakers[run.start],
            subject_id=subjects[run.start],
            confidence=_share(spoken, speakers[run.start], floor),
        )


def _settled_log(log: Sequence[_Held], edge: float) -> list[_Held]:
    """Cut a log to stretches that do not overlap, in order, without overlaps shorter than `edge`."""
    begins: defaultdict[float, list[str | None]] = defaultdict(list)
    ends: defaultdict[float, list[str | None]] = defaultdict(list)
    for held in log:
        if held.end > held.start:
            begins[held.start].append(held.holder)
            ends[held.end].append(held.holder)
    holding: Counter[str | None] = Counter()
    cut: list[_Held] = []
    for start, end in pairwise(sorted({*begins, *ends})):
        holding.update(begins[start])
        holding.subtract(ends[start])
        holders = [holder for holder in holding if holding[holder] > 0]
        if not holders:
            holding.clear()
            continue
        holder = holders[0] if len(holders) == 1 else None
        if cut and cut[-1].holder == holder and cut[-1].end == start:
            cut[-1] = _Held(holder, cut[-1].start, end)
        else:
            cut.append(_Held(holder, start, end))
    return [held for held in cut if held.holder is not None or held.end - held.start > edge]


def _nearest_holder(time: _Moment, log: Sequence[_Held], edge: float) -> str | None:
    """Find who holds the middle of a word, or the nearest edge within reach; None when even."""
    middle = (time[0] + time[1]) / 2
    after = bisect_right(log, middle, key=lambda held: held.start)
    beside = log[max(0, after - 1) : after + 1]
    if after and middle < log[after - 1].end:
        return log[after - 1].holder
    nearest = min((_distance(middle, held) for held in beside), default=edge)
    holders = {held.holder for held in beside if _distance(middle, held) == nearest}
    return holders.pop() if nearest <= edge and len(holders) == 1 else None


def _distance(moment: float, held: _Held) -> float:
    return max(held.start - moment, moment - held.end, 0.0)


def _sole_holder(time: _Moment, log: Sequence[_Held], edge: float) -> str | None:
    """Find who holds a whole stretch but for its edges; None when anybody else may have spoken."""
    shares: dict[str, float] = {}
    for held in _around(time, log):
        if held.holder is not None:
            shares[held.holder] = shares.get(held.holder, 0.0) + _overlap(time, held)
    if not shares:
        return None
    holder = max(shares, key=lambda name: shares[name])
    length = time[1] - time[0]
    is_sole = length - shares[holder] <= 2 * edge and 2 * shares[holder] > length
    return holder if is_sole else None


def _settled(
    holders: Sequence[str | None], times: Sequence[_Moment], edge: float
) -> list[str | None]:
    """Give a scrap at either end, shorter than the log is exact, to the holder beside it."""
    settled = list(holders)
    runs = _runs(settled)
    if len(runs) > 1:
        for run, beside in ((runs[0], runs[1].start), (runs[-1], runs[-2].start)):
            is_scrap = times[run.stop - 1][1] - times[run.start][0] <= edge
            if is_scrap and settled[beside] is not None:
                settled[run.start : run.stop] = [settled[beside]] * len(run)
    return settled


def _runs(keys: Sequence[object]) -> list[range]:
    """Find the stretches of equal keys."""
    runs: list[range] = []
    for _, run in groupby(range(len(keys)), key=lambda index: keys[index]):
        indices = list(run)
        runs.append(range(indices[0], indices[-1] + 1))
    return runs


def _texts(segment: SpokenSegment, runs: Sequence[range]) -> list[str]:
    """Cut a segment's own text where its pieces begin, or join the words when it says otherwise."""
    if len(runs) == 1:
        return [segment.text]
    starts: list[int] = []
    at = 0
    for word in segment.words:
        found = segment.text.find(word.text.strip(), at)
        if found < 0:
            return [" ".join(segment.words[i].text.strip() for i in run) for run in runs]
        starts.append(found)
        at = found + len(word.text.strip())
    cuts = [0, *(starts[run.start] for run in runs[1:]), len(segment.text)]
    return [segment.text[start:end].strip() for start, end in pairwise(cuts)]


def _share(times: Sequence[_Moment], holder: str | None, log: Sequence[_Held]) -> float:
    """Give the share of spoken time that a holder has alone, from 0 to 1."""
    if holder is None:
        return 0.0
    whole = (min(start for start, _ in times), max(end for _, end in times))
    mine = [held for held in _around(whole, log) if held.holder == holder]
    spoken = sum(end - start for start, end in times)
    if spoken <= 0:
        # Some aligners give words no length: then each word counts by its place.
        return sum(any(_distance(start, held) == 0 for held in mine) for start, _ in times) / len(
            times
        )
    return min(1.0, sum(_overlap(time, held) for time in times for held in mine) / spoken)


def _around(time: _Moment, log: Sequence[_Held]) -> Sequence[_Held]:
    """Cut a settled log to what touches a stretch of time, so that a long log costs no more."""
    first = bisect_right(log, time[0], key=lambda held: held.start)
    last = bisect_right(log, time[1], key=lambda held: held.start)
    return log[max(0, first - 1) : last]


def _overlap(time: _Moment, held: _Held) -> float:
    return max(0.0, min(time[1], held.end) - max(time[0], held.start))
