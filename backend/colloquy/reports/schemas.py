"""What the home of a study and its log show its team."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from colloquy.meetings.schemas import MeetingListed
from colloquy.rounds.schemas import RoundListed
from colloquy.studies.schemas import Recruitment

NextStepKind = Literal[
    "add_stage",
    "add_groups",
    "invite_people",
    "write_mechanisms",
    "build_round",
    "open_round",
    "round_closing",
    "moderate_statements",
    "moderate_comments",
    "remind_people",
    "start_meeting",
    "code_documents",
    "write_proposal",
    "bring_up_to_date",
    "decide_proposals",
    "answer_people",
]


class NextStep(BaseModel):
    """Something that waits for the reader: how many, and which, where it is one."""

    kind: NextStepKind
    count: int
    id: UUID | None


class MechanismCounts(BaseModel):
    """How the study's mechanisms stand."""

    frozen: int
    draft: int
    retired: int


class ProposalCounts(BaseModel):
    """How the study's proposals stand; those out of date are open ones."""

    open: int
    out_of_date: int
    accepted: int
    rejected: int


class EvidenceCounts(BaseModel):
    """What has been read and coded."""

    documents: int
    uncoded: int
    excerpts: int


class GroupVoice(BaseModel):
    """A group's people beside its comments, airtime (seconds) and influence.

    Influence counts the citations in accepted proposals. Shares are of all groups together, 0 to 1,
    and null where there is nothing to share.
    """

    group_id: UUID
    people: int
    share_of_people: float | None
    comments: int
    share_of_comments: float | None
    airtime: float
    share_of_airtime: float | None
    citations: int
    share_of_influence: float | None


class VoiceOutside(BaseModel):
    """What comes from nobody's group: the team, a chair, voices that are not known."""

    comments: int
    airtime: float
    citations: int


class Equity(BaseModel):
    """Whether the groups of the panel are heard alike."""

    groups: list[GroupVoice]
    outside: VoiceOutside


class StageNow(BaseModel):
    """The stage that the study is in."""

    id: UUID
    label: str
    title: str


class Overview(BaseModel):
    """A study at a glance, and what waits for the reader."""

    stage: StageNow | None
    waiting: list[NextStep]
    recruitment: list[Recruitment]
    rounds: list[RoundListed]
    meetings: list[MeetingListed]
    mechanisms: MechanismCounts
    proposals: ProposalCounts
    evidence: EvidenceCounts
    equity: Equity


class HistoryFilter(BaseModel):
    """Which rows of a study's log are asked for; what is not sent does not narrow."""

    subject: str = Field(default="", pattern="^[a-z-]*$", max_length=40)
    member_id: UUID | None = None
    since: date | None = None
    until: date | None = Field(default=None, le=date(9998, 12, 31))
    before: UUID | None = Field(default=None, description="`next_before` of the page before")


class HistoryEntry(BaseModel):
    """Something that was done; of what the panel said and voted, never by whom."""

    id: UUID
    at: datetime
    tag: str
    person: str | None
    is_withheld: bool
    about: str
    reason: str


class History(BaseModel):
    """A page of a study's log, and where the next one begins."""

    entries: list[HistoryEntry]
    next_before: UUID | None
