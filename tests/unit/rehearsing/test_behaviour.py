"""What simulated people do follows from the state of the meeting and the seed, and from nothing else."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from colloquy.comments.schemas import CommentCreate
from colloquy.meetings.chairing.fold import Seat
from colloquy.meetings.chairing.schemas import HandChair
from colloquy.meetings.floor.fold import Hand, Turn
from colloquy.meetings.floor.schemas import EndFloor, RaiseHand, WithdrawHand
from colloquy.meetings.polling.events import PollKind, PollQuestion
from colloquy.meetings.polling.fitting import keep
from colloquy.meetings.polling.fold import PollState
from colloquy.meetings.polling.questions import scale_of_new
from colloquy.meetings.polling.schemas import OpenPoll, PollAnswer, VoteCast
from colloquy.rehearsing.behaviour import acts
from colloquy.rehearsing.copying import share_out
from colloquy.rehearsing.people import Person, is_here, talkativeness
from colloquy.rehearsing.voting import answer_of
from colloquy.rehearsing.words import MARK, names
from colloquy.rehearsing.world import Act, World
from tests.unit.rehearsing.worlds import BEGAN, CHAIR, DEPUTY, PEOPLE, POLL, TEXT, a_world, after


def _poll(kind: PollKind, choices: tuple[str, ...] = ("A", "B", "C"), **more: Any) -> PollState:
    given = OpenPoll.model_construct(kind=kind, points=9, scale=None)
    question = {
        "id": POLL,
        "item_id": None,
        "kind": kind,
        "prompt": "Well?",
        "choices": [] if kind in (PollKind.RATING, PollKind.WORDS) else list(choices),
        "scale": scale_of_new(given),
        "at_most": None,
        "is_secret": False,
        "asked": 60,
        "quorum": None,
        **more,
    }
    nothing = dict.fromkeys(("closed_at", "released_at", "voted", "has_quorum", "result"))
    return PollState.model_validate({**question, "opened_at": BEGAN, **nothing})


def _of(found: list[Act], kind: type) -> list[Act]:
    return [act for act in found if isinstance(act.what, kind)]


def _here(world: World, at: datetime) -> int:
    return sum(is_here(world.seed, world.tempo, one, world.times, at) for one in world.people)


def test_the_same_state_and_seed_make_the_same_acts() -> None:
    world = a_world()
    assert acts(world, BEGAN, after(60)) == acts(world, BEGAN, after(60))
    other = acts(replace(world, seed=8), BEGAN, after(60))
    assert other != acts(world, BEGAN, after(60))


def test_one_long_look_finds_what_many_short_ones_find() -> None:
    world = replace(a_world(), people=[one for one in PEOPLE if _here_at_all(one)])
    whole = _of(acts(world, BEGAN, after(30)), RaiseHand)
    parts = [
        act
        for second in range(30)
        for act in _of(acts(world, after(second), after(second + 1)), RaiseHand)
    ]
    assert sorted(map(str, whole)) == sorted(map(str, parts))
    assert whole


def test_nobody_does_anything_before_the_start_in_a_break_or_after_the_end() -> None:
    for changes in ({"phase": "lobby", "started_at": None}, {"phase": "ended"}):
        assert acts(a_world(**changes), BEGAN, after(600)) == []
    assert acts(a_world(paused_at=after(1)), BEGAN, after(600)) == []


def test_hands_of_every_kind_go_up_and_one_group_says_most() -> None:
    turn = Turn(member_id=CHAIR, since=BEGAN)
    raised = [
        act
        for minute in range(30)
        for act in acts(a_world(floor=turn), after(60 * minute), after(60 * minute + 60))
        if isinstance(act.what, RaiseHand)
    ]
    kinds = Counter(act.what.kind for act in raised if isinstance(act.what, RaiseHand))
    assert set(kinds) == {"speak", "answer", "order"}
    group_of = {person.member_id: person.group for person in PEOPLE}
    by_group = Counter(group_of[act.member_id] for act in raised)
    (_, most), *_, (_, least) = by_group.most_common()
    assert most > 3 * least


def test_whose_hand_is_up_raises_no_second_one() -> None:
    hands = [Hand(member_id=one.member_id, since=BEGAN, kind="speak") for one in PEOPLE]
    assert _of(acts(a_world(hands=hands), BEGAN, after(5)), RaiseHand) == []


def test_some_take_their_hand_down_when_nobody_calls_them() -> None:
    hands = [Hand(member_id=one.member_id, since=BEGAN, kind="speak") for one in PEOPLE[:30]]
    assert _of(acts(a_world(hands=hands), after(1), after(2)), WithdrawHand) == []
    later = _of(acts(a_world(hands=hands), after(199), after(200)), WithdrawHand)
    assert 0 < len(later) < 20


def test_a_speaker_gives_the_floor_back_in_time() -> None:
    speaker = next(one for one in PEOPLE if _here_at_all(one))
    world = a_world(floor=Turn(member_id=speaker.member_id, since=BEGAN))
    assert _of(acts(world, BEGAN, after(3)), EndFloor) == []
    assert any(_of(acts(world, after(at), after(at + 1)), EndFloor) for at in range(30, 120))


def _here_at_all(person: Person) -> bool:
    world = a_world()
    return all(
        is_here(world.seed, world.tempo, person, world.times, after(at)) for at in range(0, 120, 5)
    )


def test_remarks_say_that_they_are_simulated_and_choose_words_that_are_there() -> None:
    found = [
        act.what
        for minute in range(20)
        for act in acts(a_world(), after(60 * minute), after(60 * minute + 60))
        if isinstance(act.what, CommentCreate)
    ]
    assert len({comment.stance for comment in found}) > 3
    assert all(comment.text.startswith(MARK) for comment in found)
    chosen = [comment.anchor for comment in found if comment.anchor]
    assert chosen
    assert all(0 <= one.start < one.end <= len(TEXT) for one in chosen)


def test_most_vote_within_half_a_minute_and_a_few_never() -> None:
    world = a_world(polls=[_poll(PollKind.CHOICE)])
    at_once = _of(acts(world, BEGAN, after(0.5)), VoteCast)
    later = {act.member_id for act in _of(acts(world, after(30), after(31)), VoteCast)}
    assert at_once == []
    assert 0.8 * _here(world, after(31)) < len(later) < len(PEOPLE)


def test_a_few_change_their_vote_once() -> None:
    voted = {one.member_id: 1 for one in PEOPLE}
    world = replace(a_world(polls=[_poll(PollKind.CHOICE)]), voted=voted)
    again = _of(acts(world, after(59), after(60)), VoteCast)
    assert 0 < len(again) < 15
    assert all(isinstance(act.what, VoteCast) and act.what.known for act in again)
    done = replace(world, voted=dict.fromkeys(voted, 2))
    assert _of(acts(done, after(59), after(60)), VoteCast) == []


@pytest.mark.parametrize("kind", PollKind)
def test_every_kind_of_poll_is_given_answers_that_it_takes(kind: PollKind) -> None:
    most = 2 if kind in (PollKind.CHOICE, PollKind.WORDS) else None
    question: PollQuestion = _poll(kind, at_most=most)
    kept = [
        keep(question, PollAnswer(**answer_of(7, question, one, 0, times)))
        for one in PEOPLE
        for times in (0, 1)
    ]
    assert len(set(map(str, kept))) >= 3, "they do not all say the same"


def test_groups_lean_different_ways() -> None:
    question = _poll(PollKind.RATING)
    ratings = {
        group: [
            rating
            for one in PEOPLE
            if one.group == group
            and (rating := answer_of(11, question, one, 0, 0).get("rating")) is not None
        ]
        for group in range(3)
    }
    means = sorted(sum(given) / len(given) for given in ratings.values())
    assert means[-1] - means[0] > 0.5


def test_people_come_late_or_not_at_all_and_some_go_on_and_off() -> None:
    world = a_world()
    in_lobby = [_here(world, after(at)) for at in (-299, -296, -285)]
    assert in_lobby == sorted(in_lobby)
    assert in_lobby[0] < in_lobby[-1] < _here(world, after(80)) < 60
    steady = [one for one in PEOPLE if _here_at_all(one)]
    assert 20 < len(steady) < 60


def test_half_drop_out_and_come_back() -> None:
    world = a_world()
    dropped = replace(world, times=replace(world.times, dropped_at=after(300)))
    before, low, later = (_here(dropped, after(at)) for at in (299, 303, 345))
    assert low < 0.7 * before
    assert later > 0.9 * before


def test_everybody_goes_when_the_meeting_has_ended() -> None:
    world = a_world()
    over = replace(world, times=replace(world.times, ended_at=after(600)))
    assert _here(over, after(601)) > 0
    assert _here(over, after(621)) == 0


def test_a_group_that_is_loud_is_loud_whoever_speaks() -> None:
    means = [
        sum(talkativeness(7, one) for one in PEOPLE if one.group == group) / 20
        for group in range(3)
    ]
    assert max(means) > 4 * min(means)


def test_a_deputy_hands_the_chair_back_after_a_while() -> None:
    world = a_world(chair=Seat(member_id=DEPUTY, since=BEGAN))
    assert _of(acts(world, after(9), after(10)), HandChair) == []
    (back,) = _of(acts(world, after(29), after(30)), HandChair)
    assert isinstance(back.what, HandChair)
    assert (back.member_id, back.what.member_id) == (DEPUTY, CHAIR)


def test_people_are_shared_out_by_group_and_nobody_is_lost() -> None:
    one, other = UUID(int=1), UUID(int=2)
    assert share_out({one: 10, other: 5}, 15) == {one: 10, other: 5}
    assert share_out({one: 2, other: 1}, 100) == {one: 67, other: 33}
    assert share_out({one: 1, other: 1, None: 1}, 2).total() == 2


def test_no_two_of_four_hundred_simulated_people_have_the_same_name() -> None:
    given = names(7, 400)
    assert len(set(given)) == 400
    assert names(8, 400) != given
