"""Every SELECT about accounts."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.clock import now
from colloquy.people.models import Account, LoginSession, MagicLink


async def account_by_email(session: AsyncSession, email: str) -> Account | None:
    """The account with this address, whatever its case."""
    found = await session.exec(select(Account).where(Account.email == email.strip().lower()))
    return found.first()


async def accounts(session: AsyncSession, ids: set[UUID]) -> dict[UUID, Account]:
    """Accounts by id."""
    found = await session.exec(select(Account).where(col(Account.id).in_(ids)))
    return {account.id: account for account in found.all()}


async def account_by_session(session: AsyncSession, token_hash: str) -> Account | None:
    """The account whose browser holds this session, if it has not expired."""
    found = await session.exec(
        select(Account)
        .join(LoginSession, col(LoginSession.account_id) == col(Account.id))
        .where(LoginSession.token_hash == token_hash, LoginSession.expires_at > now())
    )
    return found.first()


async def link_by_hash(session: AsyncSession, token_hash: str) -> MagicLink | None:
    """The magic link with this secret; locked, so that it is used only once."""
    found = await session.exec(
        select(MagicLink).where(MagicLink.token_hash == token_hash).with_for_update()
    )
    return found.first()


async def has_accounts(session: AsyncSession) -> bool:
    """True once anybody has an account."""
    return (await session.exec(select(Account.id).limit(1))).first() is not None
