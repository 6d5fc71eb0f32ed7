"""Rate limits, counted in memory by one process and in Redis by several."""

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any, TypeVar, cast

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from redis.asyncio import ConnectionPool
from redis.exceptions import RedisError

from colloquy.core.errors import TooMany
from colloquy.core.settings import Settings

log = logging.getLogger(__name__)

REDIS_SECONDS = 2.0
Result = TypeVar("Result")


class Throttle:
    """Counts tries by a key and refuses, or slows, when there are too many.

    While Redis does not answer, this process counts by itself: nobody is kept out, and nobody may
    try without end.
    """

    def __init__(self, settings: Settings) -> None:
        self._own = MovingWindowRateLimiter(MemoryStorage())
        self._pool = _connect(settings.redis_url) if settings.redis_url else None
        self._shared = _shared_limiter(settings.redis_url, self._pool) if self._pool else None
        self._rules: dict[str, RateLimitItem] = {}
        self._is_alone = False

    async def count(self, rule: str, *key: str) -> None:
        """Count one try under a rule such as `10/minute`; `TooMany` when it is one too many."""
        item = self._item(rule)
        if not await self._ask(lambda limiter: limiter.hit(item, *key)):
            await self._refuse(item, *key)

    async def expect(self, rule: str, *key: str) -> None:
        """`TooMany` when the next try would be one too many; itself it counts nothing."""
        item = self._item(rule)
        if not await self._ask(lambda limiter: limiter.test(item, *key)):
            await self._refuse(item, *key)

    async def slow(self, rule: str, *key: str, seconds: float) -> None:
        """Count one try, and let it wait when it is one too many; it is never refused."""
        item = self._item(rule)
        if not await self._ask(lambda limiter: limiter.hit(item, *key)):
            await asyncio.sleep(seconds)

    async def forget(self, rule: str, *key: str) -> None:
        """Take back what was counted, because it went well."""
        item = self._item(rule)
        await self._ask(lambda limiter: limiter.clear(item, *key))

    async def close(self) -> None:
        """Close the connections to Redis."""
        if self._pool:
            await self._pool.disconnect()

    def _item(self, rule: str) -> RateLimitItem:
        return self._rules.setdefault(rule, parse(rule))

    async def _refuse(self, item: RateLimitItem, *key: str) -> None:
        reset = await self._ask(lambda limiter: limiter.get_window_stats(item, *key))
        raise _too_many(reset.reset_time - time.time())

    async def _ask(self, ask: Callable[[MovingWindowRateLimiter], Awaitable[Result]]) -> Result:
        if self._shared is None:
            return await ask(self._own)
        try:
            answer = await ask(self._shared)
        except (RedisError, OSError) as error:
            if not self._is_alone:
                # once an outage: a line for every try would bury everything else
                log.warning("Redis does not answer (%s); this process counts tries alone", error)
            self._is_alone = True
            return await ask(self._own)
        self._is_alone = False
        return answer


def neighbourhood(address: str) -> str:
    """What is counted as one visitor: an IPv4 address, or the /64 that one IPv6 line is given."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Network((parsed, 64), strict=False))
    return address


def _connect(url: str) -> ConnectionPool:
    # the library's own types are incomplete here
    from_url = cast("Any", ConnectionPool).from_url
    pool: ConnectionPool = from_url(
        url, socket_connect_timeout=REDIS_SECONDS, socket_timeout=REDIS_SECONDS
    )
    return pool


def _shared_limiter(url: str, pool: ConnectionPool) -> MovingWindowRateLimiter:
    # the library passes the pool on, but its types know only plain values
    storage = RedisStorage(
        f"async+{url}", implementation="redispy", connection_pool=cast("Any", pool)
    )
    return MovingWindowRateLimiter(storage)


def _too_many(seconds: float) -> TooMany:
    wait = max(1, math.ceil(seconds))
    if wait == 1:
        words = "a second"
    elif wait < 100:
        words = f"{wait} seconds"
    else:
        words = f"{math.ceil(wait / 60)} minutes"
    return TooMany(f"Please wait {words}, then try again. Nothing is lost.", retry_after=wait)
