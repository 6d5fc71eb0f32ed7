"""Rate limits, counted in memory by one process and in Redis by several."""

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter

from colloquy.core.errors import TooMany
from colloquy.core.settings import Settings


class Throttle:
    """Counts tries by a key and refuses when there are too many."""

    def __init__(self, settings: Settings) -> None:
        storage = (
            RedisStorage(f"async+{settings.redis_url}", implementation="redispy")
            if settings.redis_url
            else MemoryStorage()
        )
        self._limiter = MovingWindowRateLimiter(storage)
        self._rules: dict[str, RateLimitItem] = {}

    async def count(self, rule: str, *key: str) -> None:
        """Count one try under a rule such as `10/minute`; `TooMany` when it is one too many."""
        item = self._rules.setdefault(rule, parse(rule))
        if not await self._limiter.hit(item, *key):
            raise TooMany("Please wait a minute, then try again. Nothing is lost.")
