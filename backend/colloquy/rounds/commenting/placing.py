"""Under which item of a round a comment belongs. Pure: no database."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from colloquy.comments.models import Comment, Target
from colloquy.rounds.models import ItemKind, RoundItem

Row = TypeVar("Row", bound=tuple[Comment, object])


def item_of(comment: Comment, items: Sequence[RoundItem]) -> RoundItem | None:
    """The one of these items that a comment is about.

    A comment made on an item stands there or nowhere. One on a version is about the element whose
    words were chosen, else about the whole version, else about its first part here; so it stands
    in one place, however many parts are asked about.
    """
    made_on = next((item for item in items if item.id == comment.target_id), None)
    if made_on or comment.target == Target.ITEM:
        return made_on
    versions = {each for each in (comment.target_id, comment.version_id) if each}
    return _of_version(comment, [item for item in items if item.version_id in versions])


def by_item(rows: Iterable[Row], items: Sequence[RoundItem]) -> dict[UUID, list[Row]]:
    """Comments by item; what is about none of these items is left out."""
    placed: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        if item := item_of(row[0], items):
            placed[item.id].append(row)
    return placed


def _of_version(comment: Comment, items: Sequence[RoundItem]) -> RoundItem | None:
    chosen = (item for item in items if item.element_id and str(item.element_id) == comment.part)
    whole = (item for item in items if item.kind == ItemKind.VERSION)
    return next(chosen, None) or next(whole, None) or next(iter(items), None)
