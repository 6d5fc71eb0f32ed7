"""What docker-compose.yml says, read as compose reads it."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from tests.support.process import ROOT

FILE = ROOT / "docker-compose.yml"
# ${NAME}, ${NAME:?why it is needed}, ${NAME:-otherwise this}
VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?::(?P<sign>[?-])(?P<word>[^}]*))?\}")


def services() -> dict[str, Any]:
    """The services by name, with what they share filled in."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text())["services"]
    return found


def environment(service: str, given: Mapping[str, str]) -> dict[str, str]:
    """The environment of a service, when `.env` holds what is given."""

    def fill(match: re.Match[str]) -> str:
        if value := given.get(match["name"]):
            return value
        assert match["sign"] != "?", f"{match['name']} has to be given"
        return match["word"] or ""

    settings: dict[str, str] = services()[service]["environment"]
    return {name: VARIABLE.sub(fill, value) for name, value in settings.items()}


def needed() -> set[str]:
    """The variables without which compose refuses to start."""
    return {match["name"] for match in VARIABLE.finditer(FILE.read_text()) if match["sign"] == "?"}
