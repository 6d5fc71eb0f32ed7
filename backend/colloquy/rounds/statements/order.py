"""Which statements a person is shown next, and in which order after that."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.core.kept import Kept
from colloquy.methods.opinion import next_statement, priority, tabulate
from colloquy.methods.opinion.plane import find_plane
from colloquy.methods.tallies import Vote
from colloquy.rounds.models import Round
from colloquy.rounds.statements import queries as statement_queries

NUMBERS = {Vote.AGREE: 1, Vote.DISAGREE: -1, Vote.PASS: 0}
PLANE_MINUTES = 5

_extremities: Kept[tuple[UUID, datetime], dict[str, float]] = Kept(at_most=100)


async def queue_for(
    session: AsyncSession, round_: Round, respondent: str, statements: Collection[UUID]
) -> list[UUID]:
    """Every statement that somebody has not voted on, in the order in which to show them.

    The whole order is told, so that one can go on without a connection.
    """
    counts = await statement_queries.vote_counts(session, round_.id)
    extremity = await _find_extremity(session, round_)
    priorities = {
        str(item_id): priority(
            counts[item_id][Vote.AGREE] if item_id in counts else 0,
            counts[item_id][Vote.DISAGREE] if item_id in counts else 0,
            counts[item_id][Vote.PASS] if item_id in counts else 0,
            extremity.get(str(item_id), 0.0),
        )
        for item_id in statements
    }
    voted = await statement_queries.voted_by(session, round_.id, [respondent])
    return order(priorities, {str(each) for each in voted}, respondent, round_.order_seed)


def order(
    priorities: Mapping[str, float], voted: Collection[str], person: str, seed: int
) -> list[UUID]:
    """Draw one statement after another, as if each were voted on once it has been shown."""
    seen = set(voted)
    found: list[UUID] = []
    while (drawn := next_statement(priorities, seen, person=person, seed=seed)) is not None:
        seen.add(drawn)
        found.append(UUID(drawn))
    return found


async def _find_extremity(session: AsyncSession, round_: Round) -> dict[str, float]:
    """How far each statement tells people apart, by the votes until the last five minutes began.

    So it is worked out at most once in five minutes, and is the same in every process.
    """
    moment = now()
    until = moment - timedelta(
        minutes=moment.minute % PLANE_MINUTES,
        seconds=moment.second,
        microseconds=moment.microsecond,
    )
    key = (round_.id, until)
    known = _extremities.find(key)
    if known is not None:
        return known
    rows = await statement_queries.votes(session, round_.id, before=until)

    def work_out() -> dict[str, float]:
        matrix = tabulate(
            (person, str(item_id), NUMBERS[Vote(vote)]) for person, item_id, vote, _ in rows if vote
        )
        if not matrix.people:
            return {}
        found = find_plane(matrix.votes).extremity
        return dict(zip(matrix.statements, (float(each) for each in found), strict=True))

    return await _extremities.work_out(key, work_out)
