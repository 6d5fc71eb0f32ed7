"""A recorded meeting: every kind of event, the state after each, and who speaks next.

`python -m tests.golden.meeting` writes it again; `features/meetings/state.test.ts` reads it too.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from colloquy.meetings.floor.queue import speakers_to_come
from colloquy.meetings.messages import EVENT
from colloquy.meetings.state import BEGINNING, fold

PATH = Path(__file__).with_name("meeting.json")
BEGAN = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)


def _id(number: int) -> str:
    return str(UUID(int=number))


CHAIR, ANN, BOB, EVE = (_id(number) for number in range(1, 5))
POWER, WIDER, LATE, LAST, SOON = (_id(number) for number in range(11, 16))
VERSION, POLL, RATING = _id(21), _id(31), _id(32)
CARERS, DOCTORS = _id(41), _id(42)
REMARK, ACTION, DECISION = _id(51), _id(81), _id(82)
ROOM, NEXT_ROOM = _id(91), _id(92)
RED, BLUE, GREEN = _id(61), _id(62), _id(63)


def _person(member_id: str, name: str, group_id: str | None = None) -> dict[str, Any]:
    return {"id": member_id, "name": name, "group_id": group_id}


def _item(
    item_id: str, title: str, version_id: str | None = None, kind: str = "discuss"
) -> dict[str, Any]:
    return {"id": item_id, "title": title, "kind": kind, "version_id": version_id, "minutes": 20}


def _figures(counts: list[int] | None) -> dict[str, Any]:
    unable = None if counts is None else 0
    return {"counts": counts, "unable": unable, "median": None, "mean_ranks": None}


RATED: dict[str, Any] = {
    "id": RATING,
    "item_id": None,
    "kind": "rating",
    "prompt": "How important is this?",
    "choices": [],
    "scale": {
        "low": 1,
        "high": 5,
        "low_label": "Not important",
        "high_label": "Critical",
        "bands": [
            {"name": "low", "low": 1, "high": 2},
            {"name": "middle", "low": 3, "high": 3},
            {"name": "high", "low": 4, "high": 5},
        ],
    },
    "at_most": None,
    "is_secret": True,
    "asked": 8,
    "quorum": None,
}


def _small_group(small_group_id: str, title: str, *member_ids: str) -> dict[str, Any]:
    card = {"item_id": POWER, "version_id": VERSION, "title": title}
    return {"id": small_group_id, "card": card, "member_ids": list(member_ids)}


def _division(number: int, *groups: dict[str, Any], seed: int | None = None) -> dict[str, Any]:
    how = "by_hand" if seed is None else "balanced"
    return {"division_id": _id(number), "how": how, "seed": seed, "groups": list(groups)}


SMALL_GROUPS: list[tuple[str, str, dict[str, Any]]] = [
    (CHAIR, "small_groups_made", _division(71, _small_group(GREEN, "Never sent out", ANN))),
    (
        CHAIR,
        "small_groups_made",
        _division(72, _small_group(RED, "Who?", ANN, BOB), _small_group(BLUE, "How?"), seed=7),
    ),
    (CHAIR, "small_group_member_placed", {"small_group_id": BLUE, "member_id": EVE}),
    (
        CHAIR,
        "small_group_facilitator_named",
        {"small_group_id": RED, "member_id": BOB},
    ),
    (CHAIR, "floor_given", {"member_id": BOB}),
    (CHAIR, "small_groups_sent", {"ends_at": BEGAN + timedelta(minutes=30)}),
    (ANN, "small_group_hand_raised", {"small_group_id": RED}),
    (BOB, "small_group_hand_raised", {"small_group_id": RED}),
    (BOB, "small_group_floor_given", {"small_group_id": RED, "member_id": ANN}),
    (BOB, "small_group_hand_lowered", {"small_group_id": RED, "member_id": BOB}),
    (ANN, "small_group_floor_ended", {"small_group_id": RED}),
    (BOB, "small_group_floor_given", {"small_group_id": RED, "member_id": BOB}),
    (CHAIR, "small_group_member_placed", {"small_group_id": BLUE, "member_id": BOB}),
    (EVE, "small_group_hand_raised", {"small_group_id": BLUE}),
    (EVE, "small_group_member_released", {"member_id": EVE}),
    (CHAIR, "small_groups_warned", {"ends_at": BEGAN + timedelta(minutes=20)}),
    (BOB, "small_group_hand_raised", {"small_group_id": BLUE}),
    (CHAIR, "small_groups_recalled", {}),
    (CHAIR, "small_group_reports_ordered", {"order": [BLUE, RED], "seed": 3}),
    (CHAIR, "small_group_report_begun", {"small_group_id": BLUE}),
    (CHAIR, "small_group_report_ended", {"small_group_id": BLUE}),
    (CHAIR, "small_groups_made", _division(73, _small_group(GREEN, "Still out at the end", ANN))),
    (CHAIR, "small_groups_sent", {"ends_at": BEGAN + timedelta(minutes=50)}),
]


def _action(who: str, due: str | None) -> dict[str, Any]:
    return {
        "outcome": {
            "id": ACTION,
            "kind": "action",
            "item_id": POWER,
            "text": "Ask the second clinic.",
            "who": who,
            "due": due,
        }
    }


RECORDED: list[tuple[str | None, str, dict[str, Any]]] = [
    (CHAIR, "recording_asked", {}),
    (ANN, "recording_answered", {"agrees": False}),
    (BOB, "recording_answered", {"agrees": True}),
    (ANN, "recording_answered", {"agrees": True}),
    (CHAIR, "recording_started", {"recording_id": ROOM, "has_captions": False}),
    (CHAIR, "recording_stopped", {"recording_id": ROOM}),
    (BOB, "recording_started", {"recording_id": NEXT_ROOM, "has_captions": True}),
]


HAPPENED: list[tuple[str | None, str, dict[str, Any]]] = [
    (CHAIR, "agenda_set", {"agenda": [_item(WIDER, "Taking a wider view")], "deputy_id": None}),
    (
        CHAIR,
        "agenda_set",
        {
            "agenda": [
                _item(POWER, "Working with power", VERSION),
                _item(WIDER, "Taking a wider view"),
                _item(LAST, "What next?", kind="decide"),
            ],
            "deputy_id": BOB,
        },
    ),
    (
        CHAIR,
        "meeting_started",
        {"present": [_person(CHAIR, "Chair"), _person(ANN, "Ann", CARERS)]},
    ),
    (BOB, "attended", {"attendee": _person(BOB, "Bob", DOCTORS)}),
    (EVE, "attended", {"attendee": _person(EVE, "Eve", CARERS)}),
    (CHAIR, "item_presented", {"item_id": POWER}),
    (BOB, "hand_raised", {"kind": "speak"}),
    (EVE, "hand_raised", {"kind": "speak"}),
    (CHAIR, "floor_given", {"member_id": BOB}),
    (ANN, "comment_arrived", {"comment_id": REMARK, "target_id": VERSION}),
    (CHAIR, "comment_marked", {"comment_id": REMARK, "mark": "to_raise"}),
    (CHAIR, "comment_marked", {"comment_id": REMARK, "mark": "raised"}),
    (CHAIR, "floor_given", {"member_id": ANN}),
    (ANN, "floor_ended", {"member_id": ANN}),
    (BOB, "hand_raised", {"kind": "speak"}),
    (ANN, "hand_raised", {"kind": "speak"}),
    (CHAIR, "queue_set", {"order": "balanced"}),
    (CHAIR, "hand_raised", {"kind": "answer"}),
    (EVE, "hand_lowered", {"member_id": EVE}),
    (EVE, "hand_raised", {"kind": "order"}),
    (CHAIR, "floor_given", {"member_id": EVE}),
    (CHAIR, "meeting_paused", {}),
    (CHAIR, "meeting_resumed", {}),
    (
        CHAIR,
        "poll_opened",
        {
            "poll": {
                "id": POLL,
                "item_id": POWER,
                "kind": "choice",
                "prompt": "Keep it?",
                "choices": ["Yes", "No"],
                "scale": None,
                "at_most": 1,
                "is_secret": False,
                "asked": 8,
                "quorum": 4,
            }
        },
    ),
    (BOB, "comment_arrived", {"comment_id": _id(52), "target_id": VERSION}),
    (EVE, "comment_arrived", {"comment_id": _id(53), "target_id": WIDER}),
    (CHAIR, "poll_closed", {"poll_id": POLL, "voted": 5, "has_quorum": True}),
    (CHAIR, "comment_marked", {"comment_id": _id(53), "mark": "to_raise"}),
    (CHAIR, "comment_marked", {"comment_id": _id(53), "mark": None}),
    (
        CHAIR,
        "poll_released",
        {
            "poll_id": POLL,
            "result": {
                "total": 5,
                **_figures([4, 1]),
                "words": None,
                "groups": [
                    {"group_id": CARERS, "total": 3, **_figures([3, 0])},
                    {"group_id": None, "total": None, **_figures(None)},
                ],
            },
        },
    ),
    (CHAIR, "outcome_noted", _action("Bob", None)),
    (
        CHAIR,
        "outcome_noted",
        {
            "outcome": {
                "id": DECISION,
                "kind": "decision",
                "item_id": None,
                "text": "Keep it.",
                "who": "",
                "due": None,
            }
        },
    ),
    (CHAIR, "outcome_corrected", _action("Bob and Eve", "2027-01-15")),
    (CHAIR, "outcome_withdrawn", {"outcome_id": DECISION}),
    (CHAIR, "agenda_item_added", {"item": _item(LATE, "Any other business"), "before": None}),
    (CHAIR, "agenda_item_added", {"item": _item(SOON, "A short film"), "before": LAST}),
    (CHAIR, "agenda_item_moved", {"item_id": LATE, "before": WIDER}),
    (CHAIR, "agenda_item_timed", {"item_id": WIDER, "minutes": 35}),
    (CHAIR, "item_skipped", {"item_id": WIDER}),
    (CHAIR, "poll_opened", {"poll": RATED}),
    (CHAIR, "poll_closed", {"poll_id": RATING, "voted": 2, "has_quorum": None}),
    (CHAIR, "item_presented", {"item_id": LATE}),
    *SMALL_GROUPS,
    *RECORDED,
    (CHAIR, "item_skipped", {"item_id": SOON}),
    (CHAIR, "item_put_back", {"item_id": WIDER, "before": SOON}),
    (CHAIR, "item_put_back", {"item_id": LATE, "before": None}),
    (CHAIR, "item_presented", {"item_id": POWER}),
    (CHAIR, "item_presented", {"item_id": SOON}),
    (CHAIR, "item_put_back", {"item_id": POWER, "before": LAST}),
    (CHAIR, "chair_handed", {"member_id": BOB}),
    (EVE, "chair_taken", {"away_since": "2026-12-03T13:20:00Z"}),
    (None, "chair_left", {}),
    (CHAIR, "chair_taken", {"away_since": None}),
    (BOB, "hand_raised", {"kind": "speak"}),
    (CHAIR, "floor_given", {"member_id": CHAIR}),
    (CHAIR, "meeting_ended", {"is_by_clock": False}),
]


def recorded() -> dict[str, Any]:
    """The events as the socket tells them, each with the state after it."""
    steps: list[dict[str, Any]] = []
    state = BEGINNING
    for number, (by, type_, payload) in enumerate(HAPPENED, start=1):
        at = BEGAN + timedelta(seconds=30 * number, microseconds=1999 * number)
        event = EVENT.validate_python({"type": type_, "seq": number, "at": at, "by": by, **payload})
        state = fold(state, event)
        steps.append(
            {
                "event": event.model_dump(mode="json"),
                "state": state.model_dump(mode="json"),
                "queue": [str(one) for one in speakers_to_come(state)],
            }
        )
    return {"beginning": BEGINNING.model_dump(mode="json"), "steps": steps}


if __name__ == "__main__":
    PATH.write_text(json.dumps(recorded(), indent=1) + "\n")
