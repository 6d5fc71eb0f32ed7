"""What is said about files that are to come in, and how far they are."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from colloquy.recordings.uploading.models import Arrangement

MOST_FILES = 20
MOST_SECONDS = 24 * 60 * 60
Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]


class FileToCome(BaseModel):
    """A file of somebody's disk; `modified_ms` is when it was changed last, as browsers tell it."""

    model_config = ConfigDict(extra="forbid")

    file_name: str = Field(min_length=1, max_length=300)
    size: int = Field(ge=0)
    modified_ms: int = 0
    label: Label = Field(default="", description="whose voice it is, where every voice has a file")
    member_id: UUID | None = None
    starts_after: float = Field(
        default=0.0,
        ge=0,
        le=MOST_SECONDS,
        description="seconds after the first began, where every voice has a file",
    )


class IntakeCreate(BaseModel):
    """Files that come in together, in their order, and what is known about them."""

    model_config = ConfigDict(extra="forbid")

    files: list[FileToCome] = Field(min_length=1, max_length=MOST_FILES)
    arrangement: Arrangement = Arrangement.IN_ORDER
    title: str = Field(default="", max_length=300)
    meeting_id: UUID | None = None
    starts_at: AwareDatetime | None = None
    agreed: Literal["", "form", "aloud"] = ""
    accept_cut_off: bool = False

    @model_validator(mode="after")
    def _names_every_voice(self) -> Self:
        if self.arrangement == Arrangement.TRACKS:
            labels = [file.label for file in self.files]
            if not all(labels):
                raise ValueError("Say whose voice each file is: a member, or a pseudonym.")
            if len(set(labels)) < len(labels):
                raise ValueError("Two files have the same voice. Give each voice one file.")
        return self


class IntakeAgain(BaseModel):
    """Look once more at what came, now taking what there is of a file that is cut off."""

    model_config = ConfigDict(extra="forbid")

    accept_cut_off: bool = False


class UploadRead(BaseModel):
    """A file on its way; `offset` is how many bytes have come, null before the first."""

    id: UUID
    position: int
    file_name: str
    modified_ms: int
    size: int
    offset: int | None
    label: str
    problem: str


class IntakeRead(BaseModel):
    """Files on their way in, and what became of them.

    `coming`: not all is here. `looking`: all is here and is being looked at, `progress` of it.
    `refused`: the problems say why. `taken_in`: `made` names the recordings.
    """

    id: UUID
    state: Literal["coming", "looking", "refused", "taken_in"]
    arrangement: Arrangement
    title: str
    progress: float
    problem: str
    made: list[UUID]
    kept_until: datetime
    uploads: list[UploadRead]


class IntakeLimits(BaseModel):
    """What may come in, so that it is said before anything is sent."""

    largest_bytes: int = Field(description="of one file")
    left_bytes: int = Field(description="of all files, by the study's quota and the server's disk")
    most_files: int
    kept_hours: float = Field(description="how long a file waits that nobody goes on sending")
