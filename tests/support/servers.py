"""Real servers for the tests: PostgreSQL and Redis, started on free ports and ended with the run."""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Generator
from pathlib import Path

import psycopg

# Below the ports that systems hand to outgoing connections: one of those may be taken between
# the moment it is found free and the moment the server asks for it.
PORTS = range(20_000, 32_000)


def free_port() -> int:
    """A port that nobody listens on, and that no outgoing connection will be given."""
    for _ in range(100):
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", secrets.choice(PORTS)))
            return int(probe.getsockname()[1])
    raise RuntimeError(f"No free port was found between {PORTS.start} and {PORTS.stop}.")


def wait_for_port(
    port: int, process: subprocess.Popen[bytes], seconds: float = 30, log: Path | None = None
) -> None:
    """Wait until somebody listens, or say what went wrong, with what the server wrote in `log`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            said = log.read_text(errors="replace") if log else ""
            raise RuntimeError(f"{process.args} ended with {process.returncode}: {said}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args} did not listen on {port} within {seconds} s")


def find_postgres() -> Path | None:
    """The folder of PostgreSQL's programs; Debian keeps them off the PATH."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


@contextlib.contextmanager
def postgres(folder: Path, *, is_durable: bool = False) -> Generator[str]:
    """A PostgreSQL server of our own in `folder`; yields the URL of its database.

    Unless it `is_durable`, it does not wait for the disk: nothing of a test must outlive it.
    """
    programs = find_postgres()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed; `make test` says how to get it.")
    # initdb refuses to run as root
    user = "postgres" if os.geteuid() == 0 else None
    folder.mkdir(parents=True, exist_ok=True)
    if user:
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
        for parent in folder.parents:
            if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o011)
    port, data = free_port(), folder / "data"
    command = [
        str(programs / "initdb"),
        "-D",
        str(data),
        "-U",
        "colloquy",
        "-A",
        "trust",
        "-E",
        "UTF8",
    ]
    subprocess.run(command, check=True, capture_output=True, user=user, cwd="/")
    options = [f"unix_socket_directories={folder}"]
    if not is_durable:
        options += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
    log = folder / "postgres.log"
    with log.open("wb") as written:
        server = subprocess.Popen(
            [str(programs / "postgres"), "-D", str(data), "-p", str(port), "-h", "127.0.0.1"]
            + [part for option in options for part in ("-c", option)],
            user=user,
            cwd="/",
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for_port(port, server, log=log)
        url = f"postgresql://colloquy@127.0.0.1:{port}/postgres"
        _wait_until_it_answers(url)
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)


def _wait_until_it_answers(url: str, seconds: float = 30) -> None:
    """PostgreSQL listens before it lets anybody in."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


@contextlib.contextmanager
def redis(folder: Path, port: int = 0) -> Generator[str]:
    """A Redis server of our own, on a free port unless it comes back to an old one; its URL."""
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen(
        [
            "redis-server",
            "--port",
            str(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            str(folder),
        ],
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_port(port, server)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(20)
