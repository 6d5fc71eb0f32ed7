"""What comes in and goes out about planning a meeting."""

from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field

from colloquy.meetings.planning.events import PointKind
from colloquy.meetings.schemas import Minutes, Title


def _known(zone: str) -> str:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("This time zone is not known. Write it as in “Europe/London”.") from error
    return zone


ZoneName = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_known)]


class AgendaItemIn(BaseModel):
    """A point of the agenda; with a version and no title it takes the version's."""

    title: str = Field(default="", max_length=300)
    version_id: UUID | None = None
    minutes: Minutes = 15
    kind: PointKind = "discuss"


class MeetingPlan(BaseModel):
    """A meeting as it is planned; no groups means the whole panel."""

    title: Title
    place: str = Field(default="", max_length=300)
    planned_for: AwareDatetime | None = None
    time_zone: ZoneName | None = Field(
        default=None, description="in which the minutes give times; without one, the planner's own"
    )
    group_ids: list[UUID] = Field(default_factory=list[UUID], max_length=50)
    deputy_id: UUID | None = Field(
        default=None, description="takes over when the chair's connection is gone"
    )
    agenda: list[AgendaItemIn] = Field(default_factory=list[AgendaItemIn], max_length=60)


class Invited(BaseModel):
    """How many were sent a link just now, and how many have one in all."""

    sent: int
    invited: int
