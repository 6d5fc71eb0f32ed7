"""Counts that may be shown: split by stakeholder group without giving a small group away."""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Answer = TypeVar("Answer", bound=Hashable)

DEFAULT_THRESHOLD = 3


class Vote(StrEnum):
    """What a person says to a statement."""

    AGREE = "agree"
    DISAGREE = "disagree"
    PASS = "pass"  # noqa: S105 - a vote, not a password


@dataclass(frozen=True, slots=True)
class VoteTally:
    """Votes counted; the shares are of all votes, passes included, and None where there are none."""

    agree: int
    disagree: int
    passed: int

    @property
    def total(self) -> int:
        """All votes, passes included."""
        return self.agree + self.disagree + self.passed

    @property
    def share_agree(self) -> float | None:
        """The part of all votes that agrees."""
        return self.agree / self.total if self.total else None

    @property
    def share_disagree(self) -> float | None:
        """The part of all votes that disagrees."""
        return self.disagree / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Tally(Generic[Answer]):
    """How often each answer was given, in the order of first appearance; None when suppressed."""

    suppressed: bool
    total: int | None
    counts: dict[Answer, int] | None


@dataclass(frozen=True, slots=True)
class SplitTally(Generic[Answer]):
    """A whole and its stakeholder groups."""

    whole: Tally[Answer]
    groups: dict[str, Tally[Answer]]


def tally_votes(votes: Sequence[Vote]) -> VoteTally:
    """Count agree, disagree and pass."""
    counts = Counter(votes)
    return VoteTally(counts[Vote.AGREE], counts[Vote.DISAGREE], counts[Vote.PASS])


def showable_groups(sizes: Mapping[str, int], threshold: int = DEFAULT_THRESHOLD) -> frozenset[str]:
    """Choose the groups whose figures may stand beside those of the whole.

    A group below the threshold is hidden. What is hidden can also be had by subtracting the shown
    groups from the whole, so the smallest shown groups are hidden too until the hidden answers
    come from at least two groups and are together no fewer than the threshold. A group without
    answers is hidden and, having nothing to hide, hides nobody else. Groups must not share people.
    """
    answered = {group: size for group, size in sizes.items() if size > 0}
    shown = sorted(
        (group for group, size in answered.items() if size >= threshold),
        key=lambda group: (-answered[group], group),
    )
    hidden = [group for group in answered if group not in shown]
    while hidden and shown and _can_be_had_by_subtraction(hidden, answered, threshold):
        hidden.append(shown.pop())
    return frozenset(shown)


def showable_together(
    sources: Sequence[tuple[Mapping[str, int], Collection[str]]],
    overlap: Mapping[str, int],
    threshold: int = DEFAULT_THRESHOLD,
) -> frozenset[str] | None:
    """Choose the groups whose figures may stand beside two sets of figures that they unite.

    Each source has the sizes of its groups, and those of them that it shows. `overlap` counts the
    people of each group who are in more than one. What the sources have more than their union are
    the answers that these people gave up: too few of them, and nothing may be united (None). A
    group that a source hides could be had from the union, so the union hides it too.
    """
    if 0 < sum(overlap.values()) < threshold:
        return None
    shown = frozenset(group for sizes, _ in sources for group, size in sizes.items() if size > 0)
    for sizes, showing in sources:
        shown &= frozenset(showing) | {group for group in shown if not sizes.get(group)}
    crossing = showable_groups(overlap, threshold)
    return shown & (crossing | {group for group in shown if not overlap.get(group)})


def split_by_group(
    answers: Mapping[str, Sequence[Answer]],
    threshold: int = DEFAULT_THRESHOLD,
    *,
    threshold_of_whole: int = 0,
) -> SplitTally[Answer]:
    """Count the answers of everybody and of each group that may be shown.

    The whole is shown whatever its size unless it has a threshold of its own: the size of a panel
    is known to everybody, that of a group's answers is not.
    """
    shown = showable_groups({group: len(given) for group, given in answers.items()}, threshold)
    everybody = [answer for given in answers.values() for answer in given]
    return SplitTally(
        whole=_tally(everybody, is_shown=len(everybody) >= threshold_of_whole),
        groups={group: _tally(given, is_shown=group in shown) for group, given in answers.items()},
    )


def _can_be_had_by_subtraction(
    hidden: Collection[str], sizes: Mapping[str, int], threshold: int
) -> bool:
    return len(hidden) == 1 or sum(sizes[group] for group in hidden) < threshold


def _tally(answers: Sequence[Answer], *, is_shown: bool) -> Tally[Answer]:
    if not is_shown:
        return Tally(suppressed=True, total=None, counts=None)
    return Tally(suppressed=False, total=len(answers), counts=dict(Counter(answers)))
