"""Who dissents on an item, and in what words: the minority report. Pure: no database."""

from collections.abc import Collection, Sequence

from colloquy.methods.scales import Band, Scale
from colloquy.rounds.results.figures import QuoteRead
from colloquy.rounds.results.ledger import AnswerRow, WrittenRow


def dissenting(rows: Sequence[AnswerRow], scale: Scale, median: float | None) -> frozenset[str]:
    """Choose those at the other end from most; with no majority at an end, those at either end."""
    most = scale.band_of(median)
    ends: dict[Band, tuple[Band, ...]] = {
        scale.top: (scale.bottom,),
        scale.bottom: (scale.top,),
    }
    others = ends.get(most, (scale.bottom, scale.top)) if most else (scale.bottom, scale.top)
    return frozenset(
        row.respondent
        for row in rows
        if row.rating is not None and any(band.holds(row.rating) for band in others)
    )


def minority_report(
    people: Collection[str], written: Sequence[WrittenRow], quoted: Collection[str], *, all_: bool
) -> list[QuoteRead]:
    """The reasons and words of these people, without a name; all of them, or those to be quoted."""
    return [
        QuoteRead(id=row.id, text=row.reason or row.text, is_quoted=str(row.id) in quoted)
        for row in written
        if row.respondent in people and (all_ or str(row.id) in quoted)
    ]
