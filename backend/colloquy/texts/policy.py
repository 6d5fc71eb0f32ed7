"""Rules about documents that are more than a role's permission."""

from colloquy.texts.models import Document, DocumentKind


def is_correctable(document: Document) -> bool:
    """What was heard or noted may be corrected; what a person wrote is theirs."""
    return document.kind not in (DocumentKind.COMMENT, DocumentKind.ANSWER)
