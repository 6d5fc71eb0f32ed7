"""A meeting on a real server with hundreds of people signed in, and the process that listens."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from colloquy.core.settings import Settings
from tests.support.crowd import sign_in
from tests.support.first_study import FirstStudy, first_study
from tests.support.process import ROOT, ServerProcess


class Partner:
    """A process that is told what to do by lines, and may answer by lines."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def say(self, line: str) -> None:
        """Send a line."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def order(self, do: str, **rest: Any) -> Any:
        """Have something done; its answer."""
        self.say(json.dumps({"do": do, **rest}))
        return self.answer()

    def answer(self) -> Any:
        """The answer to what was said."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the partner ended"
        return json.loads(line)

    def end(self) -> None:
        """Let it go."""
        assert self.process.stdin
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def partner(*arguments: str) -> Generator[Partner]:
    """A partner that is ended with the block."""
    found = Partner(*arguments)
    try:
        yield found
    finally:
        found.end()


@dataclass
class Crowd:
    """A running meeting, and the cookies of the people in it."""

    server: ServerProcess
    study: FirstStudy
    meeting_id: str
    cookies: list[str]

    @property
    def path(self) -> str:
        """The meeting's path below the study's."""
        return f"/meetings/{self.meeting_id}"

    def address_now(self) -> str:
        """Where its socket is for a page that has just read the state."""
        return self.address(self.state()["seq"])

    def address(self, after: int) -> str:
        """Where its socket is for a page that knows the log up to a number."""
        return f"{self.server.url}{self.study.url}{self.path}/live?after={after}"

    def command(self, kind: str, **rest: object) -> int:
        """Have the lead do something; the number of its event."""
        body = {"type": kind, "command_id": str(uuid4()), **rest}
        return self.study.ask(self.study.lead, "POST", f"{self.path}/commands", body)["seq"]

    def state(self) -> Any:
        """The meeting as the lead sees it."""
        return self.study.ask(self.study.lead, "GET", f"{self.path}/state")


def gather(server: ServerProcess, people: int) -> Crowd:
    """Make a study and a meeting through HTTP, its panel in one transaction, and begin."""
    study = first_study(server, panel=0)
    meeting: Any = study.ask(
        study.lead, "POST", "/meetings", {"title": "Live", "agenda": [{"title": "Trust"}]}
    )
    settings = Settings(data_folder=server.folder / "data")
    cookies = asyncio.run(sign_in(settings, study, people))
    crowd = Crowd(server, study, meeting["id"], cookies)
    crowd.command("start")
    return crowd
