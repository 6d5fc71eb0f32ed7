"""What waits for the moderators of a study, round by round."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.comments.models import Comment
from colloquy.comments.queries import undecided_comments
from colloquy.core.clock import now
from colloquy.rounds import policy, queries
from colloquy.rounds.commenting.moderating import NOT_CARRIED, Carried, releasable
from colloquy.rounds.models import Round, RoundItem, RoundState
from colloquy.rounds.statements.queries import count_waiting_statements


async def count_awaiting_comments(session: AsyncSession, actor: Actor) -> dict[UUID, int]:
    """How many comments this moderator can still decide about, by closed round.

    Once the next round has opened, those on items that it asks about again are settled. A round
    whose outcome is published counts only while its next one is being made.
    """
    rounds = await queries.rounds(session, actor.study_id)
    next_of = {row.follows_id: row for row in rounds if row.follows_id}
    counted = [row for row in rounds if _is_read_yet(row, next_of.get(row.id))]
    undecided: defaultdict[UUID | None, list[tuple[Comment, None]]] = defaultdict(list)
    for comment in await undecided_comments(session, [row.id for row in counted]):
        undecided[comment.place_id].append((comment, None))
    items: defaultdict[UUID, list[RoundItem]] = defaultdict(list)
    for item in await queries.items(session, [row.id for row in rounds] if undecided else []):
        items[item.round_id].append(item)
    found = {
        row.id: len(
            releasable(
                actor,
                undecided[row.id],
                items[row.id],
                _carried(items, row, next_of.get(row.id)),
            )
        )
        for row in counted
    }
    return {round_id: count for round_id, count in found.items() if count}


async def count_awaiting_statements(session: AsyncSession, study_id: UUID) -> dict[UUID, int]:
    """How many statements of the panel nobody has accepted or refused, by round that takes votes."""
    moment = now()
    asking = [
        row.id
        for row in await queries.rounds(session, study_id)
        if policy.state_at(row, moment) in (RoundState.OPEN, RoundState.PAUSED)
    ]
    return dict(await count_waiting_statements(session, asking))


def _is_read_yet(round_: Round, after: Round | None) -> bool:
    """True while what was said in a closed round can still reach the panel."""
    if policy.state_at(round_, now()) != RoundState.CLOSED:
        return False
    return round_.feedback_at is None or (
        after is not None and not policy.is_put_before_panel(after, now())
    )


def _carried(
    items: Mapping[UUID, Sequence[RoundItem]], round_: Round, after: Round | None
) -> Carried:
    if after is None or not policy.is_put_before_panel(after, now()):
        return NOT_CARRIED
    kept = {item.carried_from_id for item in items[after.id]}
    return Carried(after.title, [item for item in items[round_.id] if item.id in kept])
