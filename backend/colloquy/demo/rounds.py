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
from colloquy.demo.content import NO_ANSWER, UNABLE, VOTES, read
from colloquy.demo.shapes import CommentWords, ItemWords, PeopleWords, RoundWords
from colloquy.demo.story import Story, Told
from colloquy.rounds.answering.schemas import ResponseIn
from colloquy.rounds.building.items import add_item, create_round
from colloquy.rounds.models import Question, Round, RoundItem
from colloquy.rounds.plans import read_plan
from colloquy.rounds.running.scheduling import catch_up
from colloquy.rounds.schemas import RoundCreate, RoundItemIn
from colloquy.rounds.service import finish, open_round, save_response
from colloquy.theory.service import find_version

Asked = list[tuple[ItemWords, RoundItem, Question]]


@dataclass(frozen=True, slots=True)
class Window:
    """When a round was open, in days from today."""

    opens: int
    closes: int


async def hold_round(story: Story, name: str, window: Window) -> None:
    """Build a round, open it, let the panel answer, and close it if its window has passed."""
    words = read(RoundWords, f"round-{name}")
    facilitator = story.actors["facilitator"]
    with story.on(window.opens, "09:00"):
        round_ = await _build(story, words, window)
        await open_round(story.session, facilitator, story.study, round_, story.settings)
    plan = await read_plan(story.session, round_)
    asked = [
        (item, row, plan.questions[row.id][0])
        for item, row in zip(words.item, plan.items, strict=True)
    ]
    for place, person in enumerate(read(PeopleWords, "people").panel):
        # each on a day of their own in the first five, so that the open round has its answers too
        begun = story.moment(window.opens, "11:00") + timedelta(hours=6 * place)
        await _answer(story, round_, asked, place, person, begun)
        await _comment(story, words, round_, asked, person, begun)
    if window.closes <= 0:
        with story.on(window.closes, "18:00"):
            await catch_up(story.session, round_.id, story.settings)


async def _build(story: Story, words: RoundWords, window: Window) -> Round:
    facilitator = story.actors["facilitator"]
    first = words.item[0].key
    version = await find_version(story.session, story.study.id, newest(story, words.list, first))
    round_ = await create_round(
        story.session,
        facilitator,
        RoundCreate(
            title=words.title,
            introduction=words.introduction,
            stage_id=version.stage_id,
            opens_at=story.moment(window.opens, "09:00"),
            closes_at=story.moment(window.closes, "18:00"),
            group_ids=list(story.groups.values()),
        ),
    )
    for item in words.item:
        version_id = newest(story, words.list, item.key) if item.key else None
        given = RoundItemIn(version_id=version_id, statement=item.statement)
        await add_item(story.session, facilitator, round_, given)
    await story.session.flush()
    return round_


def newest(story: Story, name: str, key: str) -> UUID:
    """The version of a list, or what an accepted proposal has made of it since."""
    return story.versions.get(("accepted", key)) or story.versions[name, key]


async def _answer(
    story: Story, round_: Round, asked: Asked, place: int, person: str, begun: datetime
) -> None:
    actor, signs = story.actors[person], [item.answers[place] for item, _, _ in asked]
    for step, (sign, (_, _, question)) in enumerate(zip(signs, asked, strict=True)):
        if sign == NO_ANSWER:
            continue
        moment = begun + timedelta(seconds=45 * step)
        with standing_at(moment):
            given = _response(sign, moment)
            await save_response(story.session, actor, round_, question.id, given)
    if NO_ANSWER not in signs:
        with standing_at(begun + timedelta(seconds=45 * len(signs))):
            await finish(story.session, actor, round_)


def _response(sign: str, moment: datetime) -> ResponseIn:
    if sign == UNABLE:
        return ResponseIn(is_unable=True, answered_at=moment)
    if sign in VOTES:
        return ResponseIn(vote=VOTES[sign], answered_at=moment)
    return ResponseIn(rating=int(sign), answered_at=moment)


async def _comment(
    story: Story, words: RoundWords, round_: Round, asked: Asked, person: str, begun: datetime
) -> None:
    for step, comment in enumerate(one for one in words.comment if one.who == person):
        item = next(
            row
            for item, row, _ in asked
            if (item.key, item.statement) == (comment.on, comment.statement)
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
