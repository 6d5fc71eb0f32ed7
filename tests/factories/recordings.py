"""Recordings, and the meeting in whose log the demo's recording was made."""

import json
import subprocess
import tempfile
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from httpx import AsyncClient

from colloquy.core.ids import new_id
from colloquy.meetings.models import AgendaItem, Meeting, MeetingEvent, MeetingState
from tests.factories.studies import Person, Study
from tests.factories.theory import a_frozen_version
from tests.support.lab import ok
from tests.support.process import MODEL, ROOT
from tests.unit.recordings.sounds import tone, write_sound

SAMPLES = ROOT / "tests" / "fixtures" / "whisper"
DEMO = ROOT / "backend" / "colloquy" / "demo" / "recording"
TUS = {"Tus-Resumable": "1.0.0"}
PART = {"Content-Type": "application/offset+octet-stream"}
STARTED = datetime(2026, 9, 8, 13, 0, tzinfo=UTC)


def clip(source: Path, seconds: float, folder: Path) -> Path:
    """The beginning of a recording as a file of its own: enough to test with, quick to transcribe."""
    path = folder / f"{source.stem}-{seconds:.0f}s.opus"
    if not path.exists():
        command = ["ffmpeg", "-v", "error", "-i", source, "-t", str(seconds), "-c", "copy", path]
        subprocess.run(command, check=True)
    return path


async def upload(client: AsyncClient, study: Study, path: Path, **about: Any) -> dict[str, Any]:
    """Take a file in as the page does, with everybody's consent on a form; the recording."""
    about = {"agreed": "form"} | about
    intake = await send(client, study, {path.name: path.read_bytes()}, **about)
    assert intake["state"] == "taken_in", intake
    return dict(ok(await client.get(f"{study.url}/recordings/{intake['made'][0]}")).json())


async def send(
    client: AsyncClient, study: Study, files: dict[str, bytes], **about: Any
) -> dict[str, Any]:
    """Announce files, send them, have them looked at; what became of the intake."""
    voices = about.pop("voices", [{}] * len(files))
    told = [
        {"file_name": name, "size": len(sound), **voice}
        for (name, sound), voice in zip(files.items(), voices, strict=True)
    ]
    intake = ok(
        await client.post(f"{study.url}/intakes", json={"files": told, **about}), 201
    ).json()
    for position, sound in enumerate(files.values()):
        url = await begin(client, study, intake["id"], position, len(sound))
        ok(await part(client, url, 0, sound), 204)
    await study.lab.work()
    return dict(ok(await client.get(f"{study.url}/intakes/{intake['id']}")).json())


async def begin(client: AsyncClient, study: Study, intake_id: str, position: int, size: int) -> str:
    """Create an upload; its address."""
    said = {"intake": intake_id, "position": str(position)}
    metadata = ",".join(f"{key} {b64encode(said[key].encode()).decode()}" for key in said)
    answer = await client.post(
        f"{study.url}/uploads",
        headers=TUS | {"Upload-Length": str(size), "Upload-Metadata": metadata},
    )
    return str(ok(answer, 201).headers["location"])


async def part(client: AsyncClient, url: str, at: int, sound: bytes, **headers: str) -> Any:
    """The raw answer to a part of an upload."""
    return await client.patch(
        url, content=sound, headers=TUS | PART | {"Upload-Offset": str(at)} | headers
    )


