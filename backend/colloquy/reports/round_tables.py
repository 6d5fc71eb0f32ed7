"""The results of a round as tables; a group that may not be shown alone says so in its row."""

from collections.abc import Iterator, Sequence
from itertools import chain
from uuid import UUID

from colloquy.reports.comment_table import comments_of
from colloquy.reports.round_facts import RoundFacts, title_of
from colloquy.reports.spreadsheets import Cell, Table
from colloquy.rounds.results.figures import (
    ChoiceFigures,
    ChoiceResult,
    RatingFigures,
    RatingResult,
    RoundItemResult,
    VoteFigures,
    VoteResult,
)

EVERYBODY = "everybody"
SUPPRESSED = "suppressed"
RATINGS = (
    "item", "question", "group", "outcome", "n", "unable", "missing", "median", "q1", "q3", "iqr",
    "p30", "p70", "ipr", "iprcp", "ai", "ipras", "di", "rand", "70/15",
    "share_low", "share_middle", "share_high", "counts",
)  # fmt: skip
COUNTS = ("item", "question", "group", "answer", "count", "answered", "missing", "mean_rank")
RULES = ("item", "question", "rule", "decides", "outcome", "why not")
CHANGES = (
    "item", "group", "earlier", "later", "pairs", "changed_band", "share_changed", "kappa",
    "wilcoxon_p", "cv_change", "share_left",
)  # fmt: skip


def tables_of(facts: RoundFacts) -> list[Table]:
    """Ratings, other counts, rules, turnout, changes since the round before, and comments."""
    items = facts.results.items
    return [
        Table("ratings", RATINGS, [row for item in items for row in _ratings(facts, item)]),
        Table("counts", COUNTS, [row for item in items for row in _counts(facts, item)]),
        Table("rules", RULES, [row for item in items for row in _rules(item)]),
        Table("turnout", ("group", "asked", "begun"), _turnout(facts)),
        Table("changes", CHANGES, _changes(facts)),
        comments_of(facts),
    ]


def _ratings(facts: RoundFacts, item: RoundItemResult) -> Iterator[Sequence[Cell]]:
    for result in item.questions:
        if isinstance(result, RatingResult):
            head = (title_of(item), result.question.prompt)
            yield [*head, EVERYBODY, item.outcome or "", *_rating(result.whole)]
            for group in result.groups:
                name = facts.name_of(group.group_id)
                yield [*head, name, "", *_rating(group.figures)]


def _rating(found: RatingFigures | None) -> list[Cell]:
    if found is None:
        return [SUPPRESSED, *[None] * (len(RATINGS) - 5)]
    return [
        found.rated, found.unable, found.missing, found.median, found.lower_quartile,
        found.upper_quartile, found.iqr, found.p30, found.p70, found.ipr, found.iprcp, found.ai,
        found.ipras, found.di, found.rand, found.seventy_fifteen,
        *(band.share for band in found.bands),
        " ".join(f"{each.point}:{each.count}" for each in found.counts),
    ]  # fmt: skip


def _counts(facts: RoundFacts, item: RoundItemResult) -> Iterator[Sequence[Cell]]:
    for result in item.questions:
        if isinstance(result, VoteResult | ChoiceResult):
            for name, row in answers_of(facts, result):
                yield [title_of(item), result.question.prompt, name, *row]


def answers_of(
    facts: RoundFacts, result: VoteResult | ChoiceResult
) -> Iterator[tuple[str, Sequence[Cell]]]:
    """Each answer to a vote, a choice or a ranking with its count, for everybody and by group."""
    labels = {option.id: option.label for option in result.question.options}
    groups = ((facts.name_of(each.group_id), each.figures) for each in result.groups)
    for name, figures in chain([(EVERYBODY, result.whole)], groups):
        for row in _answers(figures, labels):
            yield name, row


def _answers(
    found: VoteFigures | ChoiceFigures | None, labels: dict[str, str]
) -> list[Sequence[Cell]]:
    if found is None:
        return [[SUPPRESSED, None, None, None, None]]
    if isinstance(found, VoteFigures):
        given = {"agree": found.agree, "disagree": found.disagree, "pass": found.passed}
        total = sum(given.values())
        return [[vote, count, total, found.missing, None] for vote, count in given.items()]
    ranks = {each.option_id: each.mean_rank for each in found.ranks.order} if found.ranks else {}
    return [
        [
            labels.get(each.option_id, each.option_id),
            each.count,
            found.answered,
            found.missing,
            ranks.get(each.option_id),
        ]
        for each in found.counts
    ]


def _rules(item: RoundItemResult) -> Iterator[Sequence[Cell]]:
    for result in item.questions:
        if isinstance(result, RatingResult):
            for verdict in result.verdicts:
                decides = "locked" if verdict.is_locked else "sensitivity"
                yield [
                    title_of(item),
                    result.question.prompt,
                    verdict.rule,
                    decides,
                    verdict.outcome,
                    verdict.reason,
                ]


def _turnout(facts: RoundFacts) -> list[Sequence[Cell]]:
    turnout = facts.results.turnout
    return [
        [EVERYBODY, turnout.asked, turnout.begun],
        *(
            [
                facts.name_of(group.group_id),
                group.asked,
                SUPPRESSED if group.begun is None else group.begun,
            ]
            for group in turnout.groups
        ),
    ]


def _changes(facts: RoundFacts) -> list[Sequence[Cell]]:
    titles: dict[UUID, str] = {item.id: title_of(item) for item in facts.results.items}
    rows: list[Sequence[Cell]] = []
    for question in facts.comparison.questions if facts.comparison else []:
        groups = ((facts.name_of(each.group_id), each.change) for each in question.groups)
        for name, change in chain([(EVERYBODY, question.whole)], groups):
            found: list[Cell] = [SUPPRESSED]
            if change:
                found = [
                    change.earlier, change.later, change.pairs, change.changed_band,
                    change.share_changed, change.kappa, change.wilcoxon_p, change.cv_change,
                    change.share_left,
                ]  # fmt: skip
            rows.append([titles.get(question.item_id, ""), name, *found])
    return rows
