"""Taking out of an unlinkable round's answers what could still lead to a person.

While a round is open the time of an answer decides which of two stands. At the close the times go,
and the rows are written anew in a random order, since the order of writing is a time too.
"""

import secrets
from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.methods.tallies import showable_groups
from colloquy.rounds import queries
from colloquy.rounds.models import Participation, Response, Round
from colloquy.studies.models import Study


async def unlink_answers(session: AsyncSession, round_: Round) -> None:
    """Give every answer of a round one time and a random place, and small groups no name."""
    rows = await queries.all_responses(session, round_.id)
    parts = await queries.participations(session, [round_.id])
    named = await _groups_large_enough(session, round_, parts)
    moment = round_.closed_at or now()
    fresh = [
        _unlinked(row)
        | {
            "created_at": moment,
            "answered_at": moment,
            "saved_at": moment,
            "group_id": row.group_id if row.group_id in named else None,
        }
        for row in rows
    ]
    for row in rows:
        session.expunge(row)
    secrets.SystemRandom().shuffle(fresh)
    await queries.write_anew(session, round_.id, fresh)
    for part in parts:
        part.created_at = moment
        part.finished_at = moment if part.finished_at else None
        session.add(part)


def _unlinked(row: Response) -> dict[str, Any]:
    return row.model_dump() | {
        "id": uuid4(),
        "member_id": None,
        "is_late": False,
        "entered_by": None,
        "entered_how": "",
        "given_on": None,
    }


async def _groups_large_enough(
    session: AsyncSession, round_: Round, parts: Sequence[Participation]
) -> set[UUID | None]:
    """The groups that so many took part in that the group alone points at nobody."""
    study = await session.get_one(Study, round_.study_id)
    sizes = Counter(str(part.group_id) for part in parts)
    shown = showable_groups(sizes, study.suppress_below)
    return {part.group_id for part in parts if str(part.group_id) in shown}
