"""What a transaction has to say once it holds: live messages and jobs.

A message lost between the commit and the hub is harmless (listeners resume from the database); a
job lost there is found by the sweep, because its row was written in the transaction.
"""

from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.queue import Lane

_KEY = "outbox"


@dataclass(slots=True)
class Outbox:
    """Messages by channel and jobs by lane, in the order they were said."""

    messages: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    jobs: list[tuple[Lane, UUID]] = field(default_factory=list[tuple[Lane, UUID]])


def collect(session: AsyncSession) -> Outbox:
    """The session's outbox, made on first use."""
    outbox: Outbox = session.info.setdefault(_KEY, Outbox())
    return outbox


def tell(session: AsyncSession, channel: str, message: str) -> None:
    """Publish a message on a channel once the transaction holds."""
    collect(session).messages.append((channel, message))


def hand_over(session: AsyncSession, lane: Lane, job_id: UUID) -> None:
    """Put a job on its lane once the transaction holds."""
    collect(session).jobs.append((lane, job_id))
