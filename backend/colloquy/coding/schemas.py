"""What comes in and goes out about the codebook, codings and excerpts."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from colloquy.coding.models import CodingStance
from colloquy.methods.notation import Kind
from colloquy.texts.models import DocumentKind

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Colour = Annotated[str, StringConstraints(to_lower=True, pattern=r"^#[0-9a-fA-F]{6}$")]
Memo = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10000)]


class CodeCreate(BaseModel):
    """A new code, put last among its siblings."""

    name: Name
    description: str = Field(default="", max_length=5000)
    colour: Colour = "#5a6472"
    parent_id: UUID | None = None


class CodeUpdate(BaseModel):
    """What is not sent stays; `parent_id` null moves a code to the top."""

    name: Name | None = None
    description: str | None = Field(default=None, max_length=5000)
    colour: Colour | None = None
    parent_id: UUID | None = None
    position: int | None = Field(
        default=None, ge=0, description="the place among the siblings, from 0"
    )
    is_retired: bool | None = None


class CodeRead(BaseModel):
    """A code; `coding_count` counts its own codings, without those of the codes below it."""

    id: UUID
    parent_id: UUID | None
    name: str
    description: str
    colour: str
    position: int
    is_retired: bool
    coding_count: int


class CodingCreate(BaseModel):
    """A passage to be coded; with the same `client_id` it is coded once, however often sent."""

    client_id: UUID
    segment_id: UUID
    start: int = Field(ge=0, description="code points of the segment, from 0")
    end: int = Field(gt=0, description="one past the last code point")
    quote: str | None = Field(
        default=None, description="the words as the coder saw them; refused if they have changed"
    )
    code_id: UUID | None = None
    mechanism_id: UUID | None = None
    element: Kind | None = None
    stance: CodingStance | None = None
    memo: Memo = ""

    @model_validator(mode="after")
    def _says_what_of(self) -> Self:
        if self.code_id is None and self.mechanism_id is None:
            raise ValueError("Choose a code or a mechanism.")
        return self


class CodingUpdate(BaseModel):
    """What is not sent stays; a new place gives an orphan its words back."""

    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, gt=0)
    code_id: UUID | None = None
    mechanism_id: UUID | None = None
    element: Kind | None = None
    stance: CodingStance | None = None
    memo: Memo | None = None

    @model_validator(mode="after")
    def _knows_both_ends(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("A passage has a start and an end.")
        return self


class CodingRead(BaseModel):
    """A code on a passage by a coder; the places of an orphan are those its words had."""

    id: UUID
    client_id: UUID
    document_id: UUID
    segment_id: UUID
    start: int
    end: int
    quote: str
    is_orphan: bool
    code_id: UUID | None
    mechanism_id: UUID | None
    version_id: UUID | None
    element: Kind | None
    stance: CodingStance | None
    memo: str
    coder_id: UUID
    coder_name: str
    can_change: bool
    created_at: datetime


class DocumentCount(BaseModel):
    """How much of a document is coded."""

    document_id: UUID
    codings: int
    orphans: int


class ExcerptFilter(BaseModel):
    """Which excerpts: everything that is set must hold; a code stands for those below it too."""

    code_id: UUID | None = None
    mechanism_id: UUID | None = None
    version_id: UUID | None = None
    group_id: UUID | None = None
    without_group: bool = False
    document_id: UUID | None = None
    kind: DocumentKind | None = None
    stance: CodingStance | None = None
    element: Kind | None = None
    coder_id: UUID | None = None
    is_orphan: bool | None = None


class ExcerptQuery(ExcerptFilter):
    """A filter, and which part of what it finds."""

    offset: int = Field(default=0, ge=0)
    limit: int = Field(default=100, ge=1, le=500)


class CodeNamed(BaseModel):
    """A code, as an excerpt shows it."""

    id: UUID
    name: str
    colour: str


class DocumentNamed(BaseModel):
    """A document, as an excerpt shows it."""

    id: UUID
    kind: DocumentKind
    title: str
    occurred_at: datetime | None


class ExcerptRead(BaseModel):
    """A coded passage with what stands around it, who said it and what it does to the theory."""

    coding_id: UUID
    quote: str
    before: str
    after: str
    memo: str
    code: CodeNamed | None
    mechanism_id: UUID | None
    version_id: UUID | None
    element: Kind | None
    stance: CodingStance | None
    document: DocumentNamed
    segment_id: UUID
    start_seconds: float | None
    speaker_label: str | None
    member_id: UUID | None
    group_id: UUID | None
    coder_id: UUID
    coder_name: str
    created_at: datetime
    is_orphan: bool


class GroupCount(BaseModel):
    """How often a stakeholder group is heard in the excerpts; no group: not known who spoke."""

    group_id: UUID | None
    excerpts: int
    people: int
    supports: int
    challenges: int
    refines: int
    extends: int


class ExcerptPage(BaseModel):
    """Excerpts in the order of their documents; the counts are of all that the filter finds."""

    total: int
    excerpts: list[ExcerptRead]
    by_group: list[GroupCount]
