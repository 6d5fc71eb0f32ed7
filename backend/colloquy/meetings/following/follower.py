"""One browser's socket: what it missed, then everything as it happens, in order and once.

The socket is a read path. Every event is checked for its recipient with the rule of the HTTP read,
and no database session is held between messages.
"""

import asyncio
import contextlib
from collections import deque
from typing import NamedTuple
from uuid import UUID

from fastapi import WebSocket

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.ids import new_id
from colloquy.core.runtime import Runtime
from colloquy.meetings import policy
from colloquy.meetings.attending import attendance, presence
from colloquy.meetings.attending.events import Present
from colloquy.meetings.chairing.service import note_sighting
from colloquy.meetings.envelope import Envelope
from colloquy.meetings.facts import Attendee
from colloquy.meetings.following.gallery import BEAT_SECONDS, Gallery, seat
from colloquy.meetings.line import Line, admit, converse, until_one_ends
from colloquy.meetings.messages import (
    BROWSER_FRAME,
    PROTOCOL,
    Hello,
    Ping,
    Pong,
    Reload,
    Withheld,
)

MISSED_LIMIT = 2000
WHISPERS = 20


class Wanted(NamedTuple):
    """The meeting in the path, and the newest number that the browser has."""

    study_id: UUID
    meeting_id: UUID
    after: int


async def follow(socket: WebSocket, runtime: Runtime, wanted: Wanted) -> None:
    """Serve one socket until either side ends it."""
    await converse(socket, _follow(socket, runtime, wanted))


async def _follow(socket: WebSocket, runtime: Runtime, wanted: Wanted) -> None:
    actor = await admit(socket, runtime, wanted.study_id, wanted.meeting_id)
    follower = Follower(socket, runtime, wanted, actor)
    async with seat(runtime, wanted.meeting_id, follower) as gallery:
        await follower.run(gallery)


class Follower:
    """What is known of one socket: whose it is, and what it has been told."""

    def __init__(self, socket: WebSocket, runtime: Runtime, wanted: Wanted, actor: Actor) -> None:
        self.socket = socket
        self.line = Line(socket, BROWSER_FRAME)
        self.runtime = runtime
        self.wanted = wanted
        self.actor = actor
        self.connection = str(new_id())
        self._member_id = str(actor.member_id)  # compared at every whisper to anybody
        self.seq = wanted.after
        self._is_current = False
        self._is_start_new = False
        self._is_away = False
        self._whispers: deque[str] = deque(maxlen=WHISPERS)
        self._behind = asyncio.Event()
        self._doubted = asyncio.Event()

    async def run(self, gallery: Gallery) -> None:
        """Greet, then listen, read on and watch until one of them or the gallery ends."""
        attendee = await attendance.read_attendee(self.runtime, self.actor.member_id)
        try:
            await self._mark(attendee)
            await presence.tell_everybody(self.runtime.hub, self.wanted.meeting_id)
            gallery.arrivals.came(self.actor.member_id)
            await self._greet(gallery)
            await until_one_ends(
                self._listen(attendee),
                self._keep_up(gallery),
                self._watch(attendee),
                gallery.until_closed(),
            )
        finally:
            await self._leave()

    def hand(self, envelope: Envelope) -> None:
        """Send the next event at once if the browser can take it; else it is read on later."""
        if self._is_current and self.line.send_now(self._frame(envelope)):
            self.seq = envelope.seq
            self._note_start(envelope)
        else:
            self._is_current = False
            self._behind.set()

    def notify(self, type_: str, frame: str) -> None:  # noqa: ARG002 - a member is told every kind
        """Send a notice to a browser that is not behind."""
        if self._is_current and not self.line.send_now(frame):
            self._is_current = False
            self._behind.set()

    def whisper(self, member_id: str, frame: str) -> None:
        """Send what is for this person alone, or keep it until the browser can take it."""
        if member_id != self._member_id:
            return
        if not (self._is_current and self.line.send_now(frame)):
            self._whispers.append(frame)
            self._is_current = False
            self._behind.set()

    def doubt(self, account_id: str) -> None:
        """Have it looked at once whether this person may still follow."""
        if account_id == str(self.actor.account_id):
            self._doubted.set()

    async def _leave(self) -> None:
        hub, meeting_id = self.runtime.hub, self.wanted.meeting_id
        await note_sighting(self.runtime, meeting_id, self.actor, self.line.heard_at)
        await hub.unmark(presence.place(meeting_id), self.connection)
        await presence.tell_everybody(hub, meeting_id)

    async def _mark(self, attendee: Attendee) -> None:
        present = Present(**attendee.model_dump(), is_away=self._is_away)
        await presence.mark(self.runtime.hub, self.wanted.meeting_id, self.connection, present)

    async def _greet(self, gallery: Gallery) -> None:
        newest = gallery.seq
        await self.line.say(Hello(type="hello", protocol=PROTOCOL, seq=newest, now=now()))
        if not newest - MISSED_LIMIT <= self.seq <= newest:
            self.seq = newest
            await self.line.say(Reload(type="reload"))
        await self._read_on(gallery)

    async def _keep_up(self, gallery: Gallery) -> None:
        while True:
            await self._behind.wait()
            self._behind.clear()
            if not self._is_current:
                await self._read_on(gallery)
            if self._is_start_new:
                # whoever came into the lobby in the very moment of the start
                self._is_start_new = False
                gallery.arrivals.came(self.actor.member_id)

    async def _read_on(self, gallery: Gallery) -> None:
        """Send what was missed, and everything that stands beside the log, until nothing is new."""
        told = -1
        while self.seq < gallery.seq or told != gallery.told or self._whispers:
            while self.seq < gallery.seq:
                for envelope in await gallery.since(self.seq):
                    await self.line.send(self._frame(envelope))
                    self.seq = envelope.seq
                    self._note_start(envelope)
            told = gallery.told
            for _, frame in gallery.notices():
                await self.line.send(frame)
            while self._whispers:
                await self.line.send(self._whispers.popleft())
        self._is_current = True

    async def _watch(self, attendee: Attendee) -> None:
        """Look now and then, or when there is a doubt, whether the person may still be here."""
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(BEAT_SECONDS):
                    await self._doubted.wait()
            self._doubted.clear()
            self.actor = await admit(
                self.socket, self.runtime, self.wanted.study_id, self.wanted.meeting_id
            )
            await self._mark(attendee)
            await note_sighting(
                self.runtime, self.wanted.meeting_id, self.actor, self.line.heard_at
            )

    async def _listen(self, attendee: Attendee) -> None:
        while True:
            frame = await self.line.hear()
            if isinstance(frame, Ping):
                await self.line.say(Pong(type="pong", now=now()))
            elif frame.is_away != self._is_away:
                self._is_away = frame.is_away
                await self._mark(attendee)
                await presence.tell_everybody(self.runtime.hub, self.wanted.meeting_id)

    def _frame(self, envelope: Envelope) -> str:
        if policy.can_see(self.actor, envelope.type):
            return envelope.frame
        return Withheld(type="withheld", seq=envelope.seq).model_dump_json()

    def _note_start(self, envelope: Envelope) -> None:
        if envelope.type == "meeting_started":
            self._is_start_new = True
            self._behind.set()
