"""What people announces, and the words of its mails."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class LinkOpened:
    """A person has signed in by a magic link that lands on a path of ours."""

    account_id: UUID
    landing: str


def link_again(name: str, link: str, days: int) -> tuple[str, str]:
    """Subject and text of the mail with a fresh link."""
    return (
        "Your new link to Colloquy",
        f"Dear {name},\n\n"
        f"Here is your new link. It works once and for {days} days:\n\n{link}\n\n"
        "If you did not ask for it, you can ignore this mail.\n",
    )
