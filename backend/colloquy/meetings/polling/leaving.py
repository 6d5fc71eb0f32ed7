"""What becomes of a person's votes when they leave the study."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings.polling import queries
from colloquy.studies.messages import MemberGone
from colloquy.studies.queries import member_of_account


async def take_name_off_votes(session: AsyncSession, event: MemberGone) -> None:
    """Keep a person's votes under the alias that their answers to rounds are kept under.

    Without it, somebody who voted in the room and answered in a round would be two people. In a
    poll that is still open the name goes with the close: should they come back before, they vote
    once. A secret poll has nothing to take a name off: it knows who voted and not what.
    """
    member = await member_of_account(session, event.study_id, event.account_id)
    if member is None:
        return
    for poll, ballot in await queries.lock_open_votes(session, member.id):
        ballot.alias = event.alias
        if poll.closed_at:
            ballot.member_id = None
        session.add(ballot)
    await session.flush()
