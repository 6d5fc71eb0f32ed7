"""Transcripts in their editor, as the page asks for them."""

from typing import Any
from uuid import UUID, uuid4

from colloquy.texts.making import DocumentDraft, SegmentDraft, make_document
from colloquy.texts.models import Document, DocumentKind
from tests.factories.studies import Person, Study
from tests.support.lab import ok

SAID = (
    ("Carer", "Um, nobody asked me what I need."),
    ("Carer", "And nobody told Rhiannon why."),
    ("Leader", "We hold the money, so we hold the power."),
)


async def a_timed_transcript(study: Study, *, title: str = "Meeting 1") -> Document:
    """A transcript with the times of its words: one each half second, every fifth one doubtful."""
    drafts: list[SegmentDraft] = []
    at = 0.0
    for speaker, text in SAID:
        words: list[dict[str, Any]] = []
        for n, word in enumerate(text.split()):
            probability = 0.3 if n % 5 == 4 else 0.9
            words.append(
                {"start": at, "end": at + 0.5, "text": f" {word}", "probability": probability}
            )
            at += 0.5
        drafts.append(
            SegmentDraft(text=text, speaker=speaker, start=words[0]["start"], end=at, words=words)
        )
    async with study.lab.writing() as session:
        return await make_document(
            session,
            study.id,
            DocumentDraft(
                kind=DocumentKind.TRANSCRIPT,
                title=title,
                segments=drafts,
                speakers={"Carer": study.panel[0].id, "Leader": study.panel[1].id},
            ),
        )


class Editor:
    """A transcript open in the editor of one person."""

    def __init__(self, study: Study, document: Document, person: Person) -> None:
        self.url = f"{study.url}/documents/{document.id}"
        self.client = person.client

    async def read(self) -> dict[str, Any]:
        """The whole text with its times."""
        return dict(ok(await self.client.get(f"{self.url}/passages")).json())

    async def passages(self) -> list[dict[str, Any]]:
        """The passages in order."""
        return list((await self.read())["passages"])

    async def texts(self) -> list[str]:
        """What the passages say, in order."""
        return [passage["text"] for passage in await self.passages()]

    async def write(
        self, passage: dict[str, Any], text: str, *, step: UUID | None = None
    ) -> dict[str, Any]:
        """Put other words to a passage as it was seen."""
        body = {"segment_id": passage["id"], "seen": passage["text"], "text": text}
        return await self.do("words", client_id=str(step or uuid4()), passages=[body])

    async def do(self, verb: str, *, status: int = 200, **body: Any) -> dict[str, Any]:
        """One step."""
        answer = await self.client.post(f"{self.url}/edits/{verb}", json=body or None)
        return dict(ok(answer, status).json())

    async def changes(self, since: str) -> dict[str, Any]:
        """What became of the text since a moment."""
        answer = await self.client.get(f"{self.url}/changes", params={"since": since})
        return dict(ok(answer).json())
