"""A transcript survives the journey through a file, whatever was said and whoever said it."""

import json

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from colloquy.recordings.errors import TranscriptUnreadable
from colloquy.recordings.formats.exact import from_json, to_json
from colloquy.recordings.formats.srt import to_srt
from colloquy.recordings.formats.txt import to_txt
from colloquy.recordings.formats.vtt import from_vtt, to_vtt
from colloquy.recordings.transcript import Flag, Segment, Transcript, Word

MEETING = Transcript(
    segments=(
        Segment(
            0.4,
            2.936,
            "Trust <matters> & power, too.",
            (Word(0.4, 0.9, "Trust", 0.98),),
            -0.1,
            0.02,
            (Flag.LOOP,),
            "Siân ap Rhys",
        ),
        Segment(3.0, 4.5, "Very much.", speaker="Siân ap Rhys"),
        Segment(3725.25, 3727.0, "Not in my area.", speaker="نور <b>"),
        Segment(3728.0, 3729.0, "Hm."),
    ),
    language="en",
    duration=3730.0,
    engine="faster-whisper",
    engine_version="1.2.1",
    model="small",
    settings={"beam_size": 5, "voice_filter": True, "hotwords": None},
    checked_by="A. Researcher",
)
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


def test_vtt_names_the_voice_of_every_cue_that_has_one() -> None:
    read = webvtt.WebVTT.from_string(to_vtt(MEETING))

    assert [(cue.start, cue.end) for cue in read.captions][:2] == [
        ("00:00:00.400", "00:00:02.936"),
        ("00:00:03.000", "00:00:04.500"),
    ]
    assert read.captions[0].voice == "Siân ap Rhys"
    assert read.captions[2].start == "01:02:05.250"
    assert read.captions[3].voice is None


def test_vtt_says_how_it_was_made_and_who_checked_it() -> None:
    head = to_vtt(MEETING).split("\n\n")[1]

    assert head.startswith("NOTE")
    assert "faster-whisper 1.2.1 with the model small" in head
    assert "voice_filter on" in head
    assert "Checked by A. Researcher." in head


def test_what_was_said_is_never_markup_in_vtt() -> None:
    text = to_vtt(MEETING)

    assert "Trust &lt;matters&gt; &amp; power" in text
    assert "<b>" not in text


def test_words_cannot_end_a_cue_and_begin_another() -> None:
    sly = Segment(0, 1, "One.\n\n00:00:05.000 --> 00:00:06.000\nTwo.", speaker="Eve\n\nNOTE x")

    read = from_vtt(to_vtt(Transcript((sly,))))

    assert len(read.segments) == 1
    assert read.segments[0].text == "One. 00:00:05.000 --> 00:00:06.000 Two."


@given(
    st.lists(st.tuples(LINES.filter(bool), st.none() | LINES.filter(bool)), min_size=1, max_size=5)
)
def test_any_words_and_any_name_come_back_from_vtt(lines: list[tuple[str, str | None]]) -> None:
    segments = tuple(
        Segment(number * 2.0, number * 2.0 + 1.5, text, speaker=speaker)
        for number, (text, speaker) in enumerate(lines)
    )

    read = from_vtt(to_vtt(Transcript(segments)))

    assert read.segments == segments


def test_json_keeps_everything() -> None:
    assert from_json(to_json(MEETING)) == MEETING
    assert json.loads(to_json(MEETING))["segments"][0]["words"][0]["probability"] == 0.98


def test_srt_numbers_its_cues_and_names_the_speaker() -> None:
    assert to_srt(MEETING).startswith(
        "1\n00:00:00,400 --> 00:00:02,936\nSiân ap Rhys: Trust <matters> & power, too.\n\n2\n"
    )


def test_text_names_a_speaker_once_a_turn_with_the_time() -> None:
    body = to_txt(MEETING).split("\n\n", 1)[1]

    assert body == (
        "Siân ap Rhys  0:00:00\nTrust <matters> & power, too.\nVery much.\n\n"
        "نور <b>  1:02:05\nNot in my area.\n\n"
        "1:02:08\nHm.\n"
    )


def test_a_transcript_nobody_checked_says_so() -> None:
    unchecked = Transcript((), engine="openai-whisper", model="tiny")

    assert "Not yet checked by a person." in to_vtt(unchecked)
    assert json.loads(to_json(unchecked))["checked_by"] is None


def test_times_are_rounded_to_the_millisecond_and_carried() -> None:
    text = to_vtt(Transcript((Segment(59.9996, 3599.9999, "Yes."),)))

    assert "00:01:00.000 --> 01:00:00.000" in text


def test_what_is_not_vtt_is_refused() -> None:
    with pytest.raises(TranscriptUnreadable, match="not a WebVTT file"):
        from_vtt("Alan  0:00\nThank you all for coming.\n")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "other", "version": 1}', "not json"])
def test_what_is_not_our_json_is_refused(text: str) -> None:
    with pytest.raises(TranscriptUnreadable, match="not a transcript that Colloquy wrote"):
        from_json(text)
