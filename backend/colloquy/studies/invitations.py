"""Inviting people, reminding them, and taking no for an answer."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Role
from colloquy.audit.service import record, record_outside
from colloquy.core import mail
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, Gone, Invalid, NotFound
from colloquy.core.events import announce
from colloquy.core.settings import Settings
from colloquy.core.tokens import read_signed, sign
from colloquy.people.messages import LinkOpened
from colloquy.people.models import Account
from colloquy.people.service import find_or_create_account, make_link
from colloquy.studies import messages, policy, queries
from colloquy.studies.messages import MemberGone
from colloquy.studies.models import Member, MemberState, Study
from colloquy.studies.schemas import MemberInvite, MemberUpdate
from colloquy.studies.service import find_group

DECLINE = "decline"


async def invite(
    session: AsyncSession, actor: Actor, study: Study, given: MemberInvite, settings: Settings
) -> tuple[Member, Account]:
    """Invite one person by mail; somebody who is in the study already is a `Conflict`."""
    refuse_to_raise(actor, given.roles)
    if given.group_id:
        await find_group(session, study.id, given.group_id)
    account = await find_or_create_account(session, email=given.email, name=given.name)
    member = await queries.member_of_account(session, study.id, account.id)
    if member and member.state in queries.PRESENT:
        raise Conflict(f"{given.email} is in this study already. You can send the link again.")
    if member is None:
        member = Member(study_id=study.id, account_id=account.id, display_name=given.name)
    member.group_id, member.roles = given.group_id, list(given.roles)
    member.state, member.declined_at = MemberState.INVITED, None
    session.add(member)
    await session.flush()
    await _send(session, study, member, account, settings)
    record(session, actor, "study:member:invited", member.id, roles=list(given.roles))
    return member, account


async def send_again(
    session: AsyncSession, actor: Actor, study: Study, member: Member, settings: Settings
) -> None:
    """Send a fresh link to somebody who has not declined."""
    if member.state not in queries.PRESENT:
        raise Conflict(f"{member.display_name} does not take part, so no further mail is sent.")
    account = await session.get(Account, member.account_id)
    if account is None:
        raise NotFound
    await _send(session, study, member, account, settings)
    record(session, actor, "study:member:reminded", member.id)


async def update_member(
    session: AsyncSession, actor: Actor, member: Member, given: MemberUpdate
) -> Member:
    """Change a member's roles or group; a study always keeps a lead."""
    if given.roles is not None:
        refuse_to_raise(actor, [*given.roles, *(Role(role) for role in member.roles)])
        if Role.LEAD not in given.roles:
            await keep_a_lead(session, member)
        member.roles = list(given.roles)
    if "group_id" in given.model_fields_set:
        if given.group_id:
            await find_group(session, actor.study_id, given.group_id)
        member.group_id = given.group_id
    session.add(member)
    record(session, actor, "study:member:updated", member.id, roles=member.roles)
    return member


def refuse_to_raise(actor: Actor, roles: Sequence[Role]) -> None:
    """Raise `Forbidden` where only a lead may decide about people with these roles."""
    if not policy.can_give_roles(actor.roles, roles):
        raise Forbidden("Only a study lead can add or change members of the team.")


async def keep_a_lead(session: AsyncSession, member: Member) -> None:
    """Raise `Conflict` where the study's last lead would go; two at once wait for each other."""
    if not policy.leads(member):
        return
    await session.get(Study, member.study_id, with_for_update=True)
    others = await queries.members(session, member.study_id)
    if not any(policy.leads(row) for row, _ in others if row.id != member.id):
        raise Conflict("A study needs a lead who takes part. Make somebody else lead first.")


async def accept_invitations(session: AsyncSession, event: LinkOpened) -> None:
    """Whoever opens a link into a study has taken up their invitation to it, and to no other."""
    for member in await queries.invited_memberships(session, event.account_id):
        if str(member.study_id) not in event.landing:
            continue
        join(session, member)


def join(session: AsyncSession, member: Member) -> None:
    """Note that a person takes part from now on."""
    member.state, member.joined_at = MemberState.ACTIVE, now()
    member.declined_at, member.decline_reason, member.decline_words = None, "", ""
    session.add(member)
    record_outside(
        session,
        "study:member:joined",
        account_id=member.account_id,
        study_id=member.study_id,
        object_id=member.id,
    )


async def decline(
    session: AsyncSession, token: str, settings: Settings, *, reason: str, words: str
) -> tuple[Study, Member]:
    """Record that a person does not take part; the same link may add words later."""
    if reason not in messages.REASONS:
        raise Invalid("Please choose one of the reasons in the mail.")
    study, member = await _read_decline_token(session, token, settings)
    await say_no(session, member, reason=reason, words=words)
    return study, member


async def say_no(session: AsyncSession, member: Member, *, reason: str, words: str) -> None:
    """Record that a person does not take part, or no longer, because they say so."""
    if member.state == MemberState.ACTIVE and member.joined_at:
        await keep_a_lead(session, member)
        member.state = MemberState.LEFT
    elif member.state != MemberState.LEFT:
        member.state = MemberState.DECLINED
    member.declined_at = member.declined_at or now()
    member.decline_reason, member.decline_words = reason, words.strip()
    session.add(member)
    record_outside(
        session,
        "study:member:declined",
        account_id=member.account_id,
        study_id=member.study_id,
        object_id=member.id,
        reason=reason,
    )
    await announce(session, MemberGone(study_id=member.study_id, account_id=member.account_id))


async def take_back_decline(session: AsyncSession, token: str, settings: Settings) -> Study:
    """Undo a decline: the person is invited again and gets a fresh link."""
    study, member = await _read_decline_token(session, token, settings)
    account = await session.get(Account, member.account_id)
    if account is None:
        raise NotFound
    if member.state not in queries.PRESENT:
        member.state, member.declined_at = MemberState.INVITED, None
        member.decline_reason = member.decline_words = ""
        session.add(member)
        await _send(session, study, member, account, settings)
        record_outside(
            session,
            "study:member:decline-taken-back",
            account_id=account.id,
            study_id=study.id,
            object_id=member.id,
        )
    return study


async def _read_decline_token(
    session: AsyncSession, token: str, settings: Settings
) -> tuple[Study, Member]:
    payload = read_signed(token, key=settings.signing_key, purpose=DECLINE)
    member = await session.get(Member, UUID(payload["member"]))
    study = await session.get(Study, member.study_id) if member else None
    if member is None or study is None:
        raise NotFound
    if policy.was_taken_out(member):
        raise Gone("The study team has ended your part in this study. Write to them if in doubt.")
    return study, member


async def _send(
    session: AsyncSession, study: Study, member: Member, account: Account, settings: Settings
) -> None:
    token = sign({"member": str(member.id)}, key=settings.signing_key, purpose=DECLINE)
    subject, body = messages.invitation(
        messages.Invitation(
            name=member.display_name,
            study=study.title,
            question=study.question,
            inviter="The research team",
            link=await make_link(session, account.id, settings, landing=f"/studies/{study.id}"),
            decline_links={
                reason: f"{settings.base_url}/decline#t={token}&r={reason}"
                for reason in messages.REASONS
            },
            days=settings.link_days,
        )
    )
    await mail.post(session, recipient=account.email, subject=subject, body=body)
    member.invited_at = now()
    session.add(member)
