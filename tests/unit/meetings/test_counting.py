"""Votes of each kind, counted; and what of them may be shown."""

from collections import Counter
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from colloquy.core.errors import Invalid
from colloquy.meetings.polling.counting import Counted, count
from colloquy.meetings.polling.events import PollBand, PollKind, PollQuestion, PollScale
from colloquy.meetings.polling.fitting import KeptVote, keep, tell
from colloquy.meetings.polling.schemas import PollAnswer

CARERS, LEADERS = UUID(int=1), UUID(int=2)
THREE_BANDS = [
    PollBand(name="low", low=1, high=3),
    PollBand(name="middle", low=4, high=6),
    PollBand(name="high", low=7, high=9),
]
SCALE = PollScale(low=1, high=9, low_label="", high_label="", bands=THREE_BANDS)
CHOICES = ["Trust", "Power", "Time"]


def asked(kind: PollKind, *, at_most: int | None = None, is_secret: bool = False) -> PollQuestion:
    is_rated, is_written = kind == PollKind.RATING, kind == PollKind.WORDS
    return PollQuestion(
        id=UUID(int=9),
        item_id=None,
        kind=kind,
        prompt="?",
        choices=[] if is_rated or is_written else CHOICES,
        scale=SCALE if is_rated else None,
        at_most=at_most,
        is_secret=is_secret,
        asked=10,
        quorum=None,
    )


def by(group: UUID | None, *votes: KeptVote) -> list[Counted]:
    return [Counted(group, vote) for vote in votes]


def chosen(*places: int) -> KeptVote:
    return KeptVote(choices=list(places))


def test_choices_are_counted_in_their_order_and_by_group() -> None:
    votes = by(CARERS, *[chosen(0)] * 3) + by(LEADERS, *[chosen(2)] * 4)
    result = count(asked(PollKind.CHOICE), votes, 3)
    assert (result.total, result.counts) == (7, [3, 0, 4])
    assert [(group.total, group.counts) for group in result.groups] == [
        (3, [3, 0, 0]),
        (4, [0, 0, 4]),
    ]


def test_of_several_choices_each_counts_once() -> None:
    votes = by(CARERS, chosen(0, 1), chosen(1, 2), chosen(1))
    result = count(asked(PollKind.CHOICE, at_most=2), votes, 3)
    assert (result.total, result.counts) == (3, [1, 3, 1])


def test_a_ranking_has_first_places_and_mean_ranks() -> None:
    votes = by(CARERS, chosen(1, 0, 2), chosen(1, 2, 0), chosen(0, 1, 2))
    result = count(asked(PollKind.RANKING), votes, 3)
    assert result.counts == [1, 2, 0]
    assert result.mean_ranks == pytest.approx([2, 4 / 3, 8 / 3])


def test_ratings_have_a_median_that_unable_to_say_leaves_alone() -> None:
    votes = by(None, *(KeptVote(rating=each) for each in (2, 8, 9)), KeptVote(is_unable=True))
    result = count(asked(PollKind.RATING), votes, 3)
    assert result.counts == [0, 1, 0, 0, 0, 0, 0, 1, 1]
    assert (result.total, result.unable, result.median) == (4, 1, 8)


def test_words_are_counted_whatever_their_capitals() -> None:
    votes = by(
        CARERS,
        KeptVote(words=["trust", "Time"]),
        KeptVote(words=["Trust"]),
        KeptVote(words=["Trust"]),
    )
    result = count(asked(PollKind.WORDS, at_most=2), votes, 3)
    assert [(each.word, each.count) for each in result.words or []] == [("Trust", 3), ("Time", 1)]


def test_nobody_voting_is_a_result_too() -> None:
    for kind in PollKind:
        result = count(asked(kind, is_secret=True), [], 3)
        assert (result.total, result.groups) == (0, [])
        assert result.counts is not None
        assert sum(result.counts) == 0


