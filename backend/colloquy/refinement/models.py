"""Proposals to change the theory, the evidence they cite, and what was decided."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field

from colloquy.core.database import Moment, Row


class ProposalKind(StrEnum):
    """What a proposal does to the theory."""

    REVISE = "revise"
    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    FOLD_INTO = "fold_into"
    RETIRE = "retire"
    ARISE = "arise"


class ProposalState(StrEnum):
    """Whether a proposal has been decided."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Proposal(Row, table=True):
    """A change to the theory with its reason, put forward to be decided."""

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    stage_id: UUID = Field(foreign_key="stage.id")
    kind: str
    title: str
    rationale: str = ""
    state: str = ProposalState.OPEN
    proposed_by: UUID = Field(foreign_key="member.id")
    decided_by: UUID | None = Field(default=None, foreign_key="member.id")
    decided_at: datetime | None = Field(default=None, sa_type=Moment)
    decision_reason: str = ""
    decision_plain: str = Field(default="", description="the reason in plain words, for the panel")
    revision: int = Field(
        default=1, description="counts its edits: nobody decides what they missed"
    )
    client_id: UUID = Field(
        unique=True, description="made by the browser, so that a retry is harmless"
    )


class ProposalSubject(Row, table=True):
    """A version that a proposal starts from: what it was when the proposal was written."""

    __table_args__ = (UniqueConstraint("proposal_id", "version_id"),)

    proposal_id: UUID = Field(foreign_key="proposal.id", index=True, ondelete="CASCADE")
    position: int = 0
    version_id: UUID = Field(foreign_key="mechanism_version.id", index=True)
    is_target: bool = Field(default=False, description="what the others are folded into")
    revision: int = Field(description="of its words, since a draft is edited in place")


class ProposalOutcome(Row, table=True):
    """A version that a proposal makes when it is accepted.

    `mechanism_id` is empty for a new mechanism; `cmocs` is what `theory` takes in.
    """

    proposal_id: UUID = Field(foreign_key="proposal.id", index=True, ondelete="CASCADE")
    position: int = 0
    mechanism_id: UUID | None = Field(default=None, foreign_key="mechanism.id")
    title: str
    definition: str = ""
    plain_summary: str = ""
    cmocs: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    made_version_id: UUID | None = Field(
        default=None, foreign_key="mechanism_version.id", index=True
    )


class ProposalEvidence(Row, table=True):
    """An excerpt that a proposal cites."""

    __table_args__ = (UniqueConstraint("proposal_id", "coding_id"),)

    proposal_id: UUID = Field(foreign_key="proposal.id", index=True, ondelete="CASCADE")
    coding_id: UUID = Field(foreign_key="coding.id", index=True)
    note: str = ""


class DecidedEdge(Row, table=True):
    """A lineage edge that an accepted proposal made."""

    proposal_id: UUID = Field(foreign_key="proposal.id", index=True, ondelete="CASCADE")
    edge_id: UUID = Field(foreign_key="lineage_edge.id", index=True, ondelete="CASCADE")


class Consideration(Row, table=True):
    """That somebody's words were considered and not followed, and why.

    Of one segment where several people speak in a document, else of the whole document.
    """

    __table_args__ = (
        Index(
            "uq_consideration_document_id",
            "document_id",
            unique=True,
            sqlite_where=text("segment_id IS NULL"),
            postgresql_where=text("segment_id IS NULL"),
        ),
    )

    study_id: UUID = Field(foreign_key="study.id", index=True, ondelete="CASCADE")
    document_id: UUID = Field(foreign_key="document.id", index=True, ondelete="CASCADE")
    segment_id: UUID | None = Field(
        default=None, foreign_key="segment.id", unique=True, ondelete="CASCADE"
    )
    member_id: UUID = Field(foreign_key="member.id")
    reason: str
