"""Recordings, and the meeting in whose log the demo's recording was made."""

import json
import subprocess
from datetime import UTC, datetime, timedelta
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

SAMPLES = ROOT / "tests" / "fixtures" / "whisper"
DEMO = ROOT / "backend" / "colloquy" / "demo" / "recording"
STARTED = datetime(2026, 9, 8, 13, 0, tzinfo=UTC)


def clip(source: Path, seconds: float, folder: Path) -> Path:
    """The beginning of a recording as a file of its own: enough to test with, quick to transcribe."""
    path = folder / f"{source.stem}-{seconds:.0f}s.opus"
    if not path.exists():
        command = ["ffmpeg", "-v", "error", "-i", source, "-t", str(seconds), "-c", "copy", path]
        subprocess.run(command, check=True)
    return path


async def upload(client: AsyncClient, study: Study, path: Path, **about: str) -> dict[str, Any]:
    """Take a file in as the page does; the decoded answer."""
    answer = await send(client, study, path.read_bytes(), file_name=path.name, **about)
    return dict(ok(answer, 201).json())


async def send(client: AsyncClient, study: Study, sound: bytes, **about: str) -> Any:
    """The raw answer to an upload."""
    return await client.post(
        f"{study.url}/recordings",
        params=about,
        content=sound,
        headers={"Content-Type": "application/octet-stream"},
    )


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
