"""What comes in and goes out about answers, for those who are asked."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints, model_validator

from colloquy.methods.tallies import Vote

Choice = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class ResponseIn(BaseModel):
    """An answer: one of rating, unable to say, vote, choices or text, and when it was given.

    `choices` are ids of options: chosen, or in order of rank. Of a decision the first is what to do
    and the others the versions to merge with or fold into. `reason` may say why an answer changed.
    """

    rating: int | None = None
    is_unable: bool = False
    vote: Vote | None = None
    choices: list[Choice] | None = Field(default=None, max_length=30)
    text: str | None = Field(default=None, max_length=10000)
    reason: str = Field(default="", max_length=2000)
    answered_at: AwareDatetime
    known_revision: int | None = Field(
        default=None, ge=0, description="of the answer that was on the screen; 0 for none"
    )

    @model_validator(mode="after")
    def is_one_answer(self) -> "ResponseIn":
        """Refuse an empty answer and a double one."""
        given = [self.rating, self.vote, self.choices, self.text]
        if sum([self.is_unable, *(each is not None for each in given)]) != 1:
            raise ValueError("Send one of: a rating, “unable to say”, a vote, choices, or text.")
        return self


class ResponseRead(BaseModel):
    """My answer to a question, as it stands."""

    question_id: UUID
    rating: int | None
    is_unable: bool
    vote: Vote | None
    choices: list[str] | None
    text: str
    reason: str
    revision: int
    answered_at: datetime
    saved_at: datetime
    entered_how: str
    given_on: date | None


class SavedRead(ResponseRead):
    """The answer that stands, and what became of the one that was sent.

    `is_yours`: what was sent stands. `overwrote`: it took the place of an answer that was given
    elsewhere, in another tab or on another device, since this one last looked.
    """

    is_yours: bool
    overwrote: bool


class OtherMechanism(BaseModel):
    """A mechanism that a decision may merge with or fold into, by the version that was shown."""

    version_id: UUID
    mechanism_id: UUID
    title: str
