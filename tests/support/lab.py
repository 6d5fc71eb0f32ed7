"""A whole application in the test's own process: real database, real queue, no network."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.routing import BaseRoute

from colloquy.api.application import create_app
from colloquy.core.mail import Mail, recent
from colloquy.core.runtime import Runtime
from colloquy.core.settings import Settings
from colloquy.core.work import run_job
from colloquy.people.dependencies import COOKIE
from colloquy.people.models import Account
from colloquy.people.service import start_session
from colloquy.worker import HANDLERS

ORIGIN = "http://127.0.0.1:8000"


@cache
def _known_routes() -> dict[int, BaseRoute]:
    routers = [
        route for route in create_app(Settings()).routes if hasattr(route, "original_router")
    ]
    return {id(vars(router)["original_router"]): router for router in routers}


def make_app(settings: Settings, runtime: Runtime) -> FastAPI:
    """The application for these settings, with routers that all tests of this process share.

    What a route takes and gives back FastAPI works out when it is first asked for: for a fresh
    application a test, that was most of the time of all tests.
    """
    app = create_app(settings, runtime)
    known = _known_routes()
    app.router.routes[:] = [
        known.get(id(vars(route).get("original_router")), route) for route in app.router.routes
    ]
    return app


@dataclass
class Lab:
    """The application under test and the ways to use it."""

    app: FastAPI
    runtime: Runtime
    _clients: list[AsyncClient] = field(default_factory=list)

    def visitor(self) -> AsyncClient:
        """A browser that nobody is signed in with."""
        client = AsyncClient(
            # an unexpected error is an answer (500) here too, as it is for a browser
            transport=ASGITransport(app=self.app, raise_app_exceptions=False),
            base_url=ORIGIN,
            headers={"Origin": ORIGIN},
        )
        self._clients.append(client)
        return client

    async def client(self, account: Account) -> AsyncClient:
        """A browser that this person is signed in with."""
        async with self.runtime.unit_of_work() as session:
            token = await start_session(session, account, self.runtime.settings, means="test")
        client = self.visitor()
        client.cookies.set(COOKIE, token, domain="127.0.0.1")
        return client

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncSession]:
        """One transaction, as a request has it."""
        async with self.runtime.unit_of_work() as session:
            yield session

    async def work(self) -> int:
        """Run the jobs that wait in the queue, and those that they ask for; returns how many."""
        count = 0
        for _ in range(1000):
            ids = [
                UUID(task.args[0])
                for huey in self.runtime.queue.lanes.values()
                if (task := huey.dequeue()) is not None
            ]
            if not ids:
                return count
            for job_id in ids:
                await run_job(self.runtime, HANDLERS, job_id, worker="test")
                count += 1
        raise RuntimeError("The jobs keep asking for more jobs.")

    async def mails(self) -> list[Mail]:
        """Every mail written, newest first."""
        async with self.runtime.reading() as session:
            return await recent(session)

    async def close(self) -> None:
        """Close the browsers."""
        for client in self._clients:
            await client.aclose()


def ok(response: Response, status: int = 200) -> Response:
    """The response, if it has this status; its text otherwise."""
    assert response.status_code == status, f"{response.status_code}: {response.text}"
    return response
