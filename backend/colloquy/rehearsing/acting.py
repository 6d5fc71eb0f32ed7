"""Simulated people in a real meeting: they are marked as here, and act as everybody else does."""

import logging
from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.comments.schemas import CommentCreate
from colloquy.comments.service import write_comment
from colloquy.core.clock import now
from colloquy.core.errors import ColloquyError
from colloquy.core.runtime import Runtime
from colloquy.meetings import commands, folding
from colloquy.meetings.attending import attendance, presence
from colloquy.meetings.attending.events import Present
from colloquy.meetings.models import Meeting
from colloquy.meetings.polling.schemas import VoteCast
from colloquy.meetings.polling.voting import cast_vote
from colloquy.meetings.small_groups import notes
from colloquy.meetings.state import LiveState
from colloquy.rehearsing import queries
from colloquy.rehearsing.behaviour import acts
from colloquy.rehearsing.models import Pace, Rehearsal
from colloquy.rehearsing.people import Person, Times, is_elsewhere, is_here
from colloquy.rehearsing.world import Act, NoteLine, World
from colloquy.studies.dependencies import make_actor
from colloquy.studies.models import Member
from colloquy.theory.service import read_versions

AGAIN_AFTER = timedelta(seconds=presence.FADES_AFTER_SECONDS / 3)
GONE_AFTER = timedelta(seconds=30)
"""So long after the end of a meeting nobody is there any more."""

log = logging.getLogger(__name__)


class Play:
    """The people of one rehearsal, from moment to moment."""

    def __init__(self, runtime: Runtime, rehearsal_id: UUID) -> None:
        self._runtime = runtime
        self._rehearsal_id = rehearsal_id
        self._meeting_id: UUID | None = None
        self._members: dict[UUID, Member] = {}
        self._people: list[Person] = []
        self._marked: dict[UUID, bool] = {}
        self._marked_at = now() - AGAIN_AFTER
        self._since = now()

    async def step(self) -> bool:
        """Do what is due; False once nothing more will happen."""
        until = now()
        world = await self._look()
        if world is None or (world.times.ended_at and until > world.times.ended_at + GONE_AFTER):
            return False
        await self._show(world, until)
        for act in acts(world, self._since, until):
            await self._perform(world.meeting_id, act)
        self._since = until
        return True

    async def leave(self) -> None:
        """Let nobody be marked as here any more."""
        if self._meeting_id is None:
            return
        for member_id in self._marked:
            await self._unmark(self._meeting_id, member_id)
        await presence.tell_everybody(self._runtime.hub, self._meeting_id)

    async def _look(self) -> World | None:
        async with self._runtime.reading() as session:
            rehearsal = await session.get(Rehearsal, self._rehearsal_id)
            if rehearsal is None or rehearsal.ends_at <= now():
                return None
            if not self._members:
                await self._meet(session, rehearsal)
            self._meeting_id = rehearsal.meeting_id
            state = await folding.read_state(session, rehearsal.meeting_id)
            poll = state.open_poll
            versions = await read_versions(
                session,
                rehearsal.study_id,
                {item.version_id for item in state.agenda if item.version_id},
            )
            voted = await queries.times_voted(session, poll.id) if poll else {}
        return World(
            meeting_id=rehearsal.meeting_id,
            seed=rehearsal.seed,
            pace=Pace(rehearsal.pace),
            times=_times(rehearsal, state),
            state=state,
            people=self._people,
            voted=voted,
            texts={version_id: row.definition for version_id, row in versions.items()},
            chair_id=self._true_chair(rehearsal, state),
            deputy_id=rehearsal.deputy_id,
        )

    async def _meet(self, session: AsyncSession, rehearsal: Rehearsal) -> None:
        """Know the simulated people; they stay the same for the whole of the rehearsal."""
        members = await queries.simulated(session, rehearsal.study_id)
        self._members = {member.id: member for member in members}
        panel = [member for member in members if member.id != rehearsal.deputy_id]
        groups = list(dict.fromkeys(member.group_id for member in panel))
        self._people = [
            Person(member.id, place, groups.index(member.group_id))
            for place, member in enumerate(panel)
        ]

    def _true_chair(self, rehearsal: Rehearsal, state: LiveState) -> UUID:
        """Who is handed the chair back: whoever began the rehearsal, or another who came to it."""
        came = [member_id for member_id in state.people if member_id not in self._members]
        return rehearsal.begun_by if rehearsal.begun_by in came or not came else came[0]

    async def _show(self, world: World, at: datetime) -> None:
        """Mark who is here, and have it written down who came."""
        here = {
            person.member_id: is_elsewhere(world.seed, world.tempo, person, world.times, at)
            for person in world.people
            if is_here(world.seed, world.tempo, person, world.times, at)
        }
        is_time = at >= self._marked_at + AGAIN_AFTER
        gone = self._marked.keys() - here.keys()
        news = {one: away for one, away in here.items() if self._marked.get(one) != away}
        for member_id, is_away in (here if is_time else news).items():
            await self._mark(world.meeting_id, member_id, is_away=is_away)
        for member_id in gone:
            await self._unmark(world.meeting_id, member_id)
        self._marked, self._marked_at = here, at if is_time else self._marked_at
        if gone or news:
            await presence.tell_everybody(self._runtime.hub, world.meeting_id)
        await self._come_in(world.meeting_id, news.keys() if world.times.started_at else ())
        if world.times.started_at and is_time:
            await self._come_in(world.meeting_id, here.keys())

    async def _come_in(self, meeting_id: UUID, member_ids: Collection[UUID]) -> None:
        # refused where the rehearsal was ended in this very moment
        with suppress(ColloquyError, IntegrityError):
            if member_ids:
                await attendance.note(self._runtime, meeting_id, member_ids)

    async def _mark(self, meeting_id: UUID, member_id: UUID, *, is_away: bool) -> None:
        member = self._members[member_id]
        present = Present(
            id=member.id, name=member.display_name, group_id=member.group_id, is_away=is_away
        )
        await presence.mark(self._runtime.hub, meeting_id, str(member_id), present)

    async def _unmark(self, meeting_id: UUID, member_id: UUID) -> None:
        await self._runtime.hub.unmark(presence.place(meeting_id), str(member_id))

    async def _perform(self, meeting_id: UUID, act: Act) -> None:
        actor = make_actor(self._members[act.member_id])
        runtime = self._runtime
        try:
            async with runtime.unit_of_work() as session:
                match act.what:
                    case VoteCast() as vote:
                        meeting = await session.get(Meeting, meeting_id)
                        if meeting and act.poll_id:
                            await cast_vote(
                                session, runtime.settings, actor, meeting, act.poll_id, vote
                            )
                    case CommentCreate() as comment:
                        await write_comment(session, actor, comment)
                    case NoteLine(small_group_id, text):
                        await notes.add_line(session, actor, meeting_id, small_group_id, text)
                    case command:
                        await commands.obey(
                            session, runtime.hub, runtime.settings, actor, meeting_id, command
                        )
        except (ColloquyError, IntegrityError) as error:
            # the meeting has moved on, or the rehearsal was ended: refused as it is to everybody
            log.debug("A simulated person was refused: %s", error)


def _times(rehearsal: Rehearsal, state: LiveState) -> Times:
    return Times(
        begun_at=rehearsal.created_at,
        started_at=state.started_at,
        ended_at=state.ended_at,
        dropped_at=rehearsal.dropped_at,
    )
