"""A meeting's state as a fold of its log; the browser does the same in `features/meetings/state.ts`.

Every room keeps a part of the state and says what each event changes in it. Both folds are fed the
recorded meeting of `tests/golden/meeting.json`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any

from colloquy.meetings.attending import fold as attending
from colloquy.meetings.chairing import fold as chairing
from colloquy.meetings.commenting import fold as commenting
from colloquy.meetings.deciding import fold as deciding
from colloquy.meetings.facts import Changes
from colloquy.meetings.floor import fold as floor
from colloquy.meetings.messages import LiveEvent
from colloquy.meetings.planning import fold as planning
from colloquy.meetings.polling import fold as polling
from colloquy.meetings.red_light import fold as red_light
from colloquy.meetings.running import fold as running
from colloquy.meetings.small_groups import fold as small_groups

Phase = running.Phase
ROOMS = (
    planning,
    running,
    attending,
    chairing,
    floor,
    polling,
    commenting,
    deciding,
    small_groups,
    red_light,
)


class LiveState(
    running.RunningPart,
    attending.AttendingPart,
    chairing.ChairingPart,
    floor.FloorPart,
    polling.PollingPart,
    commenting.CommentingPart,
    small_groups.SmallGroupsPart,
    deciding.DecidingPart,
    red_light.RedLightPart,
):
    """Everything the log says about a meeting now."""


def _beginning() -> LiveState:
    parts: dict[str, Any] = {}
    for room in ROOMS:
        parts |= room.BEGINNING
    return LiveState(**parts)


def _steps() -> dict[str, list[Callable[[Any, Any], Changes]]]:
    steps: defaultdict[str, list[Callable[[Any, Any], Changes]]] = defaultdict(list)
    for room in ROOMS:
        for event_type, step in room.STEPS.items():
            steps[event_type].append(step)
    return dict(steps)


BEGINNING = _beginning()
STEPS = _steps()
"""What each event changes: one step in every room that it concerns."""


def fold(state: LiveState, event: LiveEvent) -> LiveState:
    """The state after one more event."""
    changes: Changes = {}
    for step in STEPS[event.type]:
        changes |= step(state, event)
    return state.model_copy(update=changes)


def fold_all(events: Iterable[LiveEvent]) -> LiveState:
    """The state after a whole log."""
    return reduce(fold, events, BEGINNING)
