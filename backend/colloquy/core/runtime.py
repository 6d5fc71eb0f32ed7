"""What a process holds while it runs, and the one way to write to the database."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from redis.exceptions import RedisError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import outbox
from colloquy.core.database import Database
from colloquy.core.errors import ColloquyError
from colloquy.core.hub import Hub, make_hub
from colloquy.core.queue import Queue
from colloquy.core.settings import Settings
from colloquy.core.throttle import Throttle

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Runtime:
    """Settings, database, hub, queue and rate limits of this process."""

    settings: Settings
    database: Database
    hub: Hub
    queue: Queue
    throttle: Throttle

    @asynccontextmanager
    async def unit_of_work(self) -> AsyncGenerator[AsyncSession]:
        """One transaction: committed when the block ends well, and only then spoken about.

        An error that says `is_kept` ends it well, too, and is raised after the commit.
        """
        refusal: ColloquyError | None = None
        async with self.database.session(writes=True) as session:
            try:
                yield session
            except ColloquyError as error:
                if not error.is_kept:
                    raise
                refusal = error
            said = outbox.collect(session)
            await session.commit()
        await self._speak(said)
        if refusal:
            raise refusal

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncSession]:
        """A session that only reads."""
        async with self.database.session(writes=False) as session:
            yield session

    async def close(self) -> None:
        """Let go of every connection."""
        await self.hub.close()
        await self.throttle.close()
        await self.database.close()

    async def _speak(self, said: outbox.Outbox) -> None:
        for channel, message in said.messages:
            await self.hub.publish(channel, message)
        for lane, job_id in said.jobs:
            try:
                await asyncio.to_thread(self.queue.put, lane, job_id)
            except (RedisError, sqlite3.Error):
                # what was asked for is in the database, and the sweep hands it over later
                log.exception("Job %s could not be handed to the queue now", job_id)


def make_runtime(settings: Settings, hub: Hub | None = None) -> Runtime:
    """The runtime that these settings describe, on a hub that the process has already or a new one."""
    settings.data_folder.mkdir(parents=True, exist_ok=True)
    return Runtime(
        settings=settings,
        database=Database(settings.database_address),
        hub=hub or make_hub(settings.redis_url),
        queue=Queue(settings),
        throttle=Throttle(settings),
    )
