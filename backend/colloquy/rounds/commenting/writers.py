"""Who the panel may know as the writer of a comment, by the anonymity that the round promised."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.methods.tallies import showable_groups
from colloquy.rounds import queries
from colloquy.rounds.commenting.schemas import WriterRead
from colloquy.rounds.documents import NOBODY
from colloquy.rounds.models import Anonymity, Round
from colloquy.rounds.respondents import pseudonyms
from colloquy.rounds.running import queries as running_queries
from colloquy.studies.models import Member, MemberState, Study
from colloquy.studies.queries import groups as read_groups
from colloquy.studies.queries import members as read_members

SOMEBODY = "Panel member"
"""Stands before a person's number where their group may not be told."""


@dataclass(frozen=True, slots=True)
class Writers:
    """The names and groups of a round's people, as the panel may know them."""

    names: Mapping[UUID, str]
    groups: Mapping[UUID, UUID | None]
    is_named: bool

    def read(self, member_id: UUID) -> WriterRead:
        """Who a member is to the panel; whoever has left the study is nobody."""
        name = self.names.get(member_id)
        return WriterRead(
            name=name or NOBODY,
            is_pseudonym=not self.is_named or name is None,
            group_id=self.groups.get(member_id) if name else None,
        )


async def read_writers(session: AsyncSession, study: Study, round_: Round) -> Writers:
    """Names in a named round, else pseudonyms; a group that the results hide is not told either."""
    people = [member for member, _ in await read_members(session, study.id)]
    present = [member for member in people if member.state == MemberState.ACTIVE]
    groups = await _groups_told(session, study, round_, present)
    if round_.anonymity == Anonymity.NAMED:
        names = {member.id: member.display_name for member in present}
        return Writers(names, groups, is_named=True)
    key = await running_queries.key(session, round_.series_id)
    if round_.anonymity == Anonymity.UNLINKABLE or key is None or key.secret is None:
        return Writers({}, {}, is_named=False)
    words = {group.id: group.name for group in await read_groups(session, study.id)}
    named = [
        (member.id, words.get(told, SOMEBODY) if (told := groups[member.id]) else SOMEBODY)
        for member in present
    ]
    joined = [member.id for member in people]
    return Writers(pseudonyms(key.secret, named, joined=joined), groups, is_named=False)


async def _groups_told(
    session: AsyncSession, study: Study, round_: Round, people: Sequence[Member]
) -> dict[UUID, UUID | None]:
    """The group that each person answered in, where it may be told."""
    parts = await queries.participations(session, [round_.id])
    answered_in = {part.member_id: part.group_id for part in parts}
    asked = (await queries.group_ids(session, [round_.id]))[round_.id]
    begun = Counter(str(each) if each in asked else "" for each in answered_in.values())
    shown = showable_groups(begun, study.suppress_below)
    is_named = round_.anonymity == Anonymity.NAMED
    groups = {member.id: answered_in.get(member.id, member.group_id) for member in people}
    return {
        member_id: group_id if is_named or str(group_id) in shown else None
        for member_id, group_id in groups.items()
    }
