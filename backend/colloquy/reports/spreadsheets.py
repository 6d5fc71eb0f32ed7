"""Tables as CSV and XLSX, none of whose cells a spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook

Cell = str | int | float | None
# a cell that begins like this is a formula to a spreadsheet
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, its headings and its rows."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def write_csv(table: Table) -> str:
    """A table for any spreadsheet; the mark at its start tells it that the letters are UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.header)
    writer.writerows([[_plain(cell) for cell in row] for row in table.rows])
    return "\ufeff" + out.getvalue()


def write_xlsx(tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet a table, the headings bold and kept in view."""
    out = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book: Any = Workbook(out, settings)  # its types are not told
    with book:
        bold = book.add_format({"bold": True, "text_wrap": True})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.write_row(0, 0, table.header, bold)
            for number, row in enumerate(table.rows, start=1):
                sheet.write_row(number, 0, row)
            sheet.freeze_panes(1, 0)
    return out.getvalue()


def _plain(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
