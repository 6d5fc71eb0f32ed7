"""What is written down is true of the code."""

import re
from pathlib import Path

from colloquy.access.permissions import TABLE, Permission
from tools.settings_page import page

ROOT = Path(__file__).parents[2]
TRACKED = [
    path
    for folder in ("backend", "docs", "tests", "tools", "requirements", "frontend/src")
    for path in (ROOT / folder).rglob("*")
    if path.is_file()
    and path.suffix in {".py", ".md", ".txt", ".in", ".toml", ".json", ".ts", ".tsx", ".sh"}
] + [ROOT / name for name in ("package-lock.json", "pyproject.toml", "Makefile", "README.md")]


def test_every_setting_is_documented() -> None:
    written = (ROOT / "docs" / "settings.md").read_text()
    assert written == page(), "Run: python -m tools.settings_page > docs/settings.md"


def test_every_permission_belongs_to_a_role() -> None:
    given = frozenset[Permission]().union(*TABLE.values())
    assert given == frozenset(Permission)


def test_no_file_names_a_package_registry() -> None:
    registry = re.compile(r"https?://[^\s\"]*(registry\.npm|pypi\.org/simple|files\.pythonhosted)")
    named = [str(path) for path in TRACKED if registry.search(path.read_text(errors="ignore"))]
    assert named == []
