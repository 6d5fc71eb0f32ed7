"""What minutes take from a log, entry by entry."""

from datetime import UTC, datetime, timedelta
from typing import Any

from colloquy.meetings.record.telling import tell
from colloquy.meetings.record.told import Entry, Told

BEGAN = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)
ANN = {"id": "ann", "name": "Ann", "group_id": "carers"}
BOB = {"id": "bob", "name": "Bob", "group_id": None}


def _tell(*happened: tuple[int, str, dict[str, Any]]) -> Told:
    """A log of what happened so many seconds after the start."""
    return tell(
        Entry(type_, BEGAN + timedelta(seconds=seconds), payload.pop("by", None), payload)
        for seconds, type_, payload in happened
    )


def test_a_turn_ends_with_the_next_one_with_a_break_and_with_the_meeting() -> None:
    told = _tell(
        (0, "meeting_started", {"present": [ANN, BOB]}),
        (10, "floor_given", {"member_id": "ann"}),
        (40, "floor_given", {"member_id": "bob"}),
        (60, "meeting_paused", {}),
        (90, "meeting_resumed", {}),
        (100, "floor_given", {"member_id": "ann"}),
        (105, "meeting_ended", {}),
    )
    assert [(turn.of, turn.seconds) for turn in told.turns] == [
        ("ann", 30.0),
        ("bob", 20.0),
        ("ann", 5.0),
    ]
    assert told.paused == timedelta(seconds=30)


def test_a_meeting_that_runs_is_told_up_to_its_last_entry() -> None:
    told = _tell(
        (0, "meeting_started", {"present": [ANN]}),
        (5, "item_presented", {"item_id": "power"}),
        (25, "hand_raised", {"by": "ann"}),
    )
    assert [(span.of, span.seconds) for span in told.shown] == [("power", 20.0)]
    assert (told.ended_at, told.hands["ann"]) == (None, 1)


def test_whoever_speaks_now_is_heard_up_to_now() -> None:
    entries = [
        Entry("meeting_started", BEGAN, None, {"present": [ANN]}),
        Entry("floor_given", BEGAN, None, {"member_id": "ann"}),
    ]
    told = tell(entries, until=BEGAN + timedelta(seconds=50))
    assert [turn.seconds for turn in told.turns] == [50.0]


def test_a_kind_of_entry_that_minutes_do_not_know_is_passed_over() -> None:
    told = _tell((0, "meeting_started", {"present": []}), (5, "somebody_sang", {"song": "?"}))
    assert told.last_at == BEGAN + timedelta(seconds=5)


def test_what_was_noted_reads_as_it_was_last_corrected() -> None:
    told = _tell(
        (0, "outcome_noted", {"outcome": {"id": "a", "kind": "decision", "text": "Keep"}}),
        (1, "outcome_noted", {"outcome": {"id": "b", "kind": "action", "text": "Write"}}),
        (2, "outcome_corrected", {"outcome": {"id": "a", "kind": "decision", "text": "Keep it"}}),
        (3, "outcome_withdrawn", {"outcome_id": "b"}),
    )
    assert [one["text"] for one in told.outcomes.values()] == ["Keep it"]


def test_a_result_is_told_once_it_was_shown_and_not_before() -> None:
    opened = (0, "poll_opened", {"poll": {"id": "p", "prompt": "Keep it?"}})
    closed = (9, "poll_closed", {"poll_id": "p", "voted": 3})
    assert _tell(opened, closed).polls["p"].result is None
    released = (10, "poll_released", {"poll_id": "p", "result": {"total": 3}})
    assert _tell(opened, closed, released).polls["p"].result == {"total": 3}


def test_a_division_that_nobody_was_sent_to_is_not_told() -> None:
    made = {"division_id": "d", "how": "balanced", "groups": []}
    told = _tell(
        (0, "small_groups_made", dict(made)),
        (1, "small_groups_made", dict(made)),
        (2, "small_groups_sent", {}),
        (9, "small_groups_recalled", {}),
    )
    (division,) = told.divisions
    assert division.recalled_at
    assert division.sent_at
    assert (division.recalled_at - division.sent_at).total_seconds() == 7


def test_a_point_that_was_skipped_and_then_shown_was_not_skipped() -> None:
    told = _tell(
        (0, "item_skipped", {"item_id": "a"}),
        (1, "item_skipped", {"item_id": "b"}),
        (2, "item_presented", {"item_id": "a"}),
    )
    assert told.skipped == ["b"]


def test_small_groups_are_told_with_who_ended_up_in_them_and_when_each_reported() -> None:
    groups = [{"id": "a", "member_ids": ["ann", "bob"]}, {"id": "b", "member_ids": []}]
    told = _tell(
        (0, "small_groups_made", {"how": "by_hand", "groups": groups}),
        (1, "small_groups_sent", {}),
        (2, "small_group_member_placed", {"small_group_id": "b", "member_id": "bob"}),
        (3, "small_group_facilitator_named", {"small_group_id": "a", "member_id": "ann"}),
        (9, "small_groups_recalled", {}),
        (10, "small_group_report_begun", {"small_group_id": "b"}),
        (20, "small_group_report_begun", {"small_group_id": "a"}),
        (25, "small_group_report_ended", {"small_group_id": "a"}),
    )
    [division] = told.divisions
    assert [group["member_ids"] for group in division.groups] == [["ann"], ["bob"]]
    assert division.facilitators == {"a": "ann"}
    seconds = {
        name: [(one.end - one.start).total_seconds() for one in reports]
        for name, reports in division.reports.items()
    }
    assert seconds == {"b": [10.0], "a": [5.0]}


def test_every_recording_is_told_with_when_and_by_whom_also_one_that_was_taken_over() -> None:
    told = _tell(
        (0, "meeting_started", {"present": [ANN, BOB]}),
        (10, "recording_started", {"by": "ann"}),
        (40, "recording_started", {"by": "bob"}),
        (60, "recording_stopped", {}),
        (70, "recording_started", {"by": "ann"}),
        (100, "meeting_ended", {}),
    )
    assert [(one.of, one.seconds) for one in told.recorded] == [
        ("ann", 30.0),
        ("bob", 20.0),
        ("ann", 30.0),
    ]
