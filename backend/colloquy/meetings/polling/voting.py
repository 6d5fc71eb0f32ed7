"""Voting, and changing one's vote until the close."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import outbox
from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.settings import Settings
from colloquy.meetings.envelope import Envelope, channel, only_for
from colloquy.meetings.models import Ballot, Meeting, Poll
from colloquy.meetings.polling import queries
from colloquy.meetings.polling.events import MyVote, VoteNoted, VotesCounted
from colloquy.meetings.polling.fitting import KeptVote, keep, tell
from colloquy.meetings.polling.questions import read_question
from colloquy.meetings.polling.schemas import VoteCast, VoteRead
from colloquy.meetings.polling.service import lock_poll
from colloquy.meetings.polling.votes import read_vote, write_vote


async def cast_vote(
    session: AsyncSession,
    settings: Settings,
    actor: Actor,
    meeting: Meeting,
    poll_id: UUID,
    given: VoteCast,
) -> VoteRead:
    """Keep a member's vote, or their change of mind; a late retry changes nothing."""
    poll = await lock_poll(session, meeting.id, poll_id)
    ballot = await queries.ballot(session, poll.id, actor.member_id)
    replaced = False
    if ballot is None or str(given.command_id) not in (str(ballot.command_id), *ballot.obeyed):
        if poll.closed_at:
            raise Conflict(
                "This poll has been closed. A vote that you gave before the close has been counted."
            )
        vote = keep(read_question(poll), given)
        replaced = ballot is not None and ballot.command_id != given.known
        ballot = _take(ballot, actor, poll, given.command_id)
        write_vote(settings, poll, ballot, vote)
        session.add(ballot)
        await session.flush()
        # that somebody voted is recorded, what they voted is not
        record(session, actor, "meeting:vote:given", poll.id)
    voted = await queries.count_voters(session, poll.id)
    if poll.closed_at is None:
        _tell(session, meeting, actor.member_id, ballot, voted)
    mine = read_mine(settings, poll, ballot)
    return VoteRead(
        **mine.model_dump(), changed_at=ballot.changed_at, voted=voted, replaced=replaced
    )


async def my_votes(
    session: AsyncSession, settings: Settings, meeting_id: UUID, member_id: UUID
) -> dict[UUID, MyVote]:
    """A member's own votes in a meeting."""
    return {
        poll.id: read_mine(settings, poll, ballot)
        for poll, ballot in await queries.votes_of(session, meeting_id, member_id)
    }


def read_mine(settings: Settings, poll: Poll, ballot: Ballot) -> MyVote:
    """A vote for its giver, as far as anybody can still know it."""
    vote = read_vote(settings, poll, ballot)
    return MyVote(
        command_id=ballot.command_id,
        is_forgotten=vote is None,
        **tell(read_question(poll), vote or KeptVote()),
    )


def _take(ballot: Ballot | None, actor: Actor, poll: Poll, command_id: UUID) -> Ballot:
    if ballot is None:
        return Ballot(
            poll_id=poll.id,
            member_id=actor.member_id,
            group_id=actor.group_id,
            command_id=command_id,
            changed_at=now(),
        )
    ballot.obeyed = [*ballot.obeyed, str(ballot.command_id)]
    ballot.command_id, ballot.group_id, ballot.alias = command_id, actor.group_id, None
    ballot.changed_at = now()
    return ballot


def _tell(
    session: AsyncSession, meeting: Meeting, voter_id: UUID, ballot: Ballot, voted: int
) -> None:
    """Tell everybody how many voted, and the other devices of the voter that they did."""
    poll_id = ballot.poll_id
    counted = VotesCounted(type="votes_counted", poll_id=poll_id, voted=voted)
    outbox.tell(session, channel(meeting.id), Envelope.of_notice(counted, poll_id).pack())
    noted = VoteNoted(type="vote_noted", poll_id=poll_id, command_id=ballot.command_id)
    mine = only_for(voter_id, Envelope.of_notice(noted, poll_id))
    outbox.tell(session, channel(meeting.id), mine.pack())
