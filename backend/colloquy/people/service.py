"""Signing in and out, and the links that do it."""

import asyncio
from datetime import timedelta
from functools import cache
from urllib.parse import urlparse
from uuid import UUID

from pwdlib import PasswordHash
from sqlalchemy import delete
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit.service import record_outside
from colloquy.core import mail
from colloquy.core.clock import now
from colloquy.core.errors import Gone, Invalid, NotFound, NotSignedIn
from colloquy.core.events import announce
from colloquy.core.settings import Settings
from colloquy.core.tokens import hash_token, new_token
from colloquy.people import messages, queries
from colloquy.people.messages import LinkOpened
from colloquy.people.models import Account, LoginSession, MagicLink

_hasher = PasswordHash.recommended()


@cache
def _nobody() -> str:
    """A hash to verify when there is no such account: the answer takes as long as for a real one."""
    return _hasher.hash("nobody has this password")


async def find_or_create_account(session: AsyncSession, *, email: str, name: str) -> Account:
    """The account with this address; a new one takes the given name."""
    if account := await queries.account_by_email(session, email):
        return account
    account = Account(email=email.strip().lower(), name=name.strip() or email.split("@")[0])
    session.add(account)
    await session.flush()
    return account


async def set_password(
    session: AsyncSession, account: Account, password: str, *, keep: str = ""
) -> None:
    """Give an account a password, which makes it a staff account.

    Every browser is signed out, but for the one whose token is kept.
    """
    account.password_hash = await asyncio.to_thread(_hasher.hash, password)
    session.add(account)
    record_outside(session, "account:password:set", account_id=account.id, object_id=account.id)
    await sign_out_elsewhere(session, account, keep=keep)


async def change_password(
    session: AsyncSession, account: Account, old: str, new: str, *, keep: str
) -> None:
    """Change a password; the old one must be right where there is one."""
    if account.password_hash and not await asyncio.to_thread(
        _hasher.verify, old, account.password_hash
    ):
        raise Invalid("The old password is not right. Your password has not been changed.")
    await set_password(session, account, new, keep=keep)


async def sign_in_with_password(session: AsyncSession, email: str, password: str) -> Account:
    """The account, if the password is right; one sentence for every way to be wrong."""
    account = await queries.account_by_email(session, email)
    nobody = await asyncio.to_thread(_nobody)
    kept = account.password_hash if account and account.password_hash else nobody
    is_right = await asyncio.to_thread(_hasher.verify, password, kept)
    if not is_right or account is None or account.password_hash is None:
        raise NotSignedIn("The address or the password is not right. Please try again.")
    return account


async def start_session(
    session: AsyncSession, account: Account, settings: Settings, *, means: str
) -> str:
    """Sign a browser in; returns the token for its cookie."""
    token = new_token()
    session.add(
        LoginSession(
            account_id=account.id,
            token_hash=hash_token(token),
            expires_at=now() + timedelta(days=settings.session_days),
        )
    )
    await session.exec(delete(LoginSession).where(col(LoginSession.expires_at) < now()))
    record_outside(session, f"account:session:{means}", account_id=account.id)
    return token


async def end_session(session: AsyncSession, token: str) -> None:
    """Sign a browser out."""
    ended = await session.exec(
        delete(LoginSession)
        .where(col(LoginSession.token_hash) == hash_token(token))
        .returning(col(LoginSession.account_id))
    )
    if account_id := ended.scalar_one_or_none():
        record_outside(session, "account:session:ended", account_id=account_id)


async def sign_out_elsewhere(session: AsyncSession, account: Account, *, keep: str) -> None:
    """Sign every browser of a person out, but for the one whose token is kept."""
    await session.exec(
        delete(LoginSession).where(
            col(LoginSession.account_id) == account.id,
            col(LoginSession.token_hash) != hash_token(keep),
        )
    )
    record_outside(session, "account:sessions:ended", account_id=account.id, object_id=account.id)


async def make_link(
    session: AsyncSession, account_id: UUID, settings: Settings, *, landing: str
) -> str:
    """A new magic link for a person; the secret stands behind `#`, so that no log ever holds it."""
    token = new_token()
    session.add(
        MagicLink(
            account_id=account_id,
            token_hash=hash_token(token),
            landing=local_path(landing),
            expires_at=now() + timedelta(days=settings.link_days),
        )
    )
    return f"{settings.base_url}/welcome#t={token}"


async def open_link(session: AsyncSession, token: str) -> tuple[Account, str]:
    """Use a magic link: the account it is for, and where it lands."""
    link = await queries.link_by_hash(session, hash_token(token))
    if link is None:
        raise NotFound("This link is not one of ours. Please open it from the mail again.")
    if link.used_at:
        raise Gone("This link has been used already. We can send you a new one.")
    if link.expires_at <= now():
        raise Gone("This link has expired. We can send you a new one.")
    account = await session.get(Account, link.account_id)
    if account is None:
        raise NotFound
    link.used_at = now()
    session.add(link)
    await announce(session, LinkOpened(account_id=account.id, landing=link.landing))
    return account, link.landing


async def renew_link(session: AsyncSession, token: str, settings: Settings) -> str:
    """Send a fresh link to the owner of an old one; returns a hint of the address."""
    link = await queries.link_by_hash(session, hash_token(token))
    account = await session.get(Account, link.account_id) if link else None
    if link is None or account is None:
        raise NotFound("This link is not one of ours. Please open it from the mail again.")
    await send_link(session, account, settings, landing=link.landing)
    name, _, domain = account.email.partition("@")
    return f"{name[:2]}…@{domain}"


async def send_link(
    session: AsyncSession, account: Account, settings: Settings, *, landing: str
) -> None:
    """Mail a fresh link to a person."""
    url = await make_link(session, account.id, settings, landing=landing)
    subject, body = messages.link_again(account.name, url, settings.link_days)
    await mail.post(session, recipient=account.email, subject=subject, body=body)
    record_outside(session, "account:link:sent", account_id=account.id)


def local_path(landing: str) -> str:
    """The landing if it is a path of ours, else the front page: links never lead away."""
    parsed = urlparse(landing)
    is_ours = landing.startswith("/") and not landing.startswith(("//", "/\\"))
    return landing if is_ours and not parsed.netloc else "/"
