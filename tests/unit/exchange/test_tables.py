"""Reading CSV as spreadsheets really write it."""

import pytest

from colloquy.core.errors import Invalid
from colloquy.exchange.tables import Column, read_table

COLUMNS = (
    Column("email", "The address.", is_required=True),
    Column("name", "The name.", is_required=True, aliases=("full_name",)),
    Column("group", "The group."),
)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_ways_of_spreadsheets_are_met(sign: str, mark: bytes, end: str) -> None:
    rows = [
        ["Full name", " E-Mail ", "group"],
        [f'"Zoë{sign} the ""elder"""', "zoe@example.org", "carers"],
        ["", "", ""],
        ["Bob", "bob@example.org"],
    ]
    text = end.join(sign.join(row) for row in rows) + end
    table = read_table(mark + text.encode(), COLUMNS)
    assert [(line.number, line.cells, line.problem) for line in table.lines] == [
        (
            2,
            {"name": f'Zoë{sign} the "elder"', "email": "zoe@example.org", "group": "carers"},
            "",
        ),
        (4, {"name": "Bob", "email": "bob@example.org"}, ""),
    ]
    assert (table.found, table.unknown) == (["name", "email", "group"], [])


def test_a_line_is_named_by_where_it_starts_after_a_cell_of_several_lines() -> None:
    raw = b'email,name\na@x.org,"Ann\nof\nNorth"\nb@x.org,Bob,too many\n'
    lines = read_table(raw, COLUMNS).lines
    assert [(line.number, bool(line.problem)) for line in lines] == [(2, False), (5, True)]


def test_a_last_line_without_an_end_is_read() -> None:
    assert len(read_table(b"email,name\na@x.org,Ann", COLUMNS).lines) == 1


def test_a_column_that_is_there_twice_is_refused() -> None:
    with pytest.raises(Invalid, match="Named twice: name"):
        read_table(b"email,name,full name\na@x.org,Ann,Ann\n", COLUMNS)


def test_many_wrong_bytes_are_counted_and_the_first_named() -> None:
    raw = b"email,name\n" + b"a@x.org,Zo\xeb\n" * 12
    with pytest.raises(Invalid, match=r"see lines 2, 3, .*, 11 and 2 more") as refused:
        read_table(raw, COLUMNS)
    assert len(refused.value.fields) == 10
