"""A Word document: what it is of, who speaks, how it was made, and every line numbered."""

import io
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, cast

import docx
import docx.oxml
from docx.document import Document
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from colloquy.recordings.formats.cover import Cover
from colloquy.recordings.formats.wording import one_line, provenance, short_clock
from colloquy.recordings.transcript import Segment, Transcript

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
UNKNOWN = "Unknown speaker"
# a line number every fifth line is read as easily and disturbs less
NUMBERED_EVERY = 5
TEXT_SIZE = Pt(11)
HANGING = Cm(2.2)
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff]")


def to_docx(transcript: Transcript, cover: Cover) -> bytes:
    """The whole transcript as a Word document; a turn is a paragraph, lines count through."""
    document = docx.Document()
    cast("ParagraphStyle", document.styles["Normal"]).font.size = TEXT_SIZE
    document.core_properties.title = _plain(cover.title)
    document.core_properties.author = ""
    _head(document, transcript, cover)
    _speakers(document, cover)
    _number_lines(document)
    for speaker, turn in _turns(transcript):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = HANGING
        paragraph.paragraph_format.first_line_indent = -HANGING
        cast("Any", paragraph.paragraph_format.tab_stops).add_tab_stop(HANGING)
        paragraph.add_run(f"{short_clock(turn[0].start)}\t")
        paragraph.add_run(f"{_plain(speaker or UNKNOWN)}: ").bold = True
        paragraph.add_run(" ".join(_plain(segment.text) for segment in turn))
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _plain(text: str) -> str:
    """One line of what XML can hold."""
    return UNPRINTABLE.sub("", one_line(text))


def _turns(transcript: Transcript) -> Iterator[tuple[str | None, list[Segment]]]:
    """Passages in a row by one voice; those of unknown voices stay apart: they may be several."""
    for speaker, turn in groupby(transcript.segments, key=lambda segment: segment.speaker):
        segments = list(turn)
        if speaker is None:
            yield from ((None, [segment]) for segment in segments)
        else:
            yield speaker, segments


def _head(document: Document, transcript: Transcript, cover: Cover) -> None:
    document.add_heading(_plain(cover.title), level=1)
    facts = [
        ("Study", cover.study),
        ("Meeting", cover.meeting),
        ("Recorded", f"{cover.recorded_at:%A %d %B %Y, %H:%M %Z}" if cover.recorded_at else ""),
        ("Sound", cover.file_name),
        ("Length", short_clock(transcript.duration) if transcript.duration else ""),
        ("Language", transcript.language),
    ]
    for name, value in facts:
        if value:
            _unnumbered(document.add_paragraph(f"{name}: {_plain(value)}"))
    for line in provenance(transcript):
        _unnumbered(document.add_paragraph(_plain(line)))


def _speakers(document: Document, cover: Cover) -> None:
    if not cover.voices:
        return
    _unnumbered(document.add_heading("Speakers", level=2))
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, ("Name", "Group", "Spoke for"), strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for voice in cover.voices:
        row = table.add_row().cells
        row[0].text, row[1].text = _plain(voice.label), _plain(voice.group)
        row[2].text = short_clock(voice.seconds)
    _unnumbered(document.add_heading("Transcript", level=2))


def _number_lines(document: Document) -> None:
    section = cast("Any", document).element.body.sectPr
    numbering = _element("lnNumType", countBy=NUMBERED_EVERY, restart="continuous")
    # the schema has an order, and the columns come after the numbers
    columns = section.find(f"{{{W}}}cols")
    if columns is not None:
        columns.addprevious(numbering)
    else:
        section.append(numbering)


def _unnumbered(paragraph: Paragraph) -> None:
    cast("Any", paragraph.paragraph_format).element.get_or_add_pPr().append(
        _element("suppressLineNumbers")
    )
    paragraph.paragraph_format.space_after = Pt(2)


def _element(name: str, **values: str | int) -> Any:
    """A part of WordprocessingML that python-docx has no word for."""
    facts = "".join(f' w:{key}="{value}"' for key, value in values.items())
    return cast("Any", docx.oxml).parse_xml(f'<w:{name} xmlns:w="{W}"{facts}/>')
