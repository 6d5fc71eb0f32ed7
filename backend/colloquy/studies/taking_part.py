"""Taking an invitation up without its link, and being taken out of a study and brought back."""

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Role
from colloquy.audit.service import record
from colloquy.core.errors import Conflict
from colloquy.core.events import announce
from colloquy.studies import policy
from colloquy.studies.invitations import join, keep_a_lead, refuse_to_raise, say_no
from colloquy.studies.messages import MemberGone
from colloquy.studies.models import Member, MemberState
from colloquy.studies.queries import PRESENT


async def take_up(session: AsyncSession, member: Member) -> None:
    """A person says that they take part, also after a no; saying it twice changes nothing."""
    await session.refresh(member, with_for_update=True)
    if member.state in (MemberState.INVITED, MemberState.DECLINED):
        join(session, member)


async def turn_down(session: AsyncSession, member: Member) -> None:
    """A person who is invited says that they do not take part."""
    await session.refresh(member, with_for_update=True)
    if member.state == MemberState.ACTIVE:
        raise Conflict("You take part already. Ask the study team if you would like to leave.")
    await say_no(session, member, reason="", words="")


async def take_out(session: AsyncSession, actor: Actor, member: Member, reason: str) -> None:
    """End somebody's part in a study at once; what they said and answered stays."""
    refuse_to_raise(actor, _roles(member))
    await session.refresh(member, with_for_update=True)
    if member.state not in PRESENT:
        raise Conflict(f"{member.display_name} does not take part, so nothing was changed.")
    await keep_a_lead(session, member)
    member.state = MemberState.LEFT
    session.add(member)
    record(session, actor, "study:member:taken-out", member.id, reason=reason)
    await announce(session, MemberGone(study_id=member.study_id, account_id=member.account_id))


async def bring_back(session: AsyncSession, actor: Actor, member: Member) -> None:
    """Let somebody whom the team took out take part again, as they did before."""
    refuse_to_raise(actor, _roles(member))
    await session.refresh(member, with_for_update=True)
    if not policy.was_taken_out(member):
        raise Conflict(
            f"Nobody took {member.display_name} out of the study. Invite them again instead."
        )
    member.state = MemberState.ACTIVE if member.joined_at else MemberState.INVITED
    session.add(member)
    record(session, actor, "study:member:brought-back", member.id)


def _roles(member: Member) -> list[Role]:
    return [Role(role) for role in member.roles]
