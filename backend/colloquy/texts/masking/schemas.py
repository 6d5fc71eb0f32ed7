"""What comes in and goes out about identifying words."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class IdentifyingIn(BaseModel):
    """Marks words wherever they stand in the study; without a pseudonym they get the next one."""

    words: Words
    pseudonym: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)] = ""


class IdentifyingRead(BaseModel):
    """Words that only researchers read, and what others read."""

    id: UUID
    words: str
    pseudonym: str
