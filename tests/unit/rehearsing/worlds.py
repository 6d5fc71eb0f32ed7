"""A lively meeting of sixty simulated people, at a moment of one's choice."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from colloquy.meetings.chairing.fold import Seat
from colloquy.meetings.planning.events import AgendaPoint
from colloquy.meetings.running.fold import Shown
from colloquy.meetings.state import BEGINNING
from colloquy.rehearsing.models import Pace
from colloquy.rehearsing.people import Person, Times
from colloquy.rehearsing.world import World

BEGAN = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)
CHAIR, DEPUTY, POINT, VERSION, POLL = (UUID(int=number) for number in range(1, 6))
TEXT = "People who lead across organisations trust each other when they have met before and talk."
PEOPLE = tuple(Person(UUID(int=100 + place), place, place % 3) for place in range(60))


def after(seconds: float) -> datetime:
    return BEGAN + timedelta(seconds=seconds)


def a_world(**changes: Any) -> World:
    """A lively meeting of sixty that runs, with a mechanism on show."""
    point = AgendaPoint(id=POINT, title="Trust", kind="discuss", version_id=VERSION, minutes=10)
    state = BEGINNING.model_copy(
        update={
            "phase": "live",
            "started_at": BEGAN,
            "agenda": [point],
            "shown": Shown(item_id=POINT, since=BEGAN, clock_ms=0),
            "chair": Seat(member_id=CHAIR, since=BEGAN),
            **changes,
        }
    )
    return World(
        meeting_id=UUID(int=9),
        seed=7,
        pace=Pace.LIVELY,
        times=Times(BEGAN - timedelta(minutes=5), BEGAN, None, None),
        state=state,
        people=PEOPLE,
        voted={},
        texts={VERSION: TEXT},
        chair_id=CHAIR,
        deputy_id=DEPUTY,
    )
