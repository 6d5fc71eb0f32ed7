"""The commands around the red light: checked against who is here, written as one event each."""

from colloquy.core.clock import now
from colloquy.core.errors import Conflict
from colloquy.core.events import announce
from colloquy.meetings.log import Said
from colloquy.meetings.red_light import queries, service
from colloquy.meetings.red_light.messages import RoomRecordingBegan
from colloquy.meetings.red_light.models import RoomRecording
from colloquy.meetings.red_light.schemas import (
    AnswerRecording,
    AskRecording,
    StartRecording,
    StopRecording,
)
from colloquy.meetings.scene import Handlers, Scene


async def _ask(scene: Scene, _command: AskRecording) -> Said:
    await service.refuse_in_rehearsal(scene)
    return Said("recording_asked", {})


async def _answer(scene: Scene, command: AnswerRecording) -> Said:
    recording = scene.state.recording
    if not command.agrees and recording and recording.by == scene.actor.member_id:
        raise Conflict("Your own browser records the room. Stop the recording instead.")
    return Said("recording_answered", {"agrees": command.agrees})


async def _start(scene: Scene, command: StartRecording) -> Said:
    await service.refuse_in_rehearsal(scene)
    if other := await queries.running(scene.session, scene.meeting.id):
        service.expect_silence(scene, other, takes_over=command.takes_over)
    await service.expect_agreement(scene)
    await service.end_running(scene.session, scene.meeting.id)
    if await scene.session.get(RoomRecording, command.recording_id):
        raise Conflict("This recording was started before. Start a new one.")
    room = RoomRecording(
        id=command.recording_id,
        study_id=scene.meeting.study_id,
        meeting_id=scene.meeting.id,
        member_id=scene.actor.member_id,
        media_type=command.media_type,
        has_captions=command.has_captions,
        lit_at=now(),
        heard_at=now(),
    )
    scene.session.add(room)
    await scene.session.flush()
    await announce(scene.session, RoomRecordingBegan(room, scene.settings))
    return Said(
        "recording_started", {"recording_id": room.id, "has_captions": command.has_captions}
    )


async def _stop(scene: Scene, _command: StopRecording) -> Said:
    room = await service.end_running(scene.session, scene.meeting.id)
    if room is None:
        raise Conflict("The room is not being recorded.")
    return Said("recording_stopped", {"recording_id": room.id})


HANDLERS: Handlers = {
    "ask_recording": _ask,
    "answer_recording": _answer,
    "start_recording": _start,
    "stop_recording": _stop,
}
