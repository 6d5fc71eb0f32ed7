"""The fold of a meeting's log, against the recorded meeting that the browser's fold reads too."""

import json
from typing import get_args

from colloquy.meetings.messages import LiveEvent
from colloquy.meetings.policy import AUDIENCE
from colloquy.meetings.state import STEPS
from tests.golden.meeting import PATH, recorded

KINDS = {
    get_args(kind.model_fields["type"].annotation)[0] for kind in get_args(get_args(LiveEvent)[0])
}


def test_the_recorded_meeting_is_what_the_fold_makes_of_it() -> None:
    kept = json.loads(PATH.read_text())
    assert kept == recorded(), "Run: python -m tests.golden.meeting"


def test_the_recorded_meeting_has_every_kind_of_event() -> None:
    assert {step["event"]["type"] for step in recorded()["steps"]} == KINDS


def test_every_event_is_folded_and_has_an_audience() -> None:
    assert set(STEPS) == set(AUDIENCE) == KINDS


def test_the_meeting_ends_with_nobody_speaking_and_everything_kept() -> None:
    end = recorded()["steps"][-1]["state"]
    assert (end["phase"], end["floor"], end["hands"]) == ("ended", None, [])
    released, hidden = end["polls"]
    assert (released["result"]["counts"], hidden["result"]) == ([4, 1], None)
    assert sorted(end["comments"].values()) == [1, 2]
    assert {person["name"] for person in end["people"].values()} == {"Chair", "Ann", "Bob", "Eve"}
