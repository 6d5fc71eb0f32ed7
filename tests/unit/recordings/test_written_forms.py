"""The forms that people read on paper and that other packages take in."""

import io
import re

import docx
import pytest

from colloquy.recordings.formats.cover import Cover, Voice
from colloquy.recordings.formats.forms import FORMS, Form
from colloquy.recordings.formats.txt import to_plain, to_rows, to_stamped
from colloquy.recordings.formats.word import to_docx
from colloquy.recordings.transcript import Segment, Transcript
from tests.unit.recordings.test_formats import MEETING

COVER = Cover(
    title="Third meeting\x00",
    study="Leading together",
    voices=(Voice("Siân ap Rhys", "Carers", 4.0), Voice("نور <b>", "", 2.0)),
)


def test_plain_text_without_times_has_names_and_words_only() -> None:
    text = to_plain(MEETING)

    assert "Siân ap Rhys\nTrust <matters> & power, too.\nVery much.\n" in text
    assert not re.search(r"\d:\d\d", text)
    assert "Checked by A. Researcher." in text


def test_stamps_stand_before_each_passage_and_after_the_last() -> None:
    paragraphs = to_stamped(MEETING).split("\n\n")

    assert "#00:00:00-4# Siân ap Rhys: Trust <matters> & power, too." in paragraphs
    assert paragraphs[-2:] == ["#01:02:08-0# Hm.", "#01:02:09-0#\n"]


def test_every_row_has_a_time_span_a_speaker_and_words() -> None:
    rows = [line.split("\t") for line in to_rows(MEETING).splitlines()]

    assert {len(row) for row in rows} == {3}
    assert rows[1] == ["0:00:00.4 - 0:00:02.9", "Siân ap Rhys", "Trust <matters> & power, too."]
    assert "faster-whisper 1.2.1" in rows[-1][2]


def test_words_with_tabs_and_line_breaks_stay_in_their_row() -> None:
    sly = Transcript((Segment(0, 1, "One\ttwo\nthree", speaker="A\tB"),))

    assert to_rows(sly).splitlines()[1] == "0:00:00.0 - 0:00:01.0\tA B\tOne two three"


def test_a_word_document_has_numbered_lines_a_head_and_a_table_of_speakers() -> None:
    document = docx.Document(io.BytesIO(to_docx(MEETING, COVER)))

    said = [paragraph.text for paragraph in document.paragraphs]
    assert said[0] == "Third meeting"
    assert "Study: Leading together" in said
    assert "Checked by A. Researcher." in said
    assert "0:00:00\tSiân ap Rhys: Trust <matters> & power, too. Very much." in said
    assert "1:02:08\tUnknown speaker: Hm." in said
    table = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert table[1:] == [["Siân ap Rhys", "Carers", "0:00:04"], ["نور <b>", "", "0:00:02"]]
    assert "w:lnNumType" in document.element.xml


@pytest.mark.parametrize("form", Form)
def test_every_form_can_hold_nothing_at_all(form: Form) -> None:
    assert b"-->" not in FORMS[form].write(Transcript((), duration=60.0), Cover("Empty"))
