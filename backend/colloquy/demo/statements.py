"""Statements that the panel wrote in a round, what the facilitator did, and how the panel voted."""

from datetime import timedelta

from colloquy.core.clock import standing_at
from colloquy.core.ids import new_id
from colloquy.demo.content import NO_ANSWER, VOTES, read
from colloquy.demo.round_shapes import RoundWords, WrittenWords, signs
from colloquy.demo.shapes import PeopleWords
from colloquy.demo.story import Story
from colloquy.rounds import queries
from colloquy.rounds.answering.schemas import ResponseIn
from colloquy.rounds.models import ItemStanding, Round, RoundItem
from colloquy.rounds.service import save_response
from colloquy.rounds.statements.moderating import moderate
from colloquy.rounds.statements.schemas import ModerationIn, StatementIn
from colloquy.rounds.statements.writing import write_statement


async def write_statements(story: Story, words: RoundWords, round_: Round, day: int) -> None:
    """Let the panel write in the morning, the facilitator decide, and the panel vote at night."""
    shown: list[tuple[WrittenWords, RoundItem]] = []
    for minutes, written in enumerate(words.written):
        with standing_at(story.moment(day, "10:00") + timedelta(minutes=35 * minutes)):
            item = await write_statement(
                story.session,
                story.actors[written.who],
                round_,
                StatementIn(client_id=new_id(), text=written.text),
                story.runtime,
            )
        if written.standing != ItemStanding.WAITING:
            with story.on(day, "15:00"):
                await _moderate(story, written, round_, item)
        if written.standing == ItemStanding.SHOWN:
            shown.append((written, item))
    await story.session.flush()
    await _vote(story, round_, shown, day)


async def _moderate(story: Story, words: WrittenWords, round_: Round, item: RoundItem) -> None:
    given = ModerationIn(
        standing=words.standing,
        text=words.to_panel or None,
        refused_for=words.refused_for,
        reason=words.reason,
        seen_standing=ItemStanding.WAITING,
        seen_text=words.text,
    )
    await moderate(story.session, story.actors["facilitator"], round_, item.id, given)


async def _vote(
    story: Story, round_: Round, shown: list[tuple[WrittenWords, RoundItem]], day: int
) -> None:
    questions = await queries.questions(story.session, [round_.id])
    for place, person in enumerate(read(PeopleWords, "people").panel):
        moment = story.moment(day, "18:00") + timedelta(minutes=9 * place)
        for words, item in shown:
            sign = signs(words.votes)[place]
            if sign == NO_ANSWER:
                continue
            given = ResponseIn(vote=VOTES[sign], answered_at=moment)
            with standing_at(moment):
                (question,) = questions[item.id]
                await save_response(story.session, story.actors[person], round_, question.id, given)
