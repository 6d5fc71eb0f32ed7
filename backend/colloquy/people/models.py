"""Accounts, the sessions they are signed in with, and the links that sign them in."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from colloquy.core.database import Moment, Row


class Account(Row, table=True):
    """A person, known by one e-mail address; staff also have a password."""

    email: str = Field(unique=True, description="lower case")
    name: str
    password_hash: str | None = None
    is_administrator: bool = False
    time_zone: str = "Europe/London"


class LoginSession(Row, table=True):
    """A browser that is signed in; the cookie's token is kept only as a hash."""

    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(unique=True)
    expires_at: datetime = Field(sa_type=Moment)


class MagicLink(Row, table=True):
    """A single-use link that signs a person in and takes them to `landing`."""

    account_id: UUID = Field(foreign_key="account.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(unique=True)
    landing: str = "/"
    expires_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)
