"""What a round's end settles: its state, its answers in words as documents, its comments shown."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.comments.service import show_comments
from colloquy.core.clock import now
from colloquy.rounds import policy
from colloquy.rounds.documents import write_documents
from colloquy.rounds.models import Round, RoundState
from colloquy.rounds.running.unlinking import unlink_answers


async def settle(session: AsyncSession, round_: Round) -> None:
    """Close a round for good; from here on its results may be read."""
    moment = now()
    round_.closed_at = min(round_.closes_at or moment, moment)
    round_.state = RoundState.CLOSED
    session.add(round_)
    await session.flush()
    if policy.is_unlinkable(round_):
        await unlink_answers(session, round_)
    await write_documents(session, round_)
    await show_comments(session, round_.study_id, round_.id)
