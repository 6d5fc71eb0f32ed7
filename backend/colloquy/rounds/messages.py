"""What rounds ask of the workers, and the words of their mails."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from colloquy.core.jobs import JobPayload


class CloseRound(JobPayload):
    """Close a round whose window has passed."""

    kind: ClassVar[str] = "close_round"
    round_id: UUID


class OpenRound(JobPayload):
    """Open a round whose time has come."""

    kind: ClassVar[str] = "open_round"
    round_id: UUID


class RemindRound(JobPayload):
    """Remind those who have not finished a round, and come back for the next reminder."""

    kind: ClassVar[str] = "remind_round"
    round_id: UUID


@dataclass(frozen=True, slots=True)
class Opening:
    """What the mail says when a round opens."""

    name: str
    study: str
    title: str
    introduction: str
    minutes: int
    closes_at: datetime
    time_zone: str
    link: str
    days: int


def round_opened(words: Opening) -> tuple[str, str]:
    """Subject and text of the mail that a round's opening sends."""
    introduction = f"{words.introduction}\n\n" if words.introduction else ""
    return (
        f"Your view is asked for: {words.title}",
        f"Dear {words.name},\n\n"
        f"“{words.study}” would like to know what you think. {words.title} is open now.\n\n"
        f"{introduction}"
        f"It takes about {words.minutes} minutes. You can stop and go on later.\n"
        f"It closes on {when(words.closes_at, words.time_zone)}.\n\n"
        "To begin, open this link. You need no password. The link works once and for "
        f"{words.days} days; you can always ask for a new one.\n\n{words.link}\n",
    )


@dataclass(frozen=True, slots=True)
class Notice:
    """What a mail about a round that goes on says; `because` is the team's reason."""

    name: str
    study: str
    title: str
    because: str
    closes_at: datetime
    time_zone: str
    link: str
    days: int

    @property
    def until(self) -> str:
        """The closing time in the person's zone."""
        return when(self.closes_at, self.time_zone)


def reminder(words: Notice) -> tuple[str, str]:
    """Subject and text of a reminder to somebody who has not finished."""
    return (
        f"A reminder: {words.title}",
        f"Dear {words.name},\n\n"
        f"“{words.study}” asked for your view in {words.title}. You have not finished it yet.\n\n"
        f"It closes on {words.until}. What you have answered so far is saved.\n"
        "If you would rather not answer, you need do nothing.\n\n" + _way_in(words),
    )


def extended(words: Notice) -> tuple[str, str]:
    """Subject and text of the mail that says that there is more time."""
    return (
        f"More time: {words.title}",
        f"Dear {words.name},\n\n"
        f"{words.title} stays open longer than we said. It now closes on {words.until}.\n\n"
        f"Why: {words.because}\n\n"
        "Your answers are safe, and you can change them until then.\n\n" + _way_in(words),
    )


def paused(words: Notice) -> tuple[str, str]:
    """Subject and text of the mail that says that a round is held."""
    return (
        f"Paused for now: {words.title}",
        f"Dear {words.name},\n\n"
        f"We have paused {words.title}. Nobody can answer until it goes on.\n\n"
        f"Why: {words.because}\n\n"
        "Your answers so far are safe. We write to you when it goes on.\n",
    )


def resumed(words: Notice) -> tuple[str, str]:
    """Subject and text of the mail that says that a paused round goes on."""
    return (
        f"It goes on: {words.title}",
        f"Dear {words.name},\n\n"
        f"{words.title} goes on. It closes on {words.until}.\n\n"
        f"Why: {words.because}\n\n" + _way_in(words),
    )


def trial_begun(*, name: str, study: str, title: str, link: str, days: int) -> tuple[str, str]:
    """Subject and text of the mail to somebody who tries a round out."""
    return (
        f"A trial: please try out {title}",
        f"Dear {name},\n\n"
        f"“{study}” asks you to try out {title} before it goes to the panel.\n\n"
        "This is a trial. Answer as you would in earnest, and say what is hard to understand. "
        "The team sees what you answer. All of it is erased after the trial and never counted."
        "\n\nTo begin, open this link. You need no password. The link works once and for "
        f"{days} days; you can always ask for a new one.\n\n{link}\n",
    )


def _way_in(words: Notice) -> str:
    return (
        "To go on, open this link. You need no password. The link works once and for "
        f"{words.days} days; you can always ask for a new one.\n\n{words.link}\n"
    )


@dataclass(frozen=True, slots=True)
class FeedbackPublished:
    """What the mail says when the panel may read what came of a round."""

    name: str
    study: str
    title: str
    link: str
    days: int


def feedback_published(words: FeedbackPublished) -> tuple[str, str]:
    """Subject and text of the mail to everybody who took part in a round."""
    return (
        f"What came of your answers: {words.title}",
        f"Dear {words.name},\n\n"
        f"Thank you for taking part in “{words.title}” of “{words.study}”.\n\n"
        "You can now read what you said, what the panel said, and what happens next. Open this "
        f"link. You need no password. The link works once and for {words.days} days; you can "
        f"always ask for a new one.\n\n{words.link}\n",
    )


def when(moment: datetime, time_zone: str = "UTC") -> str:
    """A moment with its weekday and zone, in a person's own zone where it is known."""
    try:
        there = moment.astimezone(ZoneInfo(time_zone))
    except (ZoneInfoNotFoundError, ValueError):
        there = moment
    return f"{there:%A} {there.day} {there:%B %Y} at {there:%H:%M} ({there:%Z})"
