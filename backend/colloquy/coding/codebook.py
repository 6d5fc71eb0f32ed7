"""The codebook: a tree of codes that is made, reordered and retired, never lost."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.coding import policy, queries
from colloquy.coding.models import Code
from colloquy.coding.schemas import CodeCreate, CodeUpdate
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, NotFound


async def create_code(session: AsyncSession, actor: Actor, given: CodeCreate) -> Code:
    """Add a code below another or at the top; siblings bear different names."""
    codes = await queries.codes(session, actor.study_id)
    if given.parent_id:
        _pick(codes, given.parent_id)
    siblings = _siblings(codes, given.parent_id)
    _refuse_namesake(siblings, given.name)
    code = Code(
        study_id=actor.study_id,
        parent_id=given.parent_id,
        name=given.name,
        description=given.description,
        colour=given.colour,
        position=len(siblings),
    )
    session.add(code)
    await session.flush()
    record(session, actor, "coding:code:created", code.id, name=code.name)
    return code


async def update_code(
    session: AsyncSession, actor: Actor, code_id: UUID, given: CodeUpdate
) -> Code:
    """Rename, describe, colour, move, retire or bring back a code."""
    codes = await queries.codes(session, actor.study_id)
    code = _pick(codes, code_id)
    if given.description is not None:
        code.description = given.description
    if given.colour is not None:
        code.colour = given.colour
    if given.name is not None or _moves(given):
        _rename_and_move(codes, code, given)
    if given.is_retired is not None:
        _retire(codes, code) if given.is_retired else _bring_back(codes, code)
    session.add_all(codes)
    record(session, actor, "coding:code:updated", code.id, fields=sorted(given.model_fields_set))
    return code


async def find_usable_code(session: AsyncSession, study_id: UUID, code_id: UUID) -> Code:
    """A code of this study that may be put on a passage."""
    code = _pick(await queries.codes(session, study_id), code_id)
    if policy.is_retired(code):
        raise Conflict(
            f"“{code.name}” is retired. Bring it back in the codebook, or choose another."
        )
    return code


def with_descendants(codes: Sequence[Code], code_id: UUID) -> set[UUID]:
    """A code and everything below it."""
    below: defaultdict[UUID | None, list[UUID]] = defaultdict(list)
    for code in codes:
        below[code.parent_id].append(code.id)
    found, waiting = {code_id}, [code_id]
    while waiting:
        for child in below[waiting.pop()]:
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found


def _pick(codes: Sequence[Code], code_id: UUID) -> Code:
    for code in codes:
        if code.id == code_id:
            return code
    raise NotFound("There is no such code in this study's codebook.")


def _siblings(codes: Sequence[Code], parent_id: UUID | None) -> list[Code]:
    return [code for code in codes if code.parent_id == parent_id]


def _refuse_namesake(siblings: Sequence[Code], name: str) -> None:
    if any(other.name.casefold() == name.casefold() for other in siblings):
        raise Conflict(f"There is already a code “{name}” here. Choose another name.")


def _moves(given: CodeUpdate) -> bool:
    return bool({"parent_id", "position"} & given.model_fields_set)


def _rename_and_move(codes: Sequence[Code], code: Code, given: CodeUpdate) -> None:
    parent_id = given.parent_id if "parent_id" in given.model_fields_set else code.parent_id
    if parent_id:
        _pick(codes, parent_id)
        if parent_id in with_descendants(codes, code.id):
            raise Conflict(f"“{code.name}” cannot be put below itself.")
    siblings = [other for other in _siblings(codes, parent_id) if other.id != code.id]
    code.name = given.name or code.name
    _refuse_namesake(siblings, code.name)
    if _moves(given):
        place = len(siblings) if given.position is None else given.position
        siblings.insert(place, code)
        code.parent_id = parent_id
        for position, sibling in enumerate(siblings):
            sibling.position = position


def _retire(codes: Sequence[Code], code: Code) -> None:
    at = now()
    below = with_descendants(codes, code.id)
    for other in codes:
        if other.id in below and not policy.is_retired(other):
            other.retired_at = at


def _bring_back(codes: Sequence[Code], code: Code) -> None:
    """Bring a code back with those that were retired together with it, and those above it."""
    at, below = code.retired_at, with_descendants(codes, code.id)
    for other in codes:
        if other.id in below and other.retired_at == at:
            other.retired_at = None
    by_id = {other.id: other for other in codes}
    above = code.parent_id
    while above:
        by_id[above].retired_at = None
        above = by_id[above].parent_id
