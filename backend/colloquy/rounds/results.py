"""What came of a closed round: counts over all and by group, with small groups kept apart."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from colloquy.methods.ratings import showable_ratings
from colloquy.methods.rules import Rated, Rule
from colloquy.methods.scales import Rating, Scale, describe
from colloquy.methods.tallies import Vote, showable_groups, split_by_group, tally_votes
from colloquy.rounds.answer_schemas import ResponseRead
from colloquy.rounds.asking import scale_of
from colloquy.rounds.figures import (
    BandShare,
    ChoiceFigures,
    ChoiceResult,
    GroupChoices,
    GroupRating,
    GroupVotes,
    OptionCount,
    PointCount,
    QuestionResult,
    RatingFigures,
    RatingResult,
    TextResult,
    VoteFigures,
    VoteResult,
    WrittenAnswer,
)
from colloquy.rounds.judging import is_divided, judge
from colloquy.rounds.models import Question, QuestionKind, Response
from colloquy.rounds.schemas import QuestionRead


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one question, each with the group it was given in."""

    question: Question
    shown_question: QuestionRead
    rows: Sequence[tuple[Response, UUID | None]]
    mine: ResponseRead | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What holds for every question of a round; `names` is None for those who read no words."""

    group_ids: Sequence[UUID]
    threshold: int
    rule: Rule
    names: Mapping[UUID, str] | None


def count_answers(answers: Answers, ledger: Ledger) -> QuestionResult:
    """The result of a question of any kind."""
    match QuestionKind(answers.question.kind):
        case QuestionKind.RATING:
            return _count_ratings(answers, ledger)
        case QuestionKind.VOTE:
            return _count_votes(answers, ledger)
        case QuestionKind.CHOICE | QuestionKind.RANKING | QuestionKind.DECISION as kind:
            return _count_choices(answers, ledger, kind)
        case QuestionKind.TEXT | QuestionKind.MISSING as kind:
            return _gather_words(answers, ledger, kind)


def _count_ratings(answers: Answers, ledger: Ledger) -> RatingResult:
    scale = scale_of(answers.question)
    by_group: dict[str, list[Rating]] = {str(each): [] for each in ledger.group_ids}
    for response, group_id in answers.rows:
        by_group.setdefault(str(group_id), []).append(response.rating)
    whole = [rating for ratings in by_group.values() for rating in ratings]
    shown = {name: by_group[name] for name in showable_ratings(by_group, ledger.threshold)}
    rated = Rated(whole, shown, scale)
    return RatingResult(
        kind=QuestionKind.RATING,
        question=answers.shown_question,
        mine=answers.mine,
        whole=_figures(whole, scale),
        groups=[
            GroupRating(
                group_id=group_id,
                figures=_figures(shown[str(group_id)], scale) if str(group_id) in shown else None,
            )
            for group_id in ledger.group_ids
        ],
        verdicts=judge(rated, ledger.rule),
        is_divided=is_divided(rated),
    )


def _figures(ratings: Sequence[Rating], scale: Scale) -> RatingFigures:
    found = describe(ratings, scale)
    band = scale.band_of(found.median)
    return RatingFigures(
        rated=found.rated,
        unable=found.unable,
        counts=[PointCount(point=point, count=count) for point, count in found.counts.items()],
        bands=[
            BandShare(
                name=each.name,
                low=each.low,
                high=each.high,
                share=found.shares[each.name] if found.shares else None,
            )
            for each in scale.bands
        ],
        median=found.median,
        lower_quartile=found.lower_quartile,
        upper_quartile=found.upper_quartile,
        band=band.name if band else None,
    )


def _count_votes(answers: Answers, ledger: Ledger) -> VoteResult:
    by_group: defaultdict[str, list[Vote]] = defaultdict(list)
    for response, group_id in answers.rows:
        if response.vote:
            by_group[str(group_id)].append(Vote(response.vote))
    split = split_by_group(by_group, ledger.threshold)
    hidden = {name for name, tally in split.groups.items() if tally.suppressed}
    return VoteResult(
        kind=QuestionKind.VOTE,
        question=answers.shown_question,
        mine=answers.mine,
        whole=_votes([vote for votes in by_group.values() for vote in votes]),
        groups=[
            GroupVotes(
                group_id=group_id,
                figures=None
                if str(group_id) in hidden or str(group_id) not in by_group
                else _votes(by_group[str(group_id)]),
            )
            for group_id in ledger.group_ids
        ],
    )


def _votes(votes: Sequence[Vote]) -> VoteFigures:
    tally = tally_votes(votes)
    return VoteFigures(agree=tally.agree, disagree=tally.disagree, passed=tally.passed)


def _count_choices(
    answers: Answers,
    ledger: Ledger,
    kind: Literal[QuestionKind.CHOICE, QuestionKind.RANKING, QuestionKind.DECISION],
) -> ChoiceResult:
    offered = [option.id for option in answers.shown_question.options]
    by_group: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for response, group_id in answers.rows:
        if response.choices:
            several = kind == QuestionKind.CHOICE
            by_group[str(group_id)].append(response.choices if several else response.choices[:1])
    sizes = {name: len(rows) for name, rows in by_group.items()}
    shown = showable_groups(sizes, ledger.threshold)
    return ChoiceResult(
        kind=kind,
        question=answers.shown_question,
        mine=answers.mine,
        whole=_choices([row for rows in by_group.values() for row in rows], offered),
        groups=[
            GroupChoices(
                group_id=group_id,
                figures=_choices(by_group[str(group_id)], offered)
                if str(group_id) in shown
                else None,
            )
            for group_id in ledger.group_ids
        ],
    )


def _choices(rows: Sequence[Sequence[str]], offered: Sequence[str]) -> ChoiceFigures:
    found = Counter(option_id for row in rows for option_id in row)
    return ChoiceFigures(
        answered=len(rows),
        counts=[OptionCount(option_id=each, count=found[each]) for each in offered],
    )


def _gather_words(
    answers: Answers, ledger: Ledger, kind: Literal[QuestionKind.TEXT, QuestionKind.MISSING]
) -> TextResult:
    written = [(row, group_id) for row, group_id in answers.rows if row.text]
    names = ledger.names
    return TextResult(
        kind=kind,
        question=answers.shown_question,
        mine=answers.mine,
        written=len(written),
        texts=None
        if names is None
        else [
            WrittenAnswer(
                response_id=row.id,
                member_id=row.member_id,
                display_name=names.get(row.member_id, "") if row.member_id else "",
                group_id=group_id,
                text=row.text,
            )
            for row, group_id in written
        ],
    )
