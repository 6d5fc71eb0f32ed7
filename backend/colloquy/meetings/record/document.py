"""Minutes as a Word document: the same minutes are the same bytes."""

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as DocxDocument

from colloquy.meetings.record.schemas import Block, Minutes

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# a zip keeps when each of its files was packed, which says nothing of the meeting
_PACKED = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zone


def write_document(minutes: Minutes) -> bytes:
    """The minutes for Word and whatever else opens its files."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author = minutes.title, ""
    properties.created = properties.modified = _MADE
    document.add_heading(minutes.title, level=0)
    document.add_paragraph(minutes.subtitle)
    for block in minutes.blocks:
        _write(document, block)
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


def _write(document: DocxDocument, block: Block) -> None:
    match block.kind:
        case "heading":
            document.add_heading(block.words[0], level=block.level)
        case "text":
            document.add_paragraph(block.words[0])
        case "list":
            for line in block.words:
                document.add_paragraph(line, style="List Bullet")
        case "quote":
            for paragraph in block.words:
                document.add_paragraph(paragraph, style="Intense Quote")
        case "table":
            _write_table(document, block)


def _write_table(document: DocxDocument, block: Block) -> None:
    table = document.add_table(rows=1, cols=len(block.words), style="Light Grid Accent 1")
    for cell, words in zip(table.rows[0].cells, block.words, strict=True):
        cell.text = words
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def _without_times(packed: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _PACKED)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return out.getvalue()
