"""What is said about the consent of those who speak."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from colloquy.recordings.models import Basis

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]


class ConsentGive(BaseModel):
    """How everybody who speaks agreed; or why it is opened although they did not, or closed again."""

    model_config = ConfigDict(extra="forbid")

    basis: Literal[Basis.FORM, Basis.ALOUD, Basis.REASON, Basis.CLOSED]
    words: Words = Field(default="", description="the reason, where there is one to say")

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.basis in (Basis.REASON, Basis.CLOSED) and not self.words:
            raise ValueError("Say why, so that whoever reads the log later can understand it.")
        return self


class RecordingConsent(BaseModel):
    """Whether the team may open a recording, who said so and why, and who stands against it."""

    is_open: bool
    basis: Basis | None
    words: str
    by: str | None
    at: datetime | None
    objections: list[str] = Field(description="a sentence for each who speaks and has not agreed")
