"""Projectors, opened as somebody beside the wall does it."""

from dataclasses import dataclass
from typing import Any

from httpx import AsyncClient

from tests.factories.meetings import Meeting
from tests.support.lab import ok


@dataclass
class Wall:
    """A browser that shows a meeting, with its code."""

    code: str
    client: AsyncClient

    async def read(self) -> dict[str, Any]:
        """The wall as it is now."""
        return ok(await self.client.get("/api/projector")).json()


async def a_code(meeting: Meeting) -> str:
    """A projector code, made by the chair."""
    answer = await meeting.study.chair.client.post(f"{meeting.path}/projector")
    return ok(answer, 201).json()["code"]


async def a_wall(meeting: Meeting) -> Wall:
    """A projector that shows this meeting."""
    code = await a_code(meeting)
    client = meeting.study.lab.visitor()
    ok(await client.post("/api/projector", json={"code": code}), 204)
    return Wall(code, client)
