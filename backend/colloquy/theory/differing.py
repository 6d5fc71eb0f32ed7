"""What changed between two versions, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.core.errors import NotFound
from colloquy.methods import notation
from colloquy.methods.differences import compare
from colloquy.theory import policy, queries
from colloquy.theory.configurations import Written, read_cmocs
from colloquy.theory.models import MechanismVersion
from colloquy.theory.reading import label_version
from colloquy.theory.schemas import (
    Change,
    CmocDifference,
    CmocFacts,
    PieceRead,
    VersionDifferences,
    VersionIn,
    VersionLabel,
)
from colloquy.theory.writing import read_written

# below this two configurations share little but their tags, and read better as gone and new
_LIKENESS = 0.5


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two things compared."""

    label: VersionLabel | None = None
    title: str = ""
    definition: str = ""
    plain_summary: str = ""
    cmocs: Sequence[Written] = ()


async def find_against(
    session: AsyncSession, actor: Actor, version: MechanismVersion, against: UUID | None
) -> MechanismVersion | None:
    """The version to compare with: the one asked for, or the one that came before."""
    if against is None:
        return await queries.version_before(
            session, version, frozen_only=not policy.can_see_drafts(actor)
        )
    found = await queries.version(session, actor.study_id, against)
    if found is None or not policy.can_see_version(actor, found):
        raise NotFound("There is no such version to compare with in this study.")
    return found


async def find_earlier_stage(
    session: AsyncSession, actor: Actor, version: MechanismVersion
) -> MechanismVersion | None:
    """The version that the mechanism left the stage before with; None where it began in this one."""
    return await queries.version_of_earlier_stage(
        session, version, frozen_only=not policy.can_see_drafts(actor)
    )


async def compare_versions(
    session: AsyncSession, before: MechanismVersion | None, after: MechanismVersion
) -> VersionDifferences:
    """The differences of two versions; without a `before` everything is new."""
    first = await _side(session, before) if before else _Side()
    return _compare(first, await _side(session, after))


async def compare_unsaved(
    session: AsyncSession, saved: MechanismVersion, given: VersionIn
) -> VersionDifferences:
    """What words that are not saved yet would change in a version."""
    unsaved = _Side(
        title=given.title,
        definition=given.definition,
        plain_summary=given.plain_summary,
        cmocs=read_cmocs(given.cmocs),
    )
    return _compare(await _side(session, saved), unsaved)


def match_cmocs(before: Sequence[str], after: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Pair configurations by their notation: the same first, then the likeliest; the rest alone.

    The pairs come in the order of `after`, and what is gone stands where it stood.
    """
    partner: dict[int, int] = {}
    likeness = [
        (1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio(), i, j)
        for i, one in enumerate(before)
        for j, other in enumerate(after)
    ]
    for ratio, i, j in sorted(likeness, key=lambda pair: (-pair[0], abs(pair[1] - pair[2]))):
        if ratio >= _LIKENESS and i not in partner and j not in partner.values():
            partner[i] = j
    came_from = {j: i for i, j in partner.items()}
    pairs: list[tuple[int | None, int | None]] = [(came_from.get(j), j) for j in range(len(after))]
    for i in range(len(before)):
        if i not in partner:
            pairs.insert(_place_of_gone(pairs, i), (i, None))
    return pairs


def _place_of_gone(pairs: Sequence[tuple[int | None, int | None]], gone: int) -> int:
    """After the nearest configuration that stood before it."""
    earlier = [place for place, (i, _) in enumerate(pairs) if i is not None and i < gone]
    return max(earlier) + 1 if earlier else 0


async def _side(session: AsyncSession, version: MechanismVersion) -> _Side:
    return _Side(
        label=await label_version(session, version),
        title=version.title,
        definition=version.definition,
        plain_summary=version.plain_summary,
        cmocs=await read_written(session, version.id),
    )


def _compare(before: _Side, after: _Side) -> VersionDifferences:
    return VersionDifferences(
        before=before.label,
        after=after.label,
        title=_pieces(before.title, after.title),
        definition=_pieces(before.definition, after.definition),
        plain_summary=_pieces(before.plain_summary, after.plain_summary),
        cmocs=_compare_cmocs(before.cmocs, after.cmocs),
    )


def _compare_cmocs(before: Sequence[Written], after: Sequence[Written]) -> list[CmocDifference]:
    texts_before = [notation.format(one.elements) for one in before]
    texts_after = [notation.format(one.elements) for one in after]
    return [
        CmocDifference(
            change=_change(None if i is None else before[i], None if j is None else after[j]),
            before=None if i is None else _facts(before[i]),
            after=None if j is None else _facts(after[j]),
            pieces=_pieces(
                "" if i is None else texts_before[i], "" if j is None else texts_after[j]
            ),
        )
        for i, j in match_cmocs(texts_before, texts_after)
    ]


def _change(before: Written | None, after: Written | None) -> Change:
    if before is None:
        return "new"
    if after is None:
        return "gone"
    return "same" if before == after else "changed"


def _facts(cmoc: Written) -> CmocFacts:
    return CmocFacts(level=cmoc.level, tells_of=cmoc.tells_of)


def _pieces(before: str, after: str) -> list[PieceRead]:
    return [PieceRead(kind=piece.kind, text=piece.text) for piece in compare(before, after)]
