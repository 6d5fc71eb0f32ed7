"""The commands of polls, and votes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from colloquy.meetings.polling.events import MyVote, PollKind, PollScale
from colloquy.meetings.schemas import Command, Title
from colloquy.methods.scales import Band, Scale

MOST_WORDS = 3
WITH_CHOICES = (PollKind.CHOICE, PollKind.RANKING)

Choice = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class OpenPoll(Command):
    """Put a question to the room.

    A choice and a ranking have choices; a rating the usual scale of so many points, or one of its
    own; `at_most` says how many choices or words one person may give. The quorum is a number of
    people, or a share of those asked in per cent.
    """

    type: Literal["open_poll"]
    kind: PollKind = PollKind.CHOICE
    prompt: Title
    choices: list[Choice] = Field(default_factory=list[str], max_length=12)
    points: Literal[5, 7, 9] = 9
    scale: PollScale | None = None
    at_most: int | None = Field(default=None, ge=1, le=12)
    is_secret: bool = False
    quorum: int | None = Field(default=None, ge=1, le=100_000)
    quorum_share: int | None = Field(default=None, ge=1, le=100)
    item_id: UUID | None

    @field_validator("choices")
    @classmethod
    def differ(cls, choices: list[str]) -> list[str]:
        """Refuse two choices that read the same."""
        if len({choice.casefold() for choice in choices}) != len(choices):
            raise ValueError("Two of the choices are the same. Please make each one different.")
        return choices

    @field_validator("scale")
    @classmethod
    def is_whole(cls, scale: PollScale | None) -> PollScale | None:
        """Refuse bands that leave a point out or hold one twice, and a scale without an end."""
        if scale:
            if scale.low not in (0, 1) or not 3 <= scale.high <= 11 or len(scale.bands) != 3:
                raise ValueError("A scale goes from 0 or 1 to at most 11, in three bands.")
            names = {band.name.strip().casefold() for band in scale.bands}
            if "" in names or len(names) != len(scale.bands):
                raise ValueError("Name each band of the scale in its own words.")
            bands = tuple(Band(band.name, band.low, band.high) for band in scale.bands)
            Scale(scale.low, scale.high, bands)
        return scale

    @model_validator(mode="after")
    def fits_its_kind(self) -> "OpenPoll":
        """Refuse a choice without choices, choices where none belong, and two kinds of quorum."""
        if (self.kind in WITH_CHOICES) != bool(self.choices) or len(self.choices) == 1:
            raise ValueError("A choice or a ranking needs two choices or more; others have none.")
        most = MOST_WORDS if self.kind == PollKind.WORDS else len(self.choices)
        if self.at_most and self.kind in (PollKind.CHOICE, PollKind.WORDS) and self.at_most > most:
            raise ValueError(f"One person can give {most} at most in this poll.")
        if self.quorum and self.quorum_share:
            raise ValueError("Give the quorum as a number of people or as a share, not as both.")
        return self


class OpenSharedPoll(OpenPoll):
    """The same, for a question that is put elsewhere too; made by the server, never sent to it.

    It is as long as it is there.
    """

    shared_id: UUID
    prompt: str
    choices: list[str] = Field(default_factory=list[str])


class ClosePoll(Command):
    """End the voting; what came of it stays hidden until it is released."""

    type: Literal["close_poll"]
    poll_id: UUID


class ReleasePoll(Command):
    """Show everybody what came of a closed poll."""

    type: Literal["release_poll"]
    poll_id: UUID


class PollAnswer(BaseModel):
    """What somebody votes: a rating or “unable to say”, choices (in order of rank), or words."""

    model_config = ConfigDict(extra="forbid")

    rating: int | None = None
    is_unable: bool = False
    choices: list[str] | None = Field(default=None, max_length=30)
    words: list[Word] | None = Field(default=None, max_length=MOST_WORDS)


class VoteCast(PollAnswer):
    """A vote, or a change of mind before the close.

    `known` is the vote that was on the screen, so that both devices of a person can be told.
    """

    command_id: UUID
    known: UUID | None = None


class VoteRead(MyVote):
    """My vote as it is kept; `replaced` when it took the place of one from another device."""

    changed_at: datetime
    voted: int
    replaced: bool


PollingCommand = OpenPoll | ClosePoll | ReleasePoll
