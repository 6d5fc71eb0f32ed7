"""What comes in and goes out about the round that follows another."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from colloquy.methods.consensus import Outcome
from colloquy.rounds.models import ItemStanding
from colloquy.rounds.schemas import QuestionIn, RoundBrief, Title

Statement = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class NextRound(BaseModel):
    """A round that follows a closed one; without items it carries those without consensus.

    `with_newest_versions` asks about a mechanism as it is now, and shows the panel what changed.
    """

    title: Title | None = None
    item_ids: list[UUID] | None = Field(default=None, max_length=500)
    with_newest_versions: bool = True


class NextItem(BaseModel):
    """What the locked rule says of an item, once for each of its ratings.

    `is_open` where it has not made an end, so that the item is asked again unless others are picked.
    """

    item_id: UUID
    verdicts: list[Outcome]
    is_open: bool


class NextOffer(BaseModel):
    """What the round after this one would be; `follower` is the round that follows already.

    `obstacle` is a sentence on why none can follow.
    """

    title: str
    follower: RoundBrief | None
    obstacle: str
    items: list[NextItem]


class IdeaTaken(BaseModel):
    """An idea as the panel will read it; without questions it is asked what is usual."""

    statement: Statement
    questions: list[QuestionIn] | None = Field(default=None, min_length=1, max_length=10)


class IdeaRefused(BaseModel):
    """Why an idea is not taken up, for the person who gave it."""

    reason: Reason


class IdeaRead(BaseModel):
    """Something that a panel member missed in the round before, and what became of it.

    `about` is what it was said about; `statement` the words that it was given when taken in.
    """

    id: UUID
    text: str
    about: str
    group_id: UUID | None
    standing: ItemStanding
    statement: str
    reason: str


class MyIdea(BaseModel):
    """Something that the reader missed in the round before, and what became of it in this one.

    `statement` is what the panel reads of it; `reason` says why it is not taken up.
    """

    id: UUID
    text: str
    about: str
    standing: ItemStanding
    statement: str
    reason: str
