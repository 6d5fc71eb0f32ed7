"""Comments, as people send them."""

from typing import Any
from uuid import UUID, uuid4

from colloquy.texts.models import Document
from colloquy.texts.queries import document_of_origin
from tests.factories.studies import Person, Study
from tests.support.lab import ok


def said(version_id: UUID, text: str = "This leaves carers out.", **changes: Any) -> dict[str, Any]:
    """The body of a comment by the team on a whole version."""
    return {
        "client_id": str(uuid4()),
        "target": "version",
        "target_id": str(version_id),
        "text": text,
        "place": "workbench",
        **changes,
    }


async def a_comment(study: Study, person: Person, version_id: UUID, **changes: Any) -> Any:
    """A comment that the server has taken."""
    answer = await person.client.post(f"{study.url}/comments", json=said(version_id, **changes))
    return ok(answer, 201).json()


async def document_of(study: Study, comment_id: str) -> Document:
    """The document that was made from a comment."""
    async with study.lab.runtime.reading() as session:
        document = await document_of_origin(session, study.id, UUID(comment_id))
        assert document
        return document
