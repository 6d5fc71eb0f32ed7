"""A room that is recorded, as a browser does it: numbered pieces of a WebM stream."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from httpx import Response

from colloquy.meetings.attending import presence
from colloquy.meetings.attending.events import Present
from tests.factories.meetings import Meeting
from tests.factories.studies import Person
from tests.support.lab import ok

PIECE_BYTES = 12_000


def webm(source: Path, folder: Path, *, start: float = 0.0, seconds: float = 12.0) -> bytes:
    """Part of a sample as a browser records it: Opus in a WebM that states no length."""
    path = folder / f"{source.stem}-{start:.0f}-{seconds:.0f}.webm"
    if not path.exists():
        cut = ["-ss", str(start), "-t", str(seconds), "-i", source]
        how = ["-c:a", "libopus", "-b:a", "64k", "-f", "webm", "-live", "1"]
        subprocess.run(["ffmpeg", "-v", "error", *cut, *how, path], check=True)
    return path.read_bytes()


def in_pieces(sound: bytes) -> list[bytes]:
    """The same stream as the pieces that arrive one after the other."""
    return [sound[at : at + PIECE_BYTES] for at in range(0, len(sound), PIECE_BYTES)]


@dataclass
class Room:
    """A recording of a meeting's room by one person."""

    meeting: Meeting
    by: Person
    id: str

    @property
    def path(self) -> str:
        return f"{self.meeting.path}/room/recordings/{self.id}"

    async def send(self, number: int, sound: bytes, **about: Any) -> Response:
        """Send a piece; the answer may be a refusal."""
        return await self.by.client.put(
            f"{self.path}/pieces/{number}",
            params=about,
            content=sound,
            headers={"Content-Type": "application/octet-stream"},
        )

    async def send_all(self, pieces: list[bytes], *, age_ms: int = 0) -> None:
        """Send every piece in order."""
        for number, sound in enumerate(pieces):
            ok(await self.send(number, sound, **({"age_ms": age_ms} if number == 0 else {})))

    async def finish(self, pieces: int) -> Response:
        """Say how many pieces there are; the answer may be a refusal."""
        return await self.by.client.post(f"{self.path}/finish", json={"pieces": pieces})

    async def read(self) -> dict[str, Any]:
        """What became of it."""
        rooms = ok(await self.by.client.get(f"{self.meeting.path}/room/recordings")).json()
        return next(room for room in rooms if room["id"] == self.id)


async def try_to_record(meeting: Meeting, person: Person, **changes: Any) -> tuple[Room, Response]:
    """Turn the red light on; the answer may be a refusal."""
    room = Room(meeting, person, str(uuid4()))
    fields: dict[str, Any] = {
        "recording_id": room.id,
        "media_type": "audio/webm;codecs=opus",
        "has_asked_the_room": True,
        "has_captions": False,
        **changes,
    }
    return room, await meeting.try_to(person, "start_recording", **fields)


async def a_recorded_room(meeting: Meeting, person: Person, **changes: Any) -> Room:
    """A room whose red light is on."""
    room, answer = await try_to_record(meeting, person, **changes)
    ok(answer)
    return room


async def come_in(meeting: Meeting, *people: Person) -> None:
    """Have people's browsers in the meeting, without a socket of their own."""
    for person in people:
        here = Present(
            id=person.id,
            name=person.member.display_name,
            group_id=person.member.group_id,
            is_away=False,
        )
        await presence.mark(meeting.study.lab.runtime.hub, meeting.id, str(person.id), here)
