"""Every SELECT about studies and their people."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, Exists, bindparam, exists
from sqlalchemy.orm import aliased
from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from colloquy.core.clock import now
from colloquy.people.models import Account, LoginSession
from colloquy.studies.models import (
    Consent,
    ConsentForm,
    Member,
    MemberState,
    Stage,
    StakeholderGroup,
    Study,
)

PRESENT = (MemberState.INVITED, MemberState.ACTIVE)


async def studies_of(session: AsyncSession, account_id: UUID) -> Sequence[tuple[Study, Member]]:
    """The studies a person is in, newest first; rehearsals are not among them."""
    found = await session.exec(_present_in(account_id).where(col(Study.rehearses_id).is_(None)))
    return found.all()


async def rehearsals_of(session: AsyncSession, account_id: UUID) -> Sequence[tuple[Study, Member]]:
    """The rehearsals a person is in, newest first."""
    found = await session.exec(_present_in(account_id).where(col(Study.rehearses_id).is_not(None)))
    return found.all()


def _present_in(account_id: UUID) -> Select[Study, Member]:
    return (
        select(Study, Member)
        .join(Member, col(Member.study_id) == col(Study.id))
        .where(Member.account_id == account_id, col(Member.state).in_(PRESENT))
        .order_by(col(Study.id).desc())
    )


async def membership(
    session: AsyncSession, study_id: UUID, token_hash: str
) -> tuple[UUID, Study | None, Member | None, bool] | None:
    """The account that holds this browser session; with a study they are in, and what they owe it.

    The last is true for who has not agreed to the study's consent form. Those who declined or left
    are not in it.
    """
    found = await session.exec(
        _membership(), params={"study": study_id, "token": token_hash, "moment": now()}
    )
    return found.first()


@cache
def present_member() -> Select[Member, bool]:
    """The member behind a browser session, and whether they owe consent, for others to build on.

    Filled in with `study`, `token` and `moment`; no row for strangers.
    """
    return (
        select(Member, _owes_consent())
        .join(LoginSession, col(LoginSession.account_id) == col(Member.account_id))
        .where(col(Member.study_id) == bindparam("study"), _is_present(), *_is_live())
    )


@cache
def _membership() -> Select[UUID, Study, Member, bool]:
    """One statement, built once, since every request about a study begins with it."""
    return (
        select(LoginSession.account_id, Study, Member, _owes_consent())
        .outerjoin(
            Member,
            (col(Member.account_id) == col(LoginSession.account_id))
            & (col(Member.study_id) == bindparam("study"))
            & _is_present(),
        )
        .outerjoin(Study, col(Study.id) == col(Member.study_id))
        .where(*_is_live())
    )


def _is_present() -> ColumnElement[bool]:
    # a list with IN is spelled out anew for every execution
    return or_(*(col(Member.state) == state for state in PRESENT))


def _is_live() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (
        col(LoginSession.token_hash) == bindparam("token"),
        col(LoginSession.expires_at) > bindparam("moment"),
    )


def _owes_consent() -> Exists:
    later = aliased(ConsentForm)
    is_newest = ~exists().where(
        col(later.study_id) == col(ConsentForm.study_id),
        col(later.version) > col(ConsentForm.version),
    )
    # said outright: left to itself, a SELECT inside a SELECT means any member, not the one above
    has_agreed = (
        exists()
        .where(
            col(Consent.form_id) == col(ConsentForm.id), col(Consent.member_id) == col(Member.id)
        )
        .correlate(ConsentForm, Member)
    )
    return exists().where(
        col(ConsentForm.study_id) == col(Member.study_id),
        is_newest,
        col(ConsentForm.text) != "",
        ~has_agreed,
    )


async def invited_memberships(session: AsyncSession, account_id: UUID) -> Sequence[Member]:
    """The invitations a person has not answered yet."""
    found = await session.exec(
        select(Member).where(Member.account_id == account_id, Member.state == MemberState.INVITED)
    )
    return found.all()


async def stages(session: AsyncSession, study_id: UUID) -> Sequence[Stage]:
    """A study's stages in order."""
    found = await session.exec(
        select(Stage).where(Stage.study_id == study_id).order_by(col(Stage.position))
    )
    return found.all()


