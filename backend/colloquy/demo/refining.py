"""What the team proposed and decided, and whose words it answered without following them."""

from colloquy.core.ids import new_id
from colloquy.demo.asking import newest
from colloquy.demo.content import read
from colloquy.demo.shapes import ProposalWords, RefinementWords
from colloquy.demo.story import Story
from colloquy.demo.theory import cmoc_in
from colloquy.refinement.acceptance import decide
from colloquy.refinement.models import Proposal, ProposalKind, ProposalState
from colloquy.refinement.schemas import (
    ConsiderationWrite,
    Decision,
    EvidenceIn,
    OutcomeIn,
    ProposalCreate,
)
from colloquy.refinement.service import consider, write_proposal
from colloquy.texts.service import find_document_made_from
from colloquy.theory.reading import current_versions
from colloquy.theory.service import find_version


async def refine(story: Story, first: int, last: int) -> None:
    """Write the proposals of these days, from first to last, and decide those that were decided."""
    for words in read(RefinementWords, "refinement").proposal:
        if first <= words.day <= last:
            proposal = await _propose(story, words)
            if words.verdict:
                await _decide(story, words, proposal)


async def answer_words(story: Story, day: int) -> None:
    """Say why some words were considered and not followed."""
    with story.on(day):
        for words in read(RefinementWords, "refinement").considered:
            told = story.told[words.list, words.who, words.on]
            document = await find_document_made_from(story.session, story.study.id, told.comment_id)
            await consider(
                story.session,
                story.actors["researcher"],
                document.id,
                ConsiderationWrite(reason=words.reason),
            )


async def _propose(story: Story, words: ProposalWords) -> Proposal:
    version_id = newest(story, "2", words.mechanism)
    version = await find_version(story.session, story.study.id, version_id)
    outcome = OutcomeIn(
        title=version.title,
        definition=words.definition,
        plain_summary=words.plain_summary,
        cmocs=[cmoc_in(cmoc) for cmoc in words.cmoc],
    )
    with story.on(words.day):
        return await write_proposal(
            story.session,
            story.actors["researcher"],
            ProposalCreate(
                client_id=new_id(),
                kind=ProposalKind(words.kind),
                title=words.title,
                rationale=words.rationale,
                subjects=[version_id],
                outcomes=[outcome] if words.kind == ProposalKind.REVISE else [],
                evidence=[EvidenceIn(coding_id=story.codings[cited]) for cited in words.cites],
            ),
        )


async def _decide(story: Story, words: ProposalWords, proposal: Proposal) -> None:
    with story.on(words.decided, "16:00"):
        await decide(
            story.session,
            story.lead,
            proposal,
            Decision(
                verdict=(
                    ProposalState.ACCEPTED
                    if words.verdict == ProposalState.ACCEPTED
                    else ProposalState.REJECTED
                ),
                reason=words.reason,
                plain_reason=words.plain_reason,
                revision=proposal.revision,
            ),
        )
    if words.verdict == ProposalState.ACCEPTED:
        await story.session.flush()
        current = await current_versions(story.session, story.study.id)
        made = current[story.mechanisms[words.mechanism]]
        story.versions["accepted", words.mechanism] = made.id
