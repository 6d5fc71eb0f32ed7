"""What is asked about an item unless the builder says otherwise, on which scales, and how long."""

from typing import Any

from colloquy.methods.scales import FIVE_POINTS, NINE_POINTS, SEVEN_POINTS, Scale
from colloquy.rounds.models import Question, QuestionKind, RoundItem
from colloquy.rounds.schemas import BandRead, QuestionIn, ScaleRead

SCALES: dict[int, Scale] = {5: FIVE_POINTS, 7: SEVEN_POINTS, 9: NINE_POINTS}

PROMPTS = {
    QuestionKind.RATING: "How important is this, in your experience?",
    QuestionKind.VOTE: "Do you agree with this?",
    QuestionKind.TEXT: "What would you change or add?",
}

# rough figures, so that people know what they let themselves in for; reading included
VERSION_SECONDS = 60
STATEMENT_SECONDS = 10
QUESTION_SECONDS = {QuestionKind.RATING: 15, QuestionKind.VOTE: 10, QuestionKind.TEXT: 45}


def usual_questions(item: RoundItem) -> list[QuestionIn]:
    """A version is rated and a statement voted on; both can be commented on besides."""
    kind = QuestionKind.RATING if item.version_id else QuestionKind.VOTE
    return [QuestionIn(kind=kind)]


def make_question(given: QuestionIn, item: RoundItem, position: int) -> Question:
    """A question as a row, with the scale written out, so that a later default changes nothing."""
    return Question(
        item_id=item.id,
        position=position,
        kind=given.kind,
        prompt=given.prompt or PROMPTS[given.kind],
        scale=_write_scale(given) if given.kind == QuestionKind.RATING else None,
    )


def read_scale(question: Question) -> ScaleRead | None:
    """A rating's scale; None for other questions."""
    return ScaleRead.model_validate(question.scale) if question.scale else None


def scale_of(question: Question) -> Scale:
    """A rating's scale, for reckoning; the panel's scales are those of `SCALES`."""
    shown = read_scale(question)
    if shown is None:
        raise ValueError(f"A {question.kind} has no scale.")
    return SCALES[shown.high]


def seconds_for(item: RoundItem, questions: list[Question]) -> int:
    """About how long an item takes to read and answer."""
    reading = VERSION_SECONDS if item.version_id else STATEMENT_SECONDS
    return reading + sum(QUESTION_SECONDS[QuestionKind(row.kind)] for row in questions)


def _write_scale(given: QuestionIn) -> dict[str, Any]:
    scale = SCALES[given.points]
    return ScaleRead(
        low=scale.low,
        high=scale.high,
        low_label=given.low_label or "Not important",
        high_label=given.high_label or "Critical",
        bands=[BandRead(name=band.name, low=band.low, high=band.high) for band in scale.bands],
    ).model_dump()
