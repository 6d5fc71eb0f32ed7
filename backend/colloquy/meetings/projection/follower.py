"""The wall's socket: the wall whole, and whole again each time it changes.

A projector is no member. It is admitted by its code alone, again at every beat and at once when the
code is taken back, and it is told nothing but the wall.
"""

import asyncio

from fastapi import WebSocket

from colloquy.core.clock import now
from colloquy.core.errors import ColloquyError
from colloquy.core.hub import Overrun, Subscription
from colloquy.core.runtime import Runtime
from colloquy.meetings.envelope import LOOK_AGAIN, Envelope, channel
from colloquy.meetings.line import TOO_SLOW, Line, Over, converse, refusal, until_one_ends
from colloquy.meetings.messages import BROWSER_FRAME, PROTOCOL, Hello, Ping, Pong
from colloquy.meetings.projection import reading
from colloquy.meetings.projection.service import find_wall
from colloquy.meetings.state import BEGINNING

BEAT_SECONDS = 15.0
EVERY_SECONDS = 0.4


async def follow(socket: WebSocket, runtime: Runtime, code: str) -> None:
    """Serve one projector until either side ends it."""
    await converse(socket, WallFollower(socket, runtime, code).run())


class WallFollower:
    """What is known of one projector: what it may show, and what it shows."""

    def __init__(self, socket: WebSocket, runtime: Runtime, code: str) -> None:
        self.line = Line(socket, BROWSER_FRAME)
        self.runtime = runtime
        self.code = code
        self.state = BEGINNING
        self.seq = 0
        self._shown = ""
        self._told_at = 0.0
        self._is_due = True

    async def run(self) -> None:
        """Greet, then listen, tell and watch until one of the three ends."""
        await self._admit()
        async with self.runtime.hub.subscribe(channel(self.meeting.id)) as subscription:
            await self._catch_up()
            hello = Hello(type="hello", protocol=PROTOCOL, seq=self.seq, now=now())
            await self.line.say(hello)
            await self._tell()
            await until_one_ends(
                self._listen(), self._follow(subscription), self._watch(subscription)
            )

    async def _admit(self) -> None:
        try:
            async with self.runtime.reading() as session:
                self.key, self.meeting = await find_wall(session, self.code)
        except ColloquyError as error:
            raise refusal(error) from error

    async def _listen(self) -> None:
        while True:
            if isinstance(await self.line.hear(), Ping):
                await self.line.say(Pong(type="pong", now=now()))

    async def _follow(self, subscription: Subscription) -> None:
        while True:
            try:
                async with asyncio.timeout(self._patience()):
                    envelope = Envelope.unpack(await subscription.get())
            except TimeoutError:
                await self._tell()
                continue
            except Overrun as overrun:
                raise Over(TOO_SLOW, "The connection was too slow and starts again.") from overrun
            await self._take(envelope)

    async def _take(self, envelope: Envelope) -> None:
        if envelope.type == LOOK_AGAIN:
            if envelope.subject == str(self.key.id):
                await self._admit()
                self._is_due = True
        elif envelope.seq > self.seq:
            await self._catch_up()
        elif envelope.type == "votes_counted":
            self._is_due = True

    async def _catch_up(self) -> None:
        before = self.state
        async with self.runtime.reading() as session:
            self.state, self.seq = await reading.read_on(
                session, self.meeting.id, self.state, after=self.seq
            )
        self._is_due = self._is_due or self.state is not before

    def _patience(self) -> float | None:
        if not self._is_due:
            return None
        return max(0.0, self._told_at + EVERY_SECONDS - asyncio.get_running_loop().time())

    async def _tell(self) -> None:
        """Send the wall if it looks different; never more often than eyes can follow."""
        self._told_at, self._is_due = asyncio.get_running_loop().time(), False
        async with self.runtime.reading() as session:
            wall = await reading.read_wall(
                session, self.key, self.meeting, self.runtime.settings, self.state
            )
        shown = wall.model_dump_json(exclude={"now"})
        if shown != self._shown:
            self._shown = shown
            await self.line.say(wall)

    async def _watch(self, subscription: Subscription) -> None:
        """Look now and then whether the code still holds, and whether anything was lost."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            await self._admit()
            if self.meeting.last_seq > self.seq:
                subscription.put(Envelope(self.meeting.last_seq, "nudge", "", "").pack())
