"""`make bench`: each line is a piece of work at one size and at four times that size.

`× reference` is its time divided by that of decoding the same amount of JSON in the same run, so
that a slow machine changes both; `growth` is the time at four times the size divided by the time
at one: 4 is linear, 16 is quadratic.
"""

import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from colloquy.meetings.messages import EVENT
from colloquy.meetings.state import fold_all
from colloquy.methods import anchors, differences, notation
from colloquy.methods.appropriateness import rand_ucla
from colloquy.methods.floor import AgendaSpan, FloorTurn, SpokenSegment, attribute
from tests.benchmarks import editor, opinion_groups, results, saving, transcription
from tests.benchmarks.live import meeting

RUNS = 5
NOTATION = (
    "Teams meet often (C) → leaders listen (M+, resource) and staff feel heard (M+, reasoning) "
    "→ they share what they know (O+)"
)


def log(size: int) -> Callable[[], object]:
    """Fold a meeting's log of so many events, hands going up and down."""
    member = UUID(int=1)
    events: list[Any] = []
    for number in range(size):
        kind = "hand_lowered" if number % 2 else "hand_raised"
        rest = {"member_id": member} if number % 2 else {"kind": "speak"}
        at = datetime(2026, 1, 1, tzinfo=UTC)
        event = {"type": kind, "seq": number + 1, "at": at, "by": member, **rest}
        events.append(EVENT.validate_python(event))
    return lambda: fold_all(events)


def configurations(size: int) -> Callable[[], object]:
    """Read so many configurations in the notation of papers."""
    text = "\n\n".join([NOTATION] * size)
    return lambda: notation.parse(text)


def attribution(size: int) -> Callable[[], object]:
    """Attribute so many segments of speech by a log with as many turns."""
    segments = [
        SpokenSegment(n * 4.0, n * 4.0 + 3, "I think that trust matters.") for n in range(size)
    ]
    turns = [FloorTurn(str(n % 7), n * 4.0, n * 4.0 + 3.5) for n in range(size)]
    return lambda: attribute(segments, turns, [AgendaSpan("a", 0, size * 4.0)])


def edits(size: int) -> Callable[[], object]:
    """Carry an anchor through an edit of a text of so many words."""
    words = [f"word{n}" for n in range(size)]
    before = " ".join(words)
    after = " ".join([*words[: size // 2], "inserted", *words[size // 2 :]])
    anchor = anchors.anchor(before, 10, 20)
    return lambda: anchors.reanchor(anchor, before, after)


def comparison(size: int) -> Callable[[], object]:
    """Compare two texts of so many words."""
    before = " ".join(f"word{n}" for n in range(size))
    return lambda: differences.compare(before, before.replace("word7", "other"))


def ratings(size: int) -> Callable[[], object]:
    """Judge so many ratings by RAND/UCLA."""
    given = [1 + n % 9 for n in range(size)]
    return lambda: rand_ucla(given)


WORK: dict[str, tuple[Callable[[int], Callable[[], object]], int]] = {
    "fold a meeting's log (events)": (log, 2500),
    "read CMO notation (configurations)": (configurations, 50),
    "attribute speech (segments)": (attribution, 500),
    "carry an anchor through an edit (words)": (edits, 1000),
    "compare two texts (words)": (comparison, 1000),
    "judge ratings, RAND/UCLA (ratings)": (ratings, 500),
}


def seconds(work: Callable[[], object]) -> float:
    """The median time of a few runs after a warm-up."""
    work()
    times: list[float] = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def main() -> None:
    """Print the table."""
    print(f"{'work':44}{'size':>8}{'× reference':>14}{'growth at 4×':>15}")
    for name, (make, size) in WORK.items():
        reference = json.dumps([{"number": n, "word": "trust"} for n in range(size)])
        base = seconds(lambda text=reference: json.loads(text))
        once, four = seconds(make(size)), seconds(make(4 * size))
        print(f"{name:44}{size:>8}{once / base:>14.1f}{four / once:>15.1f}")
    opinion_groups.main()
    print()
    results.main()
    saving.main()
    editor.main()
    meeting.main()
    transcription.main()


if __name__ == "__main__":
    main()
