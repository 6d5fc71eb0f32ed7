"""The state of a meeting without folding its whole log each time: what was folded before is kept.

A log is only ever added to, so what is kept stays true; the id of its last event is compared all
the same, since the database may have been put back to an earlier day.
"""

from collections import OrderedDict
from functools import reduce
from typing import NamedTuple
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.meetings import queries
from colloquy.meetings.log import as_events, has_appended
from colloquy.meetings.state import BEGINNING, LiveState, fold

KEPT = 64


class Folded(NamedTuple):
    """A state, and the number and the id of the last event in it."""

    seq: int
    last: UUID | None
    state: LiveState


NOTHING = Folded(0, None, BEGINNING)
EVERYTHING: frozenset[str] = frozenset()
_kept: OrderedDict[tuple[UUID, frozenset[str]], Folded] = OrderedDict()


async def read_state(session: AsyncSession, meeting_id: UUID) -> LiveState:
    """The state after the whole log."""
    return (await read_folded(session, meeting_id, hidden=EVERYTHING)).state


async def read_folded(session: AsyncSession, meeting_id: UUID, *, hidden: frozenset[str]) -> Folded:
    """The state after the whole log for somebody from whom these types of events are withheld."""
    before = _kept.get((meeting_id, hidden), NOTHING)
    rows = await queries.events(session, meeting_id, after=before.seq - 1)
    if before.seq and (not rows or rows[0].id != before.last):
        before, rows = NOTHING, await queries.events(session, meeting_id)
    new = [row for row in rows if row.seq > before.seq]
    if not new:
        return before
    seen = as_events(row for row in new if row.type not in hidden)
    folded = Folded(new[-1].seq, new[-1].id, reduce(fold, seen, before.state))
    # what this very transaction wrote may yet be taken back
    if not has_appended(session):
        _keep((meeting_id, hidden), folded)
    return folded


def _keep(key: tuple[UUID, frozenset[str]], folded: Folded) -> None:
    _kept[key] = folded
    _kept.move_to_end(key)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
