"""One browser's socket: what it missed, then everything as it happens, in order and once.

The socket is a read path. Every event is checked for its recipient with the rule of the HTTP read,
no database session is held between messages, and every queue has a bound: who cannot keep up is cut
off and resumes from the log.
"""

import asyncio
from typing import NamedTuple
from uuid import UUID

from fastapi import WebSocket

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.hub import Overrun, Subscription
from colloquy.core.ids import new_id
from colloquy.core.runtime import Runtime
from colloquy.meetings import log, policy, queries
from colloquy.meetings.attending import attendance, presence
from colloquy.meetings.attending.events import Present, WhoIsHere
from colloquy.meetings.envelope import LOOK_AGAIN, Envelope, channel
from colloquy.meetings.line import TOO_SLOW, Line, Over, admit, converse, until_one_ends
from colloquy.meetings.messages import (
    BROWSER_FRAME,
    PROTOCOL,
    Hello,
    Ping,
    Pong,
    Reload,
    Withheld,
)
from colloquy.meetings.polling.events import VotesCounted
from colloquy.meetings.polling.queries import count_votes

BEAT_SECONDS = 15.0
NOTICES_EVERY_SECONDS = 0.4
MISSED_LIMIT = 2000
PAGE = 200


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
    await Follower(socket, runtime, wanted, actor).run()


class Follower:
    """What is known of one socket: whose it is, what it has been told, and what it said wrongly."""

    def __init__(self, socket: WebSocket, runtime: Runtime, wanted: Wanted, actor: Actor) -> None:
        self.socket = socket
        self.line = Line(socket, BROWSER_FRAME)
        self.runtime = runtime
        self.wanted = wanted
        self.actor = actor
        self.connection = str(new_id())
        self.seq = wanted.after
        self._is_away = False
        self._held: dict[tuple[str, str], str] = {}
        self._told_notices_at = 0.0
        self._told_presence = ""

    async def run(self) -> None:
        """Greet, then listen, tell and watch until one of the three ends."""
        async with self.runtime.hub.subscribe(channel(self.wanted.meeting_id)) as subscription:
            try:
                await self._come_in()
                await self._greet()
                await until_one_ends(
                    self._listen(), self._tell(subscription), self._watch(subscription)
                )
            finally:
                await self._leave()

    async def _come_in(self) -> None:
        await self._mark()
        await presence.tell_everybody(self.runtime.hub, self.wanted.meeting_id)
        await attendance.note(self.runtime, self.wanted.meeting_id, self.actor)

    async def _leave(self) -> None:
        hub, meeting_id = self.runtime.hub, self.wanted.meeting_id
        await hub.unmark(presence.place(meeting_id), self.connection)
        await presence.tell_everybody(hub, meeting_id)

    async def _mark(self) -> None:
        attendee = await attendance.read_attendee(self.runtime, self.actor.member_id)
        present = Present(**attendee.model_dump(), is_away=self._is_away)
        await presence.mark(self.runtime.hub, self.wanted.meeting_id, self.connection, present)

    async def _greet(self) -> None:
        async with self.runtime.reading() as session:
            seq = await queries.last_seq(session, self.wanted.meeting_id)
            voted = await count_votes(session, self.wanted.meeting_id)
        await self.line.say(Hello(type="hello", protocol=PROTOCOL, seq=seq, now=now()))
        if not seq - MISSED_LIMIT <= self.seq <= seq:
            self.seq = seq
            await self.line.say(Reload(type="reload"))
        await self._catch_up()
        here = await presence.who_is_here(self.runtime.hub, self.wanted.meeting_id)
        self._hold(Envelope.of_notice(WhoIsHere(type="presence", here=here)))
        for poll_id, count in voted.items():
            notice = VotesCounted(type="votes_counted", poll_id=poll_id, voted=count)
            self._hold(Envelope.of_notice(notice, poll_id))
        await self._tell_notices()

    async def _tell(self, subscription: Subscription) -> None:
        while True:
            try:
                async with asyncio.timeout(self._patience()):
                    envelope = Envelope.unpack(await subscription.get())
            except TimeoutError:
                await self._tell_notices()
                continue
            except Overrun as overrun:
                raise Over(TOO_SLOW, "The connection was too slow and starts again.") from overrun
            await self._take(envelope)

    async def _take(self, envelope: Envelope) -> None:
        if envelope.type == LOOK_AGAIN:
            if envelope.subject == str(self.actor.account_id):
                self.actor = await self._admit()
        elif envelope.seq == 0:
            self._hold(envelope)
        elif envelope.seq == self.seq + 1 and envelope.frame:
            await self._pass_on(envelope)
        elif envelope.seq > self.seq:
            # it overtook another one, which is in the log by now
            await self._catch_up()

    async def _catch_up(self) -> None:
        while True:
            async with self.runtime.reading() as session:
                rows = await queries.events(
                    session, self.wanted.meeting_id, after=self.seq, limit=PAGE
                )
            for event in log.as_events(rows):
                await self._pass_on(Envelope.of_event(event))
            if len(rows) < PAGE:
                return

    async def _pass_on(self, envelope: Envelope) -> None:
        self.seq = envelope.seq
        if policy.can_see(self.actor, envelope.type):
            await self.line.send(envelope.frame)
        else:
            await self.line.say(Withheld(type="withheld", seq=envelope.seq))
        if envelope.type == "meeting_started":
            # whoever came into the lobby in the very moment of the start
            await attendance.note(self.runtime, self.wanted.meeting_id, self.actor)

    def _hold(self, envelope: Envelope) -> None:
        """Keep the newest notice of its kind for a moment, so that a crowd makes few frames."""
        self._held[envelope.type, envelope.subject] = envelope.frame

    def _patience(self) -> float | None:
        if not self._held:
            return None
        due = self._told_notices_at + NOTICES_EVERY_SECONDS
        return max(0.0, due - asyncio.get_running_loop().time())

    async def _tell_notices(self) -> None:
        self._told_notices_at = asyncio.get_running_loop().time()
        held, self._held = self._held, {}
        for (type_, _), frame in held.items():
            if type_ == "presence":
                if frame == self._told_presence:
                    continue
                self._told_presence = frame
            await self.line.send(frame)

    async def _watch(self, subscription: Subscription) -> None:
        """Look now and then whether the person may still be here, and whether anything was lost."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            self.actor = await self._admit()
            await self._mark()
            here = await presence.who_is_here(self.runtime.hub, self.wanted.meeting_id)
            notice = WhoIsHere(type="presence", here=here)
            subscription.put(Envelope.of_notice(notice).pack())
            async with self.runtime.reading() as session:
                newest = await queries.last_seq(session, self.wanted.meeting_id)
            if newest > self.seq:
                subscription.put(Envelope(newest, "nudge", "", "").pack())

    async def _listen(self) -> None:
        while True:
            frame = await self.line.hear()
            if isinstance(frame, Ping):
                await self.line.say(Pong(type="pong", now=now()))
            elif frame.is_away != self._is_away:
                self._is_away = frame.is_away
                await self._mark()
                await presence.tell_everybody(self.runtime.hub, self.wanted.meeting_id)

    async def _admit(self) -> Actor:
        return await admit(self.socket, self.runtime, self.wanted.study_id, self.wanted.meeting_id)