async def stage(session: AsyncSession, study_id: UUID, stage_id: UUID) -> Stage | None:
    """A stage of this study."""
    found = await session.exec(
        select(Stage).where(Stage.study_id == study_id, Stage.id == stage_id)
    )
    return found.first()


async def groups(session: AsyncSession, study_id: UUID) -> Sequence[StakeholderGroup]:
    """A study's stakeholder groups in order."""
    found = await session.exec(
        select(StakeholderGroup)
        .where(StakeholderGroup.study_id == study_id)
        .order_by(col(StakeholderGroup.position))
    )
    return found.all()


async def group(session: AsyncSession, study_id: UUID, group_id: UUID) -> StakeholderGroup | None:
    """A stakeholder group of this study."""
    found = await session.exec(
        select(StakeholderGroup).where(
            StakeholderGroup.study_id == study_id, StakeholderGroup.id == group_id
        )
    )
    return found.first()


async def count_in_group(session: AsyncSession, group_id: UUID) -> int:
    """How many people are in a group, whether or not they take part."""
    found = await session.exec(
        select(func.count()).select_from(Member).where(Member.group_id == group_id)
    )
    return found.one()


async def members(session: AsyncSession, study_id: UUID) -> Sequence[tuple[Member, Account]]:
    """Everybody in a study with their accounts, in the order they were invited."""
    found = await session.exec(
        select(Member, Account)
        .join(Account, col(Account.id) == col(Member.account_id))
        .where(Member.study_id == study_id)
        .order_by(col(Member.id))
    )
    return found.all()


async def member(
    session: AsyncSession, study_id: UUID, member_id: UUID
) -> tuple[Member, Account] | None:
    """A member of this study with their account."""
    found = await session.exec(
        select(Member, Account)
        .join(Account, col(Account.id) == col(Member.account_id))
        .where(Member.study_id == study_id, Member.id == member_id)
    )
    return found.first()


async def member_of_account(
    session: AsyncSession, study_id: UUID, account_id: UUID
) -> Member | None:
    """An account's membership of this study, declined or not."""
    found = await session.exec(
        select(Member).where(Member.study_id == study_id, Member.account_id == account_id)
    )
    return found.first()


async def newest_form(session: AsyncSession, study_id: UUID) -> ConsentForm | None:
    """The consent form in force; None when the study has none or has taken it back."""
    found = await session.exec(
        select(ConsentForm)
        .where(ConsentForm.study_id == study_id)
        .order_by(col(ConsentForm.version).desc())
        .limit(1)
    )
    form = found.first()
    return form if form and form.text else None


async def newest_version(session: AsyncSession, study_id: UUID) -> int:
    """The number of the newest consent form, 0 when there is none."""
    found = await session.exec(
        select(func.max(ConsentForm.version)).where(ConsentForm.study_id == study_id)
    )
    return found.one() or 0


async def consent(session: AsyncSession, member_id: UUID, form_id: UUID) -> Consent | None:
    """A member's consent to a form."""
    found = await session.exec(
        select(Consent).where(Consent.member_id == member_id, Consent.form_id == form_id)
    )
    return found.first()


async def consented_members(session: AsyncSession, form_id: UUID) -> set[UUID]:
    """Who has consented to a form."""
    found = await session.exec(select(Consent.member_id).where(Consent.form_id == form_id))
    return set(found.all())


async def open_consents(session: AsyncSession, account_id: UUID) -> set[UUID]:
    """Studies whose newest consent form this person has not agreed to."""
    newest = (
        select(ConsentForm.study_id, func.max(ConsentForm.version).label("version"))
        .group_by(col(ConsentForm.study_id))
        .subquery()
    )
    found = await session.exec(
        select(ConsentForm.study_id)
        .join(
            newest,
            (newest.c.study_id == ConsentForm.study_id) & (newest.c.version == ConsentForm.version),
        )
        .join(Member, col(Member.study_id) == col(ConsentForm.study_id))
        .outerjoin(
            Consent,
            (col(Consent.form_id) == col(ConsentForm.id))
            & (col(Consent.member_id) == col(Member.id)),
        )
        .where(
            Member.account_id == account_id,
            col(ConsentForm.text) != "",
            col(Consent.id).is_(None),
        )
    )
    return set(found.all())
