"""What came of a closed round: counts over all and by group, with small groups kept apart."""

from collections import Counter
from collections.abc import Sequence

from colloquy.methods.consensus import SMALL_PANEL
from colloquy.methods.ratings import showable_ratings, summarise
from colloquy.methods.rules import Rated, Rule, decide
from colloquy.methods.scales import Rating, Scale
from colloquy.rounds.asking import scale_of
from colloquy.rounds.models import QuestionKind
from colloquy.rounds.results.figures import (
    BandShare,
    GroupRating,
    PointCount,
    QuestionResult,
    RatingFigures,
    RatingResult,
)
from colloquy.rounds.results.judging import is_divided, judge, outcome_of
from colloquy.rounds.results.ledger import Answers, Ledger
from colloquy.rounds.results.tallying import count_choices, count_votes, gather_words


def count_answers(answers: Answers, ledger: Ledger) -> QuestionResult:
    """The result of a question of any kind."""
    match QuestionKind(answers.question.kind):
        case QuestionKind.RATING:
            return _count_ratings(answers, ledger)
        case QuestionKind.VOTE:
            return count_votes(answers, ledger)
        case QuestionKind.CHOICE | QuestionKind.RANKING | QuestionKind.DECISION as kind:
            return count_choices(answers, ledger, kind)
        case QuestionKind.TEXT | QuestionKind.MISSING as kind:
            return gather_words(answers, ledger, kind)


def _count_ratings(answers: Answers, ledger: Ledger) -> RatingResult:
    scale = scale_of(answers.question)
    by_group: dict[str, list[Rating]] = {str(each): [] for each in ledger.group_ids}
    for row in answers.rows:
        if row.is_rated:
            by_group.setdefault(str(row.group_id), []).append(row.rating)
    may_show = ledger.may_show(showable_ratings(by_group, ledger.threshold))
    shown = {name: by_group[name] for name in sorted(may_show)}
    whole = [rating for ratings in by_group.values() for rating in ratings]
    rated = Rated(whole, shown, scale, ledger.unable)
    verdicts, figures = judge(rated, ledger.rule), _figures(whole, scale, ledger, None)
    divided = is_divided(rated)
    return RatingResult(
        kind=QuestionKind.RATING,
        question=answers.shown_question,
        mine=answers.mine,
        whole=figures,
        groups=[
            GroupRating(
                group_id=group_id,
                figures=_figures(shown[str(group_id)], scale, ledger, str(group_id))
                if str(group_id) in shown
                else None,
            )
            for group_id in ledger.group_ids
        ],
        verdicts=verdicts,
        outcome=outcome_of(verdicts, scale, figures.median, is_divided=divided),
        is_divided=divided,
        is_small_panel=figures.rated < SMALL_PANEL,
    )


def _figures(
    ratings: Sequence[Rating], scale: Scale, ledger: Ledger, group: str | None
) -> RatingFigures:
    found = summarise(ratings, scale, ledger.unable)
    counts = Counter(ratings)
    shares = (found.share_low, found.share_middle, found.share_high)
    band = scale.band_of(found.median)
    return RatingFigures(
        rated=found.n,
        unable=found.unable,
        missing=ledger.missing(group, len(ratings)),
        counts=[PointCount(point=point, count=counts[point]) for point in scale.points],
        bands=[
            BandShare(name=each.name, low=each.low, high=each.high, share=share)
            for each, share in zip(scale.bands, shares, strict=True)
        ],
        median=found.median,
        lower_quartile=found.q1,
        upper_quartile=found.q3,
        iqr=found.iqr,
        p30=found.p30,
        p70=found.p70,
        ipr=found.ipr,
        iprcp=found.iprcp,
        ai=found.ai,
        ipras=found.ipras,
        di=found.di,
        rand=found.rand,
        seventy_fifteen=decide(Rule.SEVENTY_FIFTEEN, Rated(ratings, {}, scale, ledger.unable)),
        band=band.name if band else None,
    )
