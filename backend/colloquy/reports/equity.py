"""Sets each stakeholder group's people beside its comments, airtime and influence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.meetings.floor.events import FloorGiven
from colloquy.meetings.log import as_events
from colloquy.meetings.models import MeetingEvent
from colloquy.methods.floor import FloorTurn
from colloquy.methods.voice import airtime
from colloquy.reports import queries
from colloquy.reports.schemas import Equity, GroupVoice, VoiceOutside


async def read_equity(session: AsyncSession, study_id: UUID) -> Equity:
    """Every group's voice over the whole study, and what comes from nobody's group."""
    groups = await queries.groups_of_members(session, study_id)
    comments = await queries.comments_by_member(session, study_id)
    citations = await queries.citations_by_member(session, study_id)
    seconds = _seconds(await queries.floor_events(session, study_id))
    order = await queries.group_ids(session, study_id)
    return weigh(order, groups, comments, seconds, citations)


def weigh(
    order: Sequence[UUID],
    groups: Mapping[UUID, UUID],
    comments: Mapping[UUID, int],
    seconds: Mapping[UUID, float],
    citations: Mapping[UUID | None, int],
) -> Equity:
    """Add up what members said by their group, silent groups too, and take the shares."""
    people = _by_group(groups, dict.fromkeys(groups, 1))
    commented = _by_group(groups, comments)
    spoken = _by_group(groups, seconds)
    cited = _by_group(groups, citations)
    whole = {
        "people": sum(people[group] for group in order),
        "comments": sum(commented[group] for group in order),
        "airtime": sum(spoken[group] for group in order),
        "citations": sum(cited[group] for group in order),
    }
    return Equity(
        groups=[
            GroupVoice(
                group_id=group,
                people=int(people[group]),
                share_of_people=_share(people[group], whole["people"]),
                comments=int(commented[group]),
                share_of_comments=_share(commented[group], whole["comments"]),
                airtime=spoken[group],
                share_of_airtime=_share(spoken[group], whole["airtime"]),
                citations=int(cited[group]),
                share_of_influence=_share(cited[group], whole["citations"]),
            )
            for group in order
        ],
        outside=VoiceOutside(
            comments=int(commented[None]), airtime=spoken[None], citations=int(cited[None])
        ),
    )


def _by_group(
    groups: Mapping[UUID, UUID], amounts: Mapping[UUID, float] | Mapping[UUID | None, int]
) -> defaultdict[UUID | None, float]:
    added: defaultdict[UUID | None, float] = defaultdict(float)
    for member, amount in amounts.items():
        added[groups.get(member) if member else None] += amount
    return added


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _seconds(rows: Sequence[MeetingEvent]) -> dict[UUID, float]:
    """How long each member had the floor, over all meetings; a turn that still runs ends now."""
    by_meeting: defaultdict[UUID, list[MeetingEvent]] = defaultdict(list)
    for row in rows:
        by_meeting[row.meeting_id].append(row)
    turns = [turn for log in by_meeting.values() for turn in _turns(log)]
    return {UUID(speaker): length for speaker, length in airtime(turns).items()}


def _turns(log: Sequence[MeetingEvent]) -> list[FloorTurn]:
    events = list(as_events(log))
    ends = [event.at for event in events[1:]] + [now()]
    return [
        FloorTurn(str(event.member_id), event.at.timestamp(), end.timestamp())
        for event, end in zip(events, ends, strict=True)
        if isinstance(event, FloorGiven)
    ]
