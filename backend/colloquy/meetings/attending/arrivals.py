"""Writing down who came in, many at once: a crowd that comes together would queue for the log."""

import asyncio
from uuid import UUID

from colloquy.core.runtime import Runtime
from colloquy.meetings.attending import attendance

TOGETHER_SECONDS = 0.1


class Arrivals:
    """Those who came into one meeting and are not written down yet."""

    def __init__(self, runtime: Runtime, meeting_id: UUID) -> None:
        self._runtime = runtime
        self._meeting_id = meeting_id
        self._came: set[UUID] = set()
        self._rang = asyncio.Event()

    def came(self, member_id: UUID) -> None:
        """Somebody came in, perhaps again; this does not wait."""
        self._came.add(member_id)
        self._rang.set()

    async def write(self) -> None:
        """Write down all who came in, as they come, without end."""
        while True:
            await self._rang.wait()
            await asyncio.sleep(TOGETHER_SECONDS)
            await self.write_now()

    async def write_now(self) -> None:
        """Write down who has come in by now."""
        self._rang.clear()
        came, self._came = self._came, set()
        if came:
            await attendance.note(self._runtime, self._meeting_id, came)
