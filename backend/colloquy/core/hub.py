"""Publish and subscribe: in memory for one process, through Redis for several.

A mark is a word at a place that fades unless it is said again, so that a process which dies leaves
nothing behind.

A subscriber's queue is bounded. When it is full the subscriber is cut off (`Overrun`) and starts
afresh from what the database holds: losing a message here is harmless by design.
"""

import asyncio
import contextlib
import logging
import math
import time
from collections import defaultdict
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from typing import Any, Protocol, cast

from redis.asyncio import BlockingConnectionPool, Redis
from redis.exceptions import RedisError

QUEUE_LIMIT = 256
PREFIX = "colloquy:"
MARKS = "colloquy-marks:"
PATIENCE_SECONDS = 5.0
CONNECTIONS = 32

log = logging.getLogger(__name__)


class Overrun(Exception):
    """The subscriber was too slow and has been cut off."""


class Subscription:
    """What one listener has yet to read."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[str | None] = asyncio.Queue(QUEUE_LIMIT + 1)
        self._is_cut_off = False

    def put(self, message: str) -> None:
        """Add a message, or cut the listener off when the queue is full."""
        if self._is_cut_off:
            return
        if self._queue.qsize() >= QUEUE_LIMIT:
            self.cut_off()
        else:
            self._queue.put_nowait(message)

    def cut_off(self) -> None:
        """Let what is queued be read and then end with `Overrun`."""
        if not self._is_cut_off:
            self._is_cut_off = True
            self._queue.put_nowait(None)

    async def get(self) -> str:
        """The next message, in order; `Overrun` once the listener has been cut off."""
        message = await self._queue.get()
        if message is None:
            raise Overrun
        return message


class Hub(Protocol):
    """Fans messages out to everybody who listens on a channel."""

    async def publish(self, channel: str, message: str) -> None:
        """Tell everybody who listens on the channel now."""
        ...

    def subscribe(self, channel: str) -> contextlib.AbstractAsyncContextManager[Subscription]:
        """Listen until the block ends."""
        ...

    async def mark(self, place: str, key: str, text: str, *, seconds: float) -> None:
        """Put a mark, or keep it from fading for so long."""
        ...

    async def unmark(self, place: str, key: str) -> None:
        """Take a mark away."""
        ...

    async def marked(self, place: str) -> dict[str, str]:
        """The marks at a place that have not faded, by key."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


class MemoryHub:
    """The hub of a single process."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[Subscription]] = defaultdict(set)
        self._marks: defaultdict[str, dict[str, tuple[float, str]]] = defaultdict(dict)

    async def publish(self, channel: str, message: str) -> None:
        """Put the message into every listener's queue."""
        for subscription in tuple(self._listeners.get(channel, ())):
            subscription.put(message)

    @asynccontextmanager
    async def subscribe(self, channel: str) -> AsyncGenerator[Subscription]:
        """Listen until the block ends."""
        subscription = Subscription()
        self._listeners[channel].add(subscription)
        try:
            yield subscription
        finally:
            self._listeners[channel].discard(subscription)
            if not self._listeners[channel]:
                del self._listeners[channel]

    def cut_off_everybody(self) -> None:
        """Mark every subscription as overrun, because messages may have been missed."""
        for subscriptions in self._listeners.values():
            for subscription in subscriptions:
                subscription.cut_off()

    async def mark(self, place: str, key: str, text: str, *, seconds: float) -> None:
        """Put a mark, or keep it from fading for so long."""
        self._marks[place][key] = (time.monotonic() + seconds, text)

    async def unmark(self, place: str, key: str) -> None:
        """Take a mark away."""
        self._marks[place].pop(key, None)
        if not self._marks[place]:
            del self._marks[place]

    async def marked(self, place: str) -> dict[str, str]:
        """The marks at a place that have not faded, by key."""
        marks = self._marks.get(place, {})
        clock = time.monotonic()
        return {key: text for key, (fades, text) in marks.items() if fades > clock}

    async def close(self) -> None:
        """Nothing to let go of."""


