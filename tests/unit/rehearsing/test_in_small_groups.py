"""Simulated people in small groups: they speak in turn, and their notes say that they are simulated."""

from typing import Any
from uuid import UUID

from colloquy.comments.schemas import CommentCreate
from colloquy.meetings.floor.schemas import RaiseHand
from colloquy.meetings.small_groups.events import Card
from colloquy.meetings.small_groups.fold import Division, SmallGroupState, SmallGroupTurn
from colloquy.meetings.small_groups.schemas import (
    EndSmallGroupFloor,
    GiveSmallGroupFloor,
    RaiseSmallGroupHand,
)
from colloquy.rehearsing.behaviour import acts
from colloquy.rehearsing.words import MARK
from colloquy.rehearsing.world import Act, NoteLine, World
from tests.unit.rehearsing.worlds import BEGAN, PEOPLE, a_world, after

HERE = [one.member_id for one in PEOPLE]


def _out(**first: Any) -> World:
    """Sixty people in three small groups of twenty; what is given is so in the first."""
    groups = [
        SmallGroupState(
            id=UUID(int=500 + number),
            card=Card(item_id=None, version_id=None, title="What stands in the way?"),
            member_ids=HERE[20 * number : 20 * number + 20],
            facilitator_id=None,
            floor=None,
            hands=[],
        )
        for number in range(3)
    ]
    groups[0] = groups[0].model_copy(update=first)
    division = Division(
        id=UUID(int=400),
        how="at_random",
        seed=1,
        groups=groups,
        sent_at=BEGAN,
        ends_at=after(600),
        is_warned=False,
        recalled_at=None,
        report_order=[group.id for group in groups],
        order_seed=None,
        reporting=None,
        reported=[],
    )
    return a_world(divisions=[division])


def _minutes(world: World, count: int) -> list[Act]:
    return [
        act
        for minute in range(count)
        for act in acts(world, after(60 * minute), after(60 * minute + 60))
    ]


def test_nobody_asks_the_room_to_speak_or_remarks_on_it_from_a_small_group() -> None:
    found = _minutes(_out(), 10)
    assert found
    assert not [act for act in found if isinstance(act.what, RaiseHand | CommentCreate)]


def test_hands_go_up_in_every_small_group() -> None:
    world = _out()
    division = world.state.division
    raised = {
        group.id
        for act in _minutes(world, 10)
        if isinstance(act.what, RaiseSmallGroupHand)
        and division
        and (group := division.group_of(act.member_id))
    }
    assert len(raised) == 3


def test_lines_of_a_note_say_that_they_are_simulated_and_none_comes_twice() -> None:
    lines = [act.what for act in _minutes(_out(), 10) if isinstance(act.what, NoteLine)]
    assert len({line.small_group_id for line in lines}) == 3
    assert all(line.text.startswith(MARK) for line in lines)
    assert len({line.text for line in lines}) == len(lines)


def test_a_simulated_facilitator_calls_whoever_waits_longest() -> None:
    facilitator, first, second = HERE[:3]
    waiting = [SmallGroupTurn(member_id=one, since=BEGAN) for one in (first, second)]
    called = [
        act
        for act in acts(_out(facilitator_id=facilitator, hands=waiting), after(60), after(61))
        if isinstance(act.what, GiveSmallGroupFloor)
    ]
    assert called == [Act(facilitator, called[0].what)]
    assert called[0].what.member_id == first


def test_without_a_simulated_facilitator_nobody_is_called() -> None:
    waiting = [SmallGroupTurn(member_id=HERE[1], since=BEGAN)]
    found = acts(_out(hands=waiting), after(60), after(61))
    assert not [act for act in found if isinstance(act.what, GiveSmallGroupFloor)]


def test_a_speaker_in_a_small_group_gives_the_floor_back() -> None:
    turn = SmallGroupTurn(member_id=HERE[1], since=BEGAN)
    assert _ends(_out(floor=turn), 2) == 0
    assert _ends(_out(floor=turn), 200) == 1


def _ends(world: World, seconds: float) -> int:
    found = acts(world, after(seconds - 1), after(seconds))
    return sum(isinstance(act.what, EndSmallGroupFloor) for act in found)
