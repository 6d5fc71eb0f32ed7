"""What every import has in common: columns told, problems refused, the rest let through."""

from collections.abc import Sequence
from typing import Protocol

from pydantic import ValidationError

from colloquy.core.errors import FieldProblem, Invalid
from colloquy.exchange.schemas import ColumnRead, Verdict
from colloquy.exchange.tables import Column, Table

CSV = "text/csv"


class Judged(Protocol):
    """A line with its verdict."""

    line: int
    verdict: Verdict
    message: str


def read_columns(columns: Sequence[Column], table: Table) -> list[ColumnRead]:
    """The wanted columns, and which of them the file has."""
    return [
        ColumnRead(
            name=column.name,
            explanation=column.explanation,
            is_required=column.is_required,
            is_found=column.name in table.found,
        )
        for column in columns
    ]


def refuse_problems(lines: Sequence[Judged], *, only_good: bool) -> None:
    """All or nothing, unless the person has said that the good lines are enough."""
    if not lines:
        raise Invalid("The file has a header and no lines below it. Nothing has been taken in.")
    problems = [
        FieldProblem(f"line:{one.line}", f"Line {one.line}: {one.message}")
        for one in lines
        if one.verdict == "problem"
    ]
    if problems and not only_good:
        counted = "One line has" if len(problems) == 1 else f"{len(problems)} lines have"
        raise Invalid(
            f"{counted} a problem, so nothing has been taken in. Mend the file, "
            "or take in the good lines only.",
            problems,
        )


def say(error: ValidationError) -> str:
    """What is wrong with a line, by column, in one sentence each."""
    return " ".join(
        f"{'.'.join(str(part) for part in problem['loc']) or 'line'}: "
        f"{str(problem['msg']).removeprefix('Value error, ').rstrip('.')}."
        for problem in error.errors()
    )
