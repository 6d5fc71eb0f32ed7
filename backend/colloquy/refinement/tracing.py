"""From a version back to every voice behind it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.coding.reading import excerpts
from colloquy.coding.schemas import ExcerptRead
from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay
from colloquy.refinement import trace_queries as queries
from colloquy.refinement.lineage import Ancestor, walk_back
from colloquy.refinement.models import Proposal, ProposalKind, ProposalState
from colloquy.refinement.reading import label
from colloquy.refinement.trace_schemas import (
    AncestorRead,
    AskedRead,
    TracedProposal,
    VoiceRead,
    Voices,
)
from colloquy.rounds.asking import read_question
from colloquy.rounds.results.counting import count_answers
from colloquy.rounds.results.figures import TextResult
from colloquy.rounds.results.ledger import AnswerRow, Answers, Ledger
from colloquy.rounds.results.queries import answers_to
from colloquy.studies.models import Study
from colloquy.texts.masking.reading import mask_for
from colloquy.texts.models import DocumentKind
from colloquy.theory.models import LineageKind
from colloquy.theory.reading import read_versions
from colloquy.theory.schemas import VersionRead
from colloquy.theory.service import find_version


@dataclass(frozen=True, slots=True)
class Line:
    """A version's own id and those of everything it came from."""

    start: UUID
    ids: frozenset[UUID]

    def is_earlier(self, version_id: UUID | None) -> bool:
        """True for what was said of an earlier version."""
        return version_id is not None and version_id != self.start


async def read_voices(
    session: AsyncSession, study: Study, actor: Actor, version_id: UUID
) -> Voices:
    """The voices behind a version, also those behind the versions that it came from."""
    start = await find_version(session, actor.study_id, version_id)
    rows = await queries.versions(session, actor.study_id)
    ancestors = walk_back(start.id, rows, await queries.edges(session, actor.study_id))
    line = Line(start.id, frozenset(ancestor.version_id for ancestor in ancestors))
    versions = await read_versions(session, actor.study_id, line.ids)
    proposals = await queries.proposals_about(session, line.ids)
    voices = await _find_voices(session, actor, line, proposals)
    heard = {voice.group_id for voice in voices}
    groups = await queries.group_ids(session, study.id)
    return Voices(
        version=versions[start.id],
        ancestors=await _read_ancestors(session, ancestors, versions),
        proposals=[_read_proposal(proposal) for proposal in proposals],
        voices=voices,
        asked=await _count_answers(session, study, line, groups),
        silent=[group_id for group_id in groups if group_id not in heard],
    )


async def _find_voices(
    session: AsyncSession, actor: Actor, line: Line, proposals: Sequence[Proposal]
) -> list[VoiceRead]:
    """Excerpts that were cited or coded, then comments that nobody has coded yet."""
    cited_in: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for coding_id, proposal_id in await queries.cited(session, [one.id for one in proposals]):
        cited_in[coding_id].append(proposal_id)
    ids = set(cited_in) | await queries.coded_to(session, line.ids)
    found = await excerpts(session, actor, ids=list(ids))
    mask = await mask_for(session, actor)
    sounds = await queries.sounds(session, {excerpt.segment_id for excerpt in found})
    voices = [
        _voice(excerpt, line, cited_in.get(excerpt.coding_id, []), sounds.get(excerpt.segment_id))
        for excerpt in found
    ]
    coded = {voice.segment_id for voice in voices}
    voices += [
        VoiceRead(
            id=comment.id,
            kind="comment",
            version_id=comment.version_id,
            is_earlier=line.is_earlier(comment.version_id),
            quote=mask.text(segment.text),
            before="",
            after="",
            stance=comment.stance,
            element=None,
            speaker=member.display_name,
            group_id=member.group_id,
            document_id=document.id,
            document_kind=DocumentKind(document.kind),
            document_title=document.title,
            segment_id=segment.id,
            recording_id=None,
            start_seconds=None,
            end_seconds=None,
            at=comment.created_at,
            cited_in=[],
        )
        for comment, member, document, segment in await queries.comments(session, line.ids)
        if segment.id not in coded
    ]
    return voices


def _voice(
    excerpt: ExcerptRead, line: Line, cited_in: list[UUID], sound: queries.Sound | None
) -> VoiceRead:
    return VoiceRead(
        id=excerpt.coding_id,
        kind="excerpt",
        version_id=excerpt.version_id,
        is_earlier=line.is_earlier(excerpt.version_id),
        quote=excerpt.quote,
        before=excerpt.before,
        after=excerpt.after,
        stance=excerpt.stance,
        element=excerpt.element,
        speaker=excerpt.speaker_label,
        group_id=excerpt.group_id,
        document_id=excerpt.document.id,
        document_kind=excerpt.document.kind,
        document_title=excerpt.document.title,
        segment_id=excerpt.segment_id,
        recording_id=sound.recording_id if sound else None,
        start_seconds=excerpt.start_seconds,
        end_seconds=sound.end if sound else None,
        at=excerpt.document.occurred_at or excerpt.created_at,
        cited_in=cited_in,
    )


async def _read_ancestors(
    session: AsyncSession, ancestors: Sequence[Ancestor], versions: Mapping[UUID, VersionRead]
) -> list[AncestorRead]:
    deciders = await queries.deciders(
        session, [ancestor.edge.id for ancestor in ancestors if ancestor.edge]
    )
    return [
        AncestorRead(
            version=label(versions[ancestor.version_id]),
            steps=ancestor.steps,
            kind=LineageKind(ancestor.edge.kind) if ancestor.edge else None,
            is_part=ancestor.edge.is_part if ancestor.edge else False,
            into_version_id=ancestor.into_version_id,
            proposal_id=deciders.get(ancestor.edge.id) if ancestor.edge else None,
        )
        for ancestor in ancestors
    ]


async def _count_answers(
    session: AsyncSession, study: Study, line: Line, group_ids: Sequence[UUID]
) -> list[AskedRead]:
    """Ratings and votes of closed rounds; a group too small to be shown alone stays hidden."""
    asked = await queries.asked(session, line.ids)
    rows: defaultdict[UUID, list[AnswerRow]] = defaultdict(list)
    for answer in await answers_to(session, [row.id for row, _, _ in asked]):
        rows[answer.question_id].append(answer)
    read: list[AskedRead] = []
    for question, item, round_ in asked:
        shown = read_question(question)
        ledger = Ledger(
            group_ids, study.suppress_below, Rule(round_.rule), UnableToSay(round_.unable)
        )
        result = count_answers(Answers(question, shown, rows[question.id]), ledger)
        if item.version_id and not isinstance(result, TextResult):
            read.append(
                AskedRead(
                    round_id=round_.id,
                    round_title=round_.title,
                    closed_at=round_.closed_at,
                    version_id=item.version_id,
                    is_earlier=line.is_earlier(item.version_id),
                    result=result,
                )
            )
    return read


def _read_proposal(proposal: Proposal) -> TracedProposal:
    return TracedProposal(
        id=proposal.id,
        kind=ProposalKind(proposal.kind),
        title=proposal.title,
        state=ProposalState(proposal.state),
        decided_at=proposal.decided_at,
        decision_reason=proposal.decision_reason,
    )
