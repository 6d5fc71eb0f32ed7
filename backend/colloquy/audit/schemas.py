"""What can be asked of the log."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows of a study's log are asked for; what is empty does not narrow."""

    subject: str = ""
    account_id: UUID | None = None
    since: date | None = None
    until: date | None = None
    before: UUID | None = None
