"""Fetching large files: bounded waits, no silent retries, goes on where it stopped."""

import errno
import hashlib
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import cast

from colloquy.recordings.errors import ModelUnavailable

# for one connection or one read; a fetch that moves may last as long as it needs
TIMEOUT_SECONDS = 10.0
CHUNK_BYTES = 1024 * 1024
HTTP_PARTIAL, HTTP_NOT_FOUND, HTTP_UNAUTHORISED, HTTP_RANGE = 206, 404, 401, 416


@dataclass(frozen=True, slots=True)
class Download:
    """A file of a model to fetch; size 0 or `sha256` None where its source states none."""

    model: str
    name: str
    address: str
    size: int
    sha256: str | None


def read_json(address: str, model: str) -> dict[str, object]:
    """The JSON object at an address."""
    try:
        with _open(address, 0) as answer:
            return cast("dict[str, object]", json.load(answer))
    except (OSError, HTTPException, ValueError) as error:
        raise _unreachable(model, error) from error


def fetch(download: Download, target: Path, on_bytes: Callable[[int], None]) -> None:
    """Fetch into `target`, from where an earlier try stopped; checks size and checksum.

    What was received stays there when it fails, for the next try, unless it is wrong.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not _is_whole(download, target):
            _receive(download, target, on_bytes)
    except (OSError, HTTPException) as error:
        raise _unreachable(download.model, error) from error
    _check(download, target)
    on_bytes(target.stat().st_size)


def _is_whole(download: Download, target: Path) -> bool:
    return bool(download.size) and target.is_file() and target.stat().st_size == download.size


def _receive(download: Download, target: Path, on_bytes: Callable[[int], None]) -> None:
    have = target.stat().st_size if target.is_file() else 0
    with _open(download.address, have) as answer:
        goes_on = answer.status == HTTP_PARTIAL
        got = have if goes_on else 0
        with target.open("ab" if goes_on else "wb") as file:
            while chunk := answer.read(CHUNK_BYTES):
                file.write(chunk)
                got += len(chunk)
                on_bytes(got)


def _check(download: Download, target: Path) -> None:
    with target.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    is_right = found == download.sha256 if download.sha256 else True
    if is_right and (
        not download.size or download.sha256 or target.stat().st_size == download.size
    ):
        return
    target.unlink()
    raise ModelUnavailable(
        f"{download.name} did not arrive as it was sent (its checksum or size differs), so it was "
        "thrown away. Nothing else was changed. Try again."
    )


def _open(address: str, start: int) -> HTTPResponse:
    headers = {"User-Agent": "colloquy"} | ({"Range": f"bytes={start}-"} if start else {})
    # the address is the hub's own or an administrator's setting, never a visitor's
    request = urllib.request.Request(address, headers=headers)  # noqa: S310
    try:
        answer = urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS)  # noqa: S310
    except urllib.error.HTTPError as error:
        if start and error.code == HTTP_RANGE:
            return _open(address, 0)
        raise
    return cast("HTTPResponse", answer)


def _unreachable(model: str, error: Exception) -> ModelUnavailable:
    if isinstance(error, urllib.error.HTTPError) and error.code in {
        HTTP_NOT_FOUND,
        HTTP_UNAUTHORISED,
    }:
        return ModelUnavailable(
            f"Nobody offers a model “{model}” at the hub of models. Nothing was changed. Choose a "
            "name from `colloquy models list`, or a folder or file that holds a model."
        )
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return ModelUnavailable(
            f"There is no room left on the disk for the speech model “{model}”. Nothing else was "
            "changed. Make room, then fetch it again: it goes on where it stopped."
        )
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    return ModelUnavailable(
        f"The speech model “{model}” is not on this machine and could not be fetched ({reason}). "
        "Nothing else was changed. Connect to the internet and run `colloquy models pull "
        f"{model}`, or name a folder or file that holds a model."
    )
