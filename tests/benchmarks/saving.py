"""Saving an answer against two bare handlers that insert a row, with the same durability.

One inserts the same row, the way SQLModel's documentation does it; the other a row of two columns
into a table with no keys but its own. Neither has a sign-in, a check or a log. All three are called
directly, without a socket, so that no client's time is counted on any side, in turns, so that a
noisy machine meets all alike.
"""

import asyncio
import json
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from pydantic import AwareDatetime, BaseModel
from sqlalchemy import Column, Integer, MetaData, String, Table, insert

from colloquy.core.clock import now
from colloquy.core.ids import new_id
from colloquy.core.web import SessionDep
from colloquy.people.dependencies import COOKIE
from colloquy.rounds.models import Question, Response, Round
from colloquy.rounds.schemas import RoundItemIn
from tests.benchmarks.places import a_lab
from tests.factories.rounds import a_rating, an_open_round, answer_url, questions_of
from tests.factories.studies import Study, a_study
from tests.support import servers
from tests.support.lab import ORIGIN, Lab

CONNECTIONS = 32
# every connection prepares its statements and begins its part in the round before anything counts
WARMING, REQUESTS, TURNS = 12, 5, 12
Send = Callable[[int, int], Awaitable[int]]

bare_tables = MetaData()
bare = Table("bare", bare_tables, Column("id", String, primary_key=True), Column("rating", Integer))


class BareAnswer(BaseModel):
    """What the bare handlers take."""

    rating: int
    answered_at: AwareDatetime


def bare_app(lab: Lab, question_id: UUID) -> FastAPI:
    """Two routes that insert one row and commit before they answer."""
    app = FastAPI()
    app.state.runtime = lab.runtime

    async def write_two_columns(body: BareAnswer, session: SessionDep) -> BareAnswer:
        await session.exec(insert(bare).values(id=str(new_id()), rating=body.rating))
        return body

    async def write_the_same(body: BareAnswer, session: SessionDep) -> BareAnswer:
        row = Response(
            question_id=question_id,
            respondent=str(new_id()),
            rating=body.rating,
            answered_at=body.answered_at,
            saved_at=now(),
        )
        session.add(row)
        return body

    app.put("/two-columns")(write_two_columns)
    app.put("/the-same")(write_the_same)
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


async def measure(send: Send, requests: int = REQUESTS) -> tuple[float, list[float]]:
    """Requests a second over all connections, and the milliseconds that each took."""
    times: list[float] = []

    async def connection(number: int) -> None:
        for turn in range(requests):
            began = time.perf_counter()
            status = await send(number, turn)
            times.append(1000 * (time.perf_counter() - began))
            assert status == 200, status

    began = time.perf_counter()
    await asyncio.gather(*map(connection, range(CONNECTIONS)))
    return len(times) / (time.perf_counter() - began), times


async def compare(name: str, database_url: str | None) -> None:
    """Print the figures and their ratios."""
    async with a_lab(database_url) as lab:
        async with lab.runtime.database.engine.begin() as connection:
            await connection.run_sync(bare_tables.create_all)
        study, round_, questions = await _panel(lab)
        cookies = [person.client.cookies[COOKIE] for person in study.panel]
        paths = [answer_url(study, round_, question.id) for question in questions]
        bare_handlers = bare_app(lab, questions[0].id)
        sends: dict[str, Send] = {
            "ours": lambda number, turn: call(lab.app, paths[turn % len(paths)], cookies[number]),
            "the same row": lambda *_: call(bare_handlers, "/the-same"),
            "two columns": lambda *_: call(bare_handlers, "/two-columns"),
        }
        for send in sends.values():
            await measure(send, WARMING)
        rates: dict[str, list[float]] = {key: [] for key in sends}
        times: dict[str, list[float]] = {key: [] for key in sends}
        for _ in range(TURNS):
            for key, send in sends.items():
                rate, taken = await measure(send)
                rates[key].append(rate)
                times[key] += taken
        _print(name, rates, times)


def _print(name: str, rates: dict[str, list[float]], times: dict[str, list[float]]) -> None:
    p95 = {key: statistics.quantiles(taken, n=20)[-1] for key, taken in times.items()}
    median = {key: statistics.median(found) for key, found in rates.items()}
    print(f"{name:44}{median['ours']:>8.0f}/s   p95 {p95['ours']:.0f} ms")
    for key in ("the same row", "two columns"):
        ratio = median["ours"] / median[key]
        told = f"  × a bare handler, {key}"
        print(f"{told:44}{ratio:>8.2f}     of {median[key]:.0f}/s, p95 {p95[key]:.0f} ms")


async def _panel(lab: Lab) -> tuple[Study, Round, list[Question]]:
    study = await a_study(lab)
    await study.add_panel(0, CONNECTIONS - len(study.panel))
    items = [RoundItemIn(statement=f"Statement {n}", questions=[a_rating()]) for n in range(10)]
    round_ = await an_open_round(study, items, groups=(0, 1))
    return study, round_, await questions_of(study, round_)


def main() -> None:
    """Print the ratio on each database."""
    asyncio.run(compare("save an answer, 32 connections (SQLite)", None))
    with (
        tempfile.TemporaryDirectory() as name,
        servers.postgres(Path(name) / "pg", is_durable=True) as url,
    ):
        asyncio.run(compare("save an answer, 32 connections (PostgreSQL)", url))


if __name__ == "__main__":
    main()
