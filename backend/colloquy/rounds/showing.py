"""What everybody who may see a round is shown of it, in the same words."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.rounds import policy
from colloquy.rounds.answering.saving import Saved
from colloquy.rounds.answering.schemas import ResponseRead, SavedRead
from colloquy.rounds.asking import read_question, seconds_for
from colloquy.rounds.models import ItemKind, Response, Round
from colloquy.rounds.plans import Plan
from colloquy.rounds.schemas import RoundBrief, RoundItemRead
from colloquy.theory.reading import read_versions
from colloquy.theory.schemas import VersionRead


def brief_of(round_: Round, moment: datetime) -> RoundBrief:
    """A round in short, in the state that holds at this moment."""
    return RoundBrief(
        id=round_.id,
        title=round_.title,
        state=policy.state_at(round_, moment),
        closes_at=round_.closes_at,
        ended_at=policy.ended_at(round_, moment),
    )


async def read_items(session: AsyncSession, plan: Plan) -> list[RoundItemRead]:
    """What a round asks about, in order, each with its version whole."""
    wanted = {item.version_id for item in plan.items if item.version_id}
    versions = await read_versions(session, plan.round_.study_id, wanted) if wanted else {}
    return [
        RoundItemRead(
            id=item.id,
            position=position,
            kind=ItemKind(item.kind),
            version=versions.get(item.version_id) if item.version_id else None,
            cmoc_id=item.cmoc_id,
            element_id=item.element_id,
            to_element_id=item.to_element_id,
            statement=item.statement,
            carried_from_id=item.carried_from_id,
            seconds=seconds_for(item, plan.questions.get(item.id, [])),
            questions=[read_question(row) for row in plan.questions.get(item.id, [])],
        )
        for position, item in enumerate(plan.items)
    ]


class Named(Protocol):
    """What is known of an item that can be called by a name."""

    @property
    def version(self) -> VersionRead | None: ...
    @property
    def cmoc_id(self) -> UUID | None: ...
    @property
    def element_id(self) -> UUID | None: ...
    @property
    def to_element_id(self) -> UUID | None: ...
    @property
    def statement(self) -> str: ...


def name_of(item: Named) -> str:
    """What an item is called where there is room for a line: its title, or its own words."""
    version = item.version
    if version is None:
        return item.statement
    cmoc = next((each for each in version.cmocs if each.id == item.cmoc_id), None)
    if cmoc is None:
        return version.title
    if item.element_id is None:
        return cmoc.sentence
    ends = (item.element_id, item.to_element_id)
    return " → ".join(element.text for element in cmoc.elements if element.id in ends)


def read_response(row: Response) -> ResponseRead:
    """An answer as its giver sees it."""
    return ResponseRead.model_validate(row, from_attributes=True)


def read_saved(saved: Saved) -> SavedRead:
    """The answer that stands, for whoever has just sent one."""
    return SavedRead.model_validate(
        saved.standing._asdict() | {"is_yours": saved.is_yours, "overwrote": saved.overwrote}
    )
