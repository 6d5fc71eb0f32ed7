"""The record put together: from the log, and from the comments that the log counts."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now
from colloquy.core.errors import Forbidden
from colloquy.meetings import queries as logs
from colloquy.meetings.commenting import queries as commenting
from colloquy.meetings.models import Meeting
from colloquy.meetings.record import policy, queries
from colloquy.meetings.record.blocks import LocalTime
from colloquy.meetings.record.facts import Facts
from colloquy.meetings.record.schemas import MeetingVoice, Minutes
from colloquy.meetings.record.telling import tell
from colloquy.meetings.record.told import Entry, Told
from colloquy.meetings.record.voice import weigh
from colloquy.meetings.record.wording import word
from colloquy.meetings.small_groups import queries as small_groups
from colloquy.meetings.small_groups.notes import open_sheet
from colloquy.meetings.small_groups.recalling import paragraphs_of
from colloquy.studies.models import Study
from colloquy.studies.queries import groups as list_groups


async def read_voice(session: AsyncSession, actor: Actor, meeting: Meeting) -> MeetingVoice:
    """Whether the groups were heard alike."""
    _refuse_others(actor)
    # whoever speaks now is heard already, although no entry of the log says so yet
    return (await _gather(session, meeting, until=now())).voice


async def read_minutes(
    session: AsyncSession, actor: Actor, meeting: Meeting, *, with_names: bool
) -> Minutes:
    """The minutes, with people's names or by group alone."""
    _refuse_others(actor)
    return word(await _gather(session, meeting), with_names=with_names)


def _refuse_others(actor: Actor) -> None:
    if not policy.can_read_record(actor):
        raise Forbidden("Only the chair and the study team read the record of a meeting.")


async def _gather(
    session: AsyncSession, meeting: Meeting, *, until: datetime | None = None
) -> Facts:
    told = await _tell(session, meeting.id, until)
    written = [
        comment for comment, _ in await commenting.comments(session, meeting.study_id, meeting.id)
    ]
    votes = await queries.votes_by_member(session, meeting.id)
    groups = await list_groups(session, meeting.study_id)
    study = await session.get_one(Study, meeting.study_id)
    return Facts(
        study=study.title,
        title=meeting.title,
        place=meeting.place,
        planned_for=meeting.planned_for,
        told=told,
        groups={str(group.id): group.name for group in groups},
        stances=Counter(comment.stance or "" for comment in written),
        voice=weigh(
            told,
            Counter(str(comment.member_id) for comment in written),
            _votes(told, votes),
            [group.id for group in groups],
        ),
        time=LocalTime(meeting.time_zone),
        notes=await _notes(session, meeting.id),
    )


async def _notes(session: AsyncSession, meeting_id: UUID) -> dict[str, list[str]]:
    """What the small groups wrote that were called back; until then it is for them alone."""
    return {
        str(group.id): paragraphs_of((await open_sheet(session, group)).text)
        for group in await small_groups.of_meeting(session, meeting_id)
        if group.frozen_at
    }


def _votes(told: Told, counted: Sequence[tuple[UUID | None, UUID | None, int]]) -> Counter[str]:
    """Polls voted in by person; a vote without a name is a group's, told by any one of it."""
    of_group = {str(person["group_id"]): member_id for member_id, person in told.people.items()}
    votes: Counter[str] = Counter()
    for member_id, group_id, count in counted:
        votes[str(member_id) if member_id else of_group.get(str(group_id), "")] += count
    return votes


async def _tell(session: AsyncSession, meeting_id: UUID, until: datetime | None) -> Told:
    rows = await logs.events(session, meeting_id)
    entries = (
        Entry(row.type, row.at, str(row.member_id) if row.member_id else None, row.payload)
        for row in rows
    )
    return tell(entries, until=until)