@cache
def tone_file(number: int, seconds: float = 2.0) -> bytes:
    """A wav file with a tone of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_sound(Path(folder) / "a.wav", tone(seconds, hertz=220.0 * (number + 1)))
        return path.read_bytes()


async def transcribe(study: Study, recording_id: str, **how: str) -> dict[str, Any]:
    """Ask for a transcript with the bundled model and let the worker make it."""
    ok(
        await study.researcher.client.post(
            f"{study.url}/recordings/{recording_id}/transcripts",
            json={"model": str(MODEL), **how},
        ),
        202,
    )
    await study.lab.work()
    return await read(study, recording_id)


async def read(study: Study, recording_id: str) -> dict[str, Any]:
    """A recording as the team sees it."""
    answer = await study.researcher.client.get(f"{study.url}/recordings/{recording_id}")
    return dict(ok(answer).json())


async def document(study: Study, recording: dict[str, Any]) -> dict[str, Any]:
    """The text of a recording's newest transcript."""
    document_id = recording["transcripts"][0]["document_id"]
    answer = await study.researcher.client.get(f"{study.url}/documents/{document_id}")
    return dict(ok(answer).json())


async def the_recorded_meeting(study: Study) -> tuple[Meeting, dict[str, Person], list[UUID]]:
    """A past meeting whose log says who had the floor in the demo's recording, and when."""
    turns = json.loads((DEMO / "floor.json").read_text())
    agenda = json.loads((DEMO / "agenda.json").read_text())
    people: dict[str, Person] = {}
    for turn in turns:
        if turn["speaker"] not in people:
            people[turn["speaker"]] = (await study.add_panel(len(people) % 2))[0]
    versions = [(await a_frozen_version(study, item["about"])).id for item in agenda]
    async with study.lab.writing() as session:
        meeting = Meeting(
            study_id=study.id,
            stage_id=study.stage.id,
            title="Third meeting",
            state=MeetingState.ENDED,
            started_at=STARTED,
            ended_at=STARTED + timedelta(seconds=agenda[-1]["end"]),
        )
        session.add(meeting)
        await session.flush()
        items = [
            AgendaItem(meeting_id=meeting.id, position=n, title=item["about"], version_id=version)
            for n, (item, version) in enumerate(zip(agenda, versions, strict=True))
        ]
        session.add_all(items)
        events = _events(turns, agenda, items, {name: p.id for name, p in people.items()})
        for seq, (second, kind, payload) in enumerate(events, 1):
            session.add(
                MeetingEvent(
                    meeting_id=meeting.id,
                    seq=seq,
                    at=STARTED + timedelta(seconds=second),
                    type=kind,
                    command_id=new_id(),
                    payload=payload,
                )
            )
        meeting.last_seq = len(events)
    return meeting, people, versions


async def refuse_to_be_recorded(study: Study, meeting: Meeting, person: Person) -> None:
    """Somebody said no to being recorded, at the end of a past meeting's log."""
    async with study.lab.writing() as session:
        kept = await session.get_one(Meeting, meeting.id)
        kept.last_seq += 1
        session.add_all(
            [
                kept,
                MeetingEvent(
                    meeting_id=meeting.id,
                    seq=kept.last_seq,
                    at=STARTED,
                    type="recording_answered",
                    member_id=person.id,
                    command_id=new_id(),
                    payload={"agrees": False},
                ),
            ]
        )


def _events(
    turns: list[dict[str, Any]],
    agenda: list[dict[str, Any]],
    items: list[AgendaItem],
    members: dict[str, UUID],
) -> list[tuple[float, str, dict[str, Any]]]:
    points = [
        {
            "id": str(i.id),
            "title": i.title,
            "kind": i.kind,
            "version_id": str(i.version_id),
            "minutes": i.minutes,
        }
        for i in items
    ]
    events: list[tuple[float, str, dict[str, Any]]] = [
        (0.0, "agenda_set", {"agenda": points, "deputy_id": None}),
        (0.0, "meeting_started", {"present": []}),
        *(
            (span["start"], "item_presented", {"item_id": str(items[span["item"]].id)})
            for span in agenda
        ),
    ]
    for turn in turns:
        member = {"member_id": str(members[turn["speaker"]])}
        events += [(turn["start"], "floor_given", member), (turn["end"], "floor_ended", member)]
    ended = (agenda[-1]["end"], "meeting_ended", {"is_by_clock": False})
    return [*sorted(events, key=lambda event: event[0]), ended]
