"""The rooms' commands as one closed union, and how each is obeyed: once, under the meeting's lock."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.audit.service import record
from colloquy.core.errors import Forbidden
from colloquy.core.hub import Hub
from colloquy.core.settings import Settings
from colloquy.meetings import ending, folding, log, policy, queries
from colloquy.meetings.attending import attendance
from colloquy.meetings.chairing import commands as chairing
from colloquy.meetings.chairing.schemas import ChairingCommand
from colloquy.meetings.chairing.service import expect_chair
from colloquy.meetings.commenting import commands as commenting
from colloquy.meetings.commenting.schemas import CommentingCommand
from colloquy.meetings.deciding import commands as deciding
from colloquy.meetings.deciding.schemas import DecidingCommand
from colloquy.meetings.floor import commands as floor
from colloquy.meetings.floor.schemas import FloorCommand
from colloquy.meetings.polling import commands as polling
from colloquy.meetings.polling.schemas import PollingCommand
from colloquy.meetings.red_light import commands as red_light
from colloquy.meetings.red_light.schemas import RedLightCommand
from colloquy.meetings.running import commands as running
from colloquy.meetings.running.schemas import RunningCommand
from colloquy.meetings.scene import Handlers, Scene
from colloquy.meetings.small_groups import commands as small_groups
from colloquy.meetings.small_groups.schemas import SmallGroupsCommand

MeetingCommand = Annotated[
    RunningCommand
    | ChairingCommand
    | FloorCommand
    | PollingCommand
    | CommentingCommand
    | DecidingCommand
    | SmallGroupsCommand
    | RedLightCommand,
    Field(discriminator="type"),
]

HANDLERS: Handlers = {
    **running.HANDLERS,
    **chairing.HANDLERS,
    **floor.HANDLERS,
    **polling.HANDLERS,
    **small_groups.HANDLERS,
    **commenting.HANDLERS,
    **deciding.HANDLERS,
    **red_light.HANDLERS,
}


async def obey(
    session: AsyncSession,
    hub: Hub,
    settings: Settings,
    actor: Actor,
    meeting_id: UUID,
    command: MeetingCommand,
) -> int:
    """Do what a member asks, once; answers the number of the event that it caused."""
    if not policy.can_obey(actor, command.type):
        raise Forbidden("Only the chair or a facilitator of the study does this.")
    meeting = await log.lock(session, meeting_id)
    if earlier := await log.find_earlier(
        session, meeting, by=actor.member_id, command_id=command.command_id
    ):
        return earlier
    if not await queries.takes_part(session, actor.member_id):
        raise Forbidden("You are no longer in this study, so this was not done.")
    state = await folding.read_state(session, meeting_id)
    await ending.end_when_due(session, meeting, state, settings)
    policy.expect_phase(state, *policy.phases_of(command.type))
    if state.phase == "live" and actor.member_id not in state.people:
        await attendance.attend(session, meeting, actor.member_id)
    scene = Scene(session, hub, settings, actor, meeting, state)
    if policy.needs_the_chair(command.type):
        expect_chair(scene)
    said = await HANDLERS[command.type](scene, command)
    event = await log.append(
        session, meeting, said, by=actor.member_id, command_id=command.command_id
    )
    tag = ":".join(event.type.rsplit("_", 1))
    record(session, actor, f"meeting:{tag}", meeting.id, seq=event.seq)
    return event.seq
