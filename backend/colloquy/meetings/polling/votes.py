"""Votes as rows: what a vote says stands open beside its giver, or sealed where the poll is secret.

See docs/decisions/secret-polls.md.
"""

from colloquy.core.sealing import seal, unseal
from colloquy.core.settings import Settings
from colloquy.meetings.models import Ballot, Poll
from colloquy.meetings.polling.fitting import KeptVote

SEALED_BYTES = 1024
"""Room for the longest vote: three answers of forty letters, whatever the script."""


def write_vote(settings: Settings, poll: Poll, ballot: Ballot, vote: KeptVote) -> None:
    """Put a vote on its ballot."""
    if poll.is_secret:
        ballot.sealed = seal(
            vote.model_dump_json(exclude_defaults=True),
            secret=settings.signing_key,
            half=poll.seal or "",
            about=_about(poll, ballot),
            size=SEALED_BYTES,
        )
    else:
        ballot.vote = vote.model_dump(mode="json", exclude_defaults=True)


def read_vote(settings: Settings, poll: Poll, ballot: Ballot) -> KeptVote | None:
    """The vote on a ballot; None once nobody can know it."""
    if ballot.vote is not None:
        return KeptVote.model_validate(ballot.vote)
    if ballot.sealed is None or poll.seal is None:
        return None
    words = unseal(
        ballot.sealed,
        secret=settings.signing_key,
        half=poll.seal,
        about=_about(poll, ballot),
    )
    return KeptVote.model_validate_json(words)


def _about(poll: Poll, ballot: Ballot) -> str:
    # a sealed vote moved to somebody else's row, or to another poll, does not open there
    return f"{poll.id}:{ballot.member_id}"
