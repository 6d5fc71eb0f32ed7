"""The paragraphs of a Word file, opened only when it is one and not too large."""

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordFile
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from colloquy.recordings.errors import TranscriptUnreadable

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 100 * MEGABYTE
MOST_FILES = 5000
SAVE = "Nothing was changed. Open it where it was made, save it as DOCX or as text, and try again."


def looks_packed(data: bytes) -> bool:
    """True for a file that begins as every DOCX does."""
    return data.startswith(b"PK")


def read_paragraphs(data: bytes) -> list[str]:
    """The lines of a Word file in order, a table's row as one; else a `TranscriptUnreadable`."""
    _expect_small(data)
    try:
        document = Document(io.BytesIO(data))
        return list(_lines(document))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise TranscriptUnreadable(f"This is packed, but it is no Word file. {SAVE}") from error


def _expect_small(data: bytes) -> None:
    """Look at what a packed file says of its size before anything of it is unpacked.

    One that says too little is cut off there by zipfile itself.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except zipfile.BadZipFile as error:
        raise TranscriptUnreadable(f"This Word file is damaged. {SAVE}") from error
    if len(entries) > MOST_FILES or sum(each.file_size for each in entries) > MOST_UNPACKED:
        raise TranscriptUnreadable(
            f"Unpacked, this file would have more than {MOST_UNPACKED // MEGABYTE} MB, which no "
            "transcript has, so it was not opened. Nothing was changed. Save its text alone."
        )


def _lines(document: WordFile) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "  ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
        else:
            yield from block.text.split("\n")
