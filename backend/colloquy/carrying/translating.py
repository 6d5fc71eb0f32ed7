"""The same question in the words of a poll and of a round. Pure: options keep their order."""

from uuid import UUID

from colloquy.meetings.polling.events import PollBand, PollKind, PollQuestion, PollScale
from colloquy.meetings.polling.fitting import KeptVote
from colloquy.methods.wordings import VOTES
from colloquy.rounds.asking import read_options, read_scale
from colloquy.rounds.models import Question, QuestionKind
from colloquy.rounds.results.ledger import AnswerRow
from colloquy.rounds.schemas import BandIn, QuestionIn, ScaleIn

IN_A_ROUND = {
    PollKind.VOTE: QuestionKind.VOTE,
    PollKind.RATING: QuestionKind.RATING,
    PollKind.CHOICE: QuestionKind.CHOICE,
    PollKind.RANKING: QuestionKind.RANKING,
    PollKind.DECISION: QuestionKind.DECISION,
    PollKind.WORDS: QuestionKind.TEXT,
}
IN_THE_ROOM = {
    **{there: here for here, there in IN_A_ROUND.items()},
    QuestionKind.MISSING: PollKind.WORDS,
}


def for_round(poll: PollQuestion, *, has_version: bool) -> QuestionIn:
    """A poll's question as a round asks it; only a mechanism can be decided on."""
    kind = IN_A_ROUND[poll.kind]
    if kind == QuestionKind.DECISION and not has_version:
        kind = QuestionKind.CHOICE
    takes_options = kind in (QuestionKind.CHOICE, QuestionKind.RANKING)
    return QuestionIn(
        kind=kind,
        prompt=poll.prompt,
        scale=_scale_for_round(poll.scale) if poll.scale else None,
        options=list(poll.choices) if takes_options else [],
        at_most=(poll.at_most or 1) if kind == QuestionKind.CHOICE else None,
    )


def choices_for_room(question: Question) -> list[str]:
    """The options of a round's question that a room has to be offered; none where they are fixed."""
    if question.kind in (QuestionKind.CHOICE, QuestionKind.RANKING):
        return [option.label for option in read_options(question)]
    return []


def scale_for_room(question: Question) -> PollScale | None:
    """The scale of a round's question, point by point."""
    scale = read_scale(question)
    if scale is None:
        return None
    return PollScale(
        low=scale.low,
        high=scale.high,
        low_label=scale.low_label,
        high_label=scale.high_label,
        bands=[PollBand(**band.model_dump()) for band in scale.bands],
    )


def as_answer(
    question: Question, respondent: str, group_id: UUID | None, vote: KeptVote
) -> AnswerRow:
    """A vote in the room as an answer to the round's question."""
    options = [option.id for option in read_options(question)]
    places = vote.choices
    is_vote = question.kind == QuestionKind.VOTE
    return AnswerRow(
        question_id=question.id,
        respondent=respondent,
        group_id=group_id,
        rating=vote.rating,
        is_unable=vote.is_unable,
        vote=list(VOTES)[places[0]] if is_vote and places else None,
        choices=[options[place] for place in places] if places and not is_vote else None,
        is_late=False,
    )


def _scale_for_round(scale: PollScale) -> ScaleIn:
    return ScaleIn(
        low=scale.low,
        high=scale.high,
        low_label=scale.low_label,
        high_label=scale.high_label,
        bands=[BandIn(**band.model_dump()) for band in scale.bands],
    )
