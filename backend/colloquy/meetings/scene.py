"""What a command is checked against, and how it is written down."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.hub import Hub
from colloquy.core.settings import Settings
from colloquy.meetings.log import Said
from colloquy.meetings.models import Meeting
from colloquy.meetings.state import LiveState


@dataclass(frozen=True, slots=True)
class Scene:
    """Who asks, and the locked meeting with its state."""

    session: AsyncSession
    hub: Hub
    settings: Settings
    actor: Actor
    meeting: Meeting
    state: LiveState


Handlers: TypeAlias = dict[str, Callable[[Scene, Any], Awaitable[Said]]]
"""What each command does: it answers the one event to write."""
