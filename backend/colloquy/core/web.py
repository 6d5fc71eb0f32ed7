"""What every route may inject: the runtime, a session in one transaction, the visitor's address."""

from collections.abc import AsyncGenerator, Callable
from typing import Annotated, Any, TypeVar

from fastapi import Depends
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.requests import HTTPConnection

from colloquy.core.runtime import Runtime
from colloquy.core.throttle import neighbourhood

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


# these wait for nothing, yet are async: FastAPI would take a plain function to another thread
async def get_runtime(connection: HTTPConnection) -> Runtime:
    """The runtime of this process."""
    runtime: Runtime = connection.app.state.runtime
    return runtime


_OWN_TRANSACTION: set[object] = set()
Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])


def opens_own_transaction(endpoint: Endpoint) -> Endpoint:
    """Mark a route that writes in a unit of work of its own, because it runs for long.

    Its `SessionDep` only reads, so that nobody waits for SQLite's one write lock meanwhile.
    """
    _OWN_TRANSACTION.add(endpoint)
    return endpoint


RuntimeDep = Annotated[Runtime, Depends(get_runtime)]


async def get_session(connection: HTTPConnection) -> AsyncGenerator[AsyncSession]:
    """One request, one transaction: committed before the response leaves."""
    runtime = await get_runtime(connection)
    endpoint = connection.scope.get("endpoint")
    if connection.scope.get("method") in SAFE_METHODS or endpoint in _OWN_TRANSACTION:
        async with runtime.reading() as session:
            yield session
    else:
        async with runtime.unit_of_work() as session:
            yield session


# scope="function": the default scope would commit after the response has begun, so that a failing
# commit would follow a 200
SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]


async def get_address(connection: HTTPConnection) -> str:
    """Where the visitor comes from, as limits count it and as far as trusted proxies tell it."""
    return neighbourhood(connection.client.host) if connection.client else "unknown"


AddressDep = Annotated[str, Depends(get_address)]
