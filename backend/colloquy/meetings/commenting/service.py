"""What a meeting does when a comment is made in it."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.comments.messages import CommentMade, CommentOffered
from colloquy.comments.models import Place
from colloquy.core.errors import Forbidden, NotFound
from colloquy.meetings import folding, log, policy
from colloquy.meetings.log import Said


async def admit_comment(session: AsyncSession, offered: CommentOffered) -> None:
    """Let a comment in while the meeting runs, by somebody who is asked to it, on its agenda."""
    if offered.place != Place.MEETING:
        return
    meeting = await log.lock(session, offered.place_id)
    if meeting.study_id != offered.actor.study_id:
        raise NotFound("There is no such meeting in this study.")
    if not policy.can_attend(offered.actor, meeting):
        raise Forbidden("This meeting is for other groups of the panel.")
    state = await folding.read_state(session, meeting.id)
    policy.expect_phase(state, "live")
    # an agenda item or the version that it shows; nothing may claim to be about another version
    known = {
        (target, item.version_id) for item in state.agenda for target in (item.id, item.version_id)
    }
    if (offered.target_id, offered.version_id) not in known:
        raise NotFound("This is not on the agenda of the meeting. Your comment is not sent.")


async def tell_of_comment(session: AsyncSession, made: CommentMade) -> None:
    """Write into the log that a comment arrived; its words stay where comments are kept."""
    if made.place != Place.MEETING or made.place_id is None:
        return
    await log.append_once(
        session,
        await log.lock(session, made.place_id),
        Said("comment_arrived", {"comment_id": made.comment_id, "target_id": made.target_id}),
        by=made.member_id,
        command_id=made.comment_id,
    )
