"""What comes in and goes out about accounts."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, EmailStr, Field


class PasswordSignIn(BaseModel):
    """A staff member signs in."""

    email: EmailStr
    password: str = Field(min_length=1, max_length=256)


class LinkToken(BaseModel):
    """The secret of a magic link, as the page found it behind the `#`."""

    token: str = Field(min_length=10, max_length=200)


class Landing(BaseModel):
    """Where a person goes after signing in."""

    landing: str


class LinkRenewed(BaseModel):
    """A fresh link is on its way; `hint` shows enough of the address to know it by."""

    hint: str


class AccountRead(BaseModel):
    """A person, as they see themselves."""

    id: UUID
    name: str
    email: str
    is_administrator: bool
    is_staff: bool
    time_zone: str


class PasswordChange(BaseModel):
    """A new password; the old one is asked for where there is one."""

    old: str = Field(default="", max_length=256)
    new: str = Field(min_length=12, max_length=256)


class MailRead(BaseModel):
    """A mail in the administrators' outbox page."""

    id: UUID
    created_at: datetime
    recipient: str
    subject: str
    body: str
    sent_at: datetime | None
    error: str
