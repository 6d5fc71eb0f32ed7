"""Templates: instruments kept under a name, for one study."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Conflict, FieldProblem, NotFound
from colloquy.rounds.asking import option_labels, scale_of_new
from colloquy.rounds.building import template_queries
from colloquy.rounds.building.instruments import INSTRUMENTS, Instrument
from colloquy.rounds.building.template_schemas import (
    TemplateIn,
    TemplateQuestion,
    TemplateRead,
    TemplateRename,
)
from colloquy.rounds.models import RoundTemplate
from colloquy.rounds.schemas import QuestionIn


async def list_templates(session: AsyncSession, study_id: UUID) -> list[TemplateRead]:
    """The built-in instruments, then the study's own by name."""
    own = await template_queries.templates(session, study_id)
    return [
        *(_read(each, is_own=False) for each in INSTRUMENTS),
        *(_read(_instrument(row), is_own=True) for row in own),
    ]


async def find_instrument(session: AsyncSession, study_id: UUID, template_id: str) -> Instrument:
    """A built-in instrument or one of the study's own, or `NotFound`."""
    own = [_instrument(row) for row in await template_queries.templates(session, study_id)]
    found = next((each for each in (*INSTRUMENTS, *own) if each.id == template_id), None)
    if found is None:
        raise NotFound("There is no such template in this study.")
    return found


async def save_template(session: AsyncSession, actor: Actor, given: TemplateIn) -> TemplateRead:
    """Keep questions under a name that no other template of the study has."""
    row = RoundTemplate(
        study_id=actor.study_id,
        name=given.name,
        questions=[question.model_dump(mode="json") for question in given.questions],
    )
    await _write(session, row, given.name)
    record(session, actor, "round:template:saved", row.id, name=row.name)
    return _read(_instrument(row), is_own=True)


async def rename_template(
    session: AsyncSession, actor: Actor, template_id: UUID, given: TemplateRename
) -> TemplateRead:
    """Give a template of the study's own another name."""
    row = await _find_own(session, actor, template_id)
    await _write(session, row, given.name)
    record(session, actor, "round:template:renamed", row.id, name=row.name)
    return _read(_instrument(row), is_own=True)


async def remove_template(session: AsyncSession, actor: Actor, template_id: UUID) -> None:
    """Forget a template of the study's own; what was asked with it stays as it is."""
    row = await _find_own(session, actor, template_id)
    await session.delete(row)
    record(session, actor, "round:template:removed", row.id, name=row.name)


async def _find_own(session: AsyncSession, actor: Actor, template_id: UUID) -> RoundTemplate:
    row = await template_queries.template(session, actor.study_id, template_id)
    if row is None:
        raise NotFound("There is no such template of this study's own.")
    return row


async def _write(session: AsyncSession, row: RoundTemplate, name: str) -> None:
    others = await template_queries.templates(session, row.study_id)
    taken = {other.name.casefold() for other in others if other.id != row.id}
    taken |= {each.name.casefold() for each in INSTRUMENTS}
    if name.casefold() in taken:
        raise _taken(name)
    try:
        async with session.begin_nested():
            row.name = name
            session.add(row)
    except IntegrityError as error:  # somebody took the name at the same moment
        raise _taken(name) from error


def _taken(name: str) -> Conflict:
    return Conflict(
        f"There is a template called “{name}” already. Choose another name.",
        [FieldProblem("name", "Choose another name.")],
    )


def _instrument(row: RoundTemplate) -> Instrument:
    questions = tuple(QuestionIn.model_validate(question) for question in row.questions)
    return Instrument(str(row.id), row.name, questions)


def _read(instrument: Instrument, *, is_own: bool) -> TemplateRead:
    return TemplateRead(
        id=instrument.id,
        name=instrument.name,
        is_own=is_own,
        ranks_items=instrument.ranks_items,
        questions=[
            TemplateQuestion(
                kind=each.kind,
                prompt=each.prompt,
                scale=scale_of_new(each),
                options=option_labels(each),
                at_most=each.at_most,
            )
            for each in instrument.questions
        ],
    )
