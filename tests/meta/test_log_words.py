"""The study log is read in words: whatever is recorded in a study has them."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.process import ROOT

TAG = re.compile(r"[a-z]+:[a-z-]+:[a-z-]+")
# of one whose action is put in, as in `round:statement:{…}`
BEGINNING = re.compile(r"[a-z]+:[a-z-]+:")
# of accounts, not of a study, so never on a study's page
OUTSIDE = "account:"


def _strings() -> Iterator[str]:
    """Every string in the code; of one that something is put into, what stands before."""
    for path in (ROOT / "backend" / "colloquy").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _words() -> dict[str, str]:
    file = Path("frontend/src/features/reports/en.json")
    told: dict[str, str] = json.loads((ROOT / file).read_text())["history"]["tags"]
    return {key.replace("_", ":"): words for key, words in told.items()}


def test_whatever_is_recorded_in_a_study_has_words() -> None:
    words = _words()
    told = {each for each in _strings() if not each.startswith(OUTSIDE)}
    assert sorted(each for each in told if TAG.fullmatch(each) and each not in words) == []
    begun = sorted(each for each in told if BEGINNING.fullmatch(each))
    assert "round:statement:" in begun
    assert [each for each in begun if not any(tag.startswith(each) for tag in words)] == []
