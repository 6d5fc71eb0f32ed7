"""What an item says now against what it said in the round before."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as DocxDocument

from colloquy.methods.differences import Piece, compare
from colloquy.reports.round_facts import RoundFacts, title_of
from colloquy.rounds.results.figures import RoundItemResult


@dataclass(frozen=True, slots=True)
class Rewording:
    """An item that was asked again in other words: what changed in each of its parts."""

    title: str
    parts: Sequence[tuple[str, Sequence[Piece]]]


def find_rewordings(
    earlier: Sequence[RoundItemResult], later: Sequence[RoundItemResult]
) -> list[Rewording]:
    """The items asked again whose words are not those of the round before, in their order."""
    before = {item.id: _parts(item) for item in earlier}
    found: list[Rewording] = []
    for item in later:
        if item.carried_from_id and item.carried_from_id in before:
            old, new = before[item.carried_from_id], _parts(item)
            changed = [
                (name, compare(old.get(name, ""), text))
                for name, text in new.items()
                if old.get(name, "") != text
            ]
            if changed:
                found.append(Rewording(title_of(item), changed))
    return found


def write_rewordings(document: DocxDocument, facts: RoundFacts) -> None:
    """List what was reworded, with what went struck through and what came underlined."""
    document.add_heading("Items asked again in other words", level=2)
    found = find_rewordings(facts.earlier.items, facts.results.items) if facts.earlier else []
    if not found:
        document.add_paragraph("None.")
        return
    document.add_paragraph("What is gone is struck through, what is new is underlined.")
    for rewording in found:
        document.add_heading(rewording.title, level=3)
        for name, pieces in rewording.parts:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{name}: ").bold = True
            for piece in pieces:
                run = paragraph.add_run(piece.text)
                run.font.strike = piece.kind == "gone"
                run.font.underline = piece.kind == "new"


def _parts(item: RoundItemResult) -> dict[str, str]:
    version = item.version
    if version is None:
        return {"Statement": item.statement}
    return {
        "Title": version.title,
        "Definition": version.definition,
        "Plain summary": version.plain_summary,
        "Configurations": "\n".join(cmoc.notation for cmoc in version.cmocs),
    }
