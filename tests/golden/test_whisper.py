"""Both engines hear the sample meetings, and what they hear is measured against what was said."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from colloquy.recordings.engines import hearing as hearings
from colloquy.recordings.engines.choice import transcriber
from colloquy.recordings.engines.openai import is_installed
from colloquy.recordings.engines.protocol import Options, Transcriber
from colloquy.recordings.engines.result import transcript_of
from colloquy.recordings.formats.exact import from_json, to_json
from colloquy.recordings.formats.vtt import from_vtt
from colloquy.recordings.transcript import Transcript
from tests.golden.whisper import (
    DEMO,
    FASTER,
    FIXTURES,
    MODELS,
    OPENAI,
    SAMPLES,
    reference,
    word_error,
)
from tests.unit.recordings.sounds import cut, tone, write_sound

# whisper leaves a file open when it reads its vocabulary; it is closed by the collector
pytestmark = pytest.mark.filterwarnings(
    "ignore:.*tiktoken:pytest.PytestUnraisableExceptionWarning",
    "ignore:unclosed file:ResourceWarning",
)

# measured at 0.0 to 7.1 % (see the fixtures' README); other processors round a little differently
MOST_WORD_ERROR = 0.10
ENGLISH = Options(language="en")
# the fallback to higher temperatures draws at random; a golden test must not
REPEATABLE = Options(language="en", temperatures=(0.0,))


# pytest makes a fixture afresh whenever its parameter changes: loading and hearing are too dear
@cache
def _loaded(name: str) -> Transcriber:
    engine = transcriber(name)
    engine.load(MODELS[name])
    return engine


@cache
def _heard(name: str, sample: str) -> Transcript:
    # each engine as its own library does by default: a beam of 5, and none
    options = replace(REPEATABLE, beam_size=5 if name == FASTER else 1)
    hearing = _loaded(name).transcribe(FIXTURES / f"{sample}.opus", options)
    segments = tuple(hearing)
    return Transcript(segments, hearing.language, hearing.duration)


@pytest.fixture(params=[FASTER, OPENAI])
def engine(request: pytest.FixtureRequest) -> Transcriber:
    name: str = request.param
    if name == OPENAI and not is_installed():
        pytest.skip("openai-whisper is not installed; make test installs it")
    return _loaded(name)


@pytest.fixture
def faster() -> Transcriber:
    return _loaded(FASTER)


@pytest.fixture
def sample_heard(engine: Transcriber) -> Callable[[str], Transcript]:
    """A sample meeting as the engine hears it; once is enough for several claims."""
    return lambda sample: _heard(engine.name, sample)


# openai-whisper takes a quarter of a minute for each
MEETINGS = [
    *((FASTER, sample) for sample in SAMPLES),
    (OPENAI, SAMPLES[0]),
    *(pytest.param(OPENAI, sample, marks=pytest.mark.long) for sample in SAMPLES[1:]),
]


@pytest.mark.parametrize(("engine", "sample"), MEETINGS, indirect=["engine"])
def test_a_sample_meeting_is_heard(sample_heard: Callable[[str], Transcript], sample: str) -> None:
    heard = sample_heard(sample)

    said = reference(FIXTURES / f"{sample}.vtt")
    assert word_error(said, heard.segments) < MOST_WORD_ERROR
    assert len(heard.segments) == pytest.approx(len(said), abs=3)
    assert heard.language == "en"


@pytest.mark.parametrize(("engine", "sample"), MEETINGS, indirect=["engine"])
def test_segments_come_in_order_so_that_progress_only_grows(
    sample_heard: Callable[[str], Transcript], sample: str
) -> None:
    heard = sample_heard(sample)

    assert all(segment.start < segment.end for segment in heard.segments)
    assert all(a.end <= b.start for a, b in pairwise(heard.segments))
    assert 0.9 < heard.segments[-1].end / heard.duration <= 1


@pytest.mark.parametrize(("engine", "sample"), MEETINGS, indirect=["engine"])
def test_the_words_of_a_segment_lie_in_it_and_make_its_text(
    sample_heard: Callable[[str], Transcript], sample: str
) -> None:
    for segment in sample_heard(sample).segments:
        times = [time for word in segment.words for time in (word.start, word.end)]
        assert times == sorted(times)
        assert segment.start <= times[0]
        assert times[-1] <= segment.end
        assert all(0 <= word.probability <= 1 for word in segment.words)
        assert " ".join(word.text for word in segment.words) == segment.text
        assert segment.average_logprob is not None
        assert segment.no_speech_probability is not None


def test_most_sentences_end_when_they_were_said(
    sample_heard: Callable[[str], Transcript],
) -> None:
    said = reference(FIXTURES / "sample-1.vtt")

    ends = [segment.end for segment in sample_heard("sample-1").segments]

    off = [one for one in said if min(abs(end - one.end) for end in ends) > 0.5]
    assert len(off) <= len(said) * 0.1


def test_silence_gives_no_segments(engine: Transcriber, tmp_path: Path) -> None:
    hiss = np.random.default_rng(1).normal(0, 0.001, 48_000 * 40).astype(np.float32)
    silence = write_sound(tmp_path / "silence.wav", tone(40, loudness=0.0))
    faint = write_sound(tmp_path / "faint.wav", hiss)

    assert list(engine.transcribe(silence, ENGLISH)) == []
    assert list(engine.transcribe(faint, ENGLISH)) == []


def test_the_demo_meeting_becomes_a_transcript_that_says_how_it_was_made(
    faster: Transcriber,
) -> None:
    hearing = faster.transcribe(DEMO / "recording" / "meeting.opus", REPEATABLE)

    transcript = transcript_of(list(hearing), hearing, faster, "tiny-consultation", REPEATABLE)

    said = reference(DEMO / "recording" / "reference.vtt")
    assert word_error(said, transcript.segments) < 0.05
    assert not any(segment.flags for segment in transcript.segments)
    assert transcript.duration == pytest.approx(153.7, abs=0.5)
    assert (transcript.engine, transcript.model) == (FASTER, "tiny-consultation")
    assert transcript.settings["condition_on_previous_text"] is False
    assert from_json(to_json(transcript)) == transcript


def test_a_hearing_can_be_stopped_and_taken_up_again(faster: Transcriber) -> None:
    audio = FIXTURES / "sample-1.opus"
    said = reference(FIXTURES / "sample-1.vtt")

    first = []
    for segment in faster.transcribe(audio, REPEATABLE):
        first.append(segment)
        if segment.end > 35:
            break
    rest = list(faster.transcribe(audio, replace(REPEATABLE, start=first[-1].end)))

    assert rest[0].start >= first[-1].end
    assert word_error(said, [*first, *rest]) < MOST_WORD_ERROR


def test_a_recording_longer_than_one_stretch_loses_no_words(
    faster: Transcriber, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearings, "STRETCH_SECONDS", 40.0)
    monkeypatch.setattr(hearings, "LOOK_BACK_SECONDS", 15.0)

    heard = list(faster.transcribe(FIXTURES / "sample-3.opus", REPEATABLE))

    assert word_error(reference(FIXTURES / "sample-3.vtt"), heard) < MOST_WORD_ERROR
    assert all(a.end <= b.start for a, b in pairwise(heard))


def test_an_engine_left_to_decide_says_which_language_it_heard(faster: Transcriber) -> None:
    hearing = faster.transcribe(FIXTURES / "sample-1.opus", Options(temperatures=(0.0,)))
    before = hearing.language

    next(iter(hearing))

    assert (before, hearing.language) == ("", "en")


def test_what_there_is_of_a_cut_off_recording_is_heard(faster: Transcriber, tmp_path: Path) -> None:
    whole = tmp_path / "meeting.opus"
    whole.write_bytes((FIXTURES / "sample-1.opus").read_bytes())

    hearing = faster.transcribe(cut(whole, 0.5), REPEATABLE)
    heard = list(hearing)

    said = [s for s in reference(FIXTURES / "sample-1.vtt") if s.end < hearing.duration - 1]
    assert 30 < hearing.duration < 45
    assert word_error(said, heard) < 0.25


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_kept_sample_transcripts_are_near_what_was_said(sample: str) -> None:
    kept = Path(__file__).parents[2] / "transcripts" / "samples"

    transcript = from_json((kept / f"{sample}.json").read_text())

    assert from_vtt((kept / f"{sample}.vtt").read_text()).segments
    assert word_error(reference(FIXTURES / f"{sample}.vtt"), transcript.segments) < MOST_WORD_ERROR
