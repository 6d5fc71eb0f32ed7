"""The order in which a person meets the items of a round."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from colloquy.methods.shuffling import shuffled
from colloquy.rounds.models import ItemKind, ItemOrder, Round
from colloquy.rounds.schemas import RoundItemRead

Items = Sequence[RoundItemRead]


def order_for(round_: Round, person_id: UUID, items: Items) -> list[RoundItemRead]:
    """The items as this person meets them; results and builders keep the fixed order.

    Shuffled, the parts of one version stay together in the order they were built, mechanisms stay
    with mechanisms and statements with statements. Free texts keep out of it: those that were put
    first stay first, others come last.
    """
    if round_.item_order != ItemOrder.SHUFFLED:
        return list(items)
    opening = _opening_texts(items)
    rest = items[len(opening) :]
    closing = [item for item in rest if item.kind == ItemKind.TEXT]
    middle = [
        block
        for family in _families(item for item in rest if item.kind != ItemKind.TEXT)
        for block in shuffled(family, round_.order_seed, str(person_id))
    ]
    return [*opening, *(item for block in middle for item in block), *closing]


def _opening_texts(items: Items) -> list[RoundItemRead]:
    first = next((place for place, item in enumerate(items) if item.kind != ItemKind.TEXT), None)
    return list(items[:first])


def _families(items: Iterable[RoundItemRead]) -> list[list[list[RoundItemRead]]]:
    """Mechanisms and statements, whichever was put first; each as blocks that stay together."""
    families: dict[bool, dict[UUID, list[RoundItemRead]]] = {}
    for item in items:
        blocks = families.setdefault(item.version is not None, {})
        blocks.setdefault(item.version.id if item.version else item.id, []).append(item)
    return [list(blocks.values()) for blocks in families.values()]
