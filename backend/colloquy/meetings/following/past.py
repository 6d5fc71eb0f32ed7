"""The past of a meeting's log, read once for everybody who missed the same of it.

What is in the log never changes; it only grows. So when hundreds come back at once, each page of it
is read from the database by the first of them, and the others find it here. Of a page that has
grown since, only the rest is read.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence

from colloquy.meetings.envelope import Envelope

PAGE = 200
PAGES_KEPT = 12


class Past:
    """Pages of the log, by their number; `read(after, limit)` fetches some events in order."""

    def __init__(self, read: Callable[[int, int], Awaitable[list[Envelope]]]) -> None:
        self._read = read
        self._pages: OrderedDict[int, list[Envelope]] = OrderedDict()
        self._one_reads = asyncio.Lock()

    async def after(self, seq: int) -> Sequence[Envelope]:
        """The next events after a number, up to the end of its page."""
        number, read_before = divmod(seq, PAGE)
        async with self._one_reads:
            page = self._page(number)
            if len(page) <= read_before:
                page += await self._read(number * PAGE + len(page), PAGE - len(page))
        return page[read_before:]

    def _page(self, number: int) -> list[Envelope]:
        page = self._pages.setdefault(number, [])
        if len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        return page
