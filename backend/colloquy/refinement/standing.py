"""Whether the versions that a proposal starts from are still the newest, and what came between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.refinement import queries
from colloquy.refinement.models import Proposal, ProposalState, ProposalSubject
from colloquy.refinement.schemas import Standing
from colloquy.theory.models import MechanismVersion


@dataclass(frozen=True, slots=True)
class SubjectStanding:
    """What became of a version that a proposal starts from; `newest` is its mechanism's newest."""

    standing: Standing
    since: str
    newest: MechanismVersion


async def find_standings(
    session: AsyncSession, subjects: Sequence[ProposalSubject]
) -> dict[UUID, SubjectStanding]:
    """The standing of each subject, by the subject's id."""
    rows = await queries.versions(session, {subject.version_id for subject in subjects})
    versions = {version.id: version for version in rows}
    mechanism_ids = {version.mechanism_id for version in rows}
    newest = await queries.newest_versions(session, mechanism_ids)
    told = _Told(
        living=await queries.living_mechanisms(session, mechanism_ids),
        makers=await queries.makers(session, {version.id for version in newest.values()}),
        enders=await queries.enders(session, mechanism_ids),
        names=await queries.names(
            session, {version.saved_by_id for version in newest.values() if version.saved_by_id}
        ),
    )
    return {
        subject.id: told.standing(
            subject, versions[subject.version_id], newest[versions[subject.version_id].mechanism_id]
        )
        for subject in subjects
    }


async def out_of_date(
    session: AsyncSession, proposals: Sequence[Proposal], subjects: Sequence[ProposalSubject]
) -> set[UUID]:
    """Those of these proposals that are open and no longer start from what is newest."""
    open_ids = {one.id for one in proposals if one.state == ProposalState.OPEN}
    open_subjects = [subject for subject in subjects if subject.proposal_id in open_ids]
    standings = await find_standings(session, open_subjects)
    return {
        subject.proposal_id
        for subject in open_subjects
        if standings[subject.id].standing != "current"
    }


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known about the newest versions: who made them, and who ended their mechanisms."""

    living: set[UUID]
    makers: dict[UUID, Proposal]
    enders: dict[UUID, Proposal]
    names: dict[UUID, str]

    def standing(
        self, subject: ProposalSubject, was: MechanismVersion, newest: MechanismVersion
    ) -> SubjectStanding:
        if newest.mechanism_id not in self.living:
            return SubjectStanding("retired", self._retired(newest), newest)
        if newest.id != was.id:
            return SubjectStanding("overtaken", self._overtaken(newest), newest)
        if newest.revision != subject.revision:
            return SubjectStanding("edited", self._edited(newest), newest)
        return SubjectStanding("current", "", newest)

    def _retired(self, newest: MechanismVersion) -> str:
        ender = self.enders.get(newest.mechanism_id)
        if ender and ender.decided_at:
            return f"{_accepted(ender, ender.decided_at)} and ended “{newest.title}”."
        return f"“{newest.title}” has been retired."

    def _overtaken(self, newest: MechanismVersion) -> str:
        maker = self.makers.get(newest.id)
        if maker and maker.decided_at:
            made = f"made version {newest.number} of “{newest.title}”"
            return f"{_accepted(maker, maker.decided_at)} and {made}."
        who = self._name(newest)
        return (
            f"{who} saved version {newest.number} of “{newest.title}” on {_day(newest.saved_at)}."
        )

    def _edited(self, newest: MechanismVersion) -> str:
        return f"{self._name(newest)} edited “{newest.title}” on {_day(newest.saved_at)}."

    def _name(self, version: MechanismVersion) -> str:
        return (
            self.names.get(version.saved_by_id, "Somebody") if version.saved_by_id else "Somebody"
        )


def _accepted(proposal: Proposal, at: datetime) -> str:
    return f"The proposal “{proposal.title}” was accepted on {_day(at)}"


def _day(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B %Y}"
