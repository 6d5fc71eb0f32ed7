"""What comes in and goes out about a trial of a round."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field


class PilotsIn(BaseModel):
    """The members who try a round out, in place of those named before."""

    member_ids: list[UUID] = Field(max_length=100)


class PilotPerson(BaseModel):
    """Somebody who tries a round out; `seconds` is from their first answer to their latest."""

    member_id: UUID
    name: str
    answered: int
    seconds: int | None
    finished_at: datetime | None


class PilotWords(BaseModel):
    """What somebody wrote in a trial: an answer in words, or a comment (then without a question)."""

    name: str
    prompt: str
    text: str


class PilotRead(BaseModel):
    """A trial as the team sees it: unlike a round's, its answers are nobody's secret."""

    questions: int
    people: list[PilotPerson]
    words: list[PilotWords]
