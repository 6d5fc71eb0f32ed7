"""What the wall gets: for every kind of event of the recorded meeting, and never a name too many."""

import pytest

from colloquy.meetings.messages import EVENT
from colloquy.meetings.projection.policy import can_see
from colloquy.meetings.projection.schemas import WallView
from colloquy.meetings.projection.view import project
from colloquy.meetings.state import BEGINNING, fold
from tests.golden.meeting import recorded

# what each kind of event may change on the wall; a kind that is not here changes nothing
CHANGES: dict[str, set[str]] = {
    "agenda_set": {"agenda"},
    "agenda_item_added": {"agenda", "shown"},
    "agenda_item_moved": {"agenda", "shown"},
    "agenda_item_timed": {"agenda"},
    "meeting_started": {"phase", "started_at"},
    "item_presented": {"agenda", "shown", "shown_ms", "poll"},
    "item_put_back": {"agenda", "shown", "shown_ms", "poll"},
    "meeting_paused": {"speaker", "paused_at"},
    "meeting_resumed": {"paused_at", "paused_ms"},
    "item_skipped": {"agenda"},
    "hand_raised": {"hands"},
    "hand_lowered": {"hands"},
    "floor_given": {"speaker", "hands"},
    "floor_ended": {"speaker"},
    "poll_opened": {"poll"},
    "poll_closed": {"poll"},
    "poll_released": {"poll"},
    "small_groups_sent": {"small_groups", "speaker"},
    "small_groups_warned": {"small_groups"},
    "small_groups_recalled": {"small_groups"},
    "recording_started": {"is_recorded"},
    "recording_stopped": {"is_recorded"},
    "meeting_ended": {
        "phase",
        "ended_at",
        "speaker",
        "hands",
        "poll",
        "small_groups",
        "is_recorded",
    },
}


def _walls(*, shows_hands: bool = True) -> list[tuple[str, WallView, WallView]]:
    """Each event of the recorded meeting with the wall before and after it."""
    walls = []
    state = BEGINNING
    for step in recorded()["steps"]:
        event = EVENT.validate_python(step["event"])
        before = project(state, shows_hands=shows_hands)
        if can_see(event.type):
            state = fold(state, event)
        walls.append((event.type, before, project(state, shows_hands=shows_hands)))
    return walls


def test_each_event_changes_on_the_wall_what_it_may_and_nothing_else() -> None:
    changed: dict[str, set[str]] = {}
    for type_, before, after in _walls():
        different = {
            name for name in WallView.model_fields if getattr(before, name) != getattr(after, name)
        }
        changed.setdefault(type_, set()).update(different)
    too_much = {type_: names - CHANGES.get(type_, set()) for type_, names in changed.items()}
    assert {type_: names for type_, names in too_much.items() if names} == {}
    assert {type_ for type_, names in changed.items() if names} == set(CHANGES)


@pytest.mark.parametrize("shows_hands", [True, False])
def test_nobody_but_the_speaker_is_named_and_nobody_has_an_id(shows_hands: bool) -> None:
    people = recorded()["steps"][-1]["state"]["people"].values()
    for _, _, wall in _walls(shows_hands=shows_hands):
        said = wall.model_dump_json()
        named = {person["name"] for person in people if f'"{person["name"]}"' in said}
        assert named <= ({wall.speaker.name} if wall.speaker else set())
        assert not any(person["id"] in said for person in people)


def test_hands_that_the_chair_hides_are_not_even_counted() -> None:
    assert {wall.hands for _, _, wall in _walls(shows_hands=False)} == {None}
    assert {wall.hands for _, _, wall in _walls()} == {0, 1, 2, 3, 4}


def test_a_result_leaves_the_wall_with_its_point() -> None:
    walls = _walls()
    closed = next(after for type_, _, after in walls if type_ == "poll_closed")
    assert closed.poll
    assert closed.poll.result is None
    released = next(after for type_, _, after in walls if type_ == "poll_released")
    assert released.poll
    assert released.poll.result
    assert [after.poll for type_, _, after in walls if type_ == "item_presented"][-1] is None


def test_a_result_leaves_the_wall_when_the_room_goes_to_its_small_groups() -> None:
    state = BEGINNING
    steps = recorded()["steps"]
    for step in steps:
        state = fold(state, EVENT.validate_python(step["event"]))
        if step["event"]["type"] == "poll_released":
            break
    assert project(state, shows_hands=True).poll
    later = {"at": steps[-1]["event"]["at"]}
    for type_ in ("small_groups_made", "small_groups_sent", "small_groups_recalled"):
        event = next(step["event"] for step in steps if step["event"]["type"] == type_)
        state = fold(state, EVENT.validate_python(event | later))
    assert project(state, shows_hands=True).poll is None
