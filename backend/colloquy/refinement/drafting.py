"""Turns what was sent as a proposal into rows, and rows back into what theory takes in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.errors import Conflict, Invalid, NotFound
from colloquy.refinement import queries
from colloquy.refinement.models import ProposalOutcome
from colloquy.refinement.schemas import EvidenceIn, OutcomeIn, ProposalWrite
from colloquy.refinement.shapes import Change, Outcome, Subject, Words, violations
from colloquy.theory.configurations import Written, make_configuration, read_cmocs
from colloquy.theory.models import MechanismVersion
from colloquy.theory.reading import read_versions
from colloquy.theory.schemas import CmocIn, CmocRead, ElementIn, VersionIn, VersionRead


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal that has its kind's shape, with the versions it starts from."""

    change: Change
    subjects: Sequence[VersionRead]
    target: VersionRead | None


async def draft(session: AsyncSession, study_id: UUID, given: ProposalWrite) -> Draft:
    """Check what was sent against its kind's shape, the study, and what is newest now."""
    ids = [*given.subjects, *([given.target_id] if given.target_id else [])]
    versions = await read_versions(session, study_id, ids)
    if missing := [version_id for version_id in ids if version_id not in versions]:
        raise NotFound(f"There is no such version in this study: {missing[0]}.")
    await _refuse_past_versions(session, list(versions.values()))
    subjects = [versions[version_id] for version_id in given.subjects]
    target = versions[given.target_id] if given.target_id else None
    change = Change(
        kind=given.kind,
        subjects=[_subject(version) for version in subjects],
        target=_subject(target) if target else None,
        outcomes=[_outcome(outcome) for outcome in given.outcomes],
    )
    if problems := violations(change):
        raise Invalid(problems[0].message, problems)
    return Draft(change, subjects, target)


async def check_evidence(
    session: AsyncSession, study_id: UUID, evidence: Sequence[EvidenceIn]
) -> None:
    """Every excerpt is one of this study, and is cited once."""
    ids = {cited.coding_id for cited in evidence}
    if len(ids) < len(evidence):
        raise Invalid("An excerpt is cited twice. Keep one of the two.")
    if await queries.codings(session, study_id, ids) != ids:
        raise NotFound("An excerpt that you cite is not in this study, or was taken away.")


def words_of_version(version: VersionRead) -> Words:
    """What a version says, to be compared."""
    return Words(
        title=version.title,
        definition=version.definition,
        plain_summary=version.plain_summary,
        configurations=tuple(_written(cmoc) for cmoc in version.cmocs),
    )


def stored_cmocs(configurations: Sequence[Written]) -> list[dict[str, Any]]:
    """Configurations as an outcome's row keeps them: elements, never notation."""
    return [
        {
            "level": one.level,
            "tells_of": one.tells_of,
            "elements": [
                {"kind": element.kind, "polarity": element.polarity, "text": element.text}
                for element in one.elements
            ],
        }
        for one in configurations
    ]


def version_in(outcome: ProposalOutcome, change_note: str = "") -> VersionIn:
    """An outcome as theory takes it in."""
    return VersionIn(
        title=outcome.title,
        definition=outcome.definition,
        plain_summary=outcome.plain_summary,
        change_note=change_note,
        cmocs=[CmocIn.model_validate(cmoc) for cmoc in outcome.cmocs],
    )


async def _refuse_past_versions(session: AsyncSession, versions: Sequence[VersionRead]) -> None:
    """A proposal starts from what is newest: what is past has been answered already."""
    newest = await queries.newest_versions(session, {version.mechanism_id for version in versions})
    living = await queries.living_mechanisms(session, set(newest))
    for version in versions:
        if version.mechanism_id not in living:
            raise Conflict(f"“{version.title}” is retired, so no proposal can change it.")
        latest: MechanismVersion = newest[version.mechanism_id]
        if latest.id != version.id:
            raise Conflict(
                f"“{version.title}” has a newer version ({latest.number}). "
                "Your words are safe. Start from the newest version."
            )


def _subject(version: VersionRead) -> Subject:
    return Subject(version.mechanism_id, words_of_version(version))


def _outcome(outcome: OutcomeIn) -> Outcome:
    words = Words(
        title=outcome.title,
        definition=outcome.definition,
        plain_summary=outcome.plain_summary,
        configurations=tuple(read_cmocs(outcome.cmocs)),
    )
    return Outcome(outcome.mechanism_id, words)


def _written(cmoc: CmocRead) -> Written:
    elements = [
        ElementIn(kind=element.kind, polarity=element.polarity, text=element.text)
        for element in cmoc.elements
    ]
    return Written(make_configuration(elements), cmoc.level, cmoc.tells_of)
