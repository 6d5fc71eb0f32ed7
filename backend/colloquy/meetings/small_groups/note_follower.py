"""One browser's socket to a shared note: what was added, once and in order, and who is where in it.

The socket only tells. What is written comes in by HTTP and is told after it is kept.
"""

import asyncio
from typing import NamedTuple
from uuid import UUID

from fastapi import WebSocket

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import ColloquyError
from colloquy.core.hub import Overrun, Subscription
from colloquy.core.ids import new_id
from colloquy.core.runtime import Runtime
from colloquy.meetings import queries as meetings
from colloquy.meetings.envelope import LOOK_AGAIN, Envelope
from colloquy.meetings.line import TOO_SLOW, Line, Over, admit, converse, refusal, until_one_ends
from colloquy.meetings.messages import Hello, Ping, Pong, Reload
from colloquy.meetings.small_groups import notes, queries
from colloquy.meetings.small_groups.frames import (
    PROTOCOL,
    WRITER_FRAME,
    CursorMoved,
    NoteFrozen,
    NoteUpdated,
    SayCursor,
    enclose,
    note_channel,
)
from colloquy.meetings.small_groups.models import SmallGroup

BEAT_SECONDS = 15.0


class WantedNote(NamedTuple):
    """The note in the path, and the newest number that the browser has."""

    study_id: UUID
    meeting_id: UUID
    small_group_id: UUID
    after: int


async def follow(socket: WebSocket, runtime: Runtime, wanted: WantedNote) -> None:
    """Serve one socket until either side ends it."""
    await converse(socket, NoteFollower(socket, runtime, wanted).run())


class NoteFollower:
    """What is known of one socket: whose it is, and what it has been told."""

    def __init__(self, socket: WebSocket, runtime: Runtime, wanted: WantedNote) -> None:
        self.socket = socket
        self.line = Line(socket, WRITER_FRAME)
        self.runtime = runtime
        self.wanted = wanted
        self.connection = str(new_id())
        self.channel = note_channel(wanted.small_group_id)
        self.seq = wanted.after
        self._name = ""
        self._is_in_text = False

    async def run(self) -> None:
        """Admit, greet, then listen, tell and watch until one of the three ends."""
        actor = await self._admit()
        async with self.runtime.hub.subscribe(self.channel) as subscription:
            try:
                await self._greet(actor)
                await until_one_ends(
                    self._listen(actor), self._tell(subscription), self._watch(subscription)
                )
            finally:
                if self._is_in_text:
                    await self._move(actor, SayCursor(type="presence", anchor=None, head=None))

    async def _admit(self) -> Actor:
        actor = await admit(self.socket, self.runtime, self.wanted.study_id, self.wanted.meeting_id)
        await self._find(actor)
        return actor

    async def _find(self, actor: Actor) -> SmallGroup:
        try:
            async with self.runtime.reading() as session:
                return await notes.find_small_group(
                    session, actor, self.wanted.meeting_id, self.wanted.small_group_id
                )
        except ColloquyError as error:
            raise refusal(error) from error

    async def _greet(self, actor: Actor) -> None:
        group = await self._find(actor)
        async with self.runtime.reading() as session:
            names = await meetings.names(session, [actor.member_id])
        self._name = names[actor.member_id]
        hello = Hello(type="hello", protocol=PROTOCOL, seq=group.last_seq, now=now())
        await self.line.say(hello)
        if self.seq > group.last_seq:
            self.seq = group.last_seq
            await self.line.say(Reload(type="reload"))
        await self._catch_up()
        if group.frozen_at:
            await self.line.say(NoteFrozen(type="note_frozen"))

    async def _catch_up(self) -> None:
        async with self.runtime.reading() as session:
            group = await session.get_one(SmallGroup, self.wanted.small_group_id)
            rows = await queries.additions(session, group.id, after=self.seq)
        if self.seq < group.note_seq:
            # what was missed is part of the whole by now: the browser asks for what it lacks
            self.seq = group.last_seq
            await self.line.say(Reload(type="reload"))
            return
        for row in rows:
            self.seq = row.seq
            await self.line.say(NoteUpdated(type="note_updated", seq=row.seq, update=row.update))

    async def _tell(self, subscription: Subscription) -> None:
        while True:
            try:
                envelope = Envelope.unpack(await subscription.get())
            except Overrun as overrun:
                raise Over(TOO_SLOW, "The connection was too slow and starts again.") from overrun
            await self._take(envelope)

    async def _take(self, envelope: Envelope) -> None:
        if envelope.type == LOOK_AGAIN:
            await self._admit()
        elif envelope.seq == 0:
            # nobody is told where they are themselves
            if envelope.subject != self.connection:
                await self.line.send(envelope.frame)
        elif envelope.seq == self.seq + 1 and envelope.frame:
            self.seq = envelope.seq
            await self.line.send(envelope.frame)
        elif envelope.seq > self.seq:
            await self._catch_up()

    async def _watch(self, subscription: Subscription) -> None:
        """Look now and then whether the person may still read, and whether anything was lost."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            group = await self._find(await self._admit())
            if group.last_seq > self.seq:
                subscription.put(Envelope(group.last_seq, "nudge", "", "").pack())

    async def _listen(self, actor: Actor) -> None:
        while True:
            frame = await self.line.hear()
            if isinstance(frame, Ping):
                await self.line.say(Pong(type="pong", now=now()))
            else:
                await self._move(actor, frame)

    async def _move(self, actor: Actor, said: SayCursor) -> None:
        self._is_in_text = said.anchor is not None
        moved = CursorMoved(
            type="cursor_moved",
            connection=self.connection,
            member_id=actor.member_id,
            name=self._name,
            anchor=said.anchor,
            head=said.head,
        )
        await self.runtime.hub.publish(self.channel, enclose(moved))
