"""The usual instruments of the field, built in as templates."""

from dataclasses import dataclass

from colloquy.rounds.models import QuestionKind
from colloquy.rounds.schemas import BandIn, QuestionIn, ScaleIn

PRIORITIES = "Thinking of everything in this round: what matters most?"
"""The words above the ranking that priority setting adds."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """Questions under a name; `ranks_items` for the one that puts all items in order."""

    id: str
    name: str
    questions: tuple[QuestionIn, ...]
    ranks_items: bool = False


def _nine_points(low: str, middle: str, high: str) -> ScaleIn:
    """Nine points in the usual three bands, so that every rule of consensus fits."""
    bands = [
        BandIn(name=low, low=1, high=3),
        BandIn(name=middle, low=4, high=6),
        BandIn(name=high, low=7, high=9),
    ]
    return ScaleIn(low=1, high=9, low_label=low, high_label=high, bands=bands)


INSTRUMENTS = (
    Instrument(
        "relevance-clarity",
        "Relevance, clarity, and specific or too general",
        (
            QuestionIn(
                kind=QuestionKind.RATING,
                prompt="How relevant is this, in your experience?",
                scale=_nine_points("not relevant", "partly relevant", "very relevant"),
            ),
            QuestionIn(
                kind=QuestionKind.RATING,
                prompt="How clear is this to you?",
                scale=_nine_points("not clear", "partly clear", "very clear"),
            ),
            QuestionIn(
                kind=QuestionKind.CHOICE,
                prompt="Is this specific enough?",
                options=["Too general", "About right", "Too specific"],
            ),
            QuestionIn(kind=QuestionKind.TEXT, prompt="What would you change?"),
        ),
    ),
    Instrument(
        "delphi-relevance",
        "Delphi: how important",
        (
            QuestionIn(kind=QuestionKind.RATING, prompt="How important is this?"),
            QuestionIn(kind=QuestionKind.TEXT, prompt="Why? You need not answer this one."),
        ),
    ),
    Instrument("priorities", "Priority setting: put everything in order", (), ranks_items=True),
)
