"""What comes in and goes out about mechanisms, their versions, lineage and sources."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from colloquy.methods.notation import Kind, Polarity
from colloquy.theory.models import Level, LineageKind, Presence

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]

Status = Literal["draft", "frozen", "retired"]
Change = Literal["same", "changed", "gone", "new"]


class ElementIn(BaseModel):
    """One context, resource, reasoning or outcome."""

    kind: Kind
    polarity: Polarity | None = None
    text: Words


class CmocIn(BaseModel):
    """A configuration as elements, or as notation that may hold several configurations."""

    elements: list[ElementIn] = Field(default_factory=list[ElementIn], max_length=60)
    notation: str = Field(default="", max_length=20000)
    level: Level | None = None
    tells_of: Presence = Presence.PRESENT

    @model_validator(mode="after")
    def says_something(self) -> "CmocIn":
        """Refuse an empty configuration, and one that is written in both ways."""
        if bool(self.elements) == bool(self.notation.strip()):
            raise ValueError("Write the configuration as elements or as notation, not as both.")
        return self


class VersionIn(BaseModel):
    """The words of a version; `papers` left out keeps the count of the version before."""

    title: Title
    definition: str = Field(default="", max_length=20000)
    plain_summary: str = Field(default="", max_length=5000)
    change_note: Note = ""
    papers: int | None = Field(default=None, ge=0, le=100000)
    cmocs: list[CmocIn] = Field(default_factory=list[CmocIn], max_length=100)


class MechanismCreate(VersionIn):
    """A new mechanism; without a stage it enters the current one."""

    stage_id: UUID | None = None
    arises_from: Note = Field(default="", description="where it came from: panel, literature, data")


class VersionSave(VersionIn):
    """An edit, with the version and the revision that its writer had before them."""

    based_on: UUID
    revision: int
    stage_id: UUID | None = None


class ElementRead(BaseModel):
    """One element of a configuration."""

    id: UUID
    kind: Kind
    polarity: Polarity | None
    text: str


class CmocRead(BaseModel):
    """A configuration with its notation and its plain sentence."""

    id: UUID
    level: Level | None
    tells_of: Presence
    notation: str
    sentence: str
    elements: list[ElementRead]


class VersionRead(BaseModel):
    """What a mechanism said at a time."""

    id: UUID
    mechanism_id: UUID
    number: int
    stage_id: UUID
    stage_label: str
    title: str
    definition: str
    plain_summary: str
    change_note: str
    papers: int | None
    revision: int
    saved_at: datetime
    saved_by: str
    is_frozen: bool
    frozen_because: str
    created_at: datetime
    cmocs: list[CmocRead]


class MechanismRead(BaseModel):
    """A mechanism with its newest version that the reader may see."""

    id: UUID
    position: int
    status: Status
    retired_at: datetime | None
    current: VersionRead


class VersionLabel(BaseModel):
    """Enough of a version to name it."""

    id: UUID
    mechanism_id: UUID
    number: int
    title: str
    stage_id: UUID
    stage_label: str


class EdgeRead(BaseModel):
    """How a version came from another; one end is empty where a line begins or ends."""

    id: UUID
    kind: LineageKind
    is_part: bool
    note: str
    before: VersionLabel | None
    after: VersionLabel | None


class EdgeCreate(BaseModel):
    """A link of the lineage, written by hand."""

    kind: LineageKind
    from_version_id: UUID | None = None
    to_version_id: UUID | None = None
    is_part: bool = False
    note: Note = ""


class RetireNote(BaseModel):
    """Why a mechanism is retired."""

    note: Note = ""


class SourceCreate(BaseModel):
    """A paper, report or other document."""

    citation: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)
    ]
    doi: str = Field(default="", max_length=300)
    year: int | None = Field(default=None, ge=1500, le=2200)


class SourceRead(BaseModel):
    """A paper, report or other document."""

    id: UUID
    citation: str
    doi: str
    year: int | None


class SourceLinkCreate(BaseModel):
    """What a source says behind a version."""

    source_id: UUID
    extract: str = Field(default="", max_length=10000)
    page: str = Field(default="", max_length=60)


class SourceLinkRead(BaseModel):
    """A source behind a version, with what it says there."""

    id: UUID
    version_id: UUID
    extract: str
    page: str
    source: SourceRead


class MechanismDetail(BaseModel):
    """A mechanism whole: its versions, newest first, its lineage and its sources."""

    id: UUID
    position: int
    status: Status
    retired_at: datetime | None
    versions: list[VersionRead]
    edges: list[EdgeRead]
    sources: list[SourceLinkRead]


class PieceRead(BaseModel):
    """A stretch of text that is in both versions, only in the first, or only in the second."""

    kind: Literal["same", "gone", "new"]
    text: str


class CmocFacts(BaseModel):
    """What a configuration speaks of, beside its words."""

    level: Level | None
    tells_of: Presence


class CmocDifference(BaseModel):
    """A configuration in two versions, or in one of them; `pieces` are of its notation."""

    change: Change
    before: CmocFacts | None
    after: CmocFacts | None
    pieces: list[PieceRead]


class VersionDifferences(BaseModel):
    """What changed between two versions; without a `before` everything is new."""

    before: VersionLabel | None
    after: VersionLabel | None
    title: list[PieceRead]
    definition: list[PieceRead]
    plain_summary: list[PieceRead]
    cmocs: list[CmocDifference]


class LineageStage(BaseModel):
    """A column of the lineage."""

    id: UUID
    label: str
    title: str


class LineageNode(VersionLabel):
    """A version in the lineage."""

    papers: int | None
    is_frozen: bool
    is_retired: bool


class Lineage(BaseModel):
    """Stages as columns, versions as nodes, and what joins them."""

    stages: list[LineageStage]
    nodes: list[LineageNode]
    edges: list[EdgeRead]


class NotationIn(BaseModel):
    """Notation to be read."""

    text: str = Field(max_length=50000)


class ToldElement(BaseModel):
    """An element of a configuration that is not stored."""

    kind: Kind
    polarity: Polarity | None
    text: str


class Told(BaseModel):
    """A configuration as elements, as notation and as a plain sentence."""

    elements: list[ToldElement]
    notation: str
    sentence: str


class Parsed(BaseModel):
    """Every configuration of a text."""

    cmocs: list[Told]


class ElementsIn(BaseModel):
    """Elements to be written as notation."""

    elements: list[ElementIn] = Field(min_length=1, max_length=60)
