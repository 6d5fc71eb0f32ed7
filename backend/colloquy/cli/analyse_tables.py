"""Reads the tables that `colloquy analyse` works on, row by row, however long they are."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

UNREADABLE, MISTAKEN = 1, 2
_DELIMITERS = (",", ";", "\t")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MOST_NAMED = 10
_SAVE_AS_UTF8 = "Save it as “CSV UTF-8” and try again."


class TableRefused(Exception):
    """A table cannot be used: the sentence says what to do, `code` how the command ends."""

    def __init__(self, message: str, code: int = MISTAKEN) -> None:
        super().__init__(message)
        self.code = code


@dataclass(slots=True)
class Problems:
    """Lines with the same kind of mistake: all are counted, the first ten are named."""

    what: str
    remedy: str
    named: list[str] = field(default_factory=list[str])
    count: int = 0

    def add(self, line: int, found: str) -> None:
        """Note a line and what stands there."""
        self.count += 1
        if len(self.named) < _MOST_NAMED:
            self.named.append(f"line {line} (“{found[:40]}”)")

    def refuse(self, file: str) -> None:
        """Raise `TableRefused` if there was any."""
        if not self.count:
            return
        more = f" and {self.count - len(self.named)} more" if self.count > len(self.named) else ""
        lines = "one line" if self.count == 1 else f"{self.count} lines"
        where = ", ".join(self.named)
        raise TableRefused(f"{file}: {self.what} in {lines}: {where}{more}. {self.remedy}")


def read_rows(file: str, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Give every row below the header as its line and its cells, in the order of `columns`.

    A byte-order mark, semicolons or tabs, headings in any order and letter case, more columns and
    blank lines are all fine. Raises `TableRefused` for a file that cannot be read for certain.
    """
    _refuse_other_encodings(file)
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as text:
            yield from _rows(file, text, columns)
    except OSError as error:
        raise TableRefused(f"{file} cannot be read ({error.strerror}).", UNREADABLE) from error
    except UnicodeDecodeError as error:
        raise TableRefused(
            f"{file} is not in UTF-8: see line {_first_undecodable(file)}. {_SAVE_AS_UTF8}",
            UNREADABLE,
        ) from error


def _rows(file: str, text: TextIO, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    first = text.readline()
    while first and not first.strip():
        first = text.readline()
    wanted = ",".join(columns)
    if not first:
        raise TableRefused(f"{file} is empty. Its first line must be: {wanted}")
    text.seek(0)
    reader = csv.reader(text, delimiter=_delimiter(first), strict=True)
    places: list[int] | None = None
    is_bare = True
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if places is None:
                    places = _places(file, cells, columns)
                else:
                    is_bare = False
                    yield line, _pick(file, line, cells, places)
            line = reader.line_num + 1
    except csv.Error as error:
        raise TableRefused(
            f"{file}: line {line} cannot be read: a quotation mark is opened and not closed, or "
            "stands in the middle of a cell. Write it twice inside a quoted cell."
        ) from error
    if is_bare:
        raise TableRefused(f"{file} has a header and no lines below it. Add a line an answer.")


def _places(file: str, header: Sequence[str], columns: Sequence[str]) -> list[int]:
    names = [cell.strip().casefold() for cell in header]
    missing = [column for column in columns if column not in names]
    twice = [column for column in columns if names.count(column) > 1]
    if missing or twice:
        problem = f"“{missing[0]}” is missing" if missing else f"“{twice[0]}” is there twice"
        found = ",".join(cell.strip() for cell in header)[:120]
        raise TableRefused(
            f"{file}: the first line must name the columns {','.join(columns)}. "
            f"It reads “{found}”: {problem}."
        )
    return [names.index(column) for column in columns]


def _pick(file: str, line: int, cells: Sequence[str], places: Sequence[int]) -> list[str]:
    try:
        return [cells[place].strip() for place in places]
    except IndexError as error:
        raise TableRefused(
            f"{file}: line {line} has {len(cells)} cells, and the header has more. "
            "Give every line a cell for each column."
        ) from error


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _refuse_other_encodings(file: str) -> None:
    try:
        with Path(file).open("rb") as raw:
            start = raw.read(4096)
    except OSError as error:
        raise TableRefused(f"{file} cannot be read ({error.strerror}).", UNREADABLE) from error
    if start.startswith(_UTF16):
        raise TableRefused(f"{file} is in UTF-16, not in UTF-8. {_SAVE_AS_UTF8}", UNREADABLE)
    if b"\0" in start:
        raise TableRefused(f"{file} is not a text file. {_SAVE_AS_UTF8}", UNREADABLE)


def _first_undecodable(file: str) -> int:
    with Path(file).open("rb") as raw:
        for number, line in enumerate(raw, start=1):
            if line.decode("utf-8", errors="replace").encode() != line:
                return number
    return 1
