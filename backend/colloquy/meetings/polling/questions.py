"""What a poll asks, written out, so that a later default changes nothing."""

import math

from colloquy.meetings.models import Poll
from colloquy.meetings.polling.events import PollBand, PollKind, PollQuestion, PollScale
from colloquy.meetings.polling.schemas import OpenPoll
from colloquy.methods.scales import BY_POINTS, Band, Scale
from colloquy.methods.wordings import DECISIONS, VOTES

FIXED = {
    PollKind.VOTE: list(VOTES.values()),
    PollKind.DECISION: list(DECISIONS.values()),
}


def choices_of(given: OpenPoll) -> list[str]:
    """What can be chosen in a new poll; nothing where one rates or writes."""
    return FIXED.get(given.kind, given.choices)


def scale_of_new(given: OpenPoll) -> PollScale | None:
    """The scale of a new poll, written out; None where one does not rate."""
    if given.kind != PollKind.RATING:
        return None
    if given.scale:
        return given.scale
    scale = BY_POINTS[given.points]
    return PollScale(
        low=scale.low,
        high=scale.high,
        low_label="Not important",
        high_label="Critical",
        bands=[PollBand(name=band.name, low=band.low, high=band.high) for band in scale.bands],
    )


def at_most_of(given: OpenPoll) -> int | None:
    """How many choices or words one person may give; None where that goes without saying."""
    return (given.at_most or 1) if given.kind in (PollKind.CHOICE, PollKind.WORDS) else None


def quorum_of(given: OpenPoll, asked: int) -> int | None:
    """How many must vote for the result to stand; a share of a person is a whole one."""
    if given.quorum_share:
        return max(1, math.ceil(given.quorum_share * asked / 100))
    return given.quorum


def read_question(poll: Poll) -> PollQuestion:
    """A poll as the question that everybody reads."""
    return PollQuestion(
        id=poll.id,
        item_id=poll.agenda_item_id,
        kind=PollKind(poll.kind),
        prompt=poll.prompt,
        choices=poll.choices,
        scale=PollScale.model_validate(poll.scale) if poll.scale else None,
        at_most=poll.at_most,
        is_secret=poll.is_secret,
        asked=poll.asked,
        quorum=poll.quorum,
    )


def for_reckoning(scale: PollScale) -> Scale:
    """A scale as the methods take it."""
    bands = tuple(Band(band.name, band.low, band.high) for band in scale.bands)
    return Scale(scale.low, scale.high, bands)
