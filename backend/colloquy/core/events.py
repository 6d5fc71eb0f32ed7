"""How a lower feature causes something above it without knowing it: it announces an event.

Handlers run in the same transaction, in the order they were registered. They are registered in one
place, `colloquy.api.wiring`.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

E = TypeVar("E")
_handlers: defaultdict[type, list[Callable[[AsyncSession, Any], Awaitable[None]]]] = defaultdict(
    list
)


def on(event_type: type[E], handler: Callable[[AsyncSession, E], Awaitable[None]]) -> None:
    """Let a handler act on every event of a type; registering it twice changes nothing."""
    if handler not in _handlers[event_type]:
        _handlers[event_type].append(handler)


async def announce(session: AsyncSession, event: object) -> None:
    """Tell whoever listens, within this transaction."""
    for handler in _handlers[type(event)]:
        await handler(session, event)
