"""The rehearsal in the path, for those who may chair it."""

from typing import Annotated

from fastapi import Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import SessionDep
from colloquy.rehearsing.models import Rehearsal
from colloquy.rehearsing.service import find_rehearsal
from colloquy.studies.dependencies import require

Chair = Annotated[Actor, Depends(require(Permission.MEETING_CHAIR))]


async def get_rehearsal(actor: Chair, session: SessionDep) -> Rehearsal:
    """The rehearsal that the study in the path was made for."""
    return await find_rehearsal(session, actor.study_id)


RehearsalDep = Annotated[Rehearsal, Depends(get_rehearsal)]
