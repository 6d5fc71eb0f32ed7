"""What goes on at a server until it is killed, and what of it was acknowledged."""

import threading
import time
from abc import ABC, abstractmethod
from datetime import timedelta
from http.client import HTTPException
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from pycrdt import Doc, Text

from colloquy.core.clock import now
from tests.factories.small_groups import packed
from tests.support.first_study import FirstStudy


class GoingOn(ABC):
    """Steps that one person takes after another, until the server does not answer any more."""

    enough: int
    """So many acknowledged steps, and the server may be killed."""

    def __init__(self, study: FirstStudy) -> None:
        self.study = study
        self.acknowledged: list[int] = []
        self._is_under_way = threading.Event()
        self._steps = threading.Thread(target=self._go_on)

    def start(self) -> None:
        """Begin in the background."""
        self._steps.start()

    def wait(self) -> None:
        """Wait until enough has been acknowledged."""
        assert self._is_under_way.wait(60), f"{type(self).__name__} did not get under way"

    def end(self) -> None:
        """Wait until it has noticed that the server is gone."""
        self._steps.join(60)

    @abstractmethod
    def step(self, number: int) -> None:
        """Do the next; once this returns the server has acknowledged it."""

    def _go_on(self) -> None:
        for number in count():
            try:
                self.step(number)
            except (OSError, HTTPException):
                return  # the server is gone: this one was not acknowledged
            self.acknowledged.append(number)
            if len(self.acknowledged) == self.enough:
                self._is_under_way.set()
            time.sleep(0.02)  # people pause, and others want to be served as well


class Answers(GoingOn):
    """Somebody answers a round of forty questions, changing their mind each time around."""

    enough = 45
    choices = ("agree", "disagree")

    def __init__(self, study: FirstStudy) -> None:
        super().__init__(study)
        body = {
            "title": "Round 1",
            "group_ids": [study.group_id],
            "closes_at": (now() + timedelta(days=7)).isoformat(),
        }
        round_: Any = study.ask(study.lead, "POST", "/rounds", body)
        for number in range(40):
            item = {"statement": f"Statement number {number} matters."}
            round_ = study.ask(study.lead, "POST", f"/rounds/{round_['id']}/items", item)
        study.ask(study.lead, "POST", f"/rounds/{round_['id']}/open")
        self.url = f"/rounds/{round_['id']}"
        self.questions = [
            question["id"] for item in round_["items"] for question in item["questions"]
        ]

    def asked(self, number: int) -> tuple[str, str]:
        """The question of a step, and what it was answered with."""
        around, place = divmod(number, len(self.questions))
        return self.questions[place], self.choices[around % 2]

    def step(self, number: int) -> None:
        question, vote = self.asked(number)
        body = {"vote": vote, "answered_at": now().isoformat()}
        self.study.ask(
            self.study.panel[0], "PUT", f"{self.url}/questions/{question}/response", body
        )


class Pieces(GoingOn):
    """A browser records the room and sends piece after piece."""

    enough = 10

    def __init__(self, study: FirstStudy) -> None:
        super().__init__(study)
        meeting = new_meeting(study)
        self.room_id = str(uuid4())
        self.url = f"{meeting}/room/recordings/{self.room_id}/pieces"
        command(study, meeting, "start")
        command(
            study,
            meeting,
            "start_recording",
            recording_id=self.room_id,
            media_type="audio/webm",
            has_asked_the_room=True,
            has_captions=False,
        )

    def sound(self, number: int) -> bytes:
        """What stands for the sound of a piece."""
        return f"piece {number}".encode() * 500

    def step(self, number: int) -> None:
        self.study.ask(self.study.lead, "PUT", f"{self.url}/{number}", self.sound(number))

    def on_disk(self) -> dict[int, bytes]:
        """The pieces that are there, by number."""
        rooms = Path(self.study.server.folder) / "data" / "recordings" / "rooms"
        folder = rooms / self.room_id.replace("-", "")
        return {int(path.stem): path.read_bytes() for path in folder.glob("*.piece")}


class Words(GoingOn):
    """Somebody writes in the shared note of a small group, a number at a time."""

    enough = 80

    def __init__(self, study: FirstStudy) -> None:
        super().__init__(study)
        meeting = new_meeting(study)
        me = next(iter(command(study, meeting, "start")["people"]))
        groups = [{"question": "What is missing?", "member_ids": [me]}]
        made = command(study, meeting, "make_small_groups", how="by_hand", groups=groups)
        command(study, meeting, "send_out", minutes=10)
        group = made["divisions"][0]["groups"][0]["id"]
        self.url = f"{meeting}/small-groups/{group}/note"
        self._doc: Doc[Text] = Doc()
        self._text = self._doc.get("note", type=Text)
        self._updates: list[bytes] = []
        self._watching = self._doc.observe(lambda event: self._updates.append(event.update))

    def step(self, number: int) -> None:
        self._text.insert(len(self._text), f"{number} ")
        body = {"update": packed(self._updates[-1]), "state_vector": packed(self._doc.get_state())}
        self.study.ask(self.study.lead, "POST", self.url, body)


class Votes:
    """Three of four have voted in a live poll; after the fall all four send their vote."""

    choices = ("Keep", "Keep", "Drop", "Keep")

    def __init__(self, study: FirstStudy) -> None:
        self.study = study
        self.meeting = new_meeting(study)
        command(study, self.meeting, "start")
        opened = command(
            study,
            self.meeting,
            "open_poll",
            prompt="Keep it?",
            choices=["Keep", "Drop"],
            item_id=None,
        )
        self.poll_id = opened["polls"][0]["id"]
        self._votes = [{"command_id": str(uuid4()), "choices": [choice]} for choice in self.choices]
        self.cast(3)

    def cast(self, people: int) -> None:
        """So many vote, each with the same command whenever it is sent."""
        for voter, vote in zip(self.study.panel[:people], self._votes, strict=False):
            self.study.ask(voter, "PUT", f"{self.meeting}/polls/{self.poll_id}/vote", vote)

    def result(self) -> Any:
        """Close and release the poll; its counts."""
        command(self.study, self.meeting, "close_poll", poll_id=self.poll_id)
        state = command(self.study, self.meeting, "release_poll", poll_id=self.poll_id)
        (poll,) = state["polls"]
        return poll["result"]


def new_meeting(study: FirstStudy) -> str:
    """Plan a meeting; its address below the study's."""
    plan = {"title": "Live", "agenda": [{"title": "Trust"}]}
    meeting: Any = study.ask(study.lead, "POST", "/meetings", plan)
    return f"/meetings/{meeting['id']}"


def command(study: FirstStudy, meeting: str, kind: str, **rest: object) -> Any:
    """Have the lead do something in a meeting; the state after it."""
    body = {"type": kind, "command_id": str(uuid4()), **rest}
    study.ask(study.lead, "POST", f"{meeting}/commands", body)
    return study.ask(study.lead, "GET", f"{meeting}/state")["state"]
