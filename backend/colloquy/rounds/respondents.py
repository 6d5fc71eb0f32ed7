"""Whose an answer is, as the database holds it: the member, or a keyed hash that names nobody.

See docs/decisions/anonymity.md.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import Conflict
from colloquy.rounds import policy
from colloquy.rounds.models import Round, SeriesKey
from colloquy.rounds.running import queries as running_queries

# candidates for a person's number are drawn from ranges that widen when one is crowded
RANGES = (99, 99, 99, 999, 9999)


def respondent(secret: str, member_id: UUID) -> str:
    """The keyed hash that stands for a member in an unlinkable series."""
    return hmac.new(secret.encode(), member_id.bytes, hashlib.sha256).hexdigest()


async def respondent_of(session: AsyncSession, round_: Round, member_id: UUID) -> str:
    """What stands for a member in a round's answers."""
    if not policy.is_unlinkable(round_):
        return str(member_id)
    key = await running_queries.key(session, round_.series_id)
    if key is None or key.secret is None:
        raise Conflict("This series has ended, and the key that paired its answers is destroyed.")
    return respondent(key.secret, member_id)


async def own_respondents(
    session: AsyncSession, rounds: Collection[Round], member_id: UUID
) -> frozenset[str]:
    """Everything that stands for a member in some rounds, as far as it can still be known."""
    series = {round_.series_id for round_ in rounds if policy.is_unlinkable(round_)}
    if not series:
        return frozenset({str(member_id)})
    keys = await running_queries.keys(session, series)
    hashes = {respondent(key.secret, member_id) for key in keys if key.secret}
    return frozenset({str(member_id)} | hashes)


async def own_respondents_in_study(
    session: AsyncSession, study_id: UUID, member_id: UUID
) -> frozenset[str]:
    """Everything that stands for a member in a study, as far as it can still be known."""
    rounds = await running_queries.unlinkable_rounds(session, study_id)
    return await own_respondents(session, rounds, member_id)


async def prepare_key(session: AsyncSession, round_: Round) -> None:
    """Make the key of a series that has none; a series that has ended takes no further round."""
    key = await running_queries.key(session, round_.series_id)
    if key is None:
        session.add(SeriesKey(series_id=round_.series_id, secret=secrets.token_hex(32)))
    elif key.secret is None:
        raise Conflict(
            "This series has ended and its key is destroyed, so no further round can open in it. "
            "Begin a new series instead."
        )


def pseudonyms(
    secret: str, people: Sequence[tuple[UUID, str]], *, joined: Sequence[UUID]
) -> dict[UUID, str]:
    """A name such as “Carers 37” for each person and the word for their group.

    The number comes from the key and says nothing of the order of joining; `joined` is that order
    and only decides who keeps a number that two would have, so that later people move nobody.
    """
    numbers: dict[UUID, int] = {}
    taken: set[int] = set()
    for member_id in joined:
        attempt = 0
        while (number := _number(secret, member_id, attempt)) in taken:
            attempt += 1
        numbers[member_id] = number
        taken.add(number)
    return {member_id: f"{word} {numbers[member_id]}" for member_id, word in people}


def _number(secret: str, member_id: UUID, attempt: int) -> int:
    size = RANGES[min(attempt, len(RANGES) - 1)]
    drawn = hmac.new(secret.encode(), b"%s:%d" % (member_id.bytes, attempt), hashlib.sha256)
    return int.from_bytes(drawn.digest()) % size + 1
