"""Files taken in: streamed to disk, counted, hashed, and put in place in one step."""

import contextlib
import errno
import hashlib
import os
from collections.abc import AsyncIterator, Generator
from dataclasses import dataclass
from pathlib import Path

import anyio
from anyio import to_thread

from colloquy.core.errors import DiskFull, TooLarge

LONGEST_NAME = 200
# no room on the disk, none in a person's share of it, none in what a process may write
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that lies on disk: where, how many bytes, and their SHA-256."""

    path: Path
    size: int
    sha256: str


async def store(chunks: AsyncIterator[bytes], path: Path, *, limit: int) -> StoredFile:
    """Write the chunks to `path`; nothing is left behind when it fails.

    More than `limit` bytes is `TooLarge`.
    """
    await to_thread.run_sync(lambda: path.parent.mkdir(parents=True, exist_ok=True))
    part = path.with_name(f"{path.name}.part")
    digest, size = hashlib.sha256(), 0
    try:
        async with await anyio.open_file(part, "wb") as file:
            async for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLarge(
                        f"This file is larger than the {limit // 1024 // 1024} MB that are taken in "
                        "here. Nothing was stored. Cut it in parts, or ask your administrator to "
                        "raise the limit (COLLOQUY_MAX_UPLOAD_MB)."
                    )
                digest.update(chunk)
                await file.write(chunk)
        await to_thread.run_sync(part.replace, path)
    finally:
        await to_thread.run_sync(lambda: part.unlink(missing_ok=True))
    return StoredFile(path=path, size=size, sha256=digest.hexdigest())


@contextlib.contextmanager
def telling_when_full(what_is_safe: str) -> Generator[None]:
    """Turn a full disk into a `DiskFull` that says what is safe and what to do."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise DiskFull(
            f"The disk is full. {what_is_safe} Make room on it, or ask your administrator to, "
            "then start it again."
        ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: what bore the name before stays until the new one is safe."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def disk_name(file_name: str) -> str:
    """A name as near to the sender's as a disk can bear."""
    plain = "".join("_" if each in "/\\" or not each.isprintable() else each for each in file_name)
    end = plain.strip(" .").encode()[-LONGEST_NAME:]
    return end.decode(errors="ignore") or "file"
