"""What comes in and goes out about comments."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from colloquy.comments.models import CommentStanding, Place, Stance, Target, Withholding

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10000)]


class Selection(BaseModel):
    """Words chosen in a text: places are code points, from 0 and half-open."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)


class CommentCreate(BaseModel):
    """A comment to be made; with the same `client_id` it is made once, however often it is sent."""

    client_id: UUID
    target: Target
    target_id: UUID
    version_id: UUID | None = Field(
        default=None, description="the version that an item or agenda item shows"
    )
    part: str | None = Field(
        default=None, max_length=60, description="definition, plain_summary or an element's id"
    )
    anchor: Selection | None = Field(default=None, description="words chosen in that part")
    stance: Stance | None = None
    text: Words
    place: Place
    place_id: UUID | None = None

    @model_validator(mode="after")
    def _knows_its_place(self) -> Self:
        if self.place != Place.WORKBENCH and self.place_id is None:
            raise ValueError("Say in which round or meeting the comment is made.")
        if self.anchor and not self.part:
            raise ValueError("Say in which part the chosen words stand.")
        return self


class CommentFilter(BaseModel):
    """Which comments are asked for; what is not sent does not narrow."""

    target_id: UUID | None = None
    place_id: UUID | None = None
    version_id: UUID | None = None


class CommentUpdate(BaseModel):
    """What its writer may change; what is not sent stays."""

    text: Words | None = None
    stance: Stance | None = None


class CommentDecisionIn(BaseModel):
    """What a moderator decides about a comment, and what they saw when they did.

    `words` are for the panel; empty releases the writer's own. A comment is withheld for a reason
    from the list, and may have words. `seen_words` are those that the panel reads or would read.
    """

    standing: CommentStanding
    words: Words | None = None
    withheld_for: Withholding | None = None
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)] = ""
    seen_standing: CommentStanding
    seen_words: str = Field(max_length=10000)

    @model_validator(mode="after")
    def _is_a_decision(self) -> Self:
        if self.standing == CommentStanding.WAITING:
            raise ValueError("Release the comment or withhold it.")
        if (self.standing == CommentStanding.WITHHELD) != (self.withheld_for is not None):
            raise ValueError("Withholding has a reason from the list; releasing has none.")
        if self.withheld_for == Withholding.OTHER and not self.reason:
            raise ValueError("Say in your own words why.")
        return self


class StandingRead(BaseModel):
    """Whether the panel may read a comment, for its writer and the team.

    `words` are what the panel reads where a moderator changed them.
    """

    standing: CommentStanding
    withheld_for: Withholding | None
    reason: str
    words: str


class AnchorRead(BaseModel):
    """The words that a comment is about, in code points of their part, as they were then."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


class AuthorRead(BaseModel):
    """Who wrote a comment."""

    member_id: UUID
    name: str
    group_id: UUID | None


class CommentRead(BaseModel):
    """A comment, for its writer or for the team; `moderation` is empty outside rounds."""

    id: UUID
    client_id: UUID
    author: AuthorRead
    is_mine: bool
    target: Target
    target_id: UUID
    version_id: UUID | None
    part: str | None
    anchor: AnchorRead | None
    stance: Stance | None
    text: str
    place: Place
    place_id: UUID | None
    created_at: datetime
    edited_at: datetime | None
    withdrawn_at: datetime | None
    moderation: StandingRead | None
