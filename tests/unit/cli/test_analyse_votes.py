"""`colloquy analyse votes`: from a table of votes to opinion groups."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from colloquy.cli.analyse import app
from tests.factories.opinions import planted


def write(folder: Path, rows: list[tuple[str, str, int]], name: str = "votes.csv") -> str:
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("participant", "statement", "vote"), *rows])
    return str(path)


def save(folder: Path, raw: bytes) -> str:
    path = folder / "votes.csv"
    path.write_bytes(raw)
    return str(path)


def run(*arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["votes", *arguments])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def refuse(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["votes", *arguments])
    assert result.stdout == ""
    return result.exit_code, result.stderr


VOTES = planted(people=45, statements=12, groups=3)


def test_groups_statements_and_what_to_read_first_are_printed(tmp_path: Path) -> None:
    found = run(write(tmp_path, VOTES))

    assert found["k"] == len(found["groups"]) == 3
    assert found["silhouette"] == found["silhouettes"]["3"] > found["least_silhouette"]
    assert sum(len(people) for people in found["groups"].values()) == 45
    statement = found["statements"]["s00"]
    assert {"agrees", "disagrees", "passes", "group_informed_consensus"} < statement.keys()
    assert statement["groups"]["1"].keys() == {
        *("agrees", "disagrees", "passes", "pa", "pd", "pat", "pdt", "ra", "rd", "rat", "rdt")
    }
    assert statement["agrees"] == sum(each["agrees"] for each in statement["groups"].values())
    assert found["consensus"].keys() == {"agree", "disagree"}
    assert {one["direction"] for one in found["representative"]["1"]} <= {"agree", "disagree"}
    assert found["representative"]["1"]
    assert found["divisive"]


def test_the_order_of_rows_changes_not_a_digit(tmp_path: Path) -> None:
    shuffled = [*VOTES[1::2], *reversed(VOTES[::2])]

    assert run(write(tmp_path, shuffled)) == run(write(tmp_path, VOTES))


def test_people_without_groups_are_one(tmp_path: Path) -> None:
    found = run(write(tmp_path, planted(people=45, statements=20, groups=1, share=0.5)))

    assert (found["k"], found["silhouette"]) == (1, None)
    assert found["representative"] == {"1": []}


def test_a_number_of_groups_and_a_bound_can_be_stated(tmp_path: Path) -> None:
    file = write(tmp_path, VOTES)

    assert run(file, "--k", "2")["k"] == 2
    assert run(file, "--k", "2")["silhouettes"].keys() == {"2"}
    assert run(file, "--bound", "0.99")["k"] == 1


def test_too_few_people_are_refused_with_what_to_do(tmp_path: Path) -> None:
    file = write(tmp_path, planted(people=20, statements=12, groups=2))

    code, words = refuse(file)

    assert code == 3
    assert words.startswith("20 people voted on at least 7 statements; opinion groups need 30.")
    assert sum(map(len, run(file, "--minimum", "20")["groups"].values())) == 20


def test_who_is_left_out_is_listed_with_the_reason(tmp_path: Path) -> None:
    found = run(write(tmp_path, [*VOTES, ("late", "s00", 1)]))

    assert found["left_out"] == [
        {"participant": "late", "reason": "voted on one statement; at least 7 are needed"}
    ]


def test_groups_known_before_are_used_instead(tmp_path: Path) -> None:
    groups = tmp_path / "groups.csv"
    groups.write_text("participant,group\np0000,carers\np0001,carers\np0002,leaders\n")

    found = run(write(tmp_path, VOTES), "--groups", str(groups))

    assert (found["k"], found["silhouette"]) == (2, None)
    assert found["groups"] == {"carers": ["p0000", "p0001"], "leaders": ["p0002"]}
    assert len(found["left_out"]) == 42


def test_known_groups_and_a_number_of_groups_exclude_each_other(tmp_path: Path) -> None:
    code, words = refuse(write(tmp_path, VOTES), "--groups", "groups.csv", "--k", "2")

    assert code == 2
    assert "either --k or --groups" in words


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ("p1,a\np1,b\n", "a person is in two groups in one line: line 3 (“p1”)"),
        ("p1,\n", "participant or group is empty"),
        ("nobody,a\n", "Nobody who voted is in a group"),
    ],
)
def test_a_mistaken_file_of_groups_is_refused(rows: str, sentence: str, tmp_path: Path) -> None:
    groups = tmp_path / "groups.csv"
    groups.write_text(f"participant,group\n{rows}")

    code, words = refuse(write(tmp_path, VOTES), "--groups", str(groups))

    assert code == 2
    assert sentence in words


def test_a_statement_can_be_left_out(tmp_path: Path) -> None:
    file = write(tmp_path, VOTES)

    assert "s03" not in run(file, "--without", "s03")["statements"]
    code, words = refuse(write(tmp_path, [("p", "x", 1)]), "--without", "x")
    assert (code, "no votes but those" in words) == (2, True)


def test_of_repeated_votes_the_last_counts_and_their_number_is_told(tmp_path: Path) -> None:
    changed = [("p0000", "s00", 1), *[("p0000", "s00", -1)] * 2]
    others = [vote for vote in VOTES if vote[:2] != ("p0000", "s00")]

    result = CliRunner().invoke(app, ["votes", write(tmp_path, [*others, *changed])])

    assert "2 rows were replaced by a later row" in result.stderr
    plain = run(write(tmp_path, [*others, changed[-1]]))
    assert json.loads(result.stdout) == plain


def test_unknown_votes_are_named_by_their_lines_up_to_ten(tmp_path: Path) -> None:
    rows = "".join(f"p{n},s,{'yes' if n else 1}\n" for n in range(13))

    code, words = refuse(save(tmp_path, f"participant,statement,vote\n{rows}".encode()))

    assert code == 2
    assert "unknown vote in 12 lines: line 3 (“yes”), line 4" in words
    assert "line 12 (“yes”) and 2 more. Write 1 for agree, 0 for pass and -1" in words


HEADER = b"participant,statement,vote\n"


@pytest.mark.parametrize(
    ("raw", "code", "sentence"),
    [
        (b"", 2, "is empty. Its first line must be: participant,statement,vote"),
        (b"\n \n", 2, "is empty."),
        (HEADER, 2, "has a header and no lines below it"),
        (b"person,statement,vote\np,s,1\n", 2, "“participant” is missing"),
        (b"participant,statement,vote,vote\np,s,1,1\n", 2, "“vote” is there twice"),
        (HEADER + b"p,s,1\np,s\n", 2, "line 3 has 2 cells"),
        (HEADER + b",s,1\n", 2, "participant or statement is empty in one line: line 2"),
        (HEADER + b'p,"s,1\n', 2, "a quotation mark is opened and not closed"),
        (HEADER + b'p,"' + b"s" * 200_000, 2, "a quotation mark is opened and not closed"),
        (HEADER + b"p,s,1\ncaf\xe9,s,1\n", 1, "is not in UTF-8: see line 3. Save it as"),
        ("participant".encode("utf-16"), 1, "is in UTF-16"),
        (HEADER + b"\0\0", 1, "is not a text file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(
    raw: bytes, code: int, sentence: str, tmp_path: Path
) -> None:
    found, words = refuse(save(tmp_path, raw))

    assert found == code
    assert sentence in words


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    code, words = refuse(str(tmp_path / "none.csv"))

    assert (code, "cannot be read" in words) == (1, True)


def test_the_ways_of_spreadsheets_are_met_halfway(tmp_path: Path) -> None:
    rows = "".join(f"{vote};x;{person} ;{statement}\r\n\r\n" for person, statement, vote in VOTES)
    raw = f"Vote;Note; PARTICIPANT;Statement\r\n{rows}".encode("utf-8-sig")

    assert run(save(tmp_path, raw)) == run(write(tmp_path, VOTES, name="plain.csv"))
