"""A recorded meeting: every kind of event, and the state after each, for both folds.

`python -m tests.golden.meeting` writes it again; `features/meetings/state.test.ts` reads it too.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from colloquy.meetings.messages import EVENT
from colloquy.meetings.state import BEGINNING, fold

PATH = Path(__file__).with_name("meeting.json")
BEGAN = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)


def _id(number: int) -> str:
    return str(UUID(int=number))


CHAIR, ANN, BOB, EVE = (_id(number) for number in range(1, 5))
POWER, WIDER, LATE = (_id(number) for number in range(11, 14))
VERSION, POLL, CARERS = _id(21), _id(31), _id(41)
RED, BLUE, GREEN = _id(61), _id(62), _id(63)


def _person(member_id: str, name: str, group_id: str | None = None) -> dict[str, Any]:
    return {"id": member_id, "name": name, "group_id": group_id}


def _item(item_id: str, title: str, version_id: str | None = None) -> dict[str, Any]:
    return {"id": item_id, "title": title, "version_id": version_id, "minutes": 20}


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
HAPPENED: list[tuple[str, str, dict[str, Any]]] = [
    (CHAIR, "agenda_set", {"agenda": [_item(WIDER, "Taking a wider view")]}),
    (
        CHAIR,
        "agenda_set",
        {
            "agenda": [
                _item(POWER, "Working with power", VERSION),
                _item(WIDER, "Taking a wider view"),
            ]
        },
    ),
    (
        CHAIR,
        "meeting_started",
        {"present": [_person(CHAIR, "Chair"), _person(ANN, "Ann", CARERS)]},
    ),
    (BOB, "attended", {"attendee": _person(BOB, "Bob")}),
    (EVE, "attended", {"attendee": _person(EVE, "Eve", CARERS)}),
    (CHAIR, "item_presented", {"item_id": POWER}),
    (ANN, "hand_raised", {}),
    (BOB, "hand_raised", {}),
    (EVE, "hand_raised", {}),
    (CHAIR, "floor_given", {"member_id": BOB}),
    (ANN, "comment_arrived", {"comment_id": _id(51), "target_id": VERSION}),
    (CHAIR, "floor_given", {"member_id": ANN}),
    (ANN, "floor_ended", {"member_id": ANN}),
    (EVE, "hand_lowered", {"member_id": EVE}),
    (
        CHAIR,
        "poll_opened",
        {
            "poll": {
                "id": POLL,
                "item_id": POWER,
                "prompt": "Keep it?",
                "choices": ["Yes", "No"],
            }
        },
    ),
    (BOB, "comment_arrived", {"comment_id": _id(52), "target_id": VERSION}),
    (EVE, "comment_arrived", {"comment_id": _id(53), "target_id": WIDER}),
    (
        CHAIR,
        "poll_closed",
        {
            "poll_id": POLL,
            "result": {
                "total": 5,
                "counts": [4, 1],
                "groups": [
                    {"group_id": CARERS, "total": 3, "counts": [3, 0]},
                    {"group_id": None, "total": None, "counts": None},
                ],
            },
        },
    ),
    (CHAIR, "agenda_item_added", {"item": _item(LATE, "Any other business")}),
    (CHAIR, "item_presented", {"item_id": LATE}),
    *SMALL_GROUPS,
    (BOB, "hand_raised", {}),
    (CHAIR, "floor_given", {"member_id": CHAIR}),
    (CHAIR, "meeting_ended", {}),
]


def recorded() -> dict[str, Any]:
    """The events as the socket tells them, each with the state after it."""
    steps: list[dict[str, Any]] = []
    state = BEGINNING
    for number, (by, type_, payload) in enumerate(HAPPENED, start=1):
        at = BEGAN + timedelta(seconds=30 * number)
        event = EVENT.validate_python({"type": type_, "seq": number, "at": at, "by": by, **payload})
        state = fold(state, event)
        steps.append(
            {"event": event.model_dump(mode="json"), "state": state.model_dump(mode="json")}
        )
    return {"beginning": BEGINNING.model_dump(mode="json"), "steps": steps}


if __name__ == "__main__":
    PATH.write_text(json.dumps(recorded(), indent=1) + "\n")
