"""Every SELECT about the log."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import Uuid, literal
from sqlmodel import col, select, tuple_
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.audit.models import AuditEntry
from colloquy.audit.policy import QUIET
from colloquy.audit.schemas import Wanted

# the rows that say what a thing is called
NAMING = (
    "theory:mechanism:created",
    "theory:version:made",
    "round:round:created",
    "meeting:meeting:planned",
    "coding:code:created",
    "recording:recording:taken-in",
    "refinement:proposal:written",
    "study:stage:added",
    "study:stage:updated",
    "study:group:added",
    "study:group:updated",
)


async def entries(
    session: AsyncSession, study_id: UUID, wanted: Wanted, *, limit: int
) -> Sequence[AuditEntry]:
    """Rows of a study's log, newest first; by a person only what may be told of a person."""
    conditions = [col(AuditEntry.study_id) == study_id]
    if wanted.subject:
        conditions.append(col(AuditEntry.tag).startswith(f"{wanted.subject}:", autoescape=True))
    if wanted.account_id:
        conditions.append(col(AuditEntry.account_id) == wanted.account_id)
        conditions.append(col(AuditEntry.tag).not_in(QUIET))
    if wanted.since:
        conditions.append(col(AuditEntry.created_at) >= _midnight(wanted.since))
    if wanted.until:
        conditions.append(col(AuditEntry.created_at) < _midnight(wanted.until + timedelta(days=1)))
    if wanted.before:
        moment = select(AuditEntry.created_at).where(AuditEntry.id == wanted.before)
        conditions.append(
            tuple_(col(AuditEntry.created_at), col(AuditEntry.id))
            < tuple_(moment.scalar_subquery(), literal(wanted.before, type_=Uuid()))
        )
    found = await session.exec(
        select(AuditEntry)
        .where(*conditions)
        .order_by(col(AuditEntry.created_at).desc(), col(AuditEntry.id).desc())
        .limit(limit)
    )
    return found.all()


async def naming_rows(
    session: AsyncSession, study_id: UUID, object_ids: Collection[UUID]
) -> Sequence[AuditEntry]:
    """The rows that name these things, oldest first."""
    found = await session.exec(
        select(AuditEntry)
        .where(
            AuditEntry.study_id == study_id,
            col(AuditEntry.object_id).in_(object_ids),
            col(AuditEntry.tag).in_(NAMING),
        )
        .order_by(col(AuditEntry.id))
    )
    return found.all()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
