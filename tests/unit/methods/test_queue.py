"""The order of speaking: precedence of points of order, and groups that are heard alike."""

from typing import Literal

from colloquy.methods.queue import Asked, speaking_order

Kind = Literal["order", "answer", "speak"]

GROUPS = {"ann": "carers", "amy": "carers", "bob": "doctors", "ben": "doctors", "chair": None}


def order(
    *asked: str | tuple[str, Kind], spoken: dict[str, int] | None = None, balanced: bool = True
) -> list[str]:
    hands = [Asked(one, "speak") if isinstance(one, str) else Asked(*one) for one in asked]
    return [one.person for one in speaking_order(hands, GROUPS, spoken or {}, is_balanced=balanced)]


def test_hands_come_as_they_asked_unless_the_queue_is_balanced() -> None:
    spoken = {"bob": 60_000}
    assert order("ben", "ann", spoken=spoken, balanced=False) == ["ben", "ann"]
    assert order("ben", "ann", spoken=spoken) == ["ann", "ben"]


def test_a_point_of_order_comes_first_and_a_direct_answer_second() -> None:
    asked: list[str | tuple[str, Kind]] = ["ann", ("bob", "answer"), "amy", ("ben", "order")]
    assert order(*asked, balanced=False) == ["ben", "bob", "ann", "amy"]
    assert order(*asked) == ["ben", "bob", "ann", "amy"]


def test_two_points_of_order_come_as_they_were_asked_however_much_their_groups_spoke() -> None:
    spoken = {"bob": 600_000}
    assert order(("ben", "order"), ("ann", "order"), spoken=spoken) == ["ben", "ann"]


def test_groups_take_turns_so_that_one_group_cannot_fill_the_queue() -> None:
    assert order("bob", "ben", "ann", "amy") == ["bob", "ann", "ben", "amy"]


def test_a_group_is_weighed_by_how_many_of_it_are_there() -> None:
    spoken = {"ann": 70_000, "bob": 60_000}
    assert order("bob", "ann", spoken=spoken) == ["bob", "ann"]
    lone = speaking_order(
        [Asked("bob", "speak"), Asked("ann", "speak")],
        {"ann": "carers", "amy": "carers", "eve": "carers", "bob": "doctors"},
        spoken,
        is_balanced=True,
    )
    assert [one.person for one in lone] == ["ann", "bob"]


def test_who_is_in_no_group_comes_after_the_groups_of_the_same_turn() -> None:
    assert order("chair", "bob", "ben") == ["bob", "chair", "ben"]


def test_nobody_is_lost_and_nobody_comes_twice() -> None:
    asked: list[str | tuple[str, Kind]] = ["chair", "ann", ("amy", "order"), "bob", "stranger"]
    assert sorted(order(*asked)) == ["amy", "ann", "bob", "chair", "stranger"]


def test_an_empty_queue_is_empty() -> None:
    assert order() == []
