"""Existing transcripts are read in the shapes they come in, and what is doubtful is told."""

import io
import zipfile

import pytest
from docx import Document

from colloquy.recordings.errors import TranscriptUnreadable
from colloquy.recordings.importing import word
from colloquy.recordings.importing.understanding import understand
from colloquy.recordings.importing.understood import Understood

Said = tuple[str | None, float, float, str]


def said(understood: Understood) -> list[Said]:
    return [(each.speaker, each.start, each.end, each.text) for each in understood.passages]


def read(text: str) -> Understood:
    return understand(text.encode())


def a_word_file(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_zoom_writes_the_name_before_the_words() -> None:
    zoom = read(
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.500\nSiân ap Rhys: Trust matters.\n\n"
        "2\n00:00:04.000 --> 00:00:05.000\nنور: نعم.\n\n"
        "3\n00:00:06.000 --> 00:00:07.000\nد. ليلى حداد: Dr. Rhys. No. It is so: we pay.\n\n"
        "4\n00:00:08.000 --> 00:00:09.000\nNo. It is so: we pay.\n"
    )
    assert said(zoom) == [
        ("Siân ap Rhys", 1.0, 3.5, "Trust matters."),
        ("نور", 4.0, 5.0, "نعم."),
        ("د. ليلى حداد", 6.0, 7.0, "Dr. Rhys. No. It is so: we pay."),
        (None, 8.0, 9.0, "No. It is so: we pay."),
    ]
    assert (zoom.form, zoom.doubts) == ("vtt", [])


def test_teams_marks_voices_and_escapes_what_looks_like_markup() -> None:
    teams = read(
        "WEBVTT\n\nabc/12-0\n00:00:01.000 --> 00:00:03.000\n"
        "<v Ann Carer>R&amp;D &lt;now&gt;,\nplease.</v>\n"
    )
    assert said(teams) == [("Ann Carer", 1.0, 3.0, "R&D <now>, please.")]


def test_several_voices_in_one_cue_share_its_time_by_what_each_says() -> None:
    both = read("WEBVTT\n\n00:00.000 --> 00:04.000\n<v A>Yes it is.</v> <v B>No not so.</v>\n")
    assert said(both) == [("A", 0.0, 2.0, "Yes it is."), ("B", 2.0, 4.0, "No not so.")]


def test_lines_after_an_empty_line_still_belong_to_their_cue() -> None:
    broken = read(
        "WEBVTT\n\nNOTE made by hand\nnot a cue\n\n00:01.000 --> 00:02.000\nFirst.\n\nMore of it.\n"
        "\n2\n00:03.000 --> 00:04.000\nSecond.\n"
    )
    assert [each.text for each in broken.passages] == ["First. More of it.", "Second."]


def test_unsorted_and_overlapping_times_are_put_in_order_and_told() -> None:
    messy = read(
        "WEBVTT\n\n00:09.000 --> 00:08.000\nThird.\n\n00:01.000 --> 00:05.000\nFirst.\n\n"
        "00:03.000 --> 00:06.000\nSecond.\n"
    )
    assert [each.text for each in messy.passages] == ["First.", "Second.", "Third."]
    assert messy.passages[2].end == 9.0
    told = " ".join(messy.doubts)
    assert "not in the order" in told
    assert "1 passage begins before" in told
    assert "1 cue ends before it begins" in told


def test_srt_is_read_with_its_commas() -> None:
    srt = read(
        "1\n00:00:01,000 --> 00:00:02,500\n<i>Ann:</i> Yes.\n\n2\n1:00:03,0 --> 1:00:04,0\nNo."
    )
    assert said(srt) == [("Ann", 1.0, 2.5, "Yes."), (None, 3603.0, 3604.0, "No.")]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ann Carer  0:12", "I do.", "Very much.", "", "Dr Rhys  1:02:05", "So do I."),
        ("Ann Carer (0:12)", "I do. Very much.", "Dr Rhys (1:02:05)", "So do I."),
        ("[0:12] Ann Carer: I do.", "Very much.", "[1:02:05] Dr Rhys: So do I."),
        ("0:12 Ann Carer", "I do. Very much.", "1:02:05 Dr Rhys", "So do I."),
    ],
)
def test_names_and_times_are_found_in_their_usual_shapes(lines: tuple[str, ...]) -> None:
    expected = [
        ("Ann Carer", 12.0, 3725.0, "I do. Very much."),
        ("Dr Rhys", 3725.0, 3725.0, "So do I."),
    ]
    assert said(read("\n".join(lines))) == expected
    assert said(understand(a_word_file(*lines))) == expected


def test_a_table_in_a_word_file_is_read_row_by_row() -> None:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for name, words in (("Ann Carer:", "I do."), ("Dr Rhys:", "So do I.")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, words
    file = io.BytesIO()
    document.save(file)
    found = understand(file.getvalue())
    assert [(each.speaker, each.text) for each in found.passages] == [
        ("Ann Carer", "I do."),
        ("Dr Rhys", "So do I."),
    ]


def test_what_stands_before_the_first_speaker_is_told_and_not_taken_for_speech() -> None:
    found = read("Interview 3\nOxford, 3 May\n\nAnn Carer  0:12\nI do.\n")
    assert [each.text for each in found.passages] == ["I do."]
    assert "“Interview 3 / Oxford, 3 May”" in found.doubts[0]


def test_text_without_names_and_times_is_a_passage_a_line_and_says_so() -> None:
    found = read("We met at ten. The reason: nobody came.\nThen we left.\n")
    assert [each.speaker for each in found.passages] == [None, None]
    assert "No speakers and no times" in found.doubts[0]


def test_names_with_accents_survive_another_encoding_and_the_doubt_is_told() -> None:
    found = understand("Siân Ŵyn  0:12\nIe.\n".replace("Ŵ", "W").encode("cp1252"))
    assert found.speakers == ["Siân Wyn"]
    assert "Windows-1252" in found.doubts[0]
    assert understand("نور  0:12\nنعم.".encode("utf-16")).speakers == ["نور"]


def _packed(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no words"),
        (b" \n\n", "no words"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "no words"),
        (b"%PDF-1.7 ...", "This is a PDF, whatever its name says"),
        (b"\xd0\xcf\x11\xe0 an old one", "old Word file"),
        (b"PK\x03\x04 broken", "damaged"),
        (_packed(hello=b"x"), "no Word file"),
        (bytes(range(256)) * 20, "no text that we can read"),
    ],
)
def test_what_is_no_transcript_is_refused_in_plain_words(data: bytes, words: str) -> None:
    with pytest.raises(TranscriptUnreadable, match=words):
        understand(data)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MOST_UNPACKED", 10 * word.MEGABYTE)
    bomb = _packed(document=bytes(11 * word.MEGABYTE))
    assert len(bomb) < 20_000
    with pytest.raises(
        TranscriptUnreadable, match="Unpacked, this file would have more than 10 MB"
    ):
        understand(bomb)
