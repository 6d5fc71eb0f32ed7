"""What Whisper is known to invent is marked, and nothing is ever dropped."""

import pytest

from colloquy.recordings.engines.guard import marked
from colloquy.recordings.transcript import Flag, Segment, Word


def said(*texts: str, **known: float) -> list[Segment]:
    return [
        Segment(start=5.0 * number, end=5.0 * number + 4, text=text, **known)
        for number, text in enumerate(texts)
    ]


def flags(*texts: str, **known: float) -> list[tuple[Flag, ...]]:
    return [segment.flags for segment in marked(said(*texts, **known))]


def test_the_same_segment_three_times_in_a_row_is_marked_each_time() -> None:
    found = flags("Yes.", "Power is real.", "Power is real!", "power is real", "No.")

    assert found == [(), (Flag.REPEATED,), (Flag.REPEATED,), (Flag.REPEATED,), ()]


def test_saying_something_twice_is_not_marked() -> None:
    assert flags("I agree.", "I agree.", "So do I.", "I agree.", "I agree.") == [()] * 5


def test_two_segments_that_come_round_three_times_are_marked() -> None:
    found = flags("So.", *["Thank you.", "You are welcome."] * 3, "Next item.")

    assert found == [(), *[(Flag.REPEATED,)] * 6, ()]


def test_a_repetition_at_the_very_end_is_marked() -> None:
    assert flags("So.", "Go on.", "Go on.", "Go on.") == [(), *[(Flag.REPEATED,)] * 3]


@pytest.mark.parametrize(
    "text",
    [
        "we share we share we share we share",
        "And then the team has power the team has power the team has power the team has power.",
        "no no no no no no",
        "I think that, I think that, I think that.",
    ],
)
def test_a_loop_inside_a_segment_is_marked(text: str) -> None:
    assert Flag.LOOP in flags(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "No, no, no, that is very very important.",
        "Trust matters, and trust matters more when trust is weak.",
        "We have to do it step by step, day by day.",
        "",
    ],
)
def test_people_may_repeat_themselves(text: str) -> None:
    assert flags(text) == [()]


@pytest.mark.parametrize(
    "text", ["Thanks for watching!", "Subtitles by the community.", "Don’t forget to subscribe."]
)
def test_a_phrase_from_films_is_marked_where_little_speech_was_heard(text: str) -> None:
    assert flags(text, no_speech_probability=0.7) == [(Flag.INVENTED,)]


def test_a_phrase_from_films_is_marked_where_its_words_are_guesses() -> None:
    words = (Word(0, 1, "Thank", 0.3), Word(1, 2, "you.", 0.4))

    (segment,) = marked([Segment(0, 2, "Thank you.", words)])

    assert segment.flags == (Flag.INVENTED,)


def test_thanks_that_were_clearly_said_are_left_alone() -> None:
    assert flags("Thank you.", no_speech_probability=0.02, average_logprob=-0.2) == [()]


def test_doubtful_speech_that_is_no_known_phrase_is_left_alone() -> None:
    assert flags("Carers need trust.", no_speech_probability=0.9) == [()]


def test_a_text_that_packs_too_well_is_marked() -> None:
    text = "the team and the council and the team and the hospital and the council " * 3

    assert Flag.COMPRESSIBLE in flags(text)[0]


def test_ordinary_speech_packs_badly_enough() -> None:
    text = (
        "I partly agree with the second mechanism, because in my hospital the managers have the "
        "money, and carers are only asked after the plan has been made."
    )

    assert flags(text) == [()]


def test_nothing_is_dropped_or_changed_but_the_flags() -> None:
    before = said("Bye.", "Bye.", "Bye.", "la la la la la la la", no_speech_probability=0.9)

    after = marked(before)

    assert [(s.start, s.end, s.text) for s in after] == [(s.start, s.end, s.text) for s in before]
    assert all(segment.flags for segment in after)


def test_flags_are_set_afresh() -> None:
    once = marked(said("So.", "So.", "So."))

    assert [segment.flags for segment in marked(once[:2])] == [(), ()]