def test_few_secret_votes_are_not_shown_even_as_a_whole() -> None:
    votes = by(CARERS, chosen(0), chosen(1))
    secret = count(asked(PollKind.CHOICE, is_secret=True), votes, 3)
    assert (secret.total, secret.counts, secret.groups[0].counts) == (2, None, None)
    assert count(asked(PollKind.CHOICE), votes, 3).counts == [1, 1, 0]


def test_one_rating_among_those_unable_to_say_stays_secret() -> None:
    votes = by(CARERS, KeptVote(rating=9), *[KeptVote(is_unable=True)] * 4)
    assert count(asked(PollKind.RATING, is_secret=True), votes, 3).counts is None


def test_words_of_few_stay_secret() -> None:
    votes = by(CARERS, KeptVote(words=["Power"]))
    assert count(asked(PollKind.WORDS, at_most=1, is_secret=True), votes, 3).words is None


GROUPS = st.sampled_from([CARERS, LEADERS, UUID(int=3), None])


@given(
    st.lists(st.tuples(GROUPS, st.integers(0, 2)), max_size=40),
    st.integers(2, 6),
    st.booleans(),
)
def test_every_vote_counts_once_and_no_hidden_group_can_be_had_by_subtraction(
    drawn: list[tuple[UUID | None, int]], threshold: int, is_secret: bool
) -> None:
    votes = [Counted(group, chosen(place)) for group, place in drawn]
    result = count(asked(PollKind.CHOICE, is_secret=is_secret), votes, threshold)
    assert result.total == len(votes)
    if result.counts is None:
        assert is_secret
        assert 0 < len(votes) < threshold
        assert all(group.counts is None for group in result.groups)
        return
    sizes = Counter(group for group, _ in drawn)
    assert result.counts == [sum(place == each for _, place in drawn) for each in range(3)]
    shown = sum(group.total or 0 for group in result.groups)
    hidden = [group for group in result.groups if group.counts is None]
    assert all(sum(group.counts or []) == (group.total or 0) for group in result.groups)
    assert all(sizes[group.group_id] >= threshold for group in result.groups if group.counts)
    if hidden:
        assert len(hidden) > 1 or shown == 0
        assert result.total - shown >= threshold or shown == 0


ANSWERS = {
    PollKind.VOTE: PollAnswer(choices=["Power"]),
    PollKind.DECISION: PollAnswer(choices=["Time"]),
    PollKind.CHOICE: PollAnswer(choices=["Time"]),
    PollKind.RANKING: PollAnswer(choices=["Time", "Trust", "Power"]),
    PollKind.RATING: PollAnswer(rating=7),
    PollKind.WORDS: PollAnswer(words=["hope"]),
}


@pytest.mark.parametrize("kind", PollKind)
def test_a_vote_is_read_back_as_it_was_given(kind: PollKind) -> None:
    question = asked(kind)
    assert PollAnswer(**tell(question, keep(question, ANSWERS[kind]))) == ANSWERS[kind]


@pytest.mark.parametrize("kind", PollKind)
def test_a_vote_of_another_kind_or_of_two_or_none_is_refused(kind: PollKind) -> None:
    wrong = [
        PollAnswer(),
        PollAnswer(rating=7, choices=["Time"]),
        PollAnswer(choices=["Chance"]),
        PollAnswer(choices=["Time", "Time"]),
        PollAnswer(rating=10),
        PollAnswer(words=["a", "A"]),
    ]
    for answer in wrong:
        with pytest.raises(Invalid):
            keep(asked(kind, at_most=2), answer)


def test_nobody_gives_more_than_was_asked_for() -> None:
    for kind, answer in (
        (PollKind.CHOICE, PollAnswer(choices=["Time", "Power"])),
        (PollKind.WORDS, PollAnswer(words=["time", "power"])),
    ):
        keep(asked(kind, at_most=2), answer)
        with pytest.raises(Invalid):
            keep(asked(kind, at_most=1), answer)
