"""Minutes as Markdown."""

import re
from collections.abc import Sequence

from colloquy.meetings.record.schemas import Block, Minutes

MARKDOWN_TYPE = "text/markdown; charset=utf-8"
# what people wrote must not turn into a link, an image, emphasis or HTML
_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>|#!~])")


def write_markdown(minutes: Minutes) -> bytes:
    """The same document for any editor."""
    parts = [f"# {_plain(minutes.title)}", _plain(minutes.subtitle)]
    parts += [_write(block) for block in minutes.blocks]
    return ("\n\n".join(parts) + "\n").encode()


def _write(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"{'#' * (block.level + 1)} {_plain(block.words[0])}"
        case "text":
            return _plain(block.words[0])
        case "list":
            return "\n".join(f"- {_plain(line)}" for line in block.words)
        case "quote":
            return "\n>\n".join(f"> {_plain(paragraph)}" for paragraph in block.words)
        case "table":
            return "\n".join(
                [_row(block.words), _row(["---"] * len(block.words)), *map(_row, _safe(block))]
            )


def _safe(block: Block) -> list[list[str]]:
    return [[_plain(cell) for cell in row] for row in block.rows]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(words: str) -> str:
    return _MEANS_SOMETHING.sub(r"\\\1", " ".join(words.split()))
