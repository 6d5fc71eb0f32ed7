"""A round whole: what it asks, in order, and of whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.permissions import Role
from colloquy.people.models import Account
from colloquy.rounds import queries
from colloquy.rounds.asking import seconds_for
from colloquy.rounds.models import Question, Round, RoundItem
from colloquy.studies.models import Member, MemberState
from colloquy.studies.queries import members as read_members


@dataclass(frozen=True, slots=True)
class Plan:
    """A round whole: what is asked, in order, and of whom."""

    round_: Round
    group_ids: frozenset[UUID]
    items: Sequence[RoundItem]
    questions: dict[UUID, list[Question]]
    people: Sequence[tuple[Member, Account]]

    @property
    def seconds(self) -> int:
        """About how long the whole takes."""
        return sum(seconds_for(item, self.questions.get(item.id, [])) for item in self.items)


async def read_plan(session: AsyncSession, round_: Round) -> Plan:
    """What a round asks, and of whom, in a fixed number of queries."""
    group_ids = (await queries.group_ids(session, [round_.id]))[round_.id]
    people = await read_members(session, round_.study_id)
    return Plan(
        round_=round_,
        group_ids=group_ids,
        items=await queries.items(session, [round_.id]),
        questions=await queries.questions(session, [round_.id]),
        people=[(member, account) for member, account in people if in_panel(member, group_ids)],
    )


def in_panel(member: Member, group_ids: frozenset[UUID]) -> bool:
    """True for active panel members of these groups: those who are asked."""
    return (
        Role.PANEL in member.roles
        and member.state == MemberState.ACTIVE
        and member.group_id in group_ids
    )
