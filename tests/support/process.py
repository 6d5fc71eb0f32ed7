"""Real servers and workers in processes of their own, as `colloquy` starts them, to be killed."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.servers import free_port

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "backend" / "colloquy" / "demo" / "model"


@dataclass
class CommandProcess:
    """A `colloquy` command in a process of its own, with a data folder of its own."""

    folder: Path
    extra: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "COLLOQUY_DATA_FOLDER": str(self.folder / "data"),
            "COLLOQUY_TRANSCRIPTS_FOLDER": str(self.transcripts),
            "COLLOQUY_FRONTEND_FOLDER": str(ROOT / "frontend" / "dist"),
            "COLLOQUY_PORT": str(self.port),
            "COLLOQUY_MODEL": "tiny-consultation",
            "COLLOQUY_SIGN_IN_LIMIT": "1000/minute",
            "COLLOQUY_LINK_LIMIT": "1000/minute",
            **self.extra,
        }

    @property
    def transcripts(self) -> Path:
        """Where transcripts are written."""
        return self.folder / "transcripts"

    @property
    def log(self) -> Path:
        return self.folder / f"{type(self).__name__}-{self.port}.log"

    def run(self, *arguments: str) -> str:
        """Run a `colloquy` command with the same settings; returns what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "colloquy.cli", *arguments],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,  # the assertion says more
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout}\n{done.stderr}"
        return done.stdout

    def spawn(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the command without waiting for anything; its words go to the log."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "colloquy.cli", *arguments],
                env=self.environment,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        return self.process

    def kill(self) -> None:
        """SIGKILL: no time to say goodbye to anybody."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> None:
        """Ask it to end (SIGTERM), and wait."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(10)


def stop_together(*processes: CommandProcess) -> None:
    """Ask them all to end before waiting for any."""
    for one in processes:
        if one.process and one.process.poll() is None:
            one.process.terminate()
    for one in processes:
        one.stop()


@dataclass
class WorkerProcess(CommandProcess):
    """`colloquy worker`."""

    def start(self) -> None:
        """Start the worker; it takes work as soon as it is there."""
        self.spawn("worker")


@dataclass
class ServerProcess(CommandProcess):
    """`colloquy serve` on a free port."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self.spawn("serve")
        self.wait()

    def wait(self) -> None:
        """Wait until the server answers."""
        assert self.process
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/api/health", timeout=2):  # noqa: S310
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"The server did not start:\n{self.log.read_text()[-4000:]}")


@dataclass
class Caller:
    """A signed-in person outside a browser: plain HTTP with the session cookie."""

    url: str
    cookie: str = ""

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> object:
        """The decoded answer; an error status is an AssertionError with the server's words."""
        data = (
            body
            if isinstance(body, bytes)
            else json.dumps(body).encode()
            if body is not None
            else None
        )
        request = urllib.request.Request(  # noqa: S310
            f"{self.url}{path}",
            data=data,
            method=method,
            headers={"Origin": self.url, "Cookie": self.cookie, "Content-Type": "application/json"}
            | {name.replace("_", "-"): value for name, value in headers.items()},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
                if set_cookie := response.headers.get("Set-Cookie"):
                    self.cookie = set_cookie.split(";")[0]
                text = response.read()
        except urllib.error.HTTPError as error:
            raise AssertionError(
                f"{method} {path}: {error.code} {error.read().decode()}"
            ) from error
        return json.loads(text) if text else None
