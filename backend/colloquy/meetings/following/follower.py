"""One browser's socket: what it missed, then everything as it happens, in order and once.

The socket is a read path. Every event is checked for its recipient with the rule of the HTTP read,
no database session is held between messages, and every queue has a bound: who cannot keep up is cut
off and resumes from the log.
"""

import asyncio
import contextlib
from collections import deque
from typing import NamedTuple
from uuid import UUID

from fastapi import WebSocket, WebSocketDisconnect
from pydantic import BaseModel, ValidationError

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import ColloquyError, Forbidden
from colloquy.core.hub import Overrun, Subscription
from colloquy.core.ids import new_id
from colloquy.core.runtime import Runtime
from colloquy.meetings import log, policy, queries
from colloquy.meetings.attending import attendance, presence
from colloquy.meetings.attending.events import Present, WhoIsHere
from colloquy.meetings.envelope import LOOK_AGAIN, Envelope, channel
from colloquy.meetings.following.together import until_one_ends
from colloquy.meetings.messages import (
    BROWSER_FRAME,
    PROTOCOL,
    Hello,
    Ping,
    Pong,
    Refused,
    Reload,
    Withheld,
)
from colloquy.meetings.polling.events import VotesCounted
from colloquy.meetings.polling.queries import count_votes
from colloquy.meetings.service import find_meeting
from colloquy.people.dependencies import get_session_token
from colloquy.studies.dependencies import get_actor, get_newcomer

BEAT_SECONDS = 15.0
SEND_SECONDS = 10.0
CLOSE_SECONDS = 2.0
NOTICES_EVERY_SECONDS = 0.4
MISSED_LIMIT = 2000
PAGE = 200
FRAME_LIMIT = 4096
BAD_FRAME_LIMIT = 5
FLOOD = 60
FLOOD_SECONDS = 10.0

BAD_FRAMES = 4400
TOO_SLOW = 4408
TOO_MANY = 4429


class Wanted(NamedTuple):
    """The meeting in the path, and the newest number that the browser has."""

    study_id: UUID
    meeting_id: UUID
    after: int


class Over(Exception):
    """The conversation ends, with a code for the browser and a reason for whoever reads it."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


async def follow(socket: WebSocket, runtime: Runtime, wanted: Wanted) -> None:
    """Serve one socket until either side ends it."""
    # accepted first: a socket refused before that tells its browser no reason
    await socket.accept()
    try:
        actor = await _admit(socket, runtime, wanted)
        await Follower(socket, runtime, wanted, actor).run()
    except Over as over:
        reason = over.reason.encode()[:120].decode(errors="ignore")
        with contextlib.suppress(TimeoutError, RuntimeError, WebSocketDisconnect):
            async with asyncio.timeout(CLOSE_SECONDS):
                await socket.close(over.code, reason)
    except WebSocketDisconnect:
        pass


async def _admit(socket: WebSocket, runtime: Runtime, wanted: Wanted) -> Actor:
    """The member behind the socket, checked as for the HTTP read; the code is 4000 + its status."""
    try:
        async with runtime.reading() as session:
            token = await get_session_token(socket)
            newcomer = await get_newcomer(wanted.study_id, token, session)
            actor = await get_actor(newcomer)
            meeting = await find_meeting(session, wanted.study_id, wanted.meeting_id)
            if not policy.can_attend(actor, meeting):
                raise Forbidden("This meeting is for other groups of the panel.")
            return actor
    except ColloquyError as error:
        raise Over(4000 + error.status, error.message) from error


class Follower:
    """What is known of one socket: whose it is, what it has been told, and what it said wrongly."""

    def __init__(self, socket: WebSocket, runtime: Runtime, wanted: Wanted, actor: Actor) -> None:
        self.socket = socket
        self.runtime = runtime
        self.wanted = wanted
        self.actor = actor
        self.connection = str(new_id())
        self.seq = wanted.after
        self._is_away = False
        self._bad_frames = 0
        self._heard: deque[float] = deque(maxlen=FLOOD)
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
        await self._say(Hello(type="hello", protocol=PROTOCOL, seq=seq, now=now()))
        if not seq - MISSED_LIMIT <= self.seq <= seq:
            self.seq = seq
            await self._say(Reload(type="reload"))
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
                self.actor = await _admit(self.socket, self.runtime, self.wanted)
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
            await self._send(envelope.frame)
        else:
            await self._say(Withheld(type="withheld", seq=envelope.seq))
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
            await self._send(frame)

    async def _watch(self, subscription: Subscription) -> None:
        """Look now and then whether the person may still be here, and whether anything was lost."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            self.actor = await _admit(self.socket, self.runtime, self.wanted)
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
            message = await self.socket.receive()
            if message["type"] == "websocket.disconnect":
                raise WebSocketDisconnect(message.get("code", 1005))
            self._count_frame()
            await self._hear(message.get("text"))

    def _count_frame(self) -> None:
        clock = asyncio.get_running_loop().time()
        if len(self._heard) == FLOOD and clock - self._heard[0] < FLOOD_SECONDS:
            raise Over(TOO_MANY, "Too many messages in a short time.")
        self._heard.append(clock)

    async def _hear(self, text: str | None) -> None:
        try:
            if text is None or len(text) > FRAME_LIMIT:
                raise ValueError
            frame = BROWSER_FRAME.validate_json(text)
        except (ValidationError, ValueError):
            await self._refuse()
            return
        if isinstance(frame, Ping):
            await self._say(Pong(type="pong", now=now()))
        elif frame.is_away != self._is_away:
            self._is_away = frame.is_away
            await self._mark()
            await presence.tell_everybody(self.runtime.hub, self.wanted.meeting_id)

    async def _refuse(self) -> None:
        self._bad_frames += 1
        if self._bad_frames > BAD_FRAME_LIMIT:
            raise Over(BAD_FRAMES, "Too many messages that are not in the protocol.")
        detail = "This message is not in the protocol, so it was not read. Nothing else changed."
        await self._say(Refused(type="error", detail=detail))

    async def _say(self, frame: BaseModel) -> None:
        await self._send(frame.model_dump_json())

    async def _send(self, frame: str) -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self.socket.send_text(frame)
        except TimeoutError as error:
            raise Over(TOO_SLOW, "The connection was too slow and starts again.") from error
