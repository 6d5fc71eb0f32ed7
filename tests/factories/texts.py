"""Documents, made as the services make them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from colloquy.texts.making import DocumentDraft, SegmentDraft, make_document
from colloquy.texts.models import Document, DocumentKind, Segment
from colloquy.texts.queries import segments
from tests.factories.studies import Study

TALK = (
    ("Chair", "Who would like to begin?"),
    ("Carer", "Nobody asked me what I need, and nobody told me why."),
    ("Leader", "We hold the money, so we hold the power. That is the plain truth."),
)


async def a_transcript(
    study: Study,
    *,
    talk: Sequence[tuple[str | None, str]] = TALK,
    members: Mapping[str, UUID | None] | None = None,
    version_id: UUID | None = None,
    kind: DocumentKind = DocumentKind.TRANSCRIPT,
    title: str = "Meeting 1",
) -> Document:
    """A document of some talk; the labels Carer and Leader are the two panel members."""
    known = {"Carer": study.panel[0].id, "Leader": study.panel[1].id}
    async with study.lab.writing() as session:
        return await make_document(
            session,
            study.id,
            DocumentDraft(
                kind=kind,
                title=title,
                stage_id=study.stage.id,
                segments=[
                    SegmentDraft(
                        text=text,
                        speaker=label,
                        start=n * 5.0,
                        end=n * 5.0 + 4,
                        version_id=version_id,
                    )
                    for n, (label, text) in enumerate(talk)
                ],
                speakers=known if members is None else members,
            ),
        )


async def segments_of(study: Study, document_id: UUID) -> list[Segment]:
    """A document's segments in order."""
    async with study.lab.runtime.reading() as session:
        return list(await segments(session, document_id))
