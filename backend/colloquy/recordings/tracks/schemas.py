"""Whose voice a track is."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class Voice(BaseModel):
    """A member by name, or a pseudonym."""

    model_config = ConfigDict(extra="forbid")

    label: Label
    member_id: UUID | None = None


class Sides(BaseModel):
    """Who is heard on the left and on the right of a stereo recording."""

    model_config = ConfigDict(extra="forbid")

    left: Voice
    right: Voice

    @model_validator(mode="after")
    def _tells_two_apart(self) -> Self:
        if self.left.label == self.right.label:
            raise ValueError("The two sides have the same voice. Give each its own name.")
        return self
