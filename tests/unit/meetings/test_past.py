"""A log's past is read once, however many ask for it and however it grows."""

import asyncio

from colloquy.meetings.envelope import Envelope
from colloquy.meetings.following.past import PAGE, PAGES_KEPT, Past


class Log:
    """A log in memory that counts what is read of it."""

    def __init__(self, length: int) -> None:
        self.events = [Envelope(seq, "hand_raised", "", str(seq)) for seq in range(1, length + 1)]
        self.read: list[int] = []

    async def page(self, after: int, limit: int) -> list[Envelope]:
        await asyncio.sleep(0)  # as a database would, let others ask meanwhile
        found = self.events[after : after + limit]
        self.read += [envelope.seq for envelope in found]
        return found


async def everything(past: Past, after: int, last: int) -> list[int]:
    """What somebody hears who missed all after a number."""
    heard: list[int] = []
    while after < last:
        heard += [envelope.seq for envelope in await past.after(after)]
        after = heard[-1]
    return heard


async def test_of_a_crowd_the_first_reads_and_the_others_find_it() -> None:
    log = Log(3 * PAGE + 7)
    past, last = Past(log.page), len(log.events)
    crowd = await asyncio.gather(*(everything(past, missed, last) for missed in range(0, 300, 3)))
    assert all(heard == list(range(last - len(heard) + 1, last + 1)) for heard in crowd)
    assert log.read == list(range(1, last + 1))


async def test_of_a_page_that_has_grown_only_the_rest_is_read() -> None:
    log = Log(PAGE // 2)
    past = Past(log.page)
    assert len(await past.after(0)) == PAGE // 2
    log.events = Log(PAGE + 1).events
    assert next(envelope.seq for envelope in await past.after(PAGE // 2 + 5)) == PAGE // 2 + 6
    assert log.read == list(range(1, PAGE + 1))


async def test_only_some_pages_are_kept() -> None:
    log = Log((PAGES_KEPT + 1) * PAGE)
    past = Past(log.page)
    await everything(past, 0, len(log.events))
    log.read.clear()
    await past.after(PAGES_KEPT * PAGE)
    assert log.read == []
    await past.after(0)
    assert log.read == list(range(1, PAGE + 1))
