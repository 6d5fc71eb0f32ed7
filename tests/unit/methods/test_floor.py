"""Speakers and subjects come from the floor's log; what the log does not know is unknown."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colloquy.methods.floor import (
    AgendaSpan,
    AttributedPiece,
    FloorTurn,
    SpokenSegment,
    SpokenWord,
    attribute,
)
from colloquy.methods.voice import GroupVoice, airtime, equity

ANN, BEN = "ann", "ben"
TRUST, TIME = "trust", "time"


def spoken(text: str, start: float, end: float) -> SpokenSegment:
    """Spread the words of a text evenly over a stretch of time."""
    words = text.split()
    step = (end - start) / len(words)
    times = [start + step * number for number in range(len(words) + 1)]
    return SpokenSegment(
        start,
        end,
        text,
        tuple(SpokenWord(times[i], times[i + 1], f" {word}") for i, word in enumerate(words)),
    )


def told(pieces: list[AttributedPiece]) -> list[tuple[str, str | None, str | None]]:
    return [(piece.text, piece.speaker_id, piece.subject_id) for piece in pieces]


def test_a_segment_inside_a_turn_has_its_speaker_and_subject_for_certain() -> None:
    segment = spoken("We trust them.", 2, 5)

    pieces = attribute([segment], [FloorTurn(ANN, 0, 10)], [AgendaSpan(TRUST, 0, 60)])

    assert pieces == [
        AttributedPiece(0, 2, 5, "We trust them.", segment.words, ANN, TRUST, pytest.approx(1))
    ]


def test_a_segment_over_two_turns_is_split_between_two_words() -> None:
    segment = spoken("I am done. Thank you, well said.", 0, 7)
    turns = [FloorTurn(ANN, 0, 3.05), FloorTurn(BEN, 3.05, 10)]

    pieces = attribute([segment], turns, [])

    assert told(pieces) == [("I am done.", ANN, None), ("Thank you, well said.", BEN, None)]
    assert [(piece.start, piece.end) for piece in pieces] == [(0, 3), (3, 7)]
    assert [len(piece.words) for piece in pieces] == [3, 4]
    assert pieces[1].confidence == pytest.approx(3.95 / 4)


def test_a_segment_is_split_where_the_subject_changes() -> None:
    spans = [AgendaSpan(TRUST, 0, 2), AgendaSpan(TIME, 2, 9)]

    pieces = attribute([spoken("so much for next", 0, 4)], [FloorTurn(ANN, 0, 9)], spans)

    assert told(pieces) == [("so much", ANN, TRUST), ("for next", ANN, TIME)]


def test_words_while_two_people_hold_the_floor_are_unknown() -> None:
    turns = [FloorTurn(ANN, 0, 4), FloorTurn(BEN, 2, 6)]

    pieces = attribute([spoken("one two three four five six", 0, 6)], turns, [])

    assert told(pieces) == [
        ("one two", ANN, None),
        ("three four", None, None),
        ("five six", BEN, None),
    ]
    assert pieces[1].confidence == 0


def test_words_outside_every_turn_are_unknown() -> None:
    pieces = attribute([spoken("hello is this on", 10, 14)], [FloorTurn(ANN, 0, 8)], [])

    assert told(pieces) == [("hello is this on", None, None)]
    assert pieces[0].confidence == 0


def test_the_end_of_a_long_speech_after_the_turn_is_unknown() -> None:
    pieces = attribute([spoken("one two three four", 0, 4)], [FloorTurn(ANN, 0, 2)], [])

    assert told(pieces) == [("one two", ANN, None), ("three four", None, None)]


def test_an_empty_log_knows_nothing() -> None:
    pieces = attribute([spoken("hello", 0, 1), SpokenSegment(1, 2, "there")], [], [])

    assert told(pieces) == [("hello", None, None), ("there", None, None)]
    assert [piece.segment for piece in pieces] == [0, 1]


def test_a_word_just_outside_a_turn_belongs_to_it() -> None:
    pieces = attribute([spoken("a b c d", 0, 2)], [FloorTurn(ANN, 0.5, 1.7)], [])

    assert told(pieces) == [("a b c d", ANN, None)]
    assert pieces[0].confidence == pytest.approx(1.2 / 2)


def test_a_late_button_does_not_cut_off_the_last_short_word() -> None:
    turns = [FloorTurn(ANN, 0, 1.75), FloorTurn(BEN, 1.75, 9)]

    pieces = attribute([spoken("we do trust them now ok", 0, 2)], turns, [])

    assert told(pieces) == [("we do trust them now ok", ANN, None)]
    assert pieces[0].confidence < 1


def test_a_brief_overlap_of_turns_is_the_logs_own_inexactness() -> None:
    turns = [FloorTurn(ANN, 0, 2.1), FloorTurn(BEN, 1.9, 9)]

    pieces = attribute([spoken("one two three four", 0, 4)], turns, [])

    assert told(pieces) == [("one two", ANN, None), ("three four", BEN, None)]


def test_a_word_on_the_very_edge_belongs_to_the_turn_that_begins() -> None:
    word = SpokenSegment(4, 6, "yes", (SpokenWord(4, 6, " yes"),))

    pieces = attribute([word], [FloorTurn(ANN, 0, 5), FloorTurn(BEN, 5, 9)], [])

    assert told(pieces) == [("yes", BEN, None)]
    assert pieces[0].confidence == 0.5


def test_a_word_half_way_between_two_turns_is_unknown() -> None:
    word = SpokenSegment(4, 6, "yes", (SpokenWord(4.9, 5.1, " yes"),))

    pieces = attribute([word], [FloorTurn(ANN, 0, 4.75), FloorTurn(BEN, 5.25, 9)], [])

    assert told(pieces) == [("yes", None, None)]


@pytest.mark.parametrize(
    ("turns", "speaker", "confidence"),
    [
        ([FloorTurn(ANN, 0, 10)], ANN, 1),
        ([FloorTurn(ANN, 2.2, 5.8)], ANN, 0.9),
        ([FloorTurn(ANN, 0, 5.8), FloorTurn(BEN, 5.8, 9)], ANN, 0.95),
        ([FloorTurn(ANN, 0, 4), FloorTurn(BEN, 4, 9)], None, 0),
        ([FloorTurn(ANN, 0, 4)], None, 0),
        ([FloorTurn(ANN, 0, 9), FloorTurn(BEN, 3, 5)], None, 0),
    ],
)
def test_a_segment_without_word_times_is_attributed_whole_or_not_at_all(
    turns: list[FloorTurn], speaker: str | None, confidence: float
) -> None:
    [piece] = attribute([SpokenSegment(2, 6, "We trust them.")], turns, [])

    assert piece.speaker_id == speaker
    assert piece.confidence == pytest.approx(confidence)


def test_words_that_differ_from_the_segments_text_are_joined() -> None:
    words = (SpokenWord(0, 1, " yes"), SpokenWord(1, 2, " no"))
    turns = [FloorTurn(ANN, 0, 1), FloorTurn(BEN, 1, 2)]

    pieces = attribute([SpokenSegment(0, 2, "corrected by hand", words)], turns, [])

    assert told(pieces) == [("yes", ANN, None), ("no", BEN, None)]


TURNS = st.lists(
    st.builds(
        lambda who, start, length: FloorTurn(who, start, start + length),
        st.sampled_from([ANN, BEN, "cy"]),
        st.floats(0, 20),
        st.floats(0, 10),
    ),
    max_size=6,
)


@given(TURNS, st.integers(1, 12), st.floats(0, 20), st.floats(0.1, 10))
def test_splitting_loses_no_word_and_confidence_is_a_share(
    turns: list[FloorTurn], count: int, start: float, length: float
) -> None:
    segment = spoken(" ".join(f"w{number}" for number in range(count)), start, start + length)

    pieces = attribute([segment], turns, [])

    assert " ".join(piece.text for piece in pieces) == segment.text
    assert tuple(word for piece in pieces for word in piece.words) == segment.words
    assert (pieces[0].start, pieces[-1].end) == (segment.start, segment.end)
    assert all(0 <= piece.confidence <= 1 for piece in pieces)
    assert all(piece.confidence == 0 for piece in pieces if piece.speaker_id is None)
    assert all(one.speaker_id != other.speaker_id for one, other in pairwise(pieces))


def test_airtime_adds_up_turns_and_counts_nobodys_second_twice() -> None:
    turns = [
        FloorTurn(ANN, 0, 10),
        FloorTurn(BEN, 8, 12),
        FloorTurn(ANN, 5, 15),
        FloorTurn(ANN, 20, 21),
    ]

    assert airtime(turns) == {ANN: 16, BEN: 4}


def test_equity_sets_people_beside_airtime() -> None:
    groups = {"ann": "patients", "cy": "patients", "di": "patients", "ben": "doctors"}

    found = equity(groups, {"ann": 60, "ben": 180, "chair": 30})

    assert found.groups == (
        GroupVoice("doctors", 1, 0.25, 180, 0.75),
        GroupVoice("patients", 3, 0.75, 60, 0.25),
    )
    assert found.seconds_outside == 30


def test_a_silent_meeting_has_no_shares_of_airtime() -> None:
    [voice] = equity({"ann": "patients"}, {}).groups

    assert (voice.seconds, voice.share_of_airtime) == (0, None)


def test_no_people_have_no_groups() -> None:
    assert equity({}, {"chair": 5}).groups == ()
