"""What comes in and goes out about recordings and transcripts."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field

from colloquy.core.jobs import JobRead
from colloquy.recordings.consent.schemas import RecordingConsent
from colloquy.recordings.engines.languages import AUTO, LANGUAGES, MIXED
from colloquy.recordings.models import Basis

EngineName = Literal["faster-whisper", "openai-whisper"]


def _known_language(code: str) -> str:
    if code and code not in (AUTO, MIXED, *LANGUAGES):
        raise ValueError("Whisper does not know this language. Choose one of the list, or auto.")
    return code


class TakeIn(BaseModel):
    """What is said about a file as it is taken in."""

    file_name: str = Field(min_length=1, max_length=300)
    title: str = Field(default="", max_length=300)
    meeting_id: UUID | None = None
    starts_at: AwareDatetime | None = None
    accept_cut_off: bool = False
    agreed: Basis | None = Field(
        default=None, description="how those who speak agreed; empty: the team may not open it yet"
    )


class RecordingUpdate(BaseModel):
    """Change what is known about a recording; a new start or meeting aligns it afresh."""

    title: str | None = Field(default=None, min_length=1, max_length=300)
    meeting_id: UUID | None = None
    starts_at: AwareDatetime | None = None


class TranscriptionAsk(BaseModel):
    """How to listen; what is left out is as the settings say."""

    engine: EngineName | None = None
    model: str = Field(default="", max_length=300)
    language: Annotated[str, AfterValidator(_known_language)] = Field(
        default="",
        max_length=10,
        description="a code, `auto` to find out once, `mixed` to find out every half minute",
    )
    hotwords: str = Field(default="", max_length=2000, description="words to expect")


class ManyAsked(TranscriptionAsk):
    """Recordings to be transcribed in one go, all in the same way."""

    recording_ids: list[UUID] = Field(min_length=1, max_length=200)


class ModelOption(BaseModel):
    """A model that can be chosen, whether it is on this machine already, and how fast it is here.

    `pace` is the seconds of work for a second of sound; unless it `is_measured` it is a guess.
    """

    engine: EngineName
    model: str
    label: str
    megabytes: int
    is_here: bool
    is_default: bool
    is_advised: bool
    fits: bool
    pace: float
    is_measured: bool


class TranscriptionOptions(BaseModel):
    """What a person may choose from before a recording is transcribed, and words to expect."""

    models: list[ModelOption]
    languages: list[str]
    language: str
    words: str


class PlaceInLine(BaseModel):
    """0 runs, 1 is next; seconds until it begins and until it is done, measured or a guess."""

    number: int
    starts_in: float
    ends_in: float
    is_measured: bool


class HeardSegment(BaseModel):
    """Words just heard, before anybody is named."""

    start: float
    end: float
    text: str


class TranscriptRead(BaseModel):
    """A transcript: how it was made, and who vouches for it."""

    id: UUID
    document_id: UUID | None
    file_name: str
    engine: str
    engine_version: str
    model: str
    language: str
    vtt_path: str
    json_path: str
    created_at: datetime
    checked_by: str | None
    checked_at: datetime | None
    is_edited_after_check: bool
    job: JobRead | None
    is_paused: bool
    place: PlaceInLine | None


class TranscriptAlone(TranscriptRead):
    """A transcript that came in without a recording: its text's title, and its meeting's."""

    title: str
    meeting_title: str | None


class TrackRead(BaseModel):
    """A voice of a recording by itself: `channel` is a side of its sound, else it has a file."""

    id: UUID
    position: int
    label: str
    member_id: UUID | None
    channel: int | None
    file_name: str
    starts_after: float
    duration: float


class RecordingRead(BaseModel):
    """A recording with its transcripts, newest first.

    While it is not open, nothing of what was said is told: no transcripts and no waveform.
    """

    id: UUID
    title: str
    file_name: str
    media_type: str
    codec: str
    size: int
    duration: float
    meeting_id: UUID | None
    meeting_title: str | None
    starts_at: datetime | None
    created_at: datetime
    is_open: bool
    transcripts: list[TranscriptRead]


class RecordingDetail(RecordingRead):
    """A recording with its waveform: the loudest moment (0–1) of each equal stretch."""

    peaks: list[float]
    sides_differ: bool
    tracks: list[TrackRead]
    consent: RecordingConsent
