"""Configurations are read as papers print them and written so that they can be read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods import notation
from colloquy.methods.notation import Element, Kind, NotationError, Polarity

C, RES, REA, O = Kind.CONTEXT, Kind.RESOURCE, Kind.REASONING, Kind.OUTCOME  # noqa: E741 - the field's letter
PLUS, MINUS = Polarity.PLUS, Polarity.MINUS

BRIEFINGS = (
    Element(C, None, "staffing is short"),
    Element(RES, PLUS, "leaders hold briefings"),
    Element(REA, PLUS, "staff feel heard"),
    Element(O, PLUS, "staff speak up"),
    Element(O, MINUS, "fewer incidents go unreported"),
)

NOTORIOUS_WORDS = (
    "and which then → -> --> ⇒ => + = ( ) (C) (M) (c) (O+) ((C)) (X) (NHS) \\ \\( \\\\ 1. (1) CMOC "
    "CMOC: 1: - – • If In the context of , . ; : −> (M+, resouce) trust é 👩‍⚕️ NHS Briefings"
)
NOTORIOUS = st.sampled_from(NOTORIOUS_WORDS.split())
TEXTS = st.one_of(
    st.lists(NOTORIOUS, min_size=1, max_size=8).map(" ".join),
    st.text(min_size=1, max_size=30).filter(lambda text: bool(text.strip())),
)
ELEMENTS = st.builds(
    Element,
    st.sampled_from(list(Kind)),
    st.one_of(st.none(), st.sampled_from(list(Polarity))),
    TEXTS,
)


def kinds_and_signs(text: str) -> list[str]:
    [configuration] = notation.parse(text)
    return [f"{element.kind}{element.polarity or ''}" for element in configuration]


def texts(text: str) -> list[str]:
    [configuration] = notation.parse(text)
    return [element.text for element in configuration]


@given(st.lists(ELEMENTS, min_size=1, max_size=7).map(tuple))
def test_what_is_written_is_read_back_exactly(configuration: notation.Configuration) -> None:
    assert notation.parse(notation.format(configuration)) == [configuration]


def test_the_same_element_twice_is_read_back_twice() -> None:
    twice = (Element(C, None, "1. in a hurry"),) * 2

    assert notation.parse(notation.format(twice)) == [twice]


def test_the_canonical_form_is_the_one_papers_print() -> None:
    assert notation.format(BRIEFINGS) == (
        "staffing is short (C) → leaders hold briefings (M+, resource) and "
        "staff feel heard (M+, reasoning) → staff speak up (O+) and "
        "fewer incidents go unreported (O-)"
    )


@pytest.mark.parametrize("arrow", ["→", "->", "-->", "⇒", "=>", "–>", "⟶"])
def test_every_usual_arrow_joins(arrow: str) -> None:
    assert texts(f"a (C) {arrow} b (M, resource){arrow}c (O)") == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("tag", "read"),
    [
        ("(C)", "context"),
        ("(c)", "context"),
        ("(C+)", "context+"),
        ("(C-)", "context-"),
        ("(Context)", "context"),
        ("(O −)", "outcome-"),
        ("(o+)", "outcome+"),
        ("(M+, resource)", "resource+"),
        ("(M+,resource)", "resource+"),
        ("(M+ resource)", "resource+"),
        ("(M-, resource)", "resource-"),
        ("(M\u2212, resource)", "resource-"),
        ("(M\u2013, resource)", "resource-"),
        ("(M\u2014, resource)", "resource-"),
        ("(M -, Resources)", "resource-"),
        ("(M resource)", "resource"),
        ("(M (resource))", "resource"),
        ("(M, reasoning)", "reasoning"),
        ("(reasoning, M-)", "reasoning-"),
        ("(Reasoning, M+)", "reasoning+"),
        ("(resource, M)", "resource"),
        ("(M – Res)", "resource"),
        ("(M-Resource)", "resource"),
        ("(M- Rea)", "reasoning"),
        ("(M+ – Rea)", "reasoning+"),
        ("(mechanism, resource)", "resource"),
    ],
)
def test_every_printed_variant_of_a_tag_is_read(tag: str, read: str) -> None:
    assert kinds_and_signs(f"some words {tag}") == [read]


def test_a_dash_that_may_be_a_minus_is_one_where_signs_are_in_use() -> None:
    assert kinds_and_signs("a (C) → b (M- Rea) → c (O+)") == ["context", "reasoning-", "outcome+"]
    assert kinds_and_signs("a (C) → b (M- Rea) → c (O)") == ["context", "reasoning", "outcome"]
    assert kinds_and_signs("a (C) → b (M – Rea) → c (O-)") == ["context", "reasoning", "outcome-"]


def test_the_prose_form_is_read() -> None:
    [configuration] = notation.parse(
        "In the context of short staffing (C) leaders hold briefings (M – Res), which help staff to "
        "feel heard (M- Rea) and staff speak up (O)"
    )

    assert configuration == (
        Element(C, None, "short staffing"),
        Element(RES, None, "leaders hold briefings"),
        Element(REA, None, "help staff to feel heard"),
        Element(O, None, "staff speak up"),
    )


def test_dalkins_order_is_read() -> None:
    [configuration] = notation.parse(
        "briefings (M resource) + short staffing (C) → feeling heard (M reasoning) = speaking up (O)"
    )

    assert [(element.kind, element.text) for element in configuration] == [
        (RES, "briefings"),
        (C, "short staffing"),
        (REA, "feeling heard"),
        (O, "speaking up"),
    ]


def test_several_contexts_and_mixed_signs_keep_their_order() -> None:
    assert kinds_and_signs(
        "a (C), b (C-) and c (C+) → d (M+, resource) and e (M-, reasoning) → f (O-) and g (O+)"
    ) == ["context", "context-", "context+", "resource+", "reasoning-", "outcome-", "outcome+"]


def test_sentences_brackets_and_connectives_inside_an_element_stay() -> None:
    words = (
        "Wards (and clinics) are busy. Staff, which is to say nurses and porters, leave (see NHS)"
    )

    assert texts(f"{words} (C) → trust falls (O-).") == [words, "trust falls"]


def test_a_backslash_makes_a_sign_plain_text() -> None:
    assert texts(r"vitamin \(C) and a 1 \-> 2 rule (C) → health (O)") == [
        "vitamin (C) and a 1 -> 2 rule",
        "health",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a (C) → b (O)\n\nc (C) → d (O)",
        "a (C) → b (O)\nc (C) → d (O).",
        "CMOC 1: a (C) → b (O)\r\nCMOC 2: c (C) → d (O)\r\n",
        "CMOC 1\na (C) → b (O)\nCMOC 2\nc (C)\n→ d (O)",
        "1. a (C) → \n   b (O)\n2. c (C) → d (O)",
        "- a (C)\n  → b (O)\n- c (C) → d (O)",
        "a (C)\n→ b\n(O)\nc (C) → d (O)",
        "\n \na (C) → b (O) \n  \n\n c (C) → d (O)\n",
    ],
)
def test_configurations_are_told_apart_however_they_are_laid_out(text: str) -> None:
    assert [[element.text for element in found] for found in notation.parse(text)] == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_a_wrapped_configuration_is_one() -> None:
    assert texts("a long\ncontext (C)\nand b (C) →\nc (M, resource) → d (O)\nand e (O)\nf (O)") == [
        "a long context",
        "b",
        "c",
        "d",
        "e",
        "f",
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("", 1, 1, "nothing to read"),
        (" \n\n ", 1, 1, "nothing to read"),
        ("CMOC 1:", 1, 1, "nothing to read"),
        ("a (C) → b (O+) and more", 1, 20, "no tag after them"),
        ("a (C) → b (O+) →", 1, 16, "Nothing follows"),
        ("a (C) → (O)", 1, 9, "has no words"),
        ("a (C) (M+, resource) → b (O)", 1, 7, "has no words"),
        ("👩‍⚕️ a (X) → b (O)", 1, 8, "“(X)” is not a tag"),
        ("a (C) → b (resource)", 1, 11, "“(resource)” is not a tag"),
        ("a (M+, resouce) and b (O)", 1, 3, "“(M+, resouce)” is not a tag"),
        ("a (C)\n→ b (M+) → c (O)", 2, 5, "(M+, resource)"),
        ("a (C) → b (M) → c (O)", 1, 11, "needs its kind"),
        ("a (C → b (O)", 1, 3, "never closed"),
        ("a → b → c", 1, 3, "no tag"),
        ("a (C) → b → c (O)", 1, 11, "no tag"),
        ("→ a (C)", 1, 1, "nothing before"),
        ("a (C) → b (O)\n\n1. c (C) → d (O)\n2. c (C) → d", 4, 12, "no tag after them"),
        ("In the context of", 1, 1, "no tag after them"),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, line: int, column: int, says: str) -> None:
    with pytest.raises(NotationError) as caught:
        notation.parse(text)

    assert (caught.value.line, caught.value.column) == (line, column)
    assert says in caught.value.problem
    assert str(caught.value) == f"Line {line}, column {column}: {caught.value.problem}"


def outcome_of_reading(text: str) -> list[notation.Configuration] | NotationError:
    try:
        return notation.parse(text)
    except NotationError as error:
        return error


@given(st.one_of(st.text(), st.lists(NOTORIOUS, max_size=12).map(" ".join)))
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    outcome = outcome_of_reading(text)

    if isinstance(outcome, NotationError):
        lines = text.split("\n")
        assert 1 <= outcome.line <= len(lines)
        assert 1 <= outcome.column <= len(lines[outcome.line - 1]) + 1
    else:
        assert outcome
        assert all(outcome)


@pytest.mark.parametrize("text", ["(→)", "trust (time → money) grows"])
def test_an_arrow_inside_a_bracket_is_refused_where_it_stands(text: str) -> None:
    outcome = outcome_of_reading(text)
    assert isinstance(outcome, NotationError)
    assert outcome.column == text.index("→") + 1
    assert "arrow" in outcome.problem


def test_an_element_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="needs words"):
        Element(C, None, " \n")


def test_the_story_is_told_with_if_then_because() -> None:
    assert notation.sentence(BRIEFINGS) == (
        "If staffing is short, then leaders hold briefings, staff speak up and fewer incidents go "
        "unreported, because staff feel heard."
    )


@pytest.mark.parametrize(
    ("kinds", "story"),
    [
        ([C, O], "If the context, then the outcome."),
        ([C, REA], "If the context, then the reasoning."),
        ([C, REA, O], "If the context, then the outcome, because the reasoning."),
        ([RES, REA, O], "The resource and the outcome, because the reasoning."),
        ([O], "The outcome."),
        ([REA], "The reasoning."),
        ([C], "It depends on this: the context."),
        ([], ""),
    ],
)
def test_a_story_with_missing_legs_is_still_a_sentence(kinds: list[Kind], story: str) -> None:
    configuration = tuple(Element(kind, None, f"The {kind}.") for kind in kinds)

    assert notation.sentence(configuration) == story


def test_a_story_keeps_names_as_they_are_and_separates_lists() -> None:
    configuration = notation.parse("Wales, the NHS (C) and The wards (C) → NICE advises (O)")[0]

    assert notation.sentence(configuration) == (
        "If Wales, the NHS; and the wards, then NICE advises."
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Money flows to those who meet", "money flows to those who meet"),
        ("A leader listens", "a leader listens"),
        ("Co-located teams meet", "co-located teams meet"),
        ("Local NHS managers meet", "local NHS managers meet"),
        ("Every Tuesday the team meets", "every Tuesday the team meets"),
        ("The Care Quality Commission calls", "the Care Quality Commission calls"),
    ],
)
def test_a_word_loses_its_capital_inside_the_story(written: str, told: str) -> None:
    assert notation.sentence((Element(C, None, written), Element(O, None, "it works"))) == (
        f"If {told}, then it works."
    )


@pytest.mark.parametrize(
    "name",
    [
        "NHS staff meet",
        "PPI is paid",
        "I trust them",
        "I've been asked",
        "GPs-in-training meet",
        "McKinsey advises",
        "A&E is full",
        "X-rays come late",
        "Wales pays",
        "Parkinson's nurses visit",
        "Mary Seacole speaks",
        "Integrated Care Boards meet",
    ],
)
def test_a_name_or_an_abbreviation_keeps_its_capital_inside_the_story(name: str) -> None:
    assert notation.sentence((Element(C, None, name), Element(O, None, "it works"))) == (
        f"If {name}, then it works."
    )
