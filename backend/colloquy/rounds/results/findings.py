"""What the team makes of an item's result, beyond the rule, and whom it quotes on it."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Invalid, NotFound
from colloquy.rounds import queries
from colloquy.rounds.models import ItemFinding, Round
from colloquy.rounds.results import queries as results_queries
from colloquy.rounds.results.figures import FindingIn
from colloquy.rounds.results.reading import refuse_unless_closed


async def set_finding(
    session: AsyncSession, actor: Actor, round_: Round, item_id: UUID, given: FindingIn
) -> None:
    """Say what came of an item, in words; what was said before is replaced."""
    refuse_unless_closed(round_)
    if await queries.item(session, round_.id, item_id) is None:
        raise NotFound("There is no such item in this round.")
    known = {row.id for row in await results_queries.written(session, round_.id)}
    if not known.issuperset(given.quoted_ids):
        raise Invalid("One of the quoted answers is not in this round. Nothing was changed.")
    row = await results_queries.finding(session, item_id) or ItemFinding(
        item_id=item_id, outcome=given.outcome
    )
    row.outcome, row.words = given.outcome, given.words
    row.quoted_ids = [str(each) for each in given.quoted_ids]
    row.by_member_id = actor.member_id
    session.add(row)
    record(session, actor, "round:item:found", item_id, outcome=given.outcome)


async def clear_finding(session: AsyncSession, actor: Actor, round_: Round, item_id: UUID) -> None:
    """Go back to what the rule says by itself."""
    if await queries.item(session, round_.id, item_id) is None:
        raise NotFound("There is no such item in this round.")
    row = await results_queries.finding(session, item_id)
    if row is not None:
        await session.delete(row)
        record(session, actor, "round:item:finding-cleared", item_id)
