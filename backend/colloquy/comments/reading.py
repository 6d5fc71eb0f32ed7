"""Comments put together for reading."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.comments import policy, queries
from colloquy.comments.models import (
    Comment,
    CommentDecision,
    CommentStanding,
    Place,
    Stance,
    Target,
    Withholding,
)
from colloquy.comments.schemas import (
    AnchorRead,
    AuthorRead,
    CommentFilter,
    CommentRead,
    StandingRead,
)
from colloquy.studies.models import Member


async def list_comments(
    session: AsyncSession, actor: Actor, narrowed: CommentFilter
) -> list[CommentRead]:
    """The comments that this member may read, oldest first: all shown for the team, else their own."""
    found = await queries.comments(
        session,
        actor.study_id,
        narrowed,
        reader_id=actor.member_id,
        reads_all=policy.can_read_all(actor),
    )
    return [_read(actor, comment, author, decision) for comment, author, decision in found]


async def read_comment(session: AsyncSession, actor: Actor, comment: Comment) -> CommentRead:
    """One comment."""
    author = await queries.author(session, comment.member_id)
    return _read(actor, comment, author, await queries.decision(session, comment.id))


def read_standing(comment: Comment, decision: CommentDecision | None) -> StandingRead | None:
    """Whether the panel may read a comment; nothing where nobody decides about it."""
    if comment.place != Place.ROUND:
        return None
    if decision is None:
        return StandingRead(
            standing=CommentStanding.WAITING, withheld_for=None, reason="", words=""
        )
    return StandingRead(
        standing=CommentStanding(decision.standing),
        withheld_for=Withholding(decision.withheld_for) if decision.withheld_for else None,
        reason=decision.reason,
        words=decision.words if decision.is_reworded else "",
    )


def _read(
    actor: Actor, comment: Comment, author: Member, decision: CommentDecision | None
) -> CommentRead:
    return CommentRead(
        id=comment.id,
        client_id=comment.client_id,
        author=AuthorRead(member_id=author.id, name=author.display_name, group_id=author.group_id),
        is_mine=policy.is_own(actor, comment),
        target=Target(comment.target),
        target_id=comment.target_id,
        version_id=comment.version_id,
        part=comment.part,
        anchor=AnchorRead(**comment.anchor) if comment.anchor else None,
        stance=Stance(comment.stance) if comment.stance else None,
        text=comment.text,
        place=Place(comment.place),
        place_id=comment.place_id,
        created_at=comment.created_at,
        edited_at=comment.edited_at,
        withdrawn_at=comment.withdrawn_at,
        moderation=read_standing(comment, decision),
    )
