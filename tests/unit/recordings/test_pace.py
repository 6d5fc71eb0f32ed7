"""How long a transcription takes, and when its turn comes."""

from uuid import UUID

import pytest

from colloquy.recordings.engines.names import FASTER, OPENAI
from colloquy.recordings.transcribing.line import InLine, Place, places
from colloquy.recordings.transcribing.machine import Machine
from colloquy.recordings.transcribing.pace import Pace, Timed, measured_paces, pace
from colloquy.recordings.transcribing.study_words import LONGEST, in_one_line

LAPTOP = Machine(cores=4, memory_mb=8000, has_gpu=False)
SMALL = (FASTER, "small")


def test_a_model_that_was_timed_here_is_as_fast_as_its_newest_transcriptions() -> None:
    newest = [Timed(*SMALL, 600, 300)] * 5
    old = [Timed(*SMALL, 600, 6000)]

    measured = measured_paces([*newest, *old])

    assert pace(SMALL, 485, measured, LAPTOP).seconds == pytest.approx(0.5)
    assert pace(SMALL, 485, measured, LAPTOP).is_measured


def test_a_moment_of_sound_says_nothing_about_a_models_speed() -> None:
    assert measured_paces([Timed(*SMALL, 1.0, 4.0)]) == {}


def test_without_a_measure_it_is_a_guess_and_says_so() -> None:
    guessed = pace(SMALL, 485, {}, LAPTOP)

    assert not guessed.is_measured
    assert guessed.seconds == pytest.approx(0.25)


def test_a_guess_leans_on_what_was_measured_with_another_model() -> None:
    guessed = pace((FASTER, "medium"), 1530, {SMALL: 0.5}, LAPTOP)

    assert not guessed.is_measured
    assert guessed.seconds == pytest.approx(0.5 * 3.1)


@pytest.mark.parametrize(
    ("faster", "slower"),
    [
        (pace(SMALL, 485, {}, LAPTOP), pace((OPENAI, "small"), 485, {}, LAPTOP)),
        (pace((FASTER, "tiny.en"), 75, {}, LAPTOP), pace(SMALL, 485, {}, LAPTOP)),
        (pace(SMALL, 485, {}, Machine(4, 8000, has_gpu=True)), pace(SMALL, 485, {}, LAPTOP)),
    ],
)
def test_a_smaller_model_a_lighter_engine_and_a_gpu_are_guessed_to_be_faster(
    faster: Pace, slower: Pace
) -> None:
    assert faster.seconds < slower.seconds


A, B, C, D = (UUID(int=n) for n in range(1, 5))


def test_whoever_waits_waits_for_what_runs_and_for_those_before() -> None:
    line = [InLine(A, True, 60), InLine(B, False, 100), InLine(C, False, 10)]

    assert places(line) == {A: Place(0, 0, 60), B: Place(1, 60, 160), C: Place(2, 160, 170)}


def test_with_two_workers_the_next_takes_the_place_that_is_free_first() -> None:
    line = [InLine(A, True, 60), InLine(B, True, 20), InLine(C, False, 10), InLine(D, False, 5)]

    found = places(line)

    assert (found[C].starts_in, found[D].starts_in) == (20, 30)


def test_words_to_expect_come_once_and_no_more_than_an_engine_takes_in() -> None:
    line = in_one_line(["Trust", "Carers", "Trust", " Shared\n purpose ", "x" * LONGEST])

    assert line == "Trust, Carers, Shared purpose"
