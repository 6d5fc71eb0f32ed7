"""Reading age and hard words: by the published formulas, and by texts that a reader can judge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods.readability import grade, measure

PLAIN = "We meet once a week. We talk about what works. You can say what you think."
DENSE = (
    "The operationalisation of interorganisational governance configurations necessitates "
    "heterogeneous leadership competencies, facilitating collaborative accountability."
)


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 0.39 · 20 / 2 + 11.8 · 30 / 20 - 15.59
    assert grade(20, 2, 30) == pytest.approx(6.01)


def test_a_text_counted_by_hand_has_the_age_that_the_formula_gives() -> None:
    # 11 words of one syllable and one of two, in one sentence:
    # 0.39 · 12 + 11.8 · 13 / 12 - 15.59 = 1.87, and five years
    found = measure("The cat sat on the mat and then went to sleep under.")
    assert (found.words, found.sentences, found.age) == (12, 1, 7)


def test_plain_words_are_for_children_and_jargon_for_adults() -> None:
    assert measure(PLAIN).age == 5
    assert measure(PLAIN).hard == ()
    assert measure(DENSE).age == 18
    assert "operationalisation" in [each.word for each in measure(DENSE).hard]


def test_a_few_words_have_no_age_but_may_be_hard() -> None:
    found = measure("Organisational heterogeneity")
    assert found.age is None
    assert [each.word for each in found.hard] == ["Organisational", "heterogeneity"]
    assert measure("").sentences == 0


def test_a_hard_word_is_found_where_it_stands() -> None:
    text = "😀 “multidisciplinary” teams — an obstacle."
    [first, second] = measure(text).hard
    assert text[first.start : first.end] == "multidisciplinary"
    assert text[second.start : second.end] == "obstacle"


@pytest.mark.parametrize("word", ["visited", "self-care", "follow-up", "committing", "boxes"])
def test_an_ending_or_a_hyphen_alone_makes_no_word_hard(word: str) -> None:
    assert measure(f"We saw that {word}.").hard == ()


def test_a_name_is_not_a_hard_word_but_a_first_word_may_be() -> None:
    assert measure("We went to Manchester and Colorado.").hard == ()
    assert [each.word for each in measure("Accountability matters.").hard] == ["Accountability"]
    assert [each.word for each in measure("It ended. Accountability matters.").hard]


def test_short_forms_end_no_sentence_and_each_line_of_a_list_is_one() -> None:
    assert measure("Ask somebody, e.g. a carer or Dr. Obi, to come.").sentences == 1
    assert measure("We meet\nWe talk\n\nWe act!").sentences == 3
    assert measure("It costs 3.5 pounds.").sentences == 1


@given(st.text(max_size=400))
def test_any_text_can_be_measured_and_its_hard_words_stand_in_it(text: str) -> None:
    found = measure(text)
    assert found.age is None or 5 <= found.age <= 18
    assert all(text[each.start : each.end] == each.word for each in found.hard)
    assert found.sentences <= found.words
