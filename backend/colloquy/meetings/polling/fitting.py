"""Whether a vote fits its poll, and the short form in which it is kept. Pure: no database.

A kept vote names choices by their place, so that every one is short and, once sealed, as long as
any other.
"""

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict

from colloquy.core.errors import Invalid
from colloquy.meetings.polling.events import PollKind, PollQuestion
from colloquy.meetings.polling.schemas import PollAnswer


class KeptVote(BaseModel):
    """A vote as it is kept: choices by their place, 0 the first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rating: int | None = None
    is_unable: bool = False
    choices: list[int] | None = None
    words: list[str] | None = None


def keep(question: PollQuestion, answer: PollAnswer) -> KeptVote:
    """The vote in its short form, or `Invalid` for one that the question does not take."""
    given = [answer.rating, answer.choices, answer.words]
    if sum([answer.is_unable, *(each is not None for each in given)]) != 1:
        raise Invalid("Send one of: a rating, “unable to say”, choices, or words.")
    return _KEEP[question.kind](question, answer)


def tell(question: PollQuestion, kept: KeptVote) -> dict[str, Any]:
    """A kept vote in the words of its question, as its giver reads it."""
    return {
        "rating": kept.rating,
        "is_unable": kept.is_unable,
        "choices": None
        if kept.choices is None
        else [question.choices[place] for place in kept.choices],
        "words": kept.words,
    }


def _keep_rating(question: PollQuestion, answer: PollAnswer) -> KeptVote:
    scale = question.scale
    if answer.is_unable:
        return KeptVote(is_unable=True)
    if scale is None or answer.rating not in range(scale.low, scale.high + 1):
        ends = f"from {scale.low} to {scale.high}" if scale else "of the scale"
        raise Invalid(f"This poll takes a whole number {ends}, or “unable to say”.")
    return KeptVote(rating=answer.rating)


def _keep_choices(question: PollQuestion, answer: PollAnswer) -> KeptVote:
    chosen = _places(question.choices, answer)
    most = question.at_most or 1
    if len(chosen) > most:
        raise Invalid("Choose one." if most == 1 else f"Choose {most} at most.")
    return KeptVote(choices=sorted(chosen))


def _keep_ranking(question: PollQuestion, answer: PollAnswer) -> KeptVote:
    ranked = _places(question.choices, answer)
    if len(ranked) != len(question.choices):
        raise Invalid("Put every choice in its place, the first one first.")
    return KeptVote(choices=ranked)


def _keep_words(question: PollQuestion, answer: PollAnswer) -> KeptVote:
    words = [" ".join(word.split()) for word in answer.words or []]
    if not words:
        raise Invalid("Write a word or two, then send them.")
    most = question.at_most or 1
    if len(words) > most:
        raise Invalid("Send one answer." if most == 1 else f"Send {most} answers at most.")
    if len({word.casefold() for word in words}) != len(words):
        raise Invalid("Two of your answers are the same. Send each one once.")
    return KeptVote(words=words)


def _places(choices: Sequence[str], answer: PollAnswer) -> list[int]:
    chosen = answer.choices or []
    if not chosen or not set(choices).issuperset(chosen):
        raise Invalid("This is not one of the choices. Please choose one of those shown.")
    if len(set(chosen)) != len(chosen):
        raise Invalid("One of the choices was sent twice. Please choose each one once.")
    return [choices.index(choice) for choice in chosen]


_KEEP: dict[PollKind, Callable[[PollQuestion, PollAnswer], KeptVote]] = {
    PollKind.VOTE: _keep_choices,
    PollKind.DECISION: _keep_choices,
    PollKind.CHOICE: _keep_choices,
    PollKind.RANKING: _keep_ranking,
    PollKind.RATING: _keep_rating,
    PollKind.WORDS: _keep_words,
}
