"""Votes of every kind counted, over all and by group, with small groups kept apart. Pure.

Of a secret poll the whole is held to the threshold too: who voted is known, so a count of one or
two votes would say what somebody voted.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from colloquy.meetings.polling.events import (
    PollFigures,
    PollGroup,
    PollKind,
    PollQuestion,
    PollResult,
    WordCount,
)
from colloquy.meetings.polling.fitting import KeptVote
from colloquy.meetings.polling.questions import for_reckoning
from colloquy.methods.ratings import showable_ratings
from colloquy.methods.scales import describe
from colloquy.methods.tallies import showable_groups

NO_GROUP = ""
HIDDEN = PollFigures(counts=None, unable=None, median=None, mean_ranks=None)


class Counted(NamedTuple):
    """A vote that is counted, with the group that its giver voted in, and not the giver."""

    group_id: UUID | None
    vote: KeptVote


def count(question: PollQuestion, votes: Sequence[Counted], threshold: int) -> PollResult:
    """What came of a poll, as it may be shown to everybody."""
    by_group: defaultdict[str, list[KeptVote]] = defaultdict(list)
    for group_id, vote in votes:
        by_group[str(group_id or NO_GROUP)].append(vote)
    everybody = [vote for _, vote in votes]
    is_shown = _may_show_whole(question, everybody, threshold)
    shown = showable(question, by_group, threshold) if is_shown else frozenset[str]()
    return PollResult(
        **(figures(question, everybody) if is_shown else HIDDEN).model_dump(),
        total=len(everybody),
        words=count_words(everybody) if question.kind == PollKind.WORDS and is_shown else None,
        groups=[
            _group(question, name, given, is_shown=name in shown)
            for name, given in sorted(by_group.items())
        ],
    )


def showable(
    question: PollQuestion, by_group: Mapping[str, Sequence[KeptVote]], threshold: int
) -> frozenset[str]:
    """The groups that may be shown beside the whole."""
    if question.kind == PollKind.RATING:
        ratings = {name: [vote.rating for vote in given] for name, given in by_group.items()}
        return showable_ratings(ratings, threshold)
    return showable_groups({name: len(given) for name, given in by_group.items()}, threshold)


def figures(question: PollQuestion, votes: Sequence[KeptVote]) -> PollFigures:
    """Some people's votes, counted as their kind is counted."""
    if question.kind == PollKind.RATING and question.scale:
        scale = for_reckoning(question.scale)
        found = describe([vote.rating for vote in votes], scale)
        return PollFigures(
            counts=[found.counts[point] for point in scale.points],
            unable=found.unable,
            median=found.median,
            mean_ranks=None,
        )
    if question.kind == PollKind.RANKING:
        firsts = Counter(vote.choices[0] for vote in votes if vote.choices)
        return PollFigures(
            counts=[firsts[place] for place in range(len(question.choices))],
            unable=0,
            median=None,
            mean_ranks=mean_ranks(votes, len(question.choices)),
        )
    chosen = Counter(place for vote in votes for place in vote.choices or [])
    return PollFigures(
        counts=[chosen[place] for place in range(len(question.choices))],
        unable=0,
        median=None,
        mean_ranks=None,
    )


def mean_ranks(votes: Sequence[KeptVote], choices: int) -> list[float] | None:
    """The mean place of each choice, 1 the first; None where nobody ranked."""
    ranked = [vote.choices for vote in votes if vote.choices]
    if not ranked:
        return None
    return [
        sum(order.index(choice) + 1 for order in ranked) / len(ranked) for choice in range(choices)
    ]


def count_words(votes: Sequence[KeptVote]) -> list[WordCount]:
    """How many gave each word, most first; capitals make no other word."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for vote in votes:
        for word in vote.words or []:
            spellings[word.casefold()][word] += 1
    counted = [
        # the spelling that most used, and of two used alike always the same
        WordCount(word=max(sorted(found), key=found.__getitem__), count=found.total())
        for found in spellings.values()
    ]
    return sorted(counted, key=lambda each: (-each.count, each.word.casefold()))


def _may_show_whole(question: PollQuestion, votes: Sequence[KeptVote], threshold: int) -> bool:
    if not question.is_secret or not votes:
        return True
    rated = sum(vote.rating is not None for vote in votes)
    if question.kind == PollKind.RATING and 0 < rated < threshold:
        return False
    return len(votes) >= threshold


def _group(
    question: PollQuestion, name: str, votes: Sequence[KeptVote], *, is_shown: bool
) -> PollGroup:
    found = figures(question, votes) if is_shown else HIDDEN
    return PollGroup(
        **found.model_dump(),
        group_id=UUID(name) if name else None,
        total=len(votes) if is_shown else None,
    )
