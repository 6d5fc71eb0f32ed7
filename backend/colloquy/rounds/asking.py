"""What is asked about an item unless the builder says otherwise, on which scales, and how long."""

from colloquy.methods.scales import BY_POINTS, Band, Scale
from colloquy.methods.wordings import DECISIONS
from colloquy.rounds.models import Question, QuestionKind, RoundItem
from colloquy.rounds.schemas import BandRead, OptionRead, QuestionIn, QuestionRead, ScaleRead

PROMPTS = {
    QuestionKind.RATING: "How important is this, in your experience?",
    QuestionKind.VOTE: "Do you agree with this?",
    QuestionKind.CHOICE: "Which of these comes closest to your view?",
    QuestionKind.RANKING: "Put these in order, the most important first.",
    QuestionKind.DECISION: "What should become of this mechanism?",
    QuestionKind.TEXT: "What would you change or add?",
    QuestionKind.MISSING: "What is missing?",
}

# rough figures, so that people know what they let themselves in for; reading included
VERSION_SECONDS = 60
STATEMENT_SECONDS = 10
QUESTION_SECONDS = {
    QuestionKind.RATING: 15,
    QuestionKind.VOTE: 10,
    QuestionKind.CHOICE: 15,
    QuestionKind.RANKING: 40,
    QuestionKind.DECISION: 20,
    QuestionKind.TEXT: 45,
    QuestionKind.MISSING: 30,
}


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
        scale=shown.model_dump() if (shown := scale_of_new(given)) else None,
        options=_write_options(given) or None,
        at_most=given.at_most if given.kind == QuestionKind.CHOICE else None,
    )


def read_question(row: Question) -> QuestionRead:
    """A question as everybody who may see it reads it."""
    return QuestionRead(
        id=row.id,
        kind=QuestionKind(row.kind),
        prompt=row.prompt,
        scale=read_scale(row),
        options=read_options(row),
        at_most=row.at_most,
    )


def read_options(question: Question) -> list[OptionRead]:
    """What can be chosen, ranked or decided; nothing for other questions."""
    return [OptionRead.model_validate(option) for option in question.options or []]


def read_scale(question: Question) -> ScaleRead | None:
    """A rating's scale; None for other questions."""
    return ScaleRead.model_validate(question.scale) if question.scale else None


def scale_of(question: Question) -> Scale:
    """A rating's scale, for reckoning."""
    shown = read_scale(question)
    if shown is None:
        raise ValueError(f"A {question.kind} has no scale.")
    bands = tuple(Band(band.name, band.low, band.high) for band in shown.bands)
    return Scale(shown.low, shown.high, bands)


def seconds_for(item: RoundItem, questions: list[Question]) -> int:
    """About how long an item takes to read and answer."""
    reading = VERSION_SECONDS if item.version_id else STATEMENT_SECONDS
    return reading + sum(QUESTION_SECONDS[QuestionKind(row.kind)] for row in questions)


def option_labels(given: QuestionIn) -> list[str]:
    """What a question that is not yet asked would offer, in words."""
    if given.kind == QuestionKind.DECISION:
        return list(DECISIONS.values())
    return given.options


def scale_of_new(given: QuestionIn) -> ScaleRead | None:
    """The scale that a rating would get, written out; None for other questions."""
    if given.kind != QuestionKind.RATING:
        return None
    if given.scale:
        return ScaleRead.model_validate(given.scale.model_dump())
    scale = BY_POINTS[given.points]
    return ScaleRead(
        low=scale.low,
        high=scale.high,
        low_label=given.low_label or "Not important",
        high_label=given.high_label or "Critical",
        bands=[BandRead(name=band.name, low=band.low, high=band.high) for band in scale.bands],
    )


def _write_options(given: QuestionIn) -> list[dict[str, str]]:
    if given.kind == QuestionKind.DECISION:
        return [{"id": name, "label": label} for name, label in DECISIONS.items()]
    return [
        {"id": str(number), "label": label} for number, label in enumerate(given.options, start=1)
    ]
