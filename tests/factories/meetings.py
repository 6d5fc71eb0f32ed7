"""Meetings, planned and run as people do it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from httpx import Response

from colloquy.meetings.models import Meeting as Row
from colloquy.meetings.planning.invitations import landing
from tests.factories.studies import Person, Study
from tests.factories.theory import a_mechanism
from tests.support.lab import ok


@dataclass
class Meeting:
    """A meeting and the ways to act in it."""

    study: Study
    id: UUID
    items: list[dict[str, Any]]

    @property
    def path(self) -> str:
        return f"{self.study.url}/meetings/{self.id}"

    async def try_to(self, person: Person, verb: str, **fields: Any) -> Response:
        """Give a command; the answer may be a refusal."""
        body = {"command_id": str(uuid4()), "type": verb, **fields}
        return await person.client.post(f"{self.path}/commands", json=body)

    async def act(self, person: Person, verb: str, **fields: Any) -> int:
        """Give a command that is obeyed; answers its number."""
        return ok(await self.try_to(person, verb, **fields)).json()["seq"]

    async def state(self, person: Person) -> dict[str, Any]:
        """The meeting as this person may see it, fetched afresh."""
        return ok(await person.client.get(f"{self.path}/state")).json()

    async def open_poll(self, choices: tuple[str, ...] = ("Agree", "Disagree", "Pass")) -> str:
        """A poll on the first point; answers its id."""
        await self.act(
            self.study.chair,
            "open_poll",
            prompt="Is this specific to integrated care?",
            choices=list(choices),
            item_id=self.items[0]["id"],
        )
        return (await self.state(self.study.chair))["state"]["polls"][-1]["id"]

    async def open(self, kind: str, **fields: Any) -> str:
        """A poll of any kind on the first point; answers its id."""
        body = {"prompt": "What do you say?", "item_id": self.items[0]["id"], **fields}
        await self.act(self.study.chair, "open_poll", kind=kind, **body)
        return (await self.state(self.study.chair))["state"]["polls"][-1]["id"]

    async def try_to_vote(self, person: Person, poll_id: str, choice: str, **more: Any) -> Response:
        """Choose one of the choices; the answer may be a refusal."""
        return await self.try_to_answer(person, poll_id, choices=[choice], **more)

    async def try_to_answer(self, person: Person, poll_id: str, **answer: Any) -> Response:
        """Vote in a poll of any kind; the answer may be a refusal."""
        body = {"command_id": str(uuid4()), **answer}
        return await person.client.put(f"{self.path}/polls/{poll_id}/vote", json=body)

    async def vote(self, person: Person, poll_id: str, choice: str, **more: Any) -> dict[str, Any]:
        """Choose one of the choices."""
        return ok(await self.try_to_vote(person, poll_id, choice, **more)).json()

    async def answer(self, person: Person, poll_id: str, **answer: Any) -> dict[str, Any]:
        """Vote in a poll of any kind."""
        return ok(await self.try_to_answer(person, poll_id, **answer)).json()

    async def close(self, poll_id: str) -> None:
        """End the voting."""
        await self.act(self.study.chair, "close_poll", poll_id=poll_id)

    async def release(self, poll_id: str) -> dict[str, Any]:
        """End the voting and show what came of it; answers that."""
        await self.close(poll_id)
        await self.act(self.study.chair, "release_poll", poll_id=poll_id)
        polls = (await self.state(self.study.panel[0]))["state"]["polls"]
        return next(poll["result"] for poll in polls if poll["id"] == poll_id)

    async def comment(self, person: Person, text: str, **more: Any) -> Response:
        """Comment on the first mechanism of the agenda."""
        body = {
            "client_id": str(uuid4()),
            "target": "version",
            "target_id": self.items[0]["version_id"],
            "text": text,
            "place": "meeting",
            "place_id": str(self.id),
            **more,
        }
        return await person.client.post(f"{self.study.url}/comments", json=body)


def plan(**changes: Any) -> dict[str, Any]:
    """The body of a meeting without an agenda."""
    return {
        "title": "Second consultation",
        "place": "Online",
        "planned_for": "2026-12-03T13:00:00+00:00",
        "group_ids": [],
        "agenda": [],
        **changes,
    }


async def a_meeting(study: Study, **changes: Any) -> Meeting:
    """A meeting in its lobby, with two mechanisms and a closing discussion on its agenda."""
    versions = [
        await a_mechanism(study, title) for title in ("Working with power", "Taking a wider view")
    ]
    agenda: list[dict[str, Any]] = [
        {"version_id": str(version.id), "minutes": 20} for version in versions
    ]
    agenda.append({"title": "What is missing?", "minutes": 10})
    answer = await study.facilitator.client.post(
        f"{study.url}/meetings", json=plan(agenda=agenda, **changes)
    )
    read = ok(answer, 201).json()
    return Meeting(study, UUID(read["id"]), read["agenda"])


async def a_running_meeting(study: Study, **changes: Any) -> Meeting:
    """A meeting that the chair has begun, with the first mechanism on show."""
    meeting = await a_meeting(study, **changes)
    await meeting.act(study.chair, "start")
    await meeting.act(study.chair, "present", item_id=meeting.items[0]["id"])
    return meeting


def landing_of(meeting: Meeting) -> str:
    """Where a link to the meeting leads."""
    return landing(Row(id=meeting.id, study_id=meeting.study.id, stage_id=uuid4(), title=""))
