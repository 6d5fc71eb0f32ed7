"""What every route may inject: the runtime, a session in one transaction, the visitor's address."""

from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import Depends
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.requests import HTTPConnection

from colloquy.core.runtime import Runtime

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def get_runtime(connection: HTTPConnection) -> Runtime:
    """The runtime of this process."""
    runtime: Runtime = connection.app.state.runtime
    return runtime


RuntimeDep = Annotated[Runtime, Depends(get_runtime)]


async def get_session(
    connection: HTTPConnection, runtime: RuntimeDep
) -> AsyncGenerator[AsyncSession]:
    """One request, one transaction: committed before the response leaves."""
    if connection.scope.get("method") in SAFE_METHODS:
        async with runtime.reading() as session:
            yield session
    else:
        async with runtime.unit_of_work() as session:
            yield session


# scope="function": the default scope would commit after the response has begun, so that a failing
# commit would follow a 200
SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]


def get_address(connection: HTTPConnection) -> str:
    """The visitor's address, as far as the trusted proxies tell it."""
    return connection.client.host if connection.client else "unknown"


AddressDep = Annotated[str, Depends(get_address)]
