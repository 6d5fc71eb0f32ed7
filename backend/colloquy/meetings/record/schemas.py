"""What goes out about the record of a meeting."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field


class MeetingGroupVoice(BaseModel):
    """A group's part of the people who were there beside its part of what came from them."""

    group_id: UUID
    people: int
    share_of_people: float
    airtime: float = Field(description="seconds with the floor")
    share_of_airtime: float | None
    hands: int
    share_of_hands: float | None
    comments: int
    share_of_comments: float | None
    votes: int = Field(description="polls voted in, summed over the group")
    share_of_votes: float | None


class VoiceOutsideGroups(BaseModel):
    """What came from people who are in no group: the chair, the team."""

    airtime: float
    hands: int
    comments: int
    votes: int


class MeetingVoice(BaseModel):
    """Whether the groups were heard alike in one meeting, up to a moment."""

    as_of: datetime | None
    groups: list[MeetingGroupVoice]
    outside: VoiceOutsideGroups


class Block(BaseModel):
    """A piece of a document; a quote is what somebody wrote, in their own words."""

    kind: Literal["heading", "text", "list", "table", "quote"]
    level: int = Field(description="of a heading, from 1; else 0")
    words: list[str] = Field(
        description="one line, the points of a list, a table's headings, or paragraphs of a quote"
    )
    rows: list[list[str]]


class Minutes(BaseModel):
    """The minutes of a meeting as a document, the same for the page, for Word and for Markdown."""

    title: str
    subtitle: str
    is_final: bool
    blocks: list[Block]
