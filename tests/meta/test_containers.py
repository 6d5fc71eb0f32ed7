"""The containers' files, which need an engine to run, name only what is there."""

import re
import tomllib

import pytest

from colloquy.api.application import create_app
from colloquy.cli import COMMANDS
from colloquy.core.settings import Settings
from tests.support import compose
from tests.support.process import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text()
GIVEN = dict.fromkeys(compose.needed(), "something")
OURS = ("server", "worker")


def _instructions(name: str) -> list[str]:
    """What follows an instruction of the Dockerfile, one a line."""
    return re.findall(rf"^{name} (.+)$", DOCKERFILE, re.MULTILINE)


@pytest.mark.parametrize("service", OURS)
def test_every_setting_that_compose_names_exists_and_is_accepted(
    service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = compose.environment(service, GIVEN)
    fields = {f"COLLOQUY_{name.upper()}" for name in Settings.model_fields}
    assert set(given) <= fields
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    assert settings.worker == "separate"
    assert settings.database_address.startswith("postgresql+psycopg://colloquy:something@postgres/")
    assert settings.allowed_hosts == ["*"]


def test_server_and_workers_have_the_same_settings_and_folders() -> None:
    server, worker = (compose.services()[name] for name in OURS)
    for shared in ("environment", "volumes", "build"):
        assert server[shared] == worker[shared]


def test_services_wait_for_services_that_say_when_they_are_well() -> None:
    services = compose.services()
    for service in services.values():
        for other in service.get("depends_on", {}):
            assert "healthcheck" in services[other]


def test_every_volume_that_is_used_is_declared() -> None:
    used = {
        volume.partition(":")[0]
        for service in compose.services().values()
        for volume in service.get("volumes", [])
    }
    declared = re.search(r"^volumes:\n(?P<names>(  \w+:\n)+)", compose.FILE.read_text(), re.M)
    assert declared
    assert used == set(re.findall(r"\w+", declared["names"]))


def test_the_health_check_asks_a_route_that_there_is() -> None:
    server = compose.services()["server"]
    (asked,) = re.findall(r"127\.0\.0\.1:(\d+)(/[\w/]+)", " ".join(server["healthcheck"]["test"]))
    paths = {getattr(route, "path", "") for route in create_app(Settings()).routes}
    assert asked[0] == compose.environment("server", GIVEN)["COLLOQUY_PORT"]
    assert asked[1] in paths


def test_every_command_that_is_started_is_one_of_ours() -> None:
    (of_the_image,) = _instructions("CMD")
    started = [re.findall(r'"([^"]+)"', of_the_image)]
    started += [compose.services()[name]["command"] for name in OURS]
    for program, command in started:
        assert program in tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]
        assert command in COMMANDS


def test_every_path_that_the_image_copies_is_in_the_repository_and_not_ignored() -> None:
    ignored = set((ROOT / ".dockerignore").read_text().split())
    copied = [
        source
        for line in _instructions("COPY")
        if not line.startswith("--from")
        for source in line.split()[:-1]
    ]
    assert copied
    for source in copied:
        assert (ROOT / source).exists(), source
        assert source not in ignored


def test_the_image_uses_the_versions_that_we_say_we_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    (python,) = re.findall(r"FROM python:([\d.]+)-slim$", DOCKERFILE, re.MULTILINE)
    assert project["requires-python"] == f">={python}"


def test_folders_of_the_image_are_those_that_compose_names() -> None:
    given = compose.environment("server", GIVEN)
    (workdir,) = set(_instructions("WORKDIR"))
    (pages,) = [line.split()[-1] for line in _instructions("COPY") if line.startswith("--from")]
    assert given["COLLOQUY_FRONTEND_FOLDER"] == f"{workdir}/{pages}"
    assert given["COLLOQUY_DATA_FOLDER"] == _instructions("VOLUME")[0]
    mounted = compose.services()["server"]["volumes"][0].partition(":")[2]
    assert given["COLLOQUY_DATA_FOLDER"] == mounted
