"""Pseudonyms in place of identifying words."""

from colloquy.methods.masking import NOTHING, Mask

MASK = Mask({"Rhiannon": "[Name 1]", "Rhiannon Price": "[Name 2]", "Will": "[Name 3]"})


def test_every_place_of_a_word_has_the_same_pseudonym() -> None:
    assert MASK.text("Rhiannon asked; Rhiannon’s son, Will.") == (
        "[Name 1] asked; [Name 1]’s son, [Name 3]."
    )


def test_the_longest_name_wins_across_any_blank() -> None:
    assert MASK.text("It was Rhiannon\n Price.") == "It was [Name 2]."


def test_only_whole_words_written_as_marked_are_masked() -> None:
    assert MASK.text("I will ask Willow.") == "I will ask Willow."


def test_places_move_with_the_mask_and_widen_to_it() -> None:
    text = "So Rhiannon asked me."
    start, end, quote = MASK.part(text, text.index("asked"), text.index(" me"))
    assert (quote, MASK.text(text)[start:end]) == ("asked", "asked")
    assert MASK.part(text, text.index("annon"), text.index(" me"))[2] == "[Name 1] asked"
    assert MASK.part(text, 0, text.index("iannon"))[2] == "So [Name 1]"


def test_the_words_that_hold_something_marked_are_known_by_their_places() -> None:
    assert MASK.places("So “Rhiannon Price” and Will.") == [1, 2, 4]
    assert NOTHING.places("Rhiannon") == []
    assert NOTHING.text("Rhiannon") == "Rhiannon"
