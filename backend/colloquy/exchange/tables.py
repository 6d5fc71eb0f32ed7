"""Reads tables that people bring as CSV, and names every problem by its line.

A spreadsheet's ways are met halfway: a byte-order mark, semicolons or tabs, headings in any order
and letter case, blank lines. What cannot be read for certain is refused, never guessed.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from colloquy.core.errors import FieldProblem, Invalid

MAX_LINES = 1000
_MAX_NAMED = 10
_DELIMITERS = (",", ";", "\t")
_LINE_END = re.compile(rb"\r\n|\r|\n")
_HOW_TO_SAVE = (
    "Save it as “CSV UTF-8” in Excel, or with the character set “Unicode (UTF-8)” in LibreOffice, "
    "and choose it again. Nothing has been taken in."
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is wanted, and the other names it goes by."""

    name: str
    explanation: str
    is_required: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the number of the line it starts on, its cells by column, and what is wrong."""

    number: int
    cells: dict[str, str]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Everything a file holds below its header."""

    lines: list[Line]
    found: list[str]
    unknown: list[str] = field(default_factory=list[str])


def read_table(raw: bytes, columns: Sequence[Column]) -> Table:
    """The rows of a CSV file; a file that cannot be read as a whole is `Invalid`."""
    text = _decode(raw)
    rows = list(_rows(text, _delimiter(text, columns)))
    if not rows:
        raise Invalid("The file is empty. Nothing has been taken in.")
    _, header = rows[0]
    names = _read_header(header, columns)
    if len(rows) - 1 > MAX_LINES:
        raise Invalid(
            f"The file has {len(rows) - 1} lines; at most {MAX_LINES} are taken in at once. "
            "Split it and try again."
        )
    known = [name for name in names if name]
    return Table(
        lines=[_line(number, cells, names) for number, cells in rows[1:]],
        found=known,
        unknown=[
            cell.strip() for cell, name in zip(header, names, strict=True) if not name and cell
        ],
    )


def _decode(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Invalid(f"The file is in UTF-16 (“Unicode text”), not in UTF-8. {_HOW_TO_SAVE}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _not_utf8(raw) from None
    if "\0" in text:
        raise Invalid(f"This is not a text file. {_HOW_TO_SAVE}")
    return text


def _not_utf8(raw: bytes) -> Invalid:
    bad = [
        FieldProblem(
            f"line:{number}",
            f"Line {number} holds a character that is not UTF-8: "
            f"“{line.decode('utf-8', errors='replace')[:80]}”",
        )
        for number, line in enumerate(_LINE_END.split(raw), start=1)
        if not _is_utf8(line)
    ]
    numbers = ", ".join(problem.path.removeprefix("line:") for problem in bad[:_MAX_NAMED])
    more = f" and {len(bad) - _MAX_NAMED} more" if len(bad) > _MAX_NAMED else ""
    where = f"line {numbers}" if len(bad) == 1 else f"lines {numbers}{more}"
    return Invalid(f"The file is not in UTF-8; see {where}. {_HOW_TO_SAVE}", bad[:_MAX_NAMED])


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(text: str, columns: Sequence[Column]) -> str:
    """The sign that makes most of the first line's cells into wanted columns."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def fit(sign: str) -> tuple[int, int]:
        cells = next(csv.reader([first], delimiter=sign), list[str]())
        return sum(bool(_match(cell, columns)) for cell in cells), len(cells)

    return max(_DELIMITERS, key=fit)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank, with the line it starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            message = (
                f"Line {number} cannot be read: a quotation mark is opened and not closed, "
                "or stands in the middle of a cell. Write it twice inside a quoted cell."
            )
            raise Invalid(
                f"{message} Nothing has been taken in.", [FieldProblem(f"line:{number}", message)]
            ) from error
        if any(cell.strip() for cell in cells):
            yield number, cells


def _read_header(header: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The wanted column that each cell of the header names, or an empty string."""
    names = [_match(cell, columns) for cell in header]
    missing = [one.name for one in columns if one.is_required and one.name not in names]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if not missing and not twice:
        return names
    found = ", ".join(name for name in names if name) or "none of them"
    unknown = ", ".join(
        f"“{cell.strip()}”" for cell, name in zip(header, names, strict=True) if not name
    )
    sentences = [
        f"The first line must name the columns. Wanted: {_wanted(columns)}. Found: {found}.",
        f"Missing: {', '.join(missing)}." if missing else "",
        f"Not known: {unknown}." if unknown else "",
        f"Named twice: {', '.join(twice)}." if twice else "",
        "Nothing has been taken in.",
    ]
    problems = [FieldProblem("line:1", f"The column “{name}” is missing.") for name in missing]
    problems += [FieldProblem("line:1", f"The column “{name}” is there twice.") for name in twice]
    raise Invalid(" ".join(filter(None, sentences)), problems)


def _wanted(columns: Sequence[Column]) -> str:
    return ", ".join(
        one.name if one.is_required else f"{one.name} (if you like)" for one in columns
    )


def _match(cell: str, columns: Sequence[Column]) -> str:
    plain = re.sub(r"[\s_-]+", "", cell).casefold()
    for column in columns:
        if plain in {name.replace("_", "") for name in (column.name, *column.aliases)}:
            return column.name
    return ""


def _line(number: int, cells: Sequence[str], names: Sequence[str]) -> Line:
    extra = any(cell.strip() for cell in cells[len(names) :])
    return Line(
        number=number,
        cells={name: cell.strip() for name, cell in zip(names, cells, strict=False) if name},
        problem=(
            f"This line has {len(cells)} cells, the header has {len(names)}. "
            "Put a text that holds the separator in quotation marks."
            if extra
            else ""
        ),
    )
