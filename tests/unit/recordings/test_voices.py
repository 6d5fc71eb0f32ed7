"""Who spoke, by a track a voice, by names that came in, and by a diarizer outside."""

from pathlib import Path

import numpy as np
import pytest

from colloquy.methods.floor import SpokenSegment, attribute
from colloquy.recordings.errors import TranscriptUnreadable
from colloquy.recordings.transcript import Segment
from colloquy.recordings.voices.by_diarizer import RttmFolder, read_rttm
from colloquy.recordings.voices.by_names import Named, clock_shift, merged
from colloquy.recordings.voices.by_tracks import loudness, turns

RATE = 8000
RANDOM = np.random.default_rng(5)


def _voice(*spans: tuple[float, float], level: float = 0.3, seconds: float = 20.0) -> np.ndarray:
    """A track with hiss, and a voice in these spans."""
    track = RANDOM.normal(0, 0.001, round(seconds * RATE))
    for start, end in spans:
        at = slice(round(start * RATE), round(end * RATE))
        track[at] += RANDOM.normal(0, level, at.stop - at.start)
    return track.astype(np.float32)


def _who(found: list, second: float) -> set[str]:
    return {turn.speaker_id for turn in found if turn.start <= second < turn.end}


def test_on_tracks_the_one_who_speaks_is_louder_than_what_comes_over_from_the_next_chair() -> None:
    ann = _voice((2, 6)) + _voice((8, 12), level=0.05)
    ben = _voice((8, 12)) + _voice((2, 6), level=0.05)

    found = turns({"ann": (0.0, loudness([ann], RATE)), "ben": (0.0, loudness([ben], RATE))})

    assert [_who(found, at) for at in (1, 4, 7, 10, 15)] == [set(), {"ann"}, set(), {"ben"}, set()]


def test_two_who_speak_at_once_are_both_speaking_so_that_the_words_are_nobodys() -> None:
    both = {
        "ann": (0.0, loudness([_voice((2, 9))], RATE)),
        "ben": (0.0, loudness([_voice((5, 9))], RATE)),
    }

    found = turns(both)
    pieces = attribute([SpokenSegment(2.5, 4.5, "Mine."), SpokenSegment(6, 8, "Whose?")], found, [])

    assert [piece.speaker_id for piece in pieces] == ["ann", None]


def test_a_track_that_began_later_is_put_where_it_belongs() -> None:
    found = turns(
        {
            "ann": (0.0, loudness([_voice((1, 3))], RATE)),
            "ben": (10.0, loudness([_voice((2, 4), seconds=8)], RATE)),
        }
    )

    assert (_who(found, 2), _who(found, 13)) == ({"ann"}, {"ben"})


def test_a_silent_track_speaks_never() -> None:
    assert turns({"ann": (0.0, loudness([np.zeros(RATE * 5, np.float32)], RATE))}) == []
    assert turns({}) == []


SAID = "the team meets every week because nobody else has time to talk about the shared budget"
HEARD = [
    Segment(10, 14, "The team meets every week because"),
    Segment(14, 17, "nobody else has time to"),
    Segment(17, 20, "talk about the shared budget."),
]


def test_names_are_put_on_words_by_time_though_the_clocks_began_apart() -> None:
    named = [
        Named(4, 8, "The team meets every week because", "Ann"),
        Named(8, 11, "nobody else has time to", "Ben"),
        Named(11, 14, "talk about the shared budget.", "Ben"),
    ]
    assert clock_shift(named, HEARD) == pytest.approx(6.0, abs=0.3)

    found = merged(named, HEARD)
    pieces = attribute([SpokenSegment(s.start, s.end, s.text) for s in HEARD], found.turns, [])

    assert [piece.speaker_id for piece in pieces] == ["Ann", "Ben", "Ben"]


def test_where_nothing_is_worded_alike_the_clocks_are_believed() -> None:
    assert clock_shift([Named(0, 5, "something else entirely was said here", "Ann")], HEARD) == 0.0


def test_a_passage_without_a_name_stays_without_one() -> None:
    named = [Named(10, 14, "", "Ann"), Named(14, 17, "", None), Named(17, 20, "", " ")]

    found = merged(named, HEARD)

    assert set(found.voices) == {"Ann"}
    assert _who(list(found.turns), 15) == set()


RTTM = """\
SPEAKER meeting 1 5.10 2.00 <NA> <NA> SPEAKER_01 <NA> <NA>
SPKR-INFO meeting 1 <NA> <NA> <NA> unknown SPEAKER_01 <NA> <NA>
SPEAKER meeting 1 0.50 4.00 <NA> <NA> SPEAKER_00 <NA> <NA>
"""


def test_a_diarizers_voices_are_nobody_until_a_person_says_so(tmp_path: Path) -> None:
    (tmp_path / "Meeting one.rttm").write_text(RTTM)
    folder = RttmFolder(tmp_path)

    found = folder.turns(["0192-Meeting_one.mp3", "Meeting one.mp3"])

    assert found
    assert [(turn.start, turn.end) for turn in found.turns] == [(0.5, 4.5), (5.1, 7.1)]
    assert [who.label for who in found.voices.values()] == ["Speaker A?", "Speaker B?"]
    assert all(who.member_id is None for who in found.voices.values())
    assert folder.turns(["another.mp3"]) is None


def test_an_rttm_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(TranscriptUnreadable, match="Line 2"):
        read_rttm("SPEAKER m 1 0 1 <NA> <NA> A\nSPEAKER m 1 soon\n")
