"""What goes out about tables that people bring."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from colloquy.access.permissions import Role

# good: will be taken in; present: is there already, so it is left as it is; problem: cannot be
Verdict = Literal["good", "present", "problem"]


class ColumnRead(BaseModel):
    """A column that is wanted."""

    name: str
    explanation: str
    is_required: bool
    is_found: bool


class MemberLine(BaseModel):
    """A person in the file, and whether they will be invited."""

    line: int
    verdict: Verdict
    message: str
    email: str
    name: str
    group: str
    group_id: UUID | None
    roles: list[Role]


class MechanismLine(BaseModel):
    """A mechanism in the file, and whether it will be taken in; each configuration as a sentence."""

    line: int
    verdict: Verdict
    message: str
    title: str
    definition: str
    plain_summary: str
    stage: str
    stage_id: UUID | None
    notation: str
    sentences: list[str]


class MembersPreview(BaseModel):
    """What a file of people would do."""

    columns: list[ColumnRead]
    unknown: list[str]
    lines: list[MemberLine]


class MechanismsPreview(BaseModel):
    """What a file of mechanisms would do."""

    columns: list[ColumnRead]
    unknown: list[str]
    lines: list[MechanismLine]


class MembersImported(BaseModel):
    """How many were invited, and the lines that were left out with their reasons."""

    taken: int
    left_out: list[MemberLine]


class MechanismsImported(BaseModel):
    """How many mechanisms were written, and the lines that were left out with their reasons."""

    taken: int
    left_out: list[MechanismLine]
