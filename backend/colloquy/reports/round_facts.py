"""Everything that a report of a round tells, read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.rounds.commenting.queue import read_queue
from colloquy.rounds.commenting.schemas import CommentedItem
from colloquy.rounds.models import Round
from colloquy.rounds.reading import read_round
from colloquy.rounds.results.comparison import read_comparison
from colloquy.rounds.results.comparison_schemas import RoundComparison
from colloquy.rounds.results.figures import RoundItemResult, RoundResults
from colloquy.rounds.results.reading import read_results
from colloquy.rounds.running.changes import changes_of, read_change
from colloquy.rounds.running.schemas import ChangeRead
from colloquy.rounds.schemas import RoundRead
from colloquy.rounds.service import find_round
from colloquy.rounds.showing import name_of
from colloquy.studies.models import Study
from colloquy.studies.reading import read_study
from colloquy.studies.schemas import GroupRead


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A closed round, the one before it, and what changed between them and while it ran.

    `comments` is everything that was said in it, for those who may read it; else it is empty, and
    the results hold what was released.
    """

    study: Study
    round_: RoundRead
    results: RoundResults
    groups: Mapping[UUID, GroupRead]
    changes: Sequence[ChangeRead]
    earlier: RoundResults | None
    comparison: RoundComparison | None
    comments: Sequence[CommentedItem] | None = None

    def name_of(self, group_id: UUID | None) -> str:
        """A group's name; nothing for none."""
        group = self.groups.get(group_id) if group_id else None
        return group.name if group else ""

    @property
    def dropped(self) -> list[RoundItemResult]:
        """Items of the round before that were not asked about again."""
        kept = {item.carried_from_id for item in self.results.items}
        return [item for item in self.earlier.items if item.id not in kept] if self.earlier else []


async def read_facts(
    session: AsyncSession, actor: Actor, study: Study, round_: Round
) -> RoundFacts:
    """Read a closed round for its documents; a `Conflict` while it is open."""
    results = await read_results(session, actor, study, round_)
    earlier = await find_round(session, study.id, round_.follows_id) if round_.follows_id else None
    whole = await read_study(session, study, actor)
    return RoundFacts(
        study=study,
        round_=await read_round(session, round_),
        results=results,
        groups={group.id: group for group in whole.groups},
        changes=[read_change(row) for row in await changes_of(session, round_.id)],
        earlier=await read_results(session, actor, study, earlier) if earlier else None,
        comparison=await read_comparison(session, study, round_),
        comments=(await read_queue(session, actor, study, round_)).items
        if actor.may(Permission.COMMENT_READ_ALL)
        else None,
    )


def title_of(item: RoundItemResult) -> str:
    """What an item is called; a part of a mechanism bears the mechanism's title before its own."""
    name = name_of(item)
    return f"{item.version.title}: {name}" if item.version and item.cmoc_id else name
