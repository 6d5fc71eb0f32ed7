"""What comes in and goes out about statements that the panel votes on and writes."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StringConstraints, model_validator

from colloquy.rounds.models import ItemStanding, Refusal
from colloquy.rounds.schemas import RoundBrief

LONGEST = 1000
"""The setting of a statement's length cannot be more than this."""


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


Statement = Annotated[
    str,
    AfterValidator(_on_one_line),
    StringConstraints(min_length=1, max_length=LONGEST),
]


class StatementIn(BaseModel):
    """A statement of one's own; sent again with the same `client_id` it is written once."""

    client_id: UUID
    text: Statement


class WrittenStatement(BaseModel):
    """A statement as its author sees it: what became of it, and why.

    `own_words` are the author's where a moderator changed the statement. It can be taken back until
    somebody has voted on it.
    """

    item_id: UUID
    text: str
    own_words: str
    standing: ItemStanding
    refused_for: Refusal | None
    reason: str
    can_be_taken_back: bool
    created_at: datetime


class MyStatements(RoundBrief):
    """The order in which a person is shown what they have not voted on, and what they wrote.

    `queue` holds items. `enough` is how many votes place a person among the opinion groups.
    """

    takes_statements: bool
    policy: str
    longest: int
    enough: int
    queue: list[UUID]
    written: list[WrittenStatement]
    has_opinions: bool


class AlikeStatement(BaseModel):
    """A statement that stands before the panel and says nearly the same."""

    item_id: UUID
    text: str


class ModeratedStatement(BaseModel):
    """A panel member's statement as moderators see it: without its author."""

    item_id: UUID
    text: str
    own_words: str
    standing: ItemStanding
    refused_for: Refusal | None
    reason: str
    moderated_by: str | None
    is_voted_on: bool
    alike: list[AlikeStatement]
    created_at: datetime


class ModerationQueue(RoundBrief):
    """Every statement that the panel wrote in a round, the longest waiting first."""

    policy: str
    longest: int
    statements: list[ModeratedStatement]


class ModerationIn(BaseModel):
    """What a moderator decides, and what they saw when they did.

    `text` is the statement in the moderator's words; empty leaves it as it is. A refusal has a
    reason from the list, and may have words.
    """

    standing: ItemStanding
    text: Statement | None = None
    refused_for: Refusal | None = None
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)] = ""
    seen_standing: ItemStanding
    seen_text: str = Field(max_length=LONGEST)

    @model_validator(mode="after")
    def is_a_decision(self) -> "ModerationIn":
        """Refuse no decision, a refusal without its reason, and a reason that explains nothing."""
        if self.standing == ItemStanding.WAITING:
            raise ValueError("Accept the statement or refuse it.")
        if (self.standing == ItemStanding.REFUSED) != (self.refused_for is not None):
            raise ValueError("A refusal has a reason from the list; an acceptance has none.")
        if self.refused_for == Refusal.OTHER and not self.reason:
            raise ValueError("Say in your own words why.")
        return self
