"""Whose words they were: a synthesised meeting of six voices, attributed by its floor log.

The recording and what was said in it come from `tools/speech/make_speech.py`; the log is written as
a chair would have made it, the engine hears the recording, and every word that it heard right is
looked up in what was said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby

import numpy as np
import pytest

from colloquy.methods.floor import FloorTurn
from colloquy.recordings.aligning.attribution import place
from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.protocol import Options
from colloquy.recordings.sound import samples
from colloquy.recordings.transcript import Segment
from colloquy.recordings.voices.by_tracks import loudness, turns
from colloquy.recordings.voices.spoken import Spoken, Who
from tests.golden.whisper import FASTER, FIXTURES, MODELS, reference
from tools.speech.grammar import normalise

MEETING = "sample-3"
# measured: 96.0 % right, 3.1 % wrong (the words at a change of voice, since the log lags), 0.9 % unknown
LEAST_RIGHT, MOST_WRONG = 0.95, 0.04
# a hand on a button is slower than a word, and not always equally slow
LAG = 0.2


@dataclass(frozen=True, slots=True)
class Share:
    """Of the words that were heard right: the share whose speaker is right, wrong, and unknown."""

    right: float
    wrong: float
    unknown: float


@cache
def _heard() -> tuple[Segment, ...]:
    engine = transcriber(FASTER)
    engine.load(MODELS[FASTER])
    options = Options(language="en", temperatures=(0.0,))
    return tuple(engine.transcribe(FIXTURES / f"{MEETING}.opus", options))


def _said() -> list[tuple[str, str]]:
    """Every word that was said, and who said it."""
    return [
        (word, segment.speaker or "")
        for segment in reference(FIXTURES / f"{MEETING}.vtt")
        for word in normalise(segment.text)
    ]


def _floor(lag: float = LAG) -> list[FloorTurn]:
    """The floor log: one turn for all that somebody says in a row."""
    spoken = reference(FIXTURES / f"{MEETING}.vtt")
    runs = [list(run) for _, run in groupby(spoken, key=lambda segment: segment.speaker)]
    return [
        FloorTurn(run[0].speaker or "", max(0.0, run[0].start - 0.1 + lag), run[-1].end + lag)
        for run in runs
    ]


def _share(turns: Sequence[FloorTurn]) -> Share:
    voices = {turn.speaker_id: Who(turn.speaker_id) for turn in turns}
    named = [
        (word, piece.speaker_id)
        for piece in place(_heard(), Spoken(turns, voices))
        for word in normalise(piece.text)
    ]
    said = _said()
    alike = SequenceMatcher(
        a=[word for word, _ in said], b=[word for word, _ in named], autojunk=False
    )
    pairs = [
        (said[block.a + n][1], named[block.b + n][1])
        for block in alike.get_matching_blocks()
        for n in range(block.size)
    ]
    assert len(pairs) > 0.9 * len(said), "the words themselves were not heard"
    right = sum(who == found for who, found in pairs)
    unknown = sum(found is None for _, found in pairs)
    return Share(right / len(pairs), 1 - (right + unknown) / len(pairs), unknown / len(pairs))


def test_with_a_complete_log_nearly_every_word_has_the_right_speaker() -> None:
    share = _share(_floor())

    assert share.right >= LEAST_RIGHT, share
    assert share.wrong <= MOST_WRONG, share


def test_who_spoke_without_the_floor_is_unknown_and_not_guessed() -> None:
    whole = _floor()
    logged = [turn for number, turn in enumerate(whole) if number % 4 != 2]

    share = _share(logged)

    assert share.wrong <= MOST_WRONG, share
    assert share.unknown >= 0.1
    assert share.right + share.unknown >= 1 - MOST_WRONG


def test_where_two_have_the_floor_nobody_is_named() -> None:
    whole = _floor()
    second = whole[1]
    over = [*whole, FloorTurn(whole[0].speaker_id, second.start, second.end)]

    assert _share(over).wrong <= MOST_WRONG
    assert _share(over).unknown > _share(whole).unknown


@pytest.mark.parametrize("bleed", [0.0, 0.3])
def test_a_track_a_voice_names_nearly_every_word_though_neighbours_are_heard_on_it(
    bleed: float,
) -> None:
    rate = 8000
    mixed = np.concatenate(list(samples(FIXTURES / f"{MEETING}.opus", rate=rate)))
    hiss = np.random.default_rng(2).normal(0, 0.0005, len(mixed))
    spoken = reference(FIXTURES / f"{MEETING}.vtt")
    tracks = {}
    for name in {segment.speaker or "" for segment in spoken}:
        alone = mixed * bleed + hiss
        for segment in spoken:
            if segment.speaker == name:
                at = slice(round(segment.start * rate), round(segment.end * rate))
                alone[at] = mixed[at]
        tracks[name] = (0.0, loudness([alone.astype(np.float32)], rate))

    share = _share(turns(tracks))

    assert share.right >= LEAST_RIGHT, share
    assert share.wrong <= MOST_WRONG, share
