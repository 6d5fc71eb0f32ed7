"""What a proposal or a decision rests on stays as it is: its words, its excerpts, its edges."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.coding.messages import CodingRemoving
from colloquy.comments.messages import CommentChanging
from colloquy.core.errors import Conflict
from colloquy.refinement import queries
from colloquy.texts.messages import SegmentsUniting
from colloquy.theory.messages import EdgeRemoving


async def hold_cited_words(session: AsyncSession, event: CommentChanging) -> None:
    """Refuse to change a comment that a proposal cites: its writer's answer depends on the words."""
    if title := await queries.proposal_citing_document(session, event.document_id):
        raise Conflict(
            f"The proposal “{title}” cites this comment, so its words stay as they are. "
            "You can write another comment."
        )


async def hold_cited_coding(session: AsyncSession, event: CodingRemoving) -> None:
    """Refuse to take away a coding that a proposal cites: it is the evidence."""
    if title := await queries.proposal_citing_coding(session, event.coding_id):
        raise Conflict(
            f"The proposal “{title}” cites this excerpt, so it cannot be removed. "
            "Take it out of the proposal first, if that is still open."
        )


async def hold_decided_edge(session: AsyncSession, event: EdgeRemoving) -> None:
    """Refuse to take away a link of the lineage that a decision drew: it says why it is there."""
    if title := await queries.proposal_that_drew(session, event.edge_id):
        raise Conflict(
            f"The decision on “{title}” drew this link, so it stays. "
            "A new proposal can change what came of it."
        )


async def keep_considered(session: AsyncSession, event: SegmentsUniting) -> None:
    """Take along what was said about the second of two segments; two answers stay with two."""
    first, second = await queries.considerations_of(session, event.first_id, event.second_id)
    if first and second:
        raise Conflict(
            "Both passages have an answer of their own to whoever spoke, so they stay apart."
        )
    if second:
        second.segment_id = event.first_id
        session.add(second)
        await session.flush()
