"""Polls: questions are in the log, ballots are rows that never are; only counts leave the server."""

from collections import Counter, defaultdict
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import outbox
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Invalid, NotFound
from colloquy.meetings.envelope import Envelope, channel
from colloquy.meetings.models import Ballot, Meeting, Poll
from colloquy.meetings.polling import queries
from colloquy.meetings.polling.events import PollGroup, PollQuestion, PollResult, VotesCounted
from colloquy.meetings.polling.schemas import OpenPoll, VoteCast, VoteRead
from colloquy.methods.tallies import Tally, split_by_group
from colloquy.studies.models import Study

NO_GROUP = ""


async def open_poll(session: AsyncSession, meeting: Meeting, given: OpenPoll) -> PollQuestion:
    """Make a poll that can be voted on at once."""
    poll = Poll(
        meeting_id=meeting.id,
        agenda_item_id=given.item_id,
        prompt=given.prompt,
        choices=given.choices,
        opened_at=now(),
    )
    session.add(poll)
    await session.flush()
    return PollQuestion(
        id=poll.id, item_id=poll.agenda_item_id, prompt=poll.prompt, choices=poll.choices
    )


async def cast_vote(
    session: AsyncSession, actor: Actor, meeting: Meeting, poll_id: UUID, given: VoteCast
) -> VoteRead:
    """Keep a member's vote, or their change of mind; a late retry changes nothing."""
    poll = await _lock(session, meeting.id, poll_id)
    ballot = await queries.ballot(session, poll.id, actor.member_id)
    if ballot is None or str(given.command_id) not in (str(ballot.command_id), *ballot.obeyed):
        if poll.closed_at:
            raise Conflict(
                "This poll has been closed. A vote that you gave before the close has been counted."
            )
        if given.choice not in poll.choices:
            raise Invalid("This is not one of the choices. Please choose one of those shown.")
        ballot = await _write(session, actor, poll, ballot, given)
    voted = await queries.count_voters(session, poll.id)
    notice = VotesCounted(type="votes_counted", poll_id=poll.id, voted=voted)
    outbox.tell(session, channel(meeting.id), Envelope.of_notice(notice, poll.id).pack())
    return VoteRead(choice=ballot.choice, changed_at=ballot.changed_at, voted=voted)


async def close_poll(session: AsyncSession, meeting: Meeting, poll_id: UUID) -> PollResult:
    """End the voting; answers the counts, without those of groups that are too small to show."""
    poll = await _lock(session, meeting.id, poll_id)
    poll.closed_at = now()
    session.add(poll)
    study = await session.get_one(Study, meeting.study_id)
    by_group: defaultdict[str, list[str]] = defaultdict(list)
    for group_id, choice in await queries.votes_by_group(session, poll.id):
        by_group[str(group_id) if group_id else NO_GROUP].append(choice)
    tally = split_by_group(by_group, study.suppress_below)
    return PollResult(
        total=tally.whole.total or 0,
        counts=_in_order(tally.whole, poll.choices) or [0 for _ in poll.choices],
        groups=[
            PollGroup(
                group_id=UUID(group) if group else None,
                total=counted.total,
                counts=_in_order(counted, poll.choices),
            )
            for group, counted in sorted(tally.groups.items())
        ],
    )


async def _lock(session: AsyncSession, meeting_id: UUID, poll_id: UUID) -> Poll:
    poll = await queries.lock_poll(session, meeting_id, poll_id)
    if poll is None:
        raise NotFound("There is no such poll in this meeting.")
    return poll


async def _write(
    session: AsyncSession, actor: Actor, poll: Poll, ballot: Ballot | None, given: VoteCast
) -> Ballot:
    if ballot is None:
        ballot = Ballot(
            poll_id=poll.id,
            member_id=actor.member_id,
            choice=given.choice,
            command_id=given.command_id,
            changed_at=now(),
        )
    else:
        ballot.obeyed = [*ballot.obeyed, str(ballot.command_id)]
        ballot.choice, ballot.command_id = given.choice, given.command_id
        ballot.changed_at = now()
    session.add(ballot)
    await session.flush()
    # that somebody voted is recorded, what they voted is not
    record(session, actor, "meeting:vote:given", poll.id)
    return ballot


def _in_order(tally: Tally[str], choices: list[str]) -> list[int] | None:
    if tally.counts is None:
        return None
    counts = Counter(tally.counts)
    return [counts[choice] for choice in choices]
