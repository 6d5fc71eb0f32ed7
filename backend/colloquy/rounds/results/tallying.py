"""Votes, choices, rankings and words counted, with small groups kept apart."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Literal

from colloquy.methods.concordance import kendall_w
from colloquy.methods.tallies import Vote, showable_groups, tally_votes
from colloquy.rounds.models import QuestionKind
from colloquy.rounds.results.figures import (
    ChoiceFigures,
    ChoiceResult,
    GroupChoices,
    GroupVotes,
    OptionCount,
    OptionRank,
    RankFigures,
    TextResult,
    VoteFigures,
    VoteResult,
    WrittenAnswer,
)
from colloquy.rounds.results.ledger import AnswerRow, Answers, Ledger


def count_votes(answers: Answers, ledger: Ledger) -> VoteResult:
    """Votes over all and by group."""
    by_group = _by_group([row for row in answers.rows if row.vote])
    shown = _shown(by_group, ledger)

    def figures(rows: Sequence[AnswerRow], group: str | None) -> VoteFigures:
        tally = tally_votes([Vote(row.vote) for row in rows if row.vote])
        return VoteFigures(
            agree=tally.agree,
            disagree=tally.disagree,
            passed=tally.passed,
            missing=ledger.missing(group, len(rows)),
        )

    return VoteResult(
        kind=QuestionKind.VOTE,
        question=answers.shown_question,
        mine=answers.mine,
        whole=figures([row for rows in by_group.values() for row in rows], None),
        groups=[
            GroupVotes(
                group_id=each,
                figures=figures(by_group[str(each)], str(each)) if str(each) in shown else None,
            )
            for each in ledger.group_ids
        ],
    )


def count_choices(
    answers: Answers,
    ledger: Ledger,
    kind: Literal[QuestionKind.CHOICE, QuestionKind.RANKING, QuestionKind.DECISION],
) -> ChoiceResult:
    """Choices over all and by group; of a ranking also the mean rank of every option."""
    offered = [option.id for option in answers.shown_question.options]
    by_group = _by_group([row for row in answers.rows if row.choices])
    shown = _shown(by_group, ledger)

    def figures(rows: Sequence[AnswerRow], group: str | None) -> ChoiceFigures:
        found = Counter(
            option
            for row in rows
            for option in (row.choices or [])[: None if kind == QuestionKind.CHOICE else 1]
        )
        return ChoiceFigures(
            answered=len(rows),
            missing=ledger.missing(group, len(rows)),
            counts=[OptionCount(option_id=each, count=found[each]) for each in offered],
            ranks=rank(rows, offered) if kind == QuestionKind.RANKING else None,
        )

    return ChoiceResult(
        kind=kind,
        question=answers.shown_question,
        mine=answers.mine,
        whole=figures([row for rows in by_group.values() for row in rows], None),
        groups=[
            GroupChoices(
                group_id=each,
                figures=figures(by_group[str(each)], str(each)) if str(each) in shown else None,
            )
            for each in ledger.group_ids
        ],
    )


def rank(rows: Sequence[AnswerRow], offered: Sequence[str]) -> RankFigures:
    """Order options by their mean rank, those ranked alike as they were offered."""
    places = {
        option: {
            row.respondent: list(row.choices).index(option) + 1
            for row in rows
            if row.choices and option in row.choices
        }
        for option in offered
    }
    means = [
        OptionRank(option_id=option, mean_rank=sum(ranks.values()) / len(ranks))
        for option, ranks in places.items()
        if ranks
    ]
    found = kendall_w(list(places.values()))
    return RankFigures(order=sorted(means, key=lambda each: each.mean_rank), w=found.w, p=found.p)


def gather_words(
    answers: Answers, ledger: Ledger, kind: Literal[QuestionKind.TEXT, QuestionKind.MISSING]
) -> TextResult:
    """How many wrote, and for the team what."""
    written = [row for row in answers.written if row.text]
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
                group_id=row.group_id,
                text=row.text,
            )
            for row in written
        ],
    )


def _by_group(rows: Sequence[AnswerRow]) -> dict[str, list[AnswerRow]]:
    by_group: defaultdict[str, list[AnswerRow]] = defaultdict(list)
    for row in rows:
        by_group[str(row.group_id)].append(row)
    return dict(by_group)


def _shown(by_group: dict[str, list[AnswerRow]], ledger: Ledger) -> frozenset[str]:
    sizes = {name: len(rows) for name, rows in by_group.items()}
    return ledger.may_show(showable_groups(sizes, ledger.threshold))
