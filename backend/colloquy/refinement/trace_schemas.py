"""The voices behind a version: who said what, where, and how it came into the theory."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from colloquy.methods.notation import Kind
from colloquy.refinement.models import ProposalKind, ProposalState
from colloquy.rounds.results.figures import ChoiceResult, RatingResult, VoteResult
from colloquy.texts.models import DocumentKind
from colloquy.theory.models import LineageKind
from colloquy.theory.schemas import VersionLabel, VersionRead

VoiceKind = Literal["excerpt", "comment"]


class AncestorRead(BaseModel):
    """A version that this one came from, the version it led to, and the proposal that decided it.

    `steps` counts the edges between; 0 is the version itself.
    """

    version: VersionLabel
    steps: int
    kind: LineageKind | None
    is_part: bool
    into_version_id: UUID | None
    proposal_id: UUID | None


class TracedProposal(BaseModel):
    """A proposal on the way to this version, or one that would change it."""

    id: UUID
    kind: ProposalKind
    title: str
    state: ProposalState
    decided_at: datetime | None
    decision_reason: str


class VoiceRead(BaseModel):
    """Somebody's words; `cited_in` names the proposals that rest on them.

    `stance` is a coder's for an excerpt, and the writer's own for a comment. The words
    can be heard in the recording, from `start_seconds` to `end_seconds`.
    """

    id: UUID
    kind: VoiceKind
    version_id: UUID | None
    is_earlier: bool
    quote: str
    before: str
    after: str
    stance: str | None
    element: Kind | None
    speaker: str | None
    group_id: UUID | None
    document_id: UUID
    document_kind: DocumentKind
    document_title: str
    segment_id: UUID
    recording_id: UUID | None
    start_seconds: float | None
    end_seconds: float | None
    at: datetime
    cited_in: list[UUID]


class AskedRead(BaseModel):
    """What a closed round found on this version or an earlier one."""

    round_id: UUID
    round_title: str
    closed_at: datetime | None
    version_id: UUID
    is_earlier: bool
    result: Annotated[RatingResult | VoteResult | ChoiceResult, Field(discriminator="kind")]


class Voices(BaseModel):
    """Every voice behind a version; `silent` are the groups that none of them belongs to."""

    version: VersionRead
    ancestors: list[AncestorRead]
    proposals: list[TracedProposal]
    voices: list[VoiceRead]
    asked: list[AskedRead]
    silent: list[UUID]
