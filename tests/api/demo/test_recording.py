"""The past meeting: its log beside its recording, and a transcript that was really made."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import jiwer
import pytest
from httpx import AsyncClient
from sqlmodel import select

from colloquy.core.jobs import Job
from colloquy.meetings.reading import floor_turns
from colloquy.recordings.models import Transcript
from tests.support.demo import Demo
from tests.support.lab import ok

pytestmark = pytest.mark.timeout(600)

ROOT = Path(__file__).parents[3] / "backend" / "colloquy" / "demo" / "recording"
VOICES = {
    "Alan": "Alan Whitcombe",
    "Beth": "Beth Hargreaves",
    "Callum": "Callum Fraser",
    "Erin": "Erin Gallagher",
    "Frank": "Frank Nwosu",
}


async def _past(demo: Demo, lead: AsyncClient) -> dict[str, Any]:
    meetings = ok(await lead.get(f"{demo.url}/meetings")).json()
    return next(one for one in meetings if one["state"] == "ended")


async def _transcript(demo: Demo, lead: AsyncClient) -> dict[str, Any]:
    (listed,) = ok(await lead.get(f"{demo.url}/documents?kind=transcript")).json()
    return ok(await lead.get(f"{demo.url}/documents/{listed['id']}")).json()


def _reference() -> list[tuple[float, str, str]]:
    """Cues of the reference as start, speaker and words."""
    cues = re.findall(
        r"(\d+):(\d+):([\d.]+) --> [^\n]*\n<v (\w+)>([^\n]+)", (ROOT / "reference.vtt").read_text()
    )
    return [(int(h) * 3600 + int(m) * 60 + float(s), who, said) for h, m, s, who, said in cues]


async def test_the_floor_of_the_log_is_the_floor_of_the_recording(demo: Demo) -> None:
    lead = await demo.client("Miriam Okonjo")
    meeting = await _past(demo, lead)
    (recording,) = ok(await lead.get(f"{demo.url}/recordings")).json()
    begins = datetime.fromisoformat(recording["starts_at"])
    members = ok(await lead.get(f"{demo.url}/members")).json()
    names = {member["id"]: member["display_name"] for member in members}
    async with demo.lab.runtime.reading() as session:
        turns = await floor_turns(session, UUID(meeting["id"]))
    logged = [
        (
            names[str(turn.member_id)],
            round((turn.start - begins).total_seconds(), 3),
            round((turn.end - begins).total_seconds(), 3),
        )
        for turn in turns
    ]
    floor = json.loads((ROOT / "floor.json").read_text())
    assert logged == [(VOICES[one["speaker"]], one["start"], one["end"]) for one in floor]


async def test_the_transcript_has_nearly_every_word_that_was_said(demo: Demo) -> None:
    transcript = await _transcript(demo, await demo.client("Miriam Okonjo"))

    def plain(texts: list[str]) -> str:
        return re.sub(r"[^a-z ]", "", " ".join(texts).lower())

    heard = plain([segment["text"] for segment in transcript["segments"]])
    said = plain([words for _, _, words in _reference()])
    assert jiwer.wer(said, heard) < 0.08


async def test_every_passage_has_the_speaker_whom_the_reference_names(demo: Demo) -> None:
    transcript = await _transcript(demo, await demo.client("Miriam Okonjo"))
    speakers = {speaker["id"]: speaker["label"] for speaker in transcript["speakers"]}
    wrong = []
    for start, who, said in _reference():
        middle = start + 0.8
        segment = next(
            one for one in transcript["segments"] if one["start"] <= middle <= one["end"] + 0.5
        )
        if segment["speaker"]["label"] != VOICES[who]:
            wrong.append((start, said))
    assert not wrong
    assert set(speakers.values()) == set(VOICES.values())


async def test_the_transcript_came_out_of_the_transcription_job(demo: Demo) -> None:
    async with demo.lab.runtime.reading() as session:
        (transcript,) = (await session.exec(select(Transcript))).all()
        job = await session.get_one(Job, transcript.job_id)
    assert (job.kind, job.state, job.worker) == ("transcribe_recording", "done", "demo")
    assert (transcript.engine, transcript.model) == ("faster-whisper", "tiny-consultation")
    folder = demo.lab.runtime.settings.transcripts_folder
    assert (folder / transcript.vtt_path).read_text().startswith("WEBVTT")


async def test_the_poll_of_the_meeting_has_its_ballots(demo: Demo) -> None:
    lead = await demo.client("Miriam Okonjo")
    meeting = await _past(demo, lead)
    state = ok(await lead.get(f"{demo.url}/meetings/{meeting['id']}/state")).json()["state"]
    (poll,) = state["polls"]
    assert (poll["choices"], poll["result"]["counts"]) == (["Yes", "No"], [10, 3])
    assert len(state["people"]) == 14
    assert (await demo.count())["ballot"] == 13


async def test_the_bundled_model_can_be_chosen_for_the_demos_own_voices(demo: Demo) -> None:
    lead = await demo.client("Miriam Okonjo")
    options = ok(await lead.get(f"{demo.url}/transcription-options")).json()["models"]
    bundled = next(one for one in options if one["model"] == "tiny-consultation")
    assert bundled["is_here"]
    assert "only for the demo's own voices" in bundled["label"]
