"""What comes in and goes out about templates: questions that are asked again and again."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from colloquy.rounds.models import QuestionKind
from colloquy.rounds.schemas import QuestionIn, ScaleRead

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class TemplateIn(BaseModel):
    """An instrument to keep under a name."""

    name: Name
    questions: list[QuestionIn] = Field(min_length=1, max_length=10)


class TemplateRename(BaseModel):
    """Another name for a template of the study's own."""

    name: Name


class TemplateApply(BaseModel):
    """Ask a template's questions about these items, in place of theirs; without items about all."""

    template_id: str = Field(max_length=60)
    item_ids: list[UUID] | None = Field(default=None, min_length=1, max_length=500)


class TemplateQuestion(BaseModel):
    """A question as it would be asked; an empty prompt takes the usual words of its kind."""

    kind: QuestionKind
    prompt: str
    scale: ScaleRead | None
    options: list[str]
    at_most: int | None


class TemplateRead(BaseModel):
    """An instrument: built in, or the study's own.

    One that `ranks_items` asks no item by itself: it adds one question that puts all in order.
    """

    id: str
    name: str
    is_own: bool
    ranks_items: bool
    questions: list[TemplateQuestion]
