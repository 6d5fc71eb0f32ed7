"""What comes in and goes out about proposals, decisions and considerations."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from colloquy.coding.schemas import ExcerptRead
from colloquy.refinement.models import ProposalKind, ProposalState
from colloquy.texts.models import DocumentKind
from colloquy.theory.models import Level, LineageKind, Presence
from colloquy.theory.schemas import (
    CmocIn,
    ElementIn,
    Title,
    VersionDifferences,
    VersionLabel,
    VersionRead,
)

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Verdict = Literal[ProposalState.ACCEPTED, ProposalState.REJECTED]
Standing = Literal["current", "edited", "overtaken", "retired"]


class OutcomeIn(BaseModel):
    """A version that a proposal would make; `mechanism_id` is the mechanism that it carries on."""

    mechanism_id: UUID | None = None
    title: Title
    definition: str = Field(default="", max_length=20000)
    plain_summary: str = Field(default="", max_length=5000)
    cmocs: list[CmocIn] = Field(default_factory=list[CmocIn], max_length=100)


class EvidenceIn(BaseModel):
    """An excerpt that a proposal cites, and what it shows."""

    coding_id: UUID
    note: str = Field(default="", max_length=2000)


class ProposalWrite(BaseModel):
    """A proposal's words; `target_id` is the version that the others are folded into."""

    kind: ProposalKind
    title: Title
    rationale: Reason
    stage_id: UUID | None = None
    subjects: list[UUID] = Field(default_factory=list[UUID], max_length=50)
    target_id: UUID | None = None
    outcomes: list[OutcomeIn] = Field(default_factory=list[OutcomeIn], max_length=50)
    evidence: list[EvidenceIn] = Field(default_factory=list[EvidenceIn], max_length=500)


class ProposalCreate(ProposalWrite):
    """A new proposal; the browser's id makes a retry harmless."""

    client_id: UUID


class ProposalEdit(ProposalWrite):
    """A proposal written anew over the revision that its writer had before them."""

    revision: int


class Decision(BaseModel):
    """Yes or no, why, and why in plain words for the panel, over the revision that was read."""

    verdict: Verdict
    reason: Reason
    plain_reason: Reason
    revision: int


class Seen(BaseModel):
    """A newest version, and the revision of its words, that a person has looked at."""

    version_id: UUID
    revision: int


class BringUpToDate(BaseModel):
    """The newest words that the proposal shall start from from now on."""

    seen: list[Seen] = Field(min_length=1, max_length=51)


class PersonRead(BaseModel):
    """A member of the team by name."""

    id: UUID
    name: str


class SubjectRead(BaseModel):
    """A version that a proposal starts from, and what has happened to its mechanism since.

    `newest` is the version to look at when the standing is not "current"; `since` says in a
    sentence what came between.
    """

    version: VersionRead
    is_target: bool
    standing: Standing
    since: str
    newest: VersionRead | None
    changes_since: VersionDifferences | None


class CmocTold(BaseModel):
    """A proposed configuration with its notation and its plain sentence."""

    level: Level | None
    tells_of: Presence
    elements: list[ElementIn]
    notation: str
    sentence: str


class OutcomeRead(BaseModel):
    """A version that a proposal would make, set against each version that it starts from."""

    id: UUID
    mechanism_id: UUID | None
    title: str
    definition: str
    plain_summary: str
    cmocs: list[CmocTold]
    differences: list[VersionDifferences]
    made: VersionLabel | None


class EvidenceRead(BaseModel):
    """An excerpt that a proposal cites, and what it shows."""

    coding_id: UUID
    note: str
    excerpt: ExcerptRead


class DecidedEdgeRead(BaseModel):
    """An edge of the lineage that an accepted proposal drew."""

    id: UUID
    kind: LineageKind
    is_part: bool
    before: VersionLabel | None
    after: VersionLabel | None


class DecisionRead(BaseModel):
    """What was decided, by whom and why."""

    verdict: Verdict
    by: PersonRead
    at: datetime
    reason: str
    plain_reason: str


class ProposalListed(BaseModel):
    """A proposal in a list."""

    id: UUID
    kind: ProposalKind
    title: str
    state: ProposalState
    stage_label: str
    proposed_by: PersonRead
    created_at: datetime
    decided_at: datetime | None
    subjects: list[VersionLabel]
    evidence: int
    is_out_of_date: bool


class ProposalRead(BaseModel):
    """A proposal whole, with what the reader may do with it."""

    id: UUID
    kind: ProposalKind
    title: str
    rationale: str
    state: ProposalState
    revision: int
    stage_id: UUID
    stage_label: str
    proposed_by: PersonRead
    created_at: datetime
    decision: DecisionRead | None
    subjects: list[SubjectRead]
    outcomes: list[OutcomeRead]
    evidence: list[EvidenceRead]
    edges: list[DecidedEdgeRead]
    is_out_of_date: bool
    can_edit: bool
    can_decide: bool


class ConsiderationWrite(BaseModel):
    """Why words were considered and not followed; of one segment, or of the whole document."""

    segment_id: UUID | None = None
    reason: Reason


class ConsiderationRead(BaseModel):
    """That somebody's words were considered and not followed, and why."""

    id: UUID
    document_id: UUID
    segment_id: UUID | None
    reason: str
    by: PersonRead
    at: datetime


class UnansweredRead(BaseModel):
    """Words of a panel member that were neither cited nor considered yet."""

    document_id: UUID
    document_kind: DocumentKind
    document_title: str
    segment_id: UUID
    words: str
    speaker: str
    group_id: UUID | None
    version_id: UUID | None
    at: datetime


class UnansweredPage(BaseModel):
    """The oldest unanswered words; the total is of all."""

    total: int
    words: list[UnansweredRead]
