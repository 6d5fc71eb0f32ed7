"""The minutes in words: what the log says, in the order of a reader, and no prose beyond it."""

from collections.abc import Iterator

from colloquy.meetings.record import group_wording, poll_wording
from colloquy.meetings.record.blocks import heading, length, percent, points, table, text
from colloquy.meetings.record.facts import NO_GROUP, Facts
from colloquy.meetings.record.schemas import Block, Minutes
from colloquy.meetings.record.telling import by_id
from colloquy.meetings.record.told import Span

STANCES = {
    "supports": "Supports",
    "challenges": "Challenges",
    "refines": "Refines",
    "example": "Gives an example",
    "question": "Asks a question",
    "missing": "Says what is missing",
    "": "Without a stance",
}


def word(facts: Facts, *, with_names: bool) -> Minutes:
    """The minutes as a document."""
    is_final = facts.told.ended_at is not None
    parts = (
        _when(facts, with_names=with_names),
        _who(facts, with_names=with_names),
        _shown(facts),
        _outcomes(facts),
        poll_wording.tell_polls(facts),
        _comments(facts),
        group_wording.tell_small_groups(facts, with_names=with_names),
        _voice(facts),
    )
    return Minutes(
        title=f"Minutes: {facts.title}",
        subtitle=facts.study,
        is_final=is_final,
        blocks=[block for part in parts for block in part],
    )


def _when(facts: Facts, *, with_names: bool) -> Iterator[Block]:
    told = facts.told
    yield heading("When and where")
    if told.started_at is None:
        yield text("The meeting has not begun.")
        return
    lines = [f"Times: as in {facts.time.zone}", f"Began: {facts.time.moment(told.started_at)}"]
    if told.ended_at:
        how = ", by the clock, because nobody closed it" if told.is_ended_by_clock else ""
        lines.append(f"Ended: {facts.time.moment(told.ended_at)}{how}")
        worked = told.ended_at - told.started_at - told.paused
        lines.append(f"Lasted: {length(worked.total_seconds())} without breaks")
    elif told.last_at:
        lines.append(f"Not ended. These minutes are as of {facts.time.moment(told.last_at)}")
    lines += [
        f"Break: {facts.time.clock(one.start)} to {facts.time.clock(one.end)}"
        for one in told.pauses
    ]
    lines += [_recorded(facts, one, with_names=with_names) for one in told.recorded]
    if facts.place:
        lines.append(f"Place: {facts.place}")
    if with_names and told.chairs:
        names = ", then ".join(facts.name_of(member_id) for member_id in told.chairs)
        lines.append(f"In the chair: {names}")
    yield points(lines)


def _recorded(facts: Facts, span: Span, *, with_names: bool) -> str:
    by = f", by {facts.name_of(span.of)}" if with_names else ""
    return f"Recorded: {facts.time.clock(span.start)} to {facts.time.clock(span.end)}{by}"


def _who(facts: Facts, *, with_names: bool) -> Iterator[Block]:
    yield heading("Who was there")
    if not facts.told.people:
        yield text("Nobody yet.")
        return
    by_group: dict[str, list[str]] = {name: [] for name in (*facts.groups.values(), NO_GROUP)}
    for member_id in facts.told.people:
        by_group[facts.group_of(member_id)].append(facts.name_of(member_id))
    rows = [
        [group, str(len(names)), *([", ".join(sorted(names))] if with_names else [])]
        for group, names in by_group.items()
        if names or group != NO_GROUP
    ]
    rows.append(["Everybody", str(len(facts.told.people)), *([""] if with_names else [])])
    yield table(["Group", "People", *(["Names"] if with_names else [])], rows)


def _shown(facts: Facts) -> Iterator[Block]:
    yield heading("What was shown")
    agenda = by_id(facts.told.agenda)
    if not facts.told.shown:
        yield text("Nothing was shown.")
    else:
        yield table(
            ["Point", "From", "To", "For", "Planned"],
            [
                [
                    agenda.get(span.of, {}).get("title", "A point no longer on the agenda"),
                    facts.time.clock(span.start),
                    facts.time.clock(span.end),
                    length(span.seconds),
                    f"{agenda.get(span.of, {}).get('minutes', '–')} min",
                ]
                for span in facts.told.shown
            ],
        )
    seen = {span.of for span in facts.told.shown}
    left = [
        f"{item['title']}: {'skipped' if item_id in facts.told.skipped else 'not reached'}"
        for item_id, item in agenda.items()
        if item_id not in seen
    ]
    if left:
        yield text("Not shown:")
        yield points(left)


def _outcomes(facts: Facts) -> Iterator[Block]:
    agenda = by_id(facts.told.agenda)
    for kind, title, none in (
        ("decision", "Decisions", "No decision was noted."),
        ("action", "Actions", "No action was noted."),
    ):
        yield heading(title)
        noted = [one for one in facts.told.outcomes.values() if one["kind"] == kind]
        if not noted:
            yield text(none)
            continue
        yield table(
            ["What", "Who", "By when", "On the point"],
            [
                [
                    one["text"],
                    one.get("who") or "–",
                    one.get("due") or "–",
                    agenda.get(str(one.get("item_id")), {}).get("title", "–"),
                ]
                for one in noted
            ],
        )


def _comments(facts: Facts) -> Iterator[Block]:
    yield heading("Comments")
    if not facts.stances:
        yield text("Nothing was written.")
        return
    rows = [[name, str(facts.stances[key])] for key, name in STANCES.items() if facts.stances[key]]
    yield table(["Stance", "Comments"], [*rows, ["All", str(facts.stances.total())]])


def _voice(facts: Facts) -> Iterator[Block]:
    yield heading("Equity of voice")
    if not facts.voice.groups:
        yield text("Nobody who is in a group was there.")
        return
    yield table(
        ["Group", "People", "Floor", "Hands", "Comments", "Votes"],
        [
            [
                facts.groups[str(one.group_id)],
                _with_share(one.people, one.share_of_people),
                f"{length(one.airtime)} ({percent(one.share_of_airtime)})",
                _with_share(one.hands, one.share_of_hands),
                _with_share(one.comments, one.share_of_comments),
                _with_share(one.votes, one.share_of_votes),
            ]
            for one in facts.voice.groups
        ],
    )
    outside = facts.voice.outside
    yield text(
        f"Shares are of what came from these groups. From people in no group: "
        f"{length(outside.airtime)} of the floor, {outside.hands} hands, "
        f"{outside.comments} comments, {outside.votes} votes."
    )


def _with_share(amount: int, share: float | None) -> str:
    return f"{amount} ({percent(share)})"
