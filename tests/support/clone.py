"""A fresh clone of the repository and what `make run` makes of it, as a newcomer would start it."""

import os
import signal
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from tests.support.process import ROOT, ServerProcess

MINUTES_TO_INSTALL = 15
SECONDS_TO_START = 60


@dataclass
class ClonedServer(ServerProcess):
    """`make run` in a clone of its own, with the clone's environment and none of ours."""

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    @property
    def transcripts(self) -> Path:
        return self.clone / "transcripts"

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {
            **kept,
            "COLLOQUY_PORT": str(self.port),
            "COLLOQUY_MODEL": "tiny-consultation",
            "COLLOQUY_SIGN_IN_LIMIT": "1000/minute",
            "COLLOQUY_LINK_LIMIT": "1000/minute",
            **self.extra,
        }

    def take(self) -> None:
        """Clone what is committed."""
        subprocess.run(["git", "clone", "-q", ROOT, self.clone], check=True, timeout=120)

    def start(self) -> None:
        """`make run`, until the page is served; the first time it installs everything."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                ["make", "run"],
                env=self.environment,
                cwd=self.clone,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        is_installed = (self.clone / "frontend/dist/.built").exists()
        self._wait(SECONDS_TO_START if is_installed else MINUTES_TO_INSTALL * 60)

    def stop(self) -> None:
        """Ctrl-C: every process that `make run` started ends."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
            self.process.wait(60)

    def run(self, *arguments: str) -> str:
        """Run a `colloquy` command of the clone."""
        done = subprocess.run(
            [self.clone / ".venv/bin/colloquy", *arguments],
            env=self.environment,
            cwd=self.clone,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,  # the assertion says more
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout}\n{done.stderr}"
        return done.stdout

    def _wait(self, seconds: float) -> None:
        assert self.process
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/api/health", timeout=2):  # noqa: S310
                    return
            except OSError:
                time.sleep(0.5)
        raise RuntimeError(f"`make run` does not serve:\n{self.log.read_text()[-4000:]}")
