"""Rounds with everybody's answers and comments, given one by one through the round's own verbs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from colloquy.access.actor import Actor
from colloquy.comments.models import Place, Target
from colloquy.comments.schemas import CommentCreate, Selection
from colloquy.comments.service import write_comment
from colloquy.core.clock import standing_at
from colloquy.core.ids import new_id
from colloquy.demo.asking import Asked, Window, build, read_asked
from colloquy.demo.content import NO_ANSWER, UNABLE, VOTES, read
from colloquy.demo.round_shapes import RoundWords
from colloquy.demo.shapes import CommentWords, PeopleWords
from colloquy.demo.statements import write_statements
from colloquy.demo.story import Story, Told
from colloquy.rounds.answering.schemas import ResponseIn
from colloquy.rounds.models import QuestionKind, Round
from colloquy.rounds.running.scheduling import catch_up
from colloquy.rounds.service import finish, open_round, save_response
from colloquy.theory.service import find_version


async def hold_round(story: Story, name: str, window: Window) -> None:
    """Build a round, open it, let the panel answer, and close it if its window has passed."""
    words = read(RoundWords, f"round-{name}")
    facilitator = story.actors["facilitator"]
    with story.on(window.opens, "09:00"):
        round_ = await build(story, name, words, window)
        await open_round(story.session, facilitator, story.study, round_, story.settings)
    asked = await read_asked(story, name, words, round_)
    for place, person in enumerate(read(PeopleWords, "people").panel):
        # each on a day of their own in the first five, so that the open round has its answers too
        begun = story.moment(window.opens, "11:00") + timedelta(hours=6 * place)
        await _answer(story, round_, asked, place, person, begun)
        await _comment(story, words, round_, asked, person, begun)
    await write_statements(story, words, round_, window.opens + 5)
    if window.closes <= 0:
        with story.on(window.closes, "18:00"):
            await catch_up(story.session, round_.id, story.settings)


async def _answer(
    story: Story, round_: Round, asked: list[Asked], place: int, person: str, begun: datetime
) -> None:
    actor = story.actors[person]
    given = [
        (words.kind, words.answer_of(place, person), row.id)
        for each in asked
        for words, row in each.questions
    ]
    for step, (kind, sign, question_id) in enumerate(given):
        if sign in (None, NO_ANSWER):
            continue
        moment = begun + timedelta(seconds=45 * step)
        with standing_at(moment):
            response = _response(kind, sign, moment)
            await save_response(story.session, actor, round_, question_id, response)
    if NO_ANSWER not in [sign for _, sign, _ in given]:
        with standing_at(begun + timedelta(seconds=45 * len(given))):
            await finish(story.session, actor, round_)


def _response(kind: QuestionKind, sign: str, moment: datetime) -> ResponseIn:
    if sign == UNABLE:
        return ResponseIn(is_unable=True, answered_at=moment)
    if kind == QuestionKind.RATING:
        return ResponseIn(rating=int(sign), answered_at=moment)
    if kind == QuestionKind.VOTE:
        return ResponseIn(vote=VOTES[sign], answered_at=moment)
    if kind in (QuestionKind.CHOICE, QuestionKind.RANKING):
        return ResponseIn(choices=list(sign), answered_at=moment)
    if kind == QuestionKind.DECISION:
        return ResponseIn(choices=[sign], answered_at=moment)
    return ResponseIn(text=sign, answered_at=moment)


async def _comment(
    story: Story,
    words: RoundWords,
    round_: Round,
    asked: list[Asked],
    person: str,
    begun: datetime,
) -> None:
    for step, comment in enumerate(one for one in words.comment if one.who == person):
        item = next(
            each.item
            for each in asked
            if (each.words.key or each.words.statement) == (comment.on or comment.statement)
        )
        with standing_at(begun + timedelta(minutes=4 + 2 * step)):
            made = await say(
                story,
                story.actors[person],
                comment,
                Spot(Place.ROUND, round_.id, item.version_id, item.id),
            )
        story.told[words.list, person, comment.on] = Told(made, comment.on, comment)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a comment is made and on what: a version, else an item of a round."""

    place: Place
    place_id: UUID
    version_id: UUID | None
    item_id: UUID | None = None


async def say(story: Story, actor: Actor, words: CommentWords, spot: Spot) -> UUID:
    """Make a comment, on the words that it names if it names some."""
    chosen: Selection | None = None
    if words.words and spot.version_id and words.part:
        version = await find_version(story.session, story.study.id, spot.version_id)
        text: str = getattr(version, words.part)
        start = text.index(words.words)
        chosen = Selection(start=start, end=start + len(words.words))
    target_id = spot.version_id or spot.item_id
    assert target_id  # noqa: S101 - a comment is about something
    comment = await write_comment(
        story.session,
        actor,
        CommentCreate(
            client_id=new_id(),
            target=Target.VERSION if spot.version_id else Target.STATEMENT,
            target_id=target_id,
            part=words.part,
            anchor=chosen,
            stance=words.stance,
            text=words.text,
            place=spot.place,
            place_id=spot.place_id,
        ),
    )
    return comment.id
