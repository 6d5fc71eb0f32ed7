"""The headers of tus 1.0.0, the protocol of uploads that go on after a break (tus.io)."""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from uuid import UUID

from colloquy.recordings.uploading.errors import BadRequest, Damaged

VERSION = "1.0.0"
EXTENSIONS = "creation,termination,checksum,expiration"
ALGORITHMS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256}
PART = "application/offset+octet-stream"


@dataclass(frozen=True, slots=True)
class Place:
    """Which file is meant: the so-many-th of an intake."""

    intake_id: UUID
    position: int


def read_place(metadata: str) -> Place:
    """Which file an upload that is created is, by its metadata."""
    try:
        pairs = [entry.strip().partition(" ") for entry in metadata.split(",")]
        said = {key: base64.b64decode(value, validate=True).decode() for key, _, value in pairs}
        return Place(UUID(said["intake"]), int(said["position"]))
    except (KeyError, ValueError, binascii.Error) as error:
        raise BadRequest(
            "Upload-Metadata must name the intake and the position of the file in it. "
            "Nothing was stored."
        ) from error


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a part must add up to."""

    algorithm: str
    digest: bytes

    def check(self, data: bytes) -> None:
        """Refuse a part that is not what was sent."""
        if ALGORITHMS[self.algorithm](data, usedforsecurity=False).digest() != self.digest:
            raise Damaged


def read_checksum(header: str) -> Checksum | None:
    """The checksum of a part, if its sender gave one."""
    if not header:
        return None
    algorithm, _, value = header.partition(" ")
    if algorithm not in ALGORITHMS:
        raise BadRequest(f"A checksum is one of {', '.join(ALGORITHMS)}. Nothing was stored.")
    try:
        return Checksum(algorithm, base64.b64decode(value, validate=True))
    except binascii.Error as error:
        raise BadRequest("The checksum is not written in base64. Nothing was stored.") from error
