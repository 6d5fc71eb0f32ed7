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


def _person(member_id: str, name: str, group_id: str | None = None) -> dict[str, Any]:
    return {"id": member_id, "name": name, "group_id": group_id}


def _item(item_id: str, title: str, version_id: str | None = None) -> dict[str, Any]:
    return {"id": item_id, "title": title, "version_id": version_id, "minutes": 20}


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
