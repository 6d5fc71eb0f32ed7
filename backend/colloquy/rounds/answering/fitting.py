"""Whether an answer fits its question."""

from collections.abc import Callable
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import FieldProblem, Invalid
from colloquy.rounds.answering.schemas import OtherMechanism, ResponseIn
from colloquy.rounds.asking import read_options, read_scale
from colloquy.rounds.models import Question, QuestionKind, RoundItem
from colloquy.rounds.plans import Plan
from colloquy.theory.reading import current_versions
from colloquy.theory.service import read_versions

NAMES_ANOTHER = ("merge", "fold_into")
"""Decisions that say which other version they mean."""


def check_answer(question: Question, given: ResponseIn) -> None:
    """Raise `Invalid` for an answer of another kind, or one that the question does not offer."""
    _CHECKS[QuestionKind(question.kind)](question, given)


async def check_named(
    session: AsyncSession, study_id: UUID, question: Question, given: ResponseIn
) -> None:
    """Raise `Invalid` where a decision names the item's own mechanism, or one nobody was shown."""
    named = (given.choices or [])[1:]
    if question.kind != QuestionKind.DECISION or not named:
        return
    item = await session.get_one(RoundItem, question.item_id)
    own = await read_versions(session, study_id, {item.version_id} if item.version_id else set())
    own_mechanisms = {version.mechanism_id for version in own.values()}
    shown = await current_versions(session, study_id, frozen_only=True)
    others = {
        str(version.id)
        for mechanism_id, version in shown.items()
        if mechanism_id not in own_mechanisms
    }
    if not others.issuperset(named):
        raise _misfit("choices", "Choose another mechanism of this study.")


async def other_mechanisms(session: AsyncSession, plan: Plan) -> list[OtherMechanism]:
    """What a decision can name; nothing where nobody is asked for one."""
    asked = {row.kind for rows in plan.questions.values() for row in rows}
    if QuestionKind.DECISION not in asked:
        return []
    shown = await current_versions(session, plan.round_.study_id, frozen_only=True)
    return [
        OtherMechanism(version_id=version.id, mechanism_id=mechanism_id, title=version.title)
        for mechanism_id, version in shown.items()
    ]


def _check_rating(question: Question, given: ResponseIn) -> None:
    scale = read_scale(question)
    if scale and not given.is_unable and given.rating not in range(scale.low, scale.high + 1):
        raise _misfit(
            "rating",
            f"This question takes a whole number from {scale.low} to {scale.high}, "
            "or “unable to say”.",
        )


def _check_vote(_question: Question, given: ResponseIn) -> None:
    if given.vote is None:
        raise _misfit("vote", "This question takes agree, disagree or pass.")


def _check_words(_question: Question, given: ResponseIn) -> None:
    if given.text is None:
        raise _misfit("text", "This question takes an answer in words.")


def _check_choice(question: Question, given: ResponseIn) -> None:
    if given.choices == []:
        return  # every option was taken back
    chosen = _chosen(question, given, "This question takes one or more of its options.")
    if len(chosen) > (question.at_most or 1):
        raise _misfit("choices", f"Choose {question.at_most or 1} at most.")


def _check_ranking(question: Question, given: ResponseIn) -> None:
    ranked = _chosen(question, given, "This question takes its options in your order.")
    if len(ranked) != len(read_options(question)):
        raise _misfit("choices", "Put every option in its place.")


def _check_decision(question: Question, given: ResponseIn) -> None:
    first, *versions = given.choices or [""]
    if first not in {option.id for option in read_options(question)}:
        raise _misfit("choices", "Choose what should become of the mechanism.")
    if bool(versions) and first not in NAMES_ANOTHER:
        raise _misfit("choices", "Only merging and folding in name another mechanism.")


def _chosen(question: Question, given: ResponseIn, message: str) -> list[str]:
    offered = {option.id for option in read_options(question)}
    chosen = given.choices or []
    if not chosen or not offered.issuperset(chosen) or len(set(chosen)) != len(chosen):
        raise _misfit("choices", message)
    return chosen


def _misfit(path: str, message: str) -> Invalid:
    return Invalid(
        f"{message} What you answered before is unchanged.", [FieldProblem(path, message)]
    )


_CHECKS: dict[QuestionKind, Callable[[Question, ResponseIn], None]] = {
    QuestionKind.RATING: _check_rating,
    QuestionKind.VOTE: _check_vote,
    QuestionKind.CHOICE: _check_choice,
    QuestionKind.RANKING: _check_ranking,
    QuestionKind.DECISION: _check_decision,
    QuestionKind.TEXT: _check_words,
    QuestionKind.MISSING: _check_words,
}
