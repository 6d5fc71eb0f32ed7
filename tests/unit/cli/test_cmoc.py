"""`colloquy cmoc`: notation to JSON and back."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from colloquy.cli.cmoc import app

PRINTED = [
    "Trust is low (C) → a shared story (M+, resource) and hope (M+, reasoning) → teamwork (O+)",
    "Trust is low (C) -> a shared story (resource, M+) and hope (reasoning, M+) -> teamwork (O+)",
    "Trust is low (C) → a shared story (M+ – Res) and hope (M+ – Rea) → teamwork (O+)",
]
READ = [
    {"kind": "context", "polarity": None, "text": "Trust is low"},
    {"kind": "resource", "polarity": "+", "text": "a shared story"},
    {"kind": "reasoning", "polarity": "+", "text": "hope"},
    {"kind": "outcome", "polarity": "+", "text": "teamwork"},
]


@pytest.mark.parametrize("printed", PRINTED)
def test_notation_as_papers_print_it_becomes_json(tmp_path: Path, printed: str) -> None:
    path = tmp_path / "cmocs.txt"
    path.write_text(f"{printed}\n\n{printed}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["parse", str(path)])
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout) == [{"elements": READ}, {"elements": READ}]


def test_what_is_piped_in_is_read() -> None:
    result = CliRunner().invoke(app, ["parse", "-"], input=PRINTED[0])
    assert json.loads(result.stdout) == [{"elements": READ}]


def test_a_mistake_says_where_and_ends_with_2() -> None:
    result = CliRunner().invoke(app, ["parse", "-"], input="One (C) → two\n(X)")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("Line 2, column 1:")


def test_nothing_to_read_is_a_mistake() -> None:
    result = CliRunner().invoke(app, ["parse", "-"], input="  \n")
    assert result.exit_code == 2
    assert "There is nothing to read" in result.stderr


def test_a_missing_file_and_a_wrong_encoding_are_told_apart(tmp_path: Path) -> None:
    missing = CliRunner().invoke(app, ["parse", str(tmp_path / "none.txt")])
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "cannot be read" in missing.stderr
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Café (C) -> x (O)".encode("latin-1"))
    refused = CliRunner().invoke(app, ["parse", str(latin)])
    assert refused.exit_code == 1
    assert "not in UTF-8" in refused.stderr


def test_json_becomes_notation_that_reads_back_the_same() -> None:
    given = json.dumps([{"elements": READ}, {"elements": READ[:1] + READ[3:]}])
    written = CliRunner().invoke(app, ["format", "-"], input=given)
    assert written.exit_code == 0, written.stderr
    assert written.stdout.splitlines()[-1] == "Trust is low (C) → teamwork (O+)"
    again = CliRunner().invoke(app, ["parse", "-"], input=written.stdout)
    assert json.loads(again.stdout) == json.loads(given)


@pytest.mark.parametrize(
    "given",
    [
        "not json",
        '[{"elements": []}]',
        '[{"elements": [{"kind": "wish", "polarity": null, "text": "x"}]}]',
        '[{"elements": [{"kind": "context", "polarity": null, "text": " "}]}]',
    ],
)
def test_json_that_is_no_configuration_is_refused(given: str) -> None:
    result = CliRunner().invoke(app, ["format", "-"], input=given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
