"""Saving an answer against a bare handler that inserts one row, with the same durability.

Both applications are called directly, without a socket, so that no client's time is counted on
either side. The bare one has no sign-in, no check and no log.
"""

import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from pydantic import AwareDatetime, BaseModel
from sqlalchemy import Column, Integer, MetaData, String, Table, insert

from colloquy.core.clock import now
from colloquy.core.ids import new_id
from colloquy.core.web import SessionDep
from colloquy.people.dependencies import COOKIE
from colloquy.rounds.models import Question, Round
from colloquy.rounds.schemas import RoundItemIn
from tests.benchmarks.places import a_lab
from tests.factories.rounds import a_rating, an_open_round, answer_url, questions_of
from tests.factories.studies import Person, Study, a_study
from tests.support import servers
from tests.support.lab import ORIGIN, Lab

CONNECTIONS = 32
REQUESTS = 5
Send = Callable[[int, int], Awaitable[int]]

bare_tables = MetaData()
bare = Table("bare", bare_tables, Column("id", String, primary_key=True), Column("rating", Integer))


class BareAnswer(BaseModel):
    """What the bare handler takes."""

    rating: int
    answered_at: AwareDatetime


def bare_app(lab: Lab) -> FastAPI:
    """One route that inserts one row and commits before it answers."""
    app = FastAPI()
    app.state.runtime = lab.runtime

    async def write(body: BareAnswer, session: SessionDep) -> BareAnswer:
        await session.exec(insert(bare).values(id=str(new_id()), rating=body.rating))
        return body

    app.put("/bare")(write)
    return app


async def call(app: Any, path: str, cookie: str = "") -> int:
    """Put an answer; returns the status."""
    sent = json.dumps({"rating": 7, "answered_at": now().isoformat()}).encode()
    status = 0
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "PUT",
        "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": b"",
        "root_path": "", "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8000),
        "headers": [
            (b"host", b"127.0.0.1:8000"), (b"origin", ORIGIN.encode()),
            (b"content-type", b"application/json"), (b"content-length", str(len(sent)).encode()),
            (b"cookie", f"{COOKIE}={cookie}".encode()),
        ],
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": sent, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        nonlocal status
        status = message.get("status", status)

    await app(scope, receive, send)
    return status


async def measure(send: Send) -> tuple[float, float]:
    """Requests a second over all connections, and the 95th percentile in milliseconds."""
    times: list[float] = []

    async def connection(number: int, requests: int) -> None:
        for turn in range(requests):
            began = time.perf_counter()
            status = await send(number, turn)
            times.append(time.perf_counter() - began)
            assert status == 200, status

    await connection(0, 3)  # warm
    times.clear()
    began = time.perf_counter()
    await asyncio.gather(*(connection(number, REQUESTS) for number in range(CONNECTIONS)))
    taken = time.perf_counter() - began
    return len(times) / taken, 1000 * statistics.quantiles(times, n=20)[-1]


async def compare(name: str, database_url: str | None) -> None:
    """Print both figures and their ratio."""
    async with a_lab(database_url) as lab:
        async with lab.runtime.database.engine.begin() as connection:
            await connection.run_sync(bare_tables.create_all)
        study, round_, questions = await _panel(lab)
        people: list[Person] = study.panel
        app = bare_app(lab)
        reference, reference_p95 = await measure(lambda *_: call(app, "/bare"))
        cookies = [person.client.cookies[COOKIE] for person in people]
        found, p95 = await measure(
            lambda number, turn: call(
                lab.app,
                answer_url(study, round_, questions[turn % len(questions)].id),
                cookies[number],
            )
        )
        print(
            f"{name:44}{found:>8.0f}/s of {reference:.0f}/s = {found / reference:.2f}"
            f"   p95 {p95:.0f} ms of {reference_p95:.0f} ms"
        )


async def _panel(lab: Lab) -> tuple[Study, Round, list[Question]]:
    study = await a_study(lab)
    await study.add_panel(0, CONNECTIONS - len(study.panel))
    items = [RoundItemIn(statement=f"Statement {n}", questions=[a_rating()]) for n in range(10)]
    round_ = await an_open_round(study, items, groups=(0, 1))
    return study, round_, await questions_of(study, round_)


def main() -> None:
    """Print the ratio on each database."""
    asyncio.run(compare("save an answer, 32 connections (SQLite)", None))
    with tempfile.TemporaryDirectory() as name, servers.postgres(Path(name) / "pg") as url:
        asyncio.run(compare("save an answer, 32 connections (PostgreSQL)", url))


if __name__ == "__main__":
    main()
