"""The mechanism and the version in the path, as far as the member who asks may see them."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.errors import NotFound
from colloquy.core.web import SessionDep
from colloquy.studies.dependencies import require
from colloquy.theory import policy, service
from colloquy.theory.models import Mechanism, MechanismVersion

Reader = Annotated[Actor, Depends(require(Permission.THEORY_READ))]
Editor = Annotated[Actor, Depends(require(Permission.THEORY_EDIT))]


async def get_mechanism(mechanism_id: UUID, actor: Reader, session: SessionDep) -> Mechanism:
    """The mechanism in the path; one that is only drafted is not there for the panel."""
    mechanism = await service.find_mechanism(session, actor.study_id, mechanism_id)
    if not await service.is_visible(session, actor, mechanism):
        raise NotFound("There is no such mechanism in this study.")
    return mechanism


MechanismDep = Annotated[Mechanism, Depends(get_mechanism)]


async def get_version(version_id: UUID, actor: Reader, session: SessionDep) -> MechanismVersion:
    """The version in the path; a draft is not there for the panel."""
    version = await service.find_version(session, actor.study_id, version_id)
    if not policy.can_see_version(actor, version):
        raise NotFound("There is no such version in this study.")
    return version


VersionDep = Annotated[MechanismVersion, Depends(get_version)]
