"""Everybody in this process who follows one meeting: one subscription, and all told in one go.

An event that is next in order is handed to each listener at once. Whoever cannot take it then is
left behind and reads on from here at their own pace, so that a slow browser keeps nobody waiting
and no queue grows. Notices are held for a moment, so that a crowd makes few frames.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from itertools import islice
from typing import Protocol
from uuid import UUID
from weakref import WeakKeyDictionary

from colloquy.core.hub import Hub, Overrun, Subscription
from colloquy.core.runtime import Runtime
from colloquy.meetings import log, queries
from colloquy.meetings.attending import presence
from colloquy.meetings.attending.arrivals import Arrivals
from colloquy.meetings.attending.events import CameAndWent, Present, WhoIsHere
from colloquy.meetings.envelope import LOOK_AGAIN, ONLY_FOR, Envelope, channel
from colloquy.meetings.following.past import PAGE, Past
from colloquy.meetings.line import until_one_ends
from colloquy.meetings.polling.events import VotesCounted
from colloquy.meetings.polling.queries import count_votes

BEAT_SECONDS = 15.0
NOTICES_EVERY_SECONDS = 0.4
RECENT = 500


class Listener(Protocol):
    """One socket, as the gallery knows it; none of this waits."""

    def hand(self, envelope: Envelope) -> None:
        """Take the next event, or read on later."""
        ...

    def notify(self, type_: str, frame: str) -> None:
        """Take a notice; one who is behind is told everything once they have read on."""
        ...

    def whisper(self, member_id: str, frame: str) -> None:
        """Take a notice for one person alone, if it is this one."""
        ...

    def doubt(self, account_id: str) -> None:
        """Look whether the person behind the socket may still follow, if it is this account."""
        ...


class Gallery:
    """The listeners of one meeting, the newest of its log, and what stands beside the log."""

    def __init__(self, runtime: Runtime, meeting_id: UUID) -> None:
        self.seq = 0
        self.told = 0
        self.listeners: set[Listener] = set()
        self.arrivals = Arrivals(runtime, meeting_id)
        self._runtime = runtime
        self._meeting_id = meeting_id
        self._recent: deque[Envelope] = deque(maxlen=RECENT)
        self._past = Past(self._read)
        self._votes: dict[str, str] = {}
        self._here: dict[UUID, Present] = {}
        self._held: dict[tuple[str, str], str] = {}
        self._is_presence_due = True
        self._told_at = 0.0
        self._looked_at = 0.0
        self._is_open = asyncio.Event()
        self._task = asyncio.create_task(until_one_ends(self._run(), self.arrivals.write()))

    async def opened(self) -> None:
        """Wait until the newest of the log is known here."""
        opening = asyncio.create_task(self._is_open.wait())
        await asyncio.wait({opening, self._task}, return_when=asyncio.FIRST_COMPLETED)
        if not opening.done():
            opening.cancel()
            self._task.result()

    async def until_closed(self) -> None:
        """Wait for the end, which comes with the last listener; an error of the gallery is raised."""
        await asyncio.shield(self._task)

    async def close(self) -> None:
        """End it."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        await self.arrivals.write_now()

    async def since(self, seq: int) -> Sequence[Envelope]:
        """The next events after a number: of the newest, or of a page of the past."""
        first = self._recent[0].seq if self._recent else self.seq + 1
        if seq + 1 >= first:
            return list(islice(self._recent, seq + 1 - first, None))
        return await self._past.after(seq)

    def notices(self) -> list[tuple[str, str]]:
        """All that stands beside the log now, for somebody who comes in: types and frames."""
        here = presence.in_order(self._here.values())
        whole = WhoIsHere(type="presence", here=here).model_dump_json()
        return [("presence", whole), *(("votes_counted", frame) for frame in self._votes.values())]

    async def _run(self) -> None:
        while True:
            async with self._runtime.hub.subscribe(channel(self._meeting_id)) as subscription:
                await self._look()
                if not self._here:
                    await self._tell_notices()
                self._is_open.set()
                # messages were lost: what they told of is in the database
                with contextlib.suppress(Overrun):
                    await self._follow(subscription)

    async def _follow(self, subscription: Subscription) -> None:
        clock = asyncio.get_running_loop().time
        while True:
            if clock() >= self._looked_at + BEAT_SECONDS:
                await self._look()
            if self._has_notices() and clock() >= self._told_at + NOTICES_EVERY_SECONDS:
                await self._tell_notices()
            due = self._told_at + NOTICES_EVERY_SECONDS if self._has_notices() else float("inf")
            patience = min(due, self._looked_at + BEAT_SECONDS) - clock()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, patience)):
                    await self._take(Envelope.unpack(await subscription.get()))

    async def _look(self) -> None:
        """Look at what is stored: a message may have been lost, or a server have died."""
        self._looked_at = asyncio.get_running_loop().time()
        async with self._runtime.reading() as session:
            newest = await queries.last_seq(session, self._meeting_id)
            voted = await count_votes(session, self._meeting_id)
        if not self._is_open.is_set():
            self.seq = max(0, newest - RECENT)
        if newest > self.seq:
            await self._catch_up()
        still_open = {str(poll_id) for poll_id in voted}
        self._votes = {key: frame for key, frame in self._votes.items() if key in still_open}
        for poll_id, count in voted.items():
            notice = VotesCounted(type="votes_counted", poll_id=poll_id, voted=count)
            self._hold(Envelope.of_notice(notice, poll_id))
        self._is_presence_due = True

    async def _take(self, envelope: Envelope) -> None:
        if envelope.type in (LOOK_AGAIN, ONLY_FOR):
            self._single_out(envelope)
        elif envelope.type == presence.CHANGED:
            self._is_presence_due = True
        elif envelope.seq == 0:
            self._hold(envelope)
        elif envelope.seq == self.seq + 1:
            self._hand_out(envelope)
        elif envelope.seq > self.seq:
            # it overtook another one, which is in the log by now
            await self._catch_up()

    def _single_out(self, envelope: Envelope) -> None:
        """Turn to the sockets of one person."""
        if envelope.type == LOOK_AGAIN:
            for listener in self.listeners:
                listener.doubt(envelope.subject)
            return
        frame = Envelope.unpack(envelope.frame).frame
        for listener in self.listeners:
            listener.whisper(envelope.subject, frame)

    async def _catch_up(self) -> None:
        while page := await self._read(self.seq, PAGE):
            for envelope in page:
                self._hand_out(envelope)

    async def _read(self, after: int, limit: int) -> list[Envelope]:
        async with self._runtime.reading() as session:
            rows = await queries.events(session, self._meeting_id, after=after, limit=limit)
        return [Envelope.of_event(event) for event in log.as_events(rows)]

    def _hand_out(self, envelope: Envelope) -> None:
        self.seq = envelope.seq
        self._recent.append(envelope)
        for listener in self.listeners:
            listener.hand(envelope)

    def _hold(self, envelope: Envelope) -> None:
        """Keep the newest notice of its kind for a moment."""
        if envelope.type == "votes_counted":
            if self._votes.get(envelope.subject) == envelope.frame:
                return
            self._votes[envelope.subject] = envelope.frame
        self._held[envelope.type, envelope.subject] = envelope.frame

    def _has_notices(self) -> bool:
        return self._is_presence_due or bool(self._held)

    async def _tell_notices(self) -> None:
        if self._is_presence_due:
            self._is_presence_due = False
            await self._compare_presence()
        held, self._held = self._held, {}
        for (type_, _), frame in held.items():
            for listener in self.listeners:
                listener.notify(type_, frame)
        self.told += 1
        self._told_at = asyncio.get_running_loop().time()

    async def _compare_presence(self) -> None:
        """Tell who came and who went; of hundreds, telling all of everybody would be too much."""
        found = await presence.who_is_here(self._runtime.hub, self._meeting_id)
        here = {present.id: present for present in found}
        came = [present for present in found if self._here.get(present.id) != present]
        went = [member_id for member_id in self._here if member_id not in here]
        self._here = here
        if came or went:
            notice = CameAndWent(type="came_and_went", came=came, went=went)
            self._hold(Envelope.of_notice(notice))


_galleries: WeakKeyDictionary[Hub, dict[UUID, Gallery]] = WeakKeyDictionary()


@contextlib.asynccontextmanager
async def seat(runtime: Runtime, meeting_id: UUID, listener: Listener) -> AsyncGenerator[Gallery]:
    """A seat in the meeting's gallery until the block ends; the first opens it, the last closes it."""
    galleries = _galleries.setdefault(runtime.hub, {})
    gallery = galleries.get(meeting_id)
    if gallery is None:
        gallery = galleries[meeting_id] = Gallery(runtime, meeting_id)
    gallery.listeners.add(listener)
    try:
        await gallery.opened()
        yield gallery
    finally:
        gallery.listeners.discard(listener)
        if not gallery.listeners and galleries.get(meeting_id) is gallery:
            del galleries[meeting_id]
            await gallery.close()
