"""The study as it is being told: who is who, what is what, and what day it is."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.clock import now, standing_at
from colloquy.core.hub import Hub
from colloquy.core.runtime import Runtime
from colloquy.core.settings import Settings
from colloquy.demo.shapes import CodingWords, CommentWords
from colloquy.studies.models import Study


@dataclass(slots=True)
class Told:
    """A comment that was made, and how the content tells of it."""

    comment_id: UUID
    mechanism: str
    words: CommentWords


@dataclass(slots=True)
class Story:
    """What the chapters share. Names of people, keys of mechanisms and codes lead to ids."""

    session: AsyncSession
    runtime: Runtime
    study: Study
    today: datetime = field(default_factory=now)
    actors: dict[str, Actor] = field(default_factory=dict[str, Actor])
    groups: dict[str, UUID] = field(default_factory=dict[str, UUID])
    stages: dict[str, UUID] = field(default_factory=dict[str, UUID])
    mechanisms: dict[str, UUID] = field(default_factory=dict[str, UUID])
    versions: dict[tuple[str, str], UUID] = field(default_factory=dict[tuple[str, str], UUID])
    codes: dict[str, UUID] = field(default_factory=dict[str, UUID])
    told: dict[tuple[str, str, str], Told] = field(default_factory=dict[tuple[str, str, str], Told])
    codings: dict[str, UUID] = field(default_factory=dict[str, UUID])
    items: dict[tuple[str, str], UUID] = field(default_factory=dict[tuple[str, str], UUID])
    rounds: dict[str, UUID] = field(default_factory=dict[str, UUID])

    @property
    def settings(self) -> Settings:
        """What this process was told."""
        return self.runtime.settings

    @property
    def hub(self) -> Hub:
        """Where live messages go."""
        return self.runtime.hub

    @property
    def lead(self) -> Actor:
        """Who leads the study."""
        return self.actors["lead"]

    def moment(self, day: int, at: str = "10:00") -> datetime:
        """A time of a day, counted from today."""
        hours, minutes = at.split(":")
        date = (self.today + timedelta(days=day)).date()
        return datetime.combine(date, time(int(hours), int(minutes)), tzinfo=self.today.tzinfo)

    @contextmanager
    def on(self, day: int, at: str = "10:00") -> Generator[datetime]:
        """Let what follows happen at a time of a day."""
        moment = self.moment(day, at)
        with standing_at(moment):
            yield moment

    def remember(self, words: CodingWords, coding_id: UUID) -> None:
        """Keep a coding under the id that proposals cite."""
        if words.id:
            self.codings[words.id] = coding_id
