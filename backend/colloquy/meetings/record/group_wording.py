"""Small groups in minutes: who was there, when each reported, and what each wrote."""

from collections.abc import Iterator
from typing import Any

from colloquy.meetings.record.blocks import heading, points, quote, text
from colloquy.meetings.record.facts import Facts
from colloquy.meetings.record.schemas import Block
from colloquy.meetings.record.told import DivisionTold

WAYS = {"by_hand": "by hand", "at_random": "at random", "balanced": "balanced across groups"}


def tell_small_groups(facts: Facts, *, with_names: bool) -> Iterator[Block]:
    """Every division that people were sent out in, group by group."""
    sent = [one for one in facts.told.divisions if one.sent_at]
    if not sent:
        return
    yield heading("Small groups")
    for division in sent:
        yield text(_when(facts, division))
        for number, group in enumerate(division.groups, start=1):
            yield heading(f"Group {number}: {group['card']['title']}", level=2)
            yield points(_facts_of(facts, division, group, with_names=with_names))
            yield from _note(facts, str(group["id"]))


def _when(facts: Facts, division: DivisionTold) -> str:
    start = facts.time.clock(division.sent_at) if division.sent_at else ""
    until = f" to {facts.time.clock(division.recalled_at)}" if division.recalled_at else ""
    return f"From {start}{until}, made {WAYS.get(division.how, division.how)}:"


def _facts_of(
    facts: Facts, division: DivisionTold, group: dict[str, Any], *, with_names: bool
) -> list[str]:
    people = group["member_ids"]
    names = f": {', '.join(map(facts.name_of, people))}" if with_names and people else ""
    lines = [f"{len(people)} {'person' if len(people) == 1 else 'people'}{names}"]
    facilitator = division.facilitators.get(group["id"])
    if with_names and facilitator:
        lines.append(f"Facilitator: {facts.name_of(facilitator)}")
    clock = facts.time.clock
    reports = division.reports.get(group["id"], [])
    lines += [f"Reported: {clock(one.start)} to {clock(one.end)}" for one in reports]
    if not reports:
        lines.append("No report was given.")
    return lines


def _note(facts: Facts, small_group_id: str) -> Iterator[Block]:
    note = facts.notes.get(small_group_id)
    if note is None:
        yield text("The note of this group is told once everybody has been called back.")
    elif note:
        yield text("What the group wrote:")
        yield quote(note)
    else:
        yield text("The group wrote nothing in its note.")
