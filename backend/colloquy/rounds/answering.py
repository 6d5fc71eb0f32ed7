"""Whether an answer fits its question."""

from colloquy.core.errors import FieldProblem, Invalid
from colloquy.rounds.asking import read_scale
from colloquy.rounds.models import Question, QuestionKind
from colloquy.rounds.schemas import ResponseIn


def check_answer(question: Question, given: ResponseIn) -> None:
    """Raise `Invalid` for an answer of another kind, or off the scale."""
    kind = QuestionKind(question.kind)
    if kind == QuestionKind.VOTE and given.vote is None:
        raise _misfit("vote", "This question takes agree, disagree or pass.")
    if kind == QuestionKind.TEXT and given.text is None:
        raise _misfit("text", "This question takes an answer in words.")
    if kind == QuestionKind.RATING and not given.is_unable:
        scale = read_scale(question)
        if scale and given.rating not in range(scale.low, scale.high + 1):
            raise _misfit(
                "rating",
                f"This question takes a whole number from {scale.low} to {scale.high}, "
                "or “unable to say”.",
            )


def _misfit(path: str, message: str) -> Invalid:
    return Invalid(
        f"{message} What you answered before is unchanged.", [FieldProblem(path, message)]
    )
