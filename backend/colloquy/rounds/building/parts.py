"""Parts of a mechanism put before the panel: that they are there, and asked about once."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.errors import Conflict, FieldProblem, Invalid, NotFound
from colloquy.rounds.models import ItemKind, RoundItem
from colloquy.rounds.schemas import RoundItemIn
from colloquy.theory.reading import read_versions
from colloquy.theory.schemas import CmocRead, VersionRead

Subject = tuple[UUID | None, UUID | None, UUID | None, UUID | None]
"""What tells one part of a study's mechanisms from every other."""


async def check_subject(
    session: AsyncSession, actor: Actor, given: RoundItemIn, others: Iterable[RoundItem]
) -> None:
    """Refuse what is not this study's, not in its version, or in the round already."""
    if given.version_id is None:
        return
    found = await read_versions(session, actor.study_id, {given.version_id})
    version = found.get(given.version_id)
    if version is None:
        raise NotFound("There is no such version in this study.")
    _check_part(version, given)
    if _subject(given) in {_subject(other) for other in others}:
        what = "" if given.kind == ItemKind.VERSION else "This part of "
        raise Conflict(f"{what}“{version.title}” is in this round already.")


def has_lost_its_part(item: RoundItem) -> bool:
    """True when the part that an item asked about is gone: its draft was written anew."""
    return (
        (item.kind == ItemKind.CMOC and not item.cmoc_id)
        or (item.kind in (ItemKind.ELEMENT, ItemKind.LINK) and not item.element_id)
        or (item.kind == ItemKind.LINK and not item.to_element_id)
    )


def _check_part(version: VersionRead, given: RoundItemIn) -> None:
    if given.cmoc_id is None:
        return
    cmoc = next((each for each in version.cmocs if each.id == given.cmoc_id), None)
    if cmoc is None:
        raise NotFound(f"“{version.title}” has no such configuration.")
    places = _places(cmoc)
    wanted = [each for each in (given.element_id, given.to_element_id) if each]
    if not set(wanted) <= set(places):
        raise NotFound(f"That configuration of “{version.title}” has no such element.")
    if len(wanted) > 1 and places[wanted[0]] > places[wanted[1]]:
        raise Invalid(
            "A link leads from an element to one that comes after it.",
            [FieldProblem("to_element_id", "Choose an element further on.")],
        )


def _places(cmoc: CmocRead) -> dict[UUID, int]:
    return {element.id: place for place, element in enumerate(cmoc.elements)}


def _subject(of: RoundItem | RoundItemIn) -> Subject:
    return (of.version_id, of.cmoc_id, of.element_id, of.to_element_id)
