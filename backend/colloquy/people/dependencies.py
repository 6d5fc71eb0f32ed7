"""Who is asking: the account behind the session cookie."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from colloquy.core.errors import Forbidden, NotSignedIn
from colloquy.core.tokens import hash_token
from colloquy.core.web import SessionDep
from colloquy.people import queries
from colloquy.people.models import Account

COOKIE = "colloquy_session"


async def get_account(connection: HTTPConnection, session: SessionDep) -> Account:
    """The signed-in account, or `NotSignedIn`."""
    token = connection.cookies.get(COOKIE)
    account = await queries.account_by_session(session, hash_token(token)) if token else None
    if account is None:
        raise NotSignedIn
    return account


CurrentAccount = Annotated[Account, Depends(get_account)]


async def get_session_token(connection: HTTPConnection) -> str:
    """The secret of this browser's session; empty where nobody is signed in."""
    return connection.cookies.get(COOKIE, "")


SessionToken = Annotated[str, Depends(get_session_token)]


async def get_administrator(account: CurrentAccount) -> Account:
    """The signed-in account if it is an administrator's."""
    if not account.is_administrator:
        raise Forbidden("Only administrators see this.")
    return account


Administrator = Annotated[Account, Depends(get_administrator)]
