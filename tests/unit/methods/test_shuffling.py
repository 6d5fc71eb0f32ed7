"""An order of one's own: stable, complete, and different between people."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods.shuffling import shuffled

SEED = 20_261_121


@given(st.lists(st.integers(), max_size=60), st.integers(0, 2**31), st.text(max_size=40))
def test_an_order_of_ones_own_holds_everything_once_and_never_changes(
    things: list[int], seed: int, person: str
) -> None:
    once = shuffled(things, seed, person)
    assert Counter(once) == Counter(things)
    assert shuffled(things, seed, person) == once


def test_the_order_of_a_seed_and_a_person_is_the_same_in_every_release() -> None:
    assert shuffled("abcdefgh", 7, "ada") == list("adfegcbh")


def test_people_and_seeds_have_orders_of_their_own() -> None:
    orders = {tuple(shuffled(range(20), SEED, f"person {n}")) for n in range(200)}
    assert len(orders) == 200
    assert shuffled(range(20), SEED, "ada") != shuffled(range(20), SEED + 1, "ada")


def test_each_thing_stands_first_for_about_as_many_people() -> None:
    first = Counter(shuffled("abcd", SEED, f"person {n}")[0] for n in range(4000))
    assert all(900 < count < 1100 for count in first.values())
