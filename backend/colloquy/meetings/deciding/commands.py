"""The commands that note decisions and actions, written as one event each."""

from uuid import UUID

from colloquy.core.errors import NotFound
from colloquy.core.ids import new_id
from colloquy.meetings.deciding.events import Outcome
from colloquy.meetings.deciding.fold import OutcomeState
from colloquy.meetings.deciding.schemas import CorrectOutcome, NoteOutcome, WithdrawOutcome
from colloquy.meetings.log import Said
from colloquy.meetings.scene import Handlers, Scene


async def _note(scene: Scene, command: NoteOutcome) -> Said:
    if command.item_id and scene.state.item(command.item_id) is None:
        raise NotFound("This point is not on the agenda.")
    outcome = Outcome(id=new_id(), **command.model_dump(exclude={"type", "command_id"}))
    return Said("outcome_noted", {"outcome": outcome})


async def _correct(scene: Scene, command: CorrectOutcome) -> Said:
    before = _find(scene, command.outcome_id)
    outcome = Outcome(
        id=before.id,
        kind=before.kind,
        item_id=before.item_id,
        text=command.text,
        who=command.who,
        due=command.due,
    )
    return Said("outcome_corrected", {"outcome": outcome})


async def _withdraw(scene: Scene, command: WithdrawOutcome) -> Said:
    outcome = _find(scene, command.outcome_id)
    return Said("outcome_withdrawn", {"outcome_id": outcome.id})


def _find(scene: Scene, outcome_id: UUID) -> OutcomeState:
    outcome = scene.state.outcome(outcome_id)
    if outcome is None:
        raise NotFound("This was not noted in this meeting, or it was taken back.")
    return outcome


HANDLERS: Handlers = {
    "note_outcome": _note,
    "correct_outcome": _correct,
    "withdraw_outcome": _withdraw,
}