class RedisHub(MemoryHub):
    """The hub of several processes: Redis carries, the memory hub hands out locally.

    One connection a process listens to everything. When it breaks, messages may have been missed,
    so every listener is cut off and starts afresh.
    """

    def __init__(self, url: str) -> None:
        super().__init__()
        # the library's own types are incomplete here
        # a crowd that comes in together waits for a connection instead of being refused one
        pool = cast("Any", BlockingConnectionPool).from_url(
            url, decode_responses=True, max_connections=CONNECTIONS
        )
        self._redis: Any = Redis(connection_pool=pool)
        self._pubsub: Any = self._redis.pubsub()
        self._reader: asyncio.Task[None] | None = None
        self._ready = asyncio.Lock()

    async def publish(self, channel: str, message: str) -> None:
        """Hand the message to Redis, which brings it back to every process, this one included.

        Without Redis only this process's listeners are told: what the message tells of is stored
        already, so whoever did it must not be told that it failed.
        """
        try:
            await self._redis.publish(PREFIX + channel, message)
        except RedisError:
            log.exception("Redis does not answer; only this process's listeners are told")
            await super().publish(channel, message)

    @asynccontextmanager
    async def subscribe(self, channel: str) -> AsyncGenerator[Subscription]:
        """Listen until the block ends; Redis delivers from before the block begins."""
        async with self._ready:
            if self._reader is None:
                await self._pubsub.psubscribe(f"{PREFIX}*")
                self._reader = asyncio.create_task(self._read())
        async with super().subscribe(channel) as subscription:
            yield subscription

    async def mark(self, place: str, key: str, text: str, *, seconds: float) -> None:
        """Put a mark, or keep it from fading for so long, by Redis's own clock."""
        await super().mark(place, key, text, seconds=seconds)
        with _without_redis():
            fades = await self._now() + seconds
            async with self._redis.pipeline() as pipeline:
                pipeline.hset(MARKS + place, key, f"{fades} {text}")
                # the whole place goes when nobody has said anything there for long
                pipeline.expire(MARKS + place, math.ceil(seconds))
                await pipeline.execute()

    async def unmark(self, place: str, key: str) -> None:
        """Take a mark away."""
        await super().unmark(place, key)
        with _without_redis():
            await self._redis.hdel(MARKS + place, key)

    async def marked(self, place: str) -> dict[str, str]:
        """The marks at a place that have not faded, by key; without Redis those of this process."""
        with _without_redis():
            clock = await self._now()
            kept: dict[str, str] = {}
            faded: list[str] = []
            for key, value in (await self._redis.hgetall(MARKS + place)).items():
                fades, text = value.split(" ", 1)
                if float(fades) > clock:
                    kept[key] = text
                else:
                    faded.append(key)
            if faded:
                await self._redis.hdel(MARKS + place, *faded)
            return kept
        return await super().marked(place)

    async def _now(self) -> float:
        seconds, microseconds = await self._redis.time()
        return seconds + microseconds / 1e6

    async def _read(self) -> None:
        is_deaf = False
        while True:
            try:
                message = await self._pubsub.get_message(
                    ignore_subscribe_messages=True, timeout=PATIENCE_SECONDS
                )
            except RedisError:
                log.exception("Redis does not answer; every listener starts afresh")
                is_deaf = True
                self.cut_off_everybody()
                await asyncio.sleep(1)
                continue
            if is_deaf:
                # from now on nothing is missed, but what was told just before was
                is_deaf = False
                self.cut_off_everybody()
            if message:
                await super().publish(message["channel"].removeprefix(PREFIX), message["data"])

    async def close(self) -> None:
        """Stop reading and close the connections."""
        if self._reader:
            self._reader.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._reader
        await self._pubsub.aclose()
        await self._redis.aclose(close_connection_pool=True)


@contextlib.contextmanager
def _without_redis() -> Generator[None]:
    """Go on with what this process knows by itself."""
    try:
        yield
    except RedisError:
        log.exception("Redis does not answer; marks are those of this process")


def make_hub(redis_url: str) -> Hub:
    """The hub for these settings."""
    return RedisHub(redis_url) if redis_url else MemoryHub()
