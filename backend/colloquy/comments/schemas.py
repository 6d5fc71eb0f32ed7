"""What comes in and goes out about comments."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from colloquy.comments.models import Place, Stance, Target

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
        default=None, description="the version that a statement or agenda item shows"
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
    """A comment, for its writer or for the team."""

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
