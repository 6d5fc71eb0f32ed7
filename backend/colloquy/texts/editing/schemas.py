"""What comes in and goes out while a text is corrected."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field

from colloquy.texts.editing.models import EditKind
from colloquy.texts.schemas import SpeakerRead

PAGE = 500
MOST_AT_ONCE = 5000


class PassageRead(BaseModel):
    """A passage as the editor shows it; places are those of its words between blanks, from 0.

    `times` has three numbers a word: start and end in hundredths of a second from `start`, and how
    sure the engine was of it in percent. `superfluous` is left out in intelligent verbatim.
    """

    id: UUID
    follows: UUID | None
    text: str
    speaker_id: UUID | None
    version_id: UUID | None
    start: float | None
    end: float | None
    confidence: float | None
    flags: list[str]
    is_edited: bool
    times: list[int]
    superfluous: list[int]
    identifying: list[int]


class PassagePage(BaseModel):
    """A stretch of a text; `as_of` is what to ask for changes since."""

    total: int
    offset: int
    passages: list[PassageRead]
    speakers: list[SpeakerRead]
    is_correctable: bool
    as_of: datetime


class ConflictRead(BaseModel):
    """Words that were not put there, because somebody had changed the same ones meanwhile."""

    segment_id: UUID
    yours: str
    theirs: str
    by: str | None


class ChangesRead(BaseModel):
    """What became of passages: those that are other than before, and those that are gone.

    A passage stands right after the one it `follows`.
    """

    passages: list[PassageRead]
    gone: list[UUID]
    conflicts: list[ConflictRead]
    speakers: list[SpeakerRead]
    as_of: datetime


class NewsRead(ChangesRead):
    """What became of a text, and who else has it open, by name."""

    here: list[str]


class PassageWords(BaseModel):
    """New words for a passage, with those that were seen: what others did to them stays."""

    segment_id: UUID
    seen: str = Field(max_length=20000)
    text: str = Field(min_length=1, max_length=20000)


class WordsEdit(BaseModel):
    """New words; sent again with the same `client_id` they are one step, however often."""

    client_id: UUID
    passages: list[PassageWords] = Field(min_length=1, max_length=MOST_AT_ONCE)


class SpeakerEdit(BaseModel):
    """Gives passages to a voice, or to nobody known."""

    segment_ids: list[UUID] = Field(min_length=1, max_length=MOST_AT_ONCE)
    speaker_id: UUID | None


class SplitEdit(BaseModel):
    """Makes two passages of one at a place in its text as it was seen (code points)."""

    segment_id: UUID
    seen: str = Field(max_length=20000)
    at: int = Field(gt=0)


class JoinEdit(BaseModel):
    """Makes one passage of this and the next."""

    segment_id: UUID


class EditRead(BaseModel):
    """A step in the history of a text."""

    id: UUID
    kind: EditKind
    by: str
    is_mine: bool
    is_undone: bool
    at: datetime
    before: str
    after: str
    passages: int
    start: float | None


class Since(BaseModel):
    """From when on changes are asked for."""

    since: AwareDatetime
