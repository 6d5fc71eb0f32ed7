"""`colloquy doctor`: is everything here that this installation needs, and what to do if not."""

import asyncio
import importlib.util
import shutil
import socket
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, cast

import typer
from redis.asyncio import Redis
from redis.exceptions import RedisError
from sqlalchemy.exc import SQLAlchemyError

from colloquy.core.database import Database
from colloquy.core.errors import ColloquyError
from colloquy.core.settings import Settings
from colloquy.migrations.schema import refuse_newer
from colloquy.recordings.engines.bundled import model_place
from colloquy.recordings.engines.models import find

LITTLE_SPACE_GB = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; `is_well` is None for something to know rather than to mend."""

    what: str
    is_well: bool | None
    words: str


def doctor() -> None:
    """Look over this installation; ends with 1 when something needs mending."""
    settings = Settings()
    findings = asyncio.run(_look(settings))
    signs = {True: "well", None: "note", False: "MEND"}
    for finding in findings:
        typer.echo(f"{signs[finding.is_well]:5} {finding.what:12} {finding.words}")
    if any(finding.is_well is False for finding in findings):
        raise typer.Exit(1)


async def _look(settings: Settings) -> list[Finding]:
    checks: list[Callable[[Settings], Awaitable[Finding]]] = [
        _python,
        _data_folder,
        _database,
        _pages,
        _model,
        _redis,
        _mail,
    ]
    return [await check(settings) for check in checks]


async def _python(_settings: Settings) -> Finding:
    return Finding("Python", sys.version_info >= (3, 11), sys.version.split()[0])


async def _data_folder(settings: Settings) -> Finding:
    folder = settings.data_folder.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return Finding("data folder", False, f"{folder} cannot be written: {error.strerror}.")
    free = shutil.disk_usage(folder).free / 1024**3
    words = f"{folder}, {free:.0f} GB free"
    if free < LITTLE_SPACE_GB:
        return Finding("data folder", False, f"{words}: too little for recordings. Make room.")
    return Finding("data folder", True, words)


async def _database(settings: Settings) -> Finding:
    database = Database(settings.database_address)
    try:
        async with database.engine.connect() as connection:
            await connection.run_sync(refuse_newer)
    except ColloquyError as error:
        return Finding("database", False, error.message)
    except (SQLAlchemyError, OSError) as error:
        reason = str(error).splitlines()[0]
        return Finding("database", False, f"It does not answer ({reason}). Is the URL right?")
    finally:
        await database.close()
    return Finding("database", True, "SQLite" if database.is_sqlite else "PostgreSQL")


async def _pages(settings: Settings) -> Finding:
    if (settings.frontend_folder / "index.html").is_file():
        return Finding("pages", True, str(settings.frontend_folder))
    return Finding("pages", False, "The pages are not built. Run: make run")


async def _model(settings: Settings) -> Finding:
    if settings.engine == "openai-whisper" and importlib.util.find_spec("whisper") is None:
        return Finding(
            "engine", False, "openai-whisper is not installed. Run: pip install 'colloquy[openai]'"
        )
    where = find(model_place(settings.model), settings.engine, settings.models_cache)
    if where:
        return Finding("model", True, f"{settings.model} for {settings.engine}, at {where}")
    return Finding(
        "model",
        None,
        f"“{settings.model}” is not here yet. It is fetched when it is first used, or now by: "
        f"colloquy models pull {settings.model}",
    )


async def _redis(settings: Settings) -> Finding:
    if not settings.redis_url:
        return Finding("Redis", None, "Not used: one server process, one worker.")
    redis = cast("Any", Redis).from_url(settings.redis_url)
    try:
        await redis.ping()
    except (RedisError, OSError) as error:
        return Finding("Redis", False, f"It does not answer: {error}")
    finally:
        await redis.aclose()
    return Finding("Redis", True, "answers")


async def _mail(settings: Settings) -> Finding:
    if not settings.smtp_host:
        return Finding(
            "mail", None, "No mail server is set: mails are kept in the outbox page and printed."
        )
    try:
        with socket.create_connection((settings.smtp_host, settings.smtp_port), timeout=5):
            return Finding("mail", True, f"{settings.smtp_host}:{settings.smtp_port} answers")
    except OSError as error:
        return Finding("mail", False, f"{settings.smtp_host} does not answer: {error}")
