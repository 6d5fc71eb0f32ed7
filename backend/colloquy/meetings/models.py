"""Live sessions: a plan, an append-only event log, and the ballots that are not in the log."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field

from colloquy.core.database import Moment, Row
from colloquy.core.tokens import new_code

CODE_LENGTH = 6


class MeetingState(StrEnum):
    """Where a meeting is."""

    PLANNED = "planned"
    LIVE = "live"
    ENDED = "ended"


class Meeting(Row, table=True):
    """A live session; `last_seq` is the number of its newest event."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    stage_id: UUID = Field(foreign_key="stage.id")
    title: str
    place: str = ""
    planned_for: datetime | None = Field(default=None, sa_type=Moment)
    time_zone: str = Field(default="UTC", description="in which its minutes give times")
    group_ids: list[str] = Field(
        default_factory=list, sa_type=JSON, description="groups asked to come; empty: whole panel"
    )
    deputy_id: UUID | None = Field(default=None, foreign_key="member.id")
    state: str = MeetingState.PLANNED
    started_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    last_seq: int = 0
    code: str = Field(
        default_factory=lambda: new_code(CODE_LENGTH),
        unique=True,
        description="what people type to join; it says which meeting, and lets nobody in by itself",
    )


class AgendaItem(Row, table=True):
    """A point of the agenda, usually a mechanism version."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True, ondelete="CASCADE")
    position: int
    title: str
    version_id: UUID | None = Field(default=None, foreign_key="mechanism_version.id", index=True)
    minutes: int = 15
    kind: str = "discuss"


class MeetingEvent(Row, table=True):
    """One thing that happened, in order, never changed."""

    __table_args__ = (
        UniqueConstraint("meeting_id", "seq"),
        UniqueConstraint("meeting_id", "command_id"),
    )

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True, ondelete="CASCADE")
    seq: int
    at: datetime = Field(sa_type=Moment)
    type: str
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    command_id: UUID
    payload: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class Poll(Row, table=True):
    """A question put to the room; what came of it is counted at the close and released later."""

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True, ondelete="CASCADE")
    shared_id: UUID = Field(
        index=True, description="the same for a question that is put elsewhere too"
    )
    agenda_item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id")
    kind: str
    prompt: str
    choices: list[str] = Field(default_factory=list, sa_type=JSON)
    scale: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    at_most: int | None = Field(default=None, description="choices or words that one may give")
    is_secret: bool = False
    asked: int = Field(default=0, description="how many could vote when it was opened")
    quorum: int | None = Field(default=None, description="how many must vote for it to stand")
    seal: str | None = Field(
        default=None,
        description="half of the key that seals a secret poll's votes; destroyed at the close",
    )
    result: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    opened_at: datetime = Field(sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)
    released_at: datetime | None = Field(default=None, sa_type=Moment)


class Ballot(Row, table=True):
    """A member's present vote in a poll; what it says leaves the server only as counts.

    In a secret poll it is sealed, and gone after the close; that the member voted stays. Of
    somebody who left the study another vote is kept under their alias, once the poll is closed.
    """

    __table_args__ = (UniqueConstraint("poll_id", "member_id"),)

    poll_id: UUID = Field(foreign_key="poll.id", index=True, ondelete="CASCADE")
    member_id: UUID | None = Field(default=None, foreign_key="member.id", index=True)
    alias: str | None = Field(
        default=None, description="the name that is nobody's, of somebody who left the study"
    )
    group_id: UUID | None = Field(default=None, foreign_key="stakeholder_group.id")
    vote: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    sealed: str | None = None
    command_id: UUID
    obeyed: list[str] = Field(
        default_factory=list,
        sa_type=JSON,
        description="earlier command ids, so that a late retry does not bring an old vote back",
    )
    changed_at: datetime = Field(sa_type=Moment)


class MeetingInvitation(Row, table=True):
    """A member has been sent a link to the meeting."""

    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True, ondelete="CASCADE")


class ProjectorKey(Row, table=True):
    """What lets a projector show a meeting: one a meeting, kept only as a hash."""

    meeting_id: UUID = Field(foreign_key="meeting.id", unique=True, ondelete="CASCADE")
    code_hash: str = Field(unique=True)
    made_at: datetime = Field(sa_type=Moment)
    shows_hands: bool = True


class Sighting(Row, table=True):
    """When a browser of somebody who may chair was last heard of in a meeting."""

    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", index=True, ondelete="CASCADE")
    member_id: UUID = Field(foreign_key="member.id", index=True, ondelete="CASCADE")
    seen_at: datetime = Field(sa_type=Moment)
