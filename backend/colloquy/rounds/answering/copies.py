"""My answers by mail: for my own records, in plain words."""

from collections.abc import Callable, Mapping

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core import mail
from colloquy.methods.tallies import Vote
from colloquy.people.models import Account
from colloquy.rounds.answering.panel_schemas import MyRound
from colloquy.rounds.answering.reading import read_my_round
from colloquy.rounds.answering.schemas import ResponseRead
from colloquy.rounds.models import ItemKind, QuestionKind, Round
from colloquy.rounds.schemas import QuestionRead, RoundItemRead
from colloquy.studies.models import Study
from colloquy.theory.schemas import CmocRead, ElementRead

VOTES = {Vote.AGREE: "Agree", Vote.DISAGREE: "Disagree", Vote.PASS: "Pass"}


async def mail_my_answers(
    session: AsyncSession, actor: Actor, account: Account, study: Study, round_: Round
) -> None:
    """Mail the person who asks what they have answered, to the address they are known by."""
    mine = await read_my_round(session, actor, study, round_)
    await mail.post(
        session,
        recipient=account.email,
        subject=f"Your answers: {round_.title}",
        body=write_copy(mine, study.title),
    )
    record(session, actor, "round:answers:mailed", round_.id)


def write_copy(mine: MyRound, study_title: str) -> str:
    """Every question with the answer that stands, in the order of the round."""
    answers = {answer.question_id: answer for answer in mine.answers}
    titles = {str(each.version_id): each.title for each in mine.mechanisms}
    parts = [
        f"These are your answers to “{mine.title}” in “{study_title}”, as they stand now.\n"
        "Nobody else gets this mail."
    ]
    for number, item in enumerate(mine.items, start=1):
        parts.append(f"{number}. {name_item(item)}")
        parts.extend(
            f"{question.prompt}\n{_say(question, answers.get(question.id), titles)}"
            for question in item.questions
        )
    return "\n\n".join(parts) + "\n"


def name_item(item: RoundItemRead) -> str:
    """What an item is about, in a line."""
    if item.version is None:
        return item.statement
    cmoc = next((each for each in item.version.cmocs if each.id == item.cmoc_id), None)
    if cmoc is None:
        return item.version.title
    return f"{item.version.title}: {_name_part(item, cmoc)}"


def _name_part(item: RoundItemRead, cmoc: CmocRead) -> str:
    elements: Mapping[object, ElementRead] = {each.id: each for each in cmoc.elements}
    first, second = elements.get(item.element_id), elements.get(item.to_element_id)
    if item.kind == ItemKind.LINK and first and second:
        return f"Does “{first.text}” lead to “{second.text}”?"
    return first.text if first else cmoc.sentence or cmoc.notation


def _say(question: QuestionRead, answer: ResponseRead | None, titles: Mapping[str, str]) -> str:
    words = "" if answer is None else _WORDS[question.kind](question, answer, titles)
    if answer is None or not words:
        return "You have not answered this."
    reason = f"\nYour reason: {answer.reason}" if answer.reason else ""
    return f"Your answer: {words}{reason}"


def _say_rating(question: QuestionRead, answer: ResponseRead, _titles: Mapping[str, str]) -> str:
    if answer.is_unable:
        return "unable to say"
    if answer.rating is None or question.scale is None:
        return ""
    bands = question.scale.bands
    band = next((each.name for each in bands if each.low <= answer.rating <= each.high), "")
    return f"{answer.rating} of {question.scale.high}" + (f" ({band})" if band else "")


def _say_vote(_question: QuestionRead, answer: ResponseRead, _titles: Mapping[str, str]) -> str:
    return VOTES[answer.vote] if answer.vote else ""


def _say_choices(question: QuestionRead, answer: ResponseRead, titles: Mapping[str, str]) -> str:
    labels = {option.id: option.label for option in question.options} | dict(titles)
    chosen = [labels.get(each, each) for each in answer.choices or []]
    if question.kind == QuestionKind.RANKING:
        return "".join(f"\n  {place}. {label}" for place, label in enumerate(chosen, start=1))
    return ", ".join(chosen)


def _say_words(_question: QuestionRead, answer: ResponseRead, _titles: Mapping[str, str]) -> str:
    return answer.text


_WORDS: Mapping[QuestionKind, Callable[[QuestionRead, ResponseRead, Mapping[str, str]], str]] = {
    QuestionKind.RATING: _say_rating,
    QuestionKind.VOTE: _say_vote,
    QuestionKind.CHOICE: _say_choices,
    QuestionKind.RANKING: _say_choices,
    QuestionKind.DECISION: _say_choices,
    QuestionKind.TEXT: _say_words,
    QuestionKind.MISSING: _say_words,
}
