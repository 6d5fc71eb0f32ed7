"""A real room: everybody agrees, a browser records through a lost network, and the words find their speaker."""

import re
import subprocess
import time
from collections.abc import Callable, Generator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.conftest import CHROMIUM
from tests.factories.recordings import SAMPLES
from tests.support.browser import FLAGS, Desk, overflow, violations
from tests.support.first_study import FirstStudy, first_study
from tests.support.process import Caller, ServerProcess

# the microphone begins anywhere in the sample
SAID = re.compile("safety helps|statement helps|social workers|let us vote", re.IGNORECASE)


@pytest.fixture
def room_desk(playwright: Playwright, tmp_path: Path) -> Generator[Desk]:
    """Browsers whose microphone hears a sample meeting, over and over."""
    heard = tmp_path / "heard.wav"
    cut = ["-t", "14", "-i", SAMPLES / "sample-1.opus", "-ar", "48000", heard]
    subprocess.run(["ffmpeg", "-v", "error", *cut], check=True)
    flags = [
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={heard}",
    ]
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])
    desk = Desk(browser)
    yield desk
    desk.close()
    browser.close()


class Room:
    """A running meeting with its lead, who records, and one carer, who speaks."""

    def __init__(self, study: FirstStudy) -> None:
        self.study = study
        plan = {
            "title": "Second consultation",
            "place": "",
            "planned_for": None,
            "group_ids": [],
            "agenda": [{"title": "What is missing?", "minutes": 10}],
        }
        made = self.ask("POST", "/meetings", plan)
        self.path = f"/meetings/{made['id']}"
        self.item = made["agenda"][0]["id"]
        members = self.ask("GET", "/members")
        self.carer = next(one["id"] for one in members if one["display_name"] == "Carer 0")

    def ask(self, method: str, path: str, body: object = None) -> Any:
        return self.study.ask(self.study.lead, method, path, body)

    def act(self, verb: str, **fields: Any) -> None:
        """Do something in the meeting as its lead."""
        self.ask(
            "POST",
            f"{self.path}/commands",
            {"command_id": str(uuid4()), "type": verb, **fields},
        )

    def open(self, desk: Desk, who: Caller, **looks: Any) -> Page:
        """The meeting in a browser of this person."""
        context: BrowserContext = desk.context(**looks)
        name, value = who.cookie.split("=", 1)
        context.add_cookies([{"name": name, "value": value, "url": self.study.server.url}])
        page = desk.open(context)
        page.goto(f"{self.study.server.url}/live/{self.study.id}{self.path}")
        return page

    def kept(self, number: int, is_so: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """A recording of the room, the first being 0, once it is as it should be."""
        return self._wait(
            lambda: self.ask("GET", f"{self.path}/room/recordings")[number : number + 1], is_so
        )

    def transcribed(self, recording_id: str) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """A recording that the room became, and its passages once there are any."""
        url = f"/recordings/{recording_id}"
        made = self._wait(
            lambda: [self.ask("GET", url)],
            lambda one: any(each["document_id"] for each in one["transcripts"]),
        )
        document = self.ask("GET", f"/documents/{made['transcripts'][0]['document_id']}")
        return made, list(document["segments"])

    def _wait(
        self, look: Callable[[], list[dict[str, Any]]], is_so: Callable[[dict[str, Any]], object]
    ) -> dict[str, Any]:
        deadline = time.monotonic() + 60
        found = look()
        while not (found and is_so(found[0])):
            assert time.monotonic() < deadline, found
            time.sleep(0.3)
            found = look()
        return found[0]


def began_and_ended(kept: dict[str, Any]) -> float:
    """For how many seconds the red light was on."""
    lit, off = (datetime.fromisoformat(kept[name]) for name in ("lit_at", "stopped_at"))
    return (off - lit).total_seconds()


def test_a_room_is_recorded_through_a_lost_network_and_its_words_find_their_speaker(
    room_desk: Desk, server: ServerProcess
) -> None:
    study = first_study(server, panel=1)
    room = Room(study)
    chair = room.open(room_desk, study.lead)
    carer = room.open(room_desk, study.panel[0], width=360, height=800)
    expect(carer.get_by_text("The meeting has not begun")).to_be_visible()
    room.act("start")
    room.act("present", item_id=room.item)

    chair.get_by_role("button", name="Record", exact=True).click()
    dialog = chair.get_by_role("dialog", name="Recording the room")
    expect(dialog.get_by_text("Carer 0 has not answered yet")).to_be_visible()
    dialog.get_by_role("button", name="Ask everybody here").click()
    assert violations(carer) == []
    carer.get_by_role("button", name="I agree to being recorded").click()
    expect(dialog.get_by_text("1 other person is here, and agreed.")).to_be_visible()
    dialog.get_by_role("checkbox", name="I have asked them aloud", exact=False).check()
    dialog.get_by_role("button", name="Try the microphone").click()
    expect(dialog.get_by_text("The microphone hears something.")).to_be_visible()
    assert violations(chair) == []
    dialog.get_by_role("button", name="Start recording").click()
    light = carer.get_by_role("button", name="Recording", exact=True)
    expect(light).to_be_visible()
    room.act("give_floor", member_id=room.carer)

    expect(dialog.get_by_text("This page has been recording for")).to_be_visible()
    captions = carer.get_by_role("region", name="Captions")
    expect(captions).to_contain_text(SAID)
    assert overflow(carer) <= 0
    assert violations(carer) == []
    chair.context.set_offline(True)
    expect(dialog.get_by_text("The server cannot be reached", exact=False)).to_be_visible()
    chair.context.set_offline(False)
    expect(dialog.get_by_text("All sound so far is on the server.")).to_be_visible()
    chair.keyboard.press("Escape")
    room.act("stop_recording")
    expect(light).to_be_hidden()
    close_in_the_middle(room_desk, room, chair)

    room.act("end")
    kept = room.kept(0, lambda one: one["is_whole"])
    made, segments = room.transcribed(kept["recording_id"])
    # nothing of what was said while the network was lost is missing
    assert made["duration"] == pytest.approx(began_and_ended(kept), abs=2.5)
    words = " ".join(segment["text"] for segment in segments)
    assert SAID.search(words), words
    named = [one for one in segments if one["speaker"]]
    assert len(named) >= len(segments) - 1
    assert {one["speaker"]["member_id"] for one in named} == {room.carer}


def close_in_the_middle(desk: Desk, room: Room, chair: Page) -> None:
    """Record again, lose the browser's page, and finish the recording in a new one."""
    chair.get_by_role("button", name="Record", exact=True).click()
    dialog = chair.get_by_role("dialog", name="Recording the room")
    dialog.get_by_role("checkbox", name="I have asked them aloud", exact=False).check()
    dialog.get_by_role("button", name="Start recording").click()
    begun = room.kept(1, lambda one: one["pieces"] >= 1)
    chair.close()
    again = desk.open(chair.context)
    again.goto(chair.url)
    left = again.get_by_role("region", name="A recording that was broken off")
    expect(left.get_by_text("All of it is on the server.")).to_be_visible()
    assert violations(again) == []
    left.get_by_role("button", name="Finish it").click()
    expect(left).to_be_hidden()
    done = room.kept(1, lambda one: one["is_whole"])
    assert done["pieces"] >= begun["pieces"]
    assert done["stopped_at"]
