"""What changed between a round and the one that it follows, person by person."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.methods.concordance import kendall_w
from colloquy.methods.ratings import showable_ratings
from colloquy.methods.rules import Rated, Rule
from colloquy.methods.scales import Rating, Scale, UnableToSay, describe
from colloquy.methods.stability import Attrition, Stability, compare_rounds
from colloquy.methods.tallies import showable_groups
from colloquy.rounds import queries
from colloquy.rounds.asking import scale_of
from colloquy.rounds.models import Question, Round
from colloquy.rounds.results import queries as results_queries
from colloquy.rounds.results.comparison_schemas import (
    ConcordanceRead,
    GroupChange,
    LossRead,
    QuestionChange,
    RatingChange,
    RoundComparison,
    SideRead,
)
from colloquy.rounds.results.figures import ItemOutcome
from colloquy.rounds.results.judging import is_divided, judge, outcome_of
from colloquy.rounds.results.ledger import AnswerRow
from colloquy.rounds.results.reading import refuse_unless_closed
from colloquy.studies.models import Study

Ratings = Mapping[str, Rating]


@dataclass(frozen=True, slots=True)
class Pair:
    """A question in two rounds: who answered it in which group, and what."""

    question: Question
    scale: Scale
    before: Mapping[str, AnswerRow]
    now: Mapping[str, AnswerRow]


async def read_comparison(
    session: AsyncSession, study: Study, round_: Round
) -> RoundComparison | None:
    """What changed since the round before; None for a round that follows no other."""
    refuse_unless_closed(round_)
    earlier = (
        await queries.round_(session, study.id, round_.follows_id) if round_.follows_id else None
    )
    if earlier is None:
        return None
    ids = [earlier.id, round_.id]
    asked = {
        row.id: row for rows in (await queries.questions(session, ids)).values() for row in rows
    }
    answers: defaultdict[UUID, dict[str, AnswerRow]] = defaultdict(dict)
    for row in await results_queries.answers(session, ids):
        if row.is_rated:
            answers[row.question_id][row.respondent] = row
    item_ids = {item.id for item in await queries.items(session, [round_.id])}
    pairs = [
        Pair(row, scale_of(row), answers[before.id], answers[row.id])
        for row in asked.values()
        if row.item_id in item_ids
        and row.scale
        and (before := asked.get(row.carried_from_id) if row.carried_from_id else None)
        and before.scale == row.scale
    ]
    here = {who for row in asked.values() if row.item_id in item_ids for who in answers[row.id]}
    return RoundComparison(
        earlier_id=earlier.id,
        earlier_title=earlier.title,
        days_between=_days_between(earlier, round_),
        concordance_before=_concordance([pair.before for pair in pairs], study.suppress_below),
        concordance=_concordance([pair.now for pair in pairs], study.suppress_below),
        questions=[_compare(pair, here, study.suppress_below, earlier) for pair in pairs],
    )


def _compare(pair: Pair, here: Collection[str], threshold: int, earlier: Round) -> QuestionChange:
    group_ids = sorted({row.group_id for row in pair.before.values() if row.group_id}, key=str)
    changes = {
        group_id: change_of(
            _ratings(pair.before, group_id),
            {
                who: row.rating
                for who, row in pair.now.items()
                if who in pair.before and pair.before[who].group_id == group_id
            },
            pair.scale,
            here,
            threshold,
        )
        for group_id in group_ids
    }
    shown = _comparable(pair, changes, threshold)
    return QuestionChange(
        item_id=pair.question.item_id,
        question_id=pair.question.id,
        outcome_before=_outcome(pair, threshold, earlier),
        whole=change_of(_ratings(pair.before), _ratings(pair.now), pair.scale, here, threshold),
        groups=[
            GroupChange(group_id=each, change=changes[each] if each in shown else None)
            for each in group_ids
        ],
    )


def change_of(
    before: Ratings, now: Ratings, scale: Scale, here: Collection[str], threshold: int
) -> RatingChange | None:
    """Compare one set of people; None for a few, whose single ratings the figures would give away."""
    found: Stability = compare_rounds(before, now, scale, still_here=here)
    if 0 < found.pairs < threshold:
        return None
    earlier, later = _count(before), _count(now)
    # with the histograms of both rounds shown, figures of all but a few are figures of these few
    tells = any(0 < each - found.pairs < threshold for each in (earlier, later))
    return RatingChange(
        earlier=earlier,
        later=later,
        pairs=found.pairs,
        changed_band=found.changed_band,
        share_changed=found.share_changed,
        kappa=found.kappa,
        moved=found.signed_rank.moved,
        wilcoxon_p=found.signed_rank.p,
        cv_change=None if tells or found.variation is None else found.variation.change,
        share_left=found.attrition.share_left,
        loss=_loss(found.attrition, threshold),
    )


def _loss(attrition: Attrition, threshold: int) -> LossRead | None:
    stayed, left = attrition.stayed, attrition.left
    if min(stayed.n, left.n) < threshold:
        return None
    return LossRead(
        stayed=SideRead(n=stayed.n, median=stayed.median, mean=stayed.mean),
        left=SideRead(n=left.n, median=left.median, mean=left.mean),
        p=attrition.difference_p,
    )


def _comparable(
    pair: Pair, changes: Mapping[UUID, RatingChange | None], threshold: int
) -> set[UUID]:
    """Choose groups shown alone in both rounds, whose pairs cannot be had by subtraction either.

    A group that lost or won a person or two between the rounds is hidden, too: that nobody else
    moved, set beside the two histograms, would show what the one who left had said.
    """
    shown = showable_ratings(_by_group(pair.before), threshold) & showable_ratings(
        _by_group(pair.now), threshold
    )
    steady = {
        str(group_id): change.pairs
        for group_id, change in changes.items()
        if change
        and not any(0 < each - change.pairs < threshold for each in (change.earlier, change.later))
    }
    # one that may not be shown counts as one person, so that another group covers it
    sizes = {str(each): 1 for each in changes} | steady
    safe = showable_groups(sizes, threshold) & shown & set(steady)
    return {each for each in changes if str(each) in safe}


def _outcome(pair: Pair, threshold: int, earlier: Round) -> ItemOutcome | None:
    by_group = _by_group(pair.before)
    shown = {name: by_group[name] for name in showable_ratings(by_group, threshold)}
    whole = [row.rating for row in pair.before.values()]
    rated = Rated(whole, shown, pair.scale, UnableToSay(earlier.unable))
    median = describe(whole, pair.scale).median
    verdicts = judge(rated, Rule(earlier.rule))
    return outcome_of(verdicts, pair.scale, median, is_divided=is_divided(rated))


def _concordance(
    items: Sequence[Mapping[str, AnswerRow]], threshold: int
) -> ConcordanceRead | None:
    found = kendall_w([{who: row.rating for who, row in item.items()} for item in items])
    if found.people < threshold:
        return None
    return ConcordanceRead(
        w=found.w, p=found.p, people=found.people, left_out=found.left_out, items=found.items
    )


def _by_group(answers: Mapping[str, AnswerRow]) -> dict[str, list[Rating]]:
    by_group: defaultdict[str, list[Rating]] = defaultdict(list)
    for row in answers.values():
        by_group[str(row.group_id)].append(row.rating)
    return dict(by_group)


def _ratings(answers: Mapping[str, AnswerRow], group_id: UUID | None = None) -> dict[str, Rating]:
    return {
        who: row.rating
        for who, row in answers.items()
        if group_id is None or row.group_id == group_id
    }


def _count(ratings: Ratings) -> int:
    return sum(rating is not None for rating in ratings.values())


def _days_between(earlier: Round, later: Round) -> float | None:
    if earlier.closed_at is None or later.opened_at is None:
        return None
    return (later.opened_at - earlier.closed_at).total_seconds() / 86_400
