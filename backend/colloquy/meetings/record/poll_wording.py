"""Polls in minutes: the question, and its result as far as it was shown to the room."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from colloquy.meetings.record.blocks import LocalTime, heading, points, table, text
from colloquy.meetings.record.facts import Facts
from colloquy.meetings.record.schemas import Block
from colloquy.meetings.record.told import PollTold

HIDDEN = "not shown alone"


def tell_polls(facts: Facts) -> Iterator[Block]:
    """Every poll in the order in which they were opened."""
    yield heading("Polls")
    if not facts.told.polls:
        yield text("No poll was taken.")
    for poll in facts.told.polls.values():
        yield heading(poll.question["prompt"], level=2)
        yield text(_when(poll, facts.time))
        if poll.result is None:
            yield text(
                "The result was not shown." if poll.closed_at else "The poll was still open."
            )
        else:
            yield from _result(poll.question, poll.result, facts.groups)


def _when(poll: PollTold, time: LocalTime) -> str:
    closed = f", closed {time.clock(poll.closed_at)}" if poll.closed_at else ""
    voted = poll.voted if poll.voted is not None else (poll.result or {}).get("total")
    asked = poll.question.get("asked")
    turnout = "" if voted is None else f". {voted} voted"
    turnout += f" of {asked} who could" if turnout and asked else ""
    secret = ". The poll was secret" if poll.question.get("is_secret") else ""
    quorum = poll.question.get("quorum")
    reached = voted is not None and quorum is not None and voted >= quorum
    needed = f". Quorum {quorum}: {'reached' if reached else 'not reached'}" if quorum else ""
    return f"Opened {time.clock(poll.opened_at)}{closed}{turnout}{needed}{secret}."


def _result(
    question: Mapping[str, Any], result: Mapping[str, Any], groups: Mapping[str, str]
) -> Iterator[Block]:
    if result.get("words"):
        yield points([f"{one['word']}: {one['count']}" for one in result["words"]])
        return
    labels = _labels(question)
    if result.get("counts") is None:
        yield text("Too few voted for the result to be shown.")
        return
    by_group: list[Mapping[str, Any]] = result.get("groups") or []
    named = [(groups.get(str(one["group_id"]), "In no group"), one) for one in by_group]
    extra = [
        (title, key)
        for title, key in (("Unable to say", "unable"), ("Median", "median"))
        if result.get(key) is not None
    ]
    rows = [[name, *_row(one, labels, extra)] for name, one in [("Everybody", result), *named]]
    yield table(["Group", *labels, *(title for title, _ in extra)], rows)
    if ranks := result.get("mean_ranks"):
        yield points(
            [
                f"Mean place of “{name}”: {rank:.2f}"
                for name, rank in zip(labels, ranks, strict=True)
            ]
        )


def _row(
    one: Mapping[str, Any], labels: Sequence[str], extra: Sequence[tuple[str, str]]
) -> list[str]:
    counts = one.get("counts")
    if counts is None:
        return [HIDDEN, *([""] * (len(labels) + len(extra) - 1))]
    return [
        *(str(count) for count in counts),
        *("–" if one.get(key) is None else f"{one[key]:g}" for _, key in extra),
    ]


def _labels(question: Mapping[str, Any]) -> list[str]:
    scale = question.get("scale")
    if scale:
        return [str(point) for point in range(scale["low"], scale["high"] + 1)]
    return list(question["choices"])
