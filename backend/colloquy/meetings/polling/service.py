"""Polls: questions are in the log, ballots are rows that never are; only counts leave the server."""

from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import sealing
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound
from colloquy.core.ids import new_id
from colloquy.core.settings import Settings
from colloquy.meetings.models import Meeting, Poll
from colloquy.meetings.polling import queries
from colloquy.meetings.polling.counting import Counted, count
from colloquy.meetings.polling.events import PollQuestion, PollResult
from colloquy.meetings.polling.questions import (
    at_most_of,
    choices_of,
    quorum_of,
    read_question,
    scale_of_new,
)
from colloquy.meetings.polling.schemas import OpenPoll, OpenSharedPoll
from colloquy.meetings.polling.votes import read_vote
from colloquy.studies.models import Study


async def open_poll(session: AsyncSession, meeting: Meeting, given: OpenPoll) -> PollQuestion:
    """Make a poll that can be voted on at once."""
    asked = await queries.count_asked(session, meeting)
    quorum = quorum_of(given, asked)
    if quorum and quorum > asked:
        raise Conflict(
            f"Only {asked} can vote in this meeting, so {quorum} votes can never be reached. "
            "Choose a smaller quorum."
        )
    scale = scale_of_new(given)
    poll_id = new_id()
    poll = Poll(
        id=poll_id,
        meeting_id=meeting.id,
        shared_id=given.shared_id if isinstance(given, OpenSharedPoll) else poll_id,
        agenda_item_id=given.item_id,
        kind=given.kind,
        prompt=given.prompt,
        choices=choices_of(given),
        scale=scale.model_dump() if scale else None,
        at_most=at_most_of(given),
        is_secret=given.is_secret,
        asked=asked,
        quorum=quorum,
        seal=sealing.new_half() if given.is_secret else None,
        opened_at=now(),
    )
    session.add(poll)
    await session.flush()
    return read_question(poll)


async def close_poll(
    session: AsyncSession, settings: Settings, meeting: Meeting, poll_id: UUID
) -> dict[str, Any]:
    """End the voting and count; answers what the log may say, which is not yet what came of it.

    What was voted in a secret poll is destroyed here, in the transaction that counts it.
    """
    poll = await lock_poll(session, meeting.id, poll_id)
    poll.closed_at = now()
    study = await session.get_one(Study, meeting.study_id)
    ballots = await queries.ballots(session, poll.id)
    votes = [
        Counted(ballot.group_id, vote)
        for ballot in ballots
        if (vote := read_vote(settings, poll, ballot))
    ]
    question = read_question(poll)
    poll.result = count(question, votes, study.suppress_below).model_dump(mode="json")
    if poll.is_secret:
        poll.seal = None
        for ballot in ballots:
            ballot.sealed, ballot.obeyed = None, []
            ballot.changed_at = poll.closed_at
            session.add(ballot)
    for ballot in ballots:
        if ballot.alias:
            ballot.member_id = None
            session.add(ballot)
    session.add(poll)
    return {
        "poll_id": poll.id,
        "voted": len(ballots),
        "has_quorum": None if poll.quorum is None else len(ballots) >= poll.quorum,
    }


async def release_poll(session: AsyncSession, meeting: Meeting, poll_id: UUID) -> PollResult:
    """What came of a closed poll, for everybody."""
    poll = await lock_poll(session, meeting.id, poll_id)
    poll.released_at = now()
    session.add(poll)
    return PollResult.model_validate(poll.result)


async def lock_poll(session: AsyncSession, meeting_id: UUID, poll_id: UUID) -> Poll:
    """A poll as it is now, kept by this transaction until it ends."""
    poll = await queries.lock_poll(session, meeting_id, poll_id)
    if poll is None:
        raise NotFound("There is no such poll in this meeting.")
    return poll
