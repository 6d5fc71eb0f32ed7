"""What studies announces, and the words of the mails that invite people to one."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

REASONS = {
    "too_busy": "I am too busy",
    "away": "I am away on the dates",
    "not_for_me": "It is not for me",
    "other": "Another reason",
}


@dataclass(frozen=True, slots=True)
class MemberGone:
    """A person is no longer in a study, by their own will or the team's.

    Whoever keeps what they gave without a name writes `alias` in its place: one new name that is
    nobody's, so that what one person gave in several places stays one person's.
    """

    study_id: UUID
    account_id: UUID
    alias: str = field(default_factory=lambda: f"left:{uuid4()}")


@dataclass(frozen=True, slots=True)
class GroupRemoving:
    """A stakeholder group is about to be removed; whoever needs it raises `Conflict`."""

    study_id: UUID
    group_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation mail says."""

    name: str
    study: str
    question: str
    inviter: str
    link: str
    decline_links: dict[str, str]
    days: int


def invitation(words: Invitation) -> tuple[str, str]:
    """Subject and text of an invitation, with one link a reason to decline."""
    declines = "\n".join(
        f"  {label}:\n  {words.decline_links[reason]}" for reason, label in REASONS.items()
    )
    question = f"It asks: {words.question}\n\n" if words.question else ""
    return (
        f"You are invited to take part in: {words.study}",
        f"Dear {words.name},\n\n"
        f"{words.inviter} invites you to take part in “{words.study}”.\n\n"
        f"{question}"
        "To begin, open this link. You need no password. The link works once and for "
        f"{words.days} days; you can always ask for a new one.\n\n{words.link}\n\n"
        "If you would rather not take part, one click tells us why:\n\n"
        f"{declines}\n",
    )
