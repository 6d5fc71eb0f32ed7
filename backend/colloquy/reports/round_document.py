"""The report of a round as a Word document."""

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as DocxDocument

from colloquy.reports import accord
from colloquy.reports.round_facts import RoundFacts, title_of
from colloquy.reports.round_tables import answers_of, tables_of
from colloquy.reports.spreadsheets import Cell
from colloquy.reports.wording import write_rewordings
from colloquy.rounds.commenting.schemas import ReleasedComment
from colloquy.rounds.results.figures import (
    ChoiceResult,
    QuestionResult,
    RatingFigures,
    RatingResult,
    RoundItemResult,
    TextResult,
    VoteResult,
)

_BARS = " ▁▂▃▄▅▆▇█"
_HIDDEN = "not shown alone"


def write_document(facts: RoundFacts) -> bytes:
    """How the round was made, who took part, what came of each item, and the ACCORD items."""
    document = Document()
    document.add_heading(facts.results.title, level=0)
    document.add_paragraph(facts.study.title)
    _write_making(document, facts)
    _write_turnout(document, facts)
    document.add_heading("Results", level=1)
    for item in facts.results.items:
        _write_item(document, facts, item)
    _write_changes(document, facts)
    _write_accord(document, facts)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write_making(document: DocxDocument, facts: RoundFacts) -> None:
    round_, results = facts.round_, facts.results
    document.add_heading("How the round was made", level=1)
    document.add_paragraph(
        f"{len(results.items)} items were put before {len(results.turnout.groups)} stakeholder "
        f"groups. The rule of consensus was “{results.rule}”, locked when the round opened. "
        + (f"Reason: {results.rule_reason}" if results.rule_reason else "No reason was noted.")
    )
    document.add_paragraph(accord.ANONYMITY[round_.anonymity])
    document.add_paragraph(
        f"“Unable to say” was {results.unable} in shares. A group with fewer than "
        f"{results.suppress_below} answers is not shown alone, nor one that could be worked out."
    )
    if round_.opened_at and round_.ended_at:
        days = (round_.ended_at - round_.opened_at).total_seconds() / 86_400
        document.add_paragraph(
            f"Opened {round_.opened_at:%A %d %B %Y, %H:%M} UTC, ended "
            f"{round_.ended_at:%A %d %B %Y, %H:%M} UTC: {days:.1f} days."
        )
    document.add_heading("Deviations from the plan", level=2)
    for change in facts.changes:
        document.add_paragraph(
            f"{change.at:%d %B %Y}: {change.kind}. {change.reason}", style="List Bullet"
        )
    if not facts.changes:
        document.add_paragraph("None.")


def _write_turnout(document: DocxDocument, facts: RoundFacts) -> None:
    turnout = facts.results.turnout
    document.add_heading("Who took part", level=1)
    document.add_paragraph(
        f"{turnout.begun} of {turnout.asked} people took part and {turnout.finished} said that they "
        f"had finished. {turnout.late} answers came late within the grace and are counted; "
        f"{turnout.kept_aside} came after it and are not."
    )
    table = next(each for each in tables_of(facts) if each.name == "turnout")
    _write_table(document, ["Group", "Asked", "Took part"], table.rows)


def _write_item(document: DocxDocument, facts: RoundFacts, item: RoundItemResult) -> None:
    document.add_heading(title_of(item), level=2)
    if item.outcome:
        document.add_paragraph(f"Outcome: {item.outcome}.")
    if item.finding and item.finding.words:
        document.add_paragraph(item.finding.words)
    for result in item.questions:
        _write_result(document, facts, result)
    quoted = [quote.text for quote in item.minority if quote.is_quoted]
    if quoted:
        document.add_paragraph("Minority report:")
    for text in quoted:
        document.add_paragraph(text, style="Quote")
    if item.comments:
        document.add_paragraph("Comments released to the panel:")
    for comment in item.comments:
        _write_comment(document, facts, comment)


def _write_comment(document: DocxDocument, facts: RoundFacts, comment: ReleasedComment) -> None:
    document.add_paragraph(comment.text, style="Quote")
    writer = comment.writer
    group = facts.name_of(writer.group_id)
    told = [writer.name, *([group] if group and not writer.is_pseudonym else [])]
    told += [comment.stance] if comment.stance else []
    told += [f"on “{comment.quote}”"] if comment.quote else []
    told += ["words changed by a facilitator"] if comment.is_reworded else []
    document.add_paragraph(f"— {', '.join(told)}")


def _write_result(document: DocxDocument, facts: RoundFacts, result: QuestionResult) -> None:
    document.add_paragraph(result.question.prompt, style="Intense Quote")
    match result:
        case RatingResult():
            _write_ratings(document, facts, result)
        case VoteResult() | ChoiceResult():
            rows = [[name, *row] for name, row in answers_of(facts, result)]
            header = ["Group", "Answer", "Count", "Answered", "Missing", "Mean rank"]
            _write_table(document, header, rows)
        case TextResult():
            document.add_paragraph(f"{result.written} people wrote something.")


def _write_ratings(document: DocxDocument, facts: RoundFacts, result: RatingResult) -> None:
    points = [str(each.point) for each in result.whole.counts]
    rows = [["Everybody", *_figures(result.whole)]]
    for group in result.groups:
        name = facts.name_of(group.group_id)
        rows.append([name, *(_figures(group.figures) if group.figures else [_HIDDEN])])
    header = ["Group", "Shape", *points, "Unable", "Median", "Quartiles", "DI"]
    _write_table(document, header, rows)


def _figures(found: RatingFigures) -> list[str]:
    most = max(1, *(each.count for each in found.counts))
    shape = "".join(_BARS[-(-8 * each.count // most)] for each in found.counts)
    quartiles = f"{_number(found.lower_quartile)}–{_number(found.upper_quartile)}"
    return [
        shape,
        *(str(each.count) for each in found.counts),
        str(found.unable),
        _number(found.median),
        quartiles,
        _number(found.di),
    ]


def _write_changes(document: DocxDocument, facts: RoundFacts) -> None:
    if facts.comparison is None:
        return
    document.add_heading("Changes since the round before", level=1)
    document.add_paragraph(f"Compared with “{facts.comparison.earlier_title}”, person by person.")
    table = next(each for each in tables_of(facts) if each.name == "changes")
    _write_table(document, table.header, table.rows)
    write_rewordings(document, facts)
    document.add_heading("Items that were not asked about again", level=2)
    for item in facts.dropped:
        document.add_paragraph(f"{title_of(item)}: {item.outcome or 'no verdict'}", "List Bullet")
    if not facts.dropped:
        document.add_paragraph("None.")


def _write_accord(document: DocxDocument, facts: RoundFacts) -> None:
    document.add_heading("ACCORD items", level=1)
    document.add_paragraph(f"What the log knows, by item number (doi {accord.DOI}).")
    rows = [(each.number, each.asks, each.answer) for each in accord.fill(facts)]
    rows += [(number, asks, "For the authors.") for number, asks in accord.OTHERS.items()]
    _write_table(document, ["Item", "What it asks for", "Answer"], rows)


def _write_table(
    document: DocxDocument, header: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    table = document.add_table(rows=1, cols=len(header), style="Light Grid Accent 1")
    for cell, text in zip(table.rows[0].cells, header, strict=True):
        cell.text = text
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=False):
            cell.text = _number(value) if isinstance(value, float | None) else str(value)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}" if value == round(value, 2) else f"{value:.2f}"
