"""Building the rounds: what is asked, of whom, and what the one before gives to the next."""

from dataclasses import dataclass
from uuid import UUID

from colloquy.demo.round_shapes import ItemWords, QuestionWords, RoundWords
from colloquy.demo.story import Story
from colloquy.rounds.answering.carrying import make_next_round
from colloquy.rounds.answering.ideas import list_ideas, refuse, take_in
from colloquy.rounds.answering.next_schemas import IdeaRefused, IdeaTaken, NextRound
from colloquy.rounds.building.items import add_item, create_round, update_round
from colloquy.rounds.models import Question, Round, RoundItem
from colloquy.rounds.plans import read_plan
from colloquy.rounds.schemas import QuestionIn, RoundCreate, RoundItemIn, RoundUpdate
from colloquy.rounds.service import find_round
from colloquy.theory.service import find_version


@dataclass(frozen=True, slots=True)
class Window:
    """When a round was open, in days from today."""

    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Asked:
    """An item as the content tells of it and as it stands, with its questions."""

    words: ItemWords
    item: RoundItem
    questions: list[tuple[QuestionWords, Question]]


async def build(story: Story, name: str, words: RoundWords, window: Window) -> Round:
    """Draft a round and put everything into it."""
    round_ = await (_follow if words.follows else _begin)(story, words, window)
    story.rounds[name] = round_.id
    for item in words.item:
        if item.idea:
            await _take_idea(story, round_, item)
        elif not item.again:
            await _add(story, words, round_, item)
    await _leave_out(story, round_, words)
    await story.session.flush()
    return round_


async def read_asked(story: Story, name: str, words: RoundWords, round_: Round) -> list[Asked]:
    """What the round asks, in the order of the content."""
    plan = await read_plan(story.session, round_)
    asked = [
        Asked(item, row, list(zip(item.questions, plan.questions[row.id], strict=True)))
        for item, row in zip(words.item, plan.items, strict=True)
    ]
    story.items.update({(name, each.words.key): each.item.id for each in asked if each.words.key})
    return asked


def newest(story: Story, name: str, key: str) -> UUID:
    """The version of a list, or what an accepted proposal has made of it since."""
    return story.versions.get(("accepted", key)) or story.versions[name, key]


async def _begin(story: Story, words: RoundWords, window: Window) -> Round:
    return await create_round(
        story.session,
        story.actors["facilitator"],
        RoundCreate(
            title=words.title,
            introduction=words.introduction,
            stage_id=await _stage_of(story, words),
            opens_at=story.moment(window.opens, "09:00"),
            closes_at=story.moment(window.closes, "18:00"),
            takes_statements=bool(words.statement_policy),
            statement_policy=words.statement_policy,
            group_ids=list(story.groups.values()),
        ),
    )


async def _follow(story: Story, words: RoundWords, window: Window) -> Round:
    facilitator = story.actors["facilitator"]
    before = await find_round(story.session, story.study.id, story.rounds[words.follows])
    again = [story.items[words.follows, item.key] for item in words.item if item.again]
    given = NextRound(title=words.title, item_ids=again)
    round_ = await make_next_round(story.session, facilitator, story.study, before, given)
    await story.session.flush()
    changes = RoundUpdate(
        introduction=words.introduction,
        stage_id=await _stage_of(story, words),
        opens_at=story.moment(window.opens, "09:00"),
        closes_at=story.moment(window.closes, "18:00"),
        takes_statements=bool(words.statement_policy),
        statement_policy=words.statement_policy,
    )
    await update_round(story.session, facilitator, round_, changes)
    await story.session.flush()
    return round_


async def _stage_of(story: Story, words: RoundWords) -> UUID:
    version_id = newest(story, words.list, words.item[0].key)
    return (await find_version(story.session, story.study.id, version_id)).stage_id


async def _add(story: Story, words: RoundWords, round_: Round, item: ItemWords) -> None:
    given = RoundItemIn(
        kind=item.kind,
        version_id=newest(story, words.list, item.key) if item.key else None,
        statement=item.statement,
        questions=[
            QuestionIn(kind=each.kind, prompt=each.prompt, options=each.options)
            for each in item.questions
        ],
    )
    await add_item(story.session, story.actors["facilitator"], round_, given)


async def _take_idea(story: Story, round_: Round, item: ItemWords) -> None:
    idea_id = await _find_idea(story, round_, item.idea)
    given = IdeaTaken(statement=item.statement)
    await take_in(story.session, story.actors["facilitator"], round_, idea_id, given)


async def _leave_out(story: Story, round_: Round, words: RoundWords) -> None:
    for left in words.left_out:
        idea_id = await _find_idea(story, round_, left.idea)
        given = IdeaRefused(reason=left.reason)
        await refuse(story.session, story.actors["facilitator"], round_, idea_id, given)


async def _find_idea(story: Story, round_: Round, text: str) -> UUID:
    ideas = await list_ideas(story.session, round_)
    return next(idea.id for idea in ideas if idea.text == text)
