"""What a facilitator does when a round has closed: moderate what was said, and tell the panel."""

from uuid import UUID

from colloquy.comments.models import CommentStanding
from colloquy.comments.schemas import CommentDecisionIn
from colloquy.demo.content import read
from colloquy.demo.round_shapes import RoundCommentWords, RoundWords
from colloquy.demo.story import Story
from colloquy.rounds.commenting.moderating import decide, release_waiting
from colloquy.rounds.commenting.queue import read_queue
from colloquy.rounds.models import Round
from colloquy.rounds.results.feedback import publish_feedback
from colloquy.rounds.service import find_round


async def moderate_comments(story: Story, name: str, day: int) -> None:
    """Release comments, in other words where the content has some, withhold, and leave some."""
    words = read(RoundWords, f"round-{name}")
    round_ = await find_round(story.session, story.study.id, story.rounds[name])
    leaves_some = any(each.standing == CommentStanding.WAITING for each in words.comment)
    with story.on(day, "10:00"):
        for comment in words.comment:
            needs_words = bool(comment.to_panel or comment.withheld_for)
            if comment.standing != CommentStanding.WAITING and (needs_words or leaves_some):
                comment_id = story.told[words.list, comment.who, comment.on].comment_id
                await _decide(story, round_, comment, comment_id)
        await story.session.flush()
        if not leaves_some:
            await _release_rest(story, round_)


async def tell_panel(story: Story, name: str, day: int) -> None:
    """Publish what came of a round."""
    words = read(RoundWords, f"round-{name}")
    round_ = await find_round(story.session, story.study.id, story.rounds[name])
    with story.on(day):
        await publish_feedback(
            story.session,
            story.actors["facilitator"],
            story.study,
            round_,
            words.feedback,
            story.settings,
        )


async def _decide(story: Story, round_: Round, words: RoundCommentWords, comment_id: UUID) -> None:
    given = CommentDecisionIn(
        standing=words.standing,
        words=words.to_panel or None,
        withheld_for=words.withheld_for,
        reason=words.reason,
        seen_standing=CommentStanding.WAITING,
        seen_words=words.text,
    )
    await decide(story.session, story.actors["facilitator"], round_, comment_id, given)


async def _release_rest(story: Story, round_: Round) -> None:
    facilitator = story.actors["facilitator"]
    queue = await read_queue(story.session, facilitator, story.study, round_)
    await release_waiting(story.session, facilitator, round_, queue.stamp)
