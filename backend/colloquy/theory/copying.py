"""Copies of mechanism versions in another study, word for word."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.studies.models import Stage
from colloquy.theory.models import Mechanism, MechanismVersion
from colloquy.theory.service import find_version
from colloquy.theory.writing import add_cmocs, read_written


async def copy_versions(
    session: AsyncSession, version_ids: Iterable[UUID], *, of: UUID, stage: Stage
) -> dict[UUID, UUID]:
    """Copy versions of a study into another study's stage, each as a mechanism of its own.

    Answers the copy of each. Sources, lineage and authors stay behind.
    """
    copies: dict[UUID, UUID] = {}
    for place, version_id in enumerate(dict.fromkeys(version_ids)):
        version = await find_version(session, of, version_id)
        mechanism = Mechanism(study_id=stage.study_id, position=place)
        session.add(mechanism)
        await session.flush()
        copy = MechanismVersion(
            study_id=stage.study_id,
            mechanism_id=mechanism.id,
            stage_id=stage.id,
            number=version.number,
            title=version.title,
            definition=version.definition,
            plain_summary=version.plain_summary,
            change_note=version.change_note,
            papers=version.papers,
        )
        session.add(copy)
        await session.flush()
        await add_cmocs(session, copy.id, await read_written(session, version.id))
        copy.frozen_at, copy.frozen_because = version.frozen_at, version.frozen_because
        session.add(copy)
        copies[version.id] = copy.id
    await session.flush()
    return copies
