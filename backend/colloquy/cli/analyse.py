"""`colloquy analyse`: ratings and votes from CSV to figures in JSON, without a server."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Any

import typer

from colloquy.cli import analyse_ratings, analyse_votes
from colloquy.cli.analyse_tables import TableRefused
from colloquy.methods.opinion import (
    LEAST_PEOPLE,
    Settings,
    TooFewPeople,
    find_opinions,
    read_known_groups,
)
from colloquy.methods.rules import Rule
from colloquy.methods.scales import UnableToSay
from colloquy.methods.tallies import DEFAULT_THRESHOLD

TOO_FEW = 3

app = typer.Typer(no_args_is_help=True, help="Work out the figures of ratings and votes.")


class Unable(StrEnum):
    """What “unable to say” does to the denominator of shares."""

    LEFT_OUT = "left-out"
    COUNTED = "counted"

    @property
    def meaning(self) -> UnableToSay:
        """The setting as the methods know it."""
        return UnableToSay.COUNTED if self is Unable.COUNTED else UnableToSay.LEFT_OUT


@app.command()
def ratings(  # noqa: PLR0913  each is one option of the command
    file: Annotated[str, typer.Argument(help="A CSV file: item, participant, group, rating.")],
    later: Annotated[str, typer.Argument(help="The same of the next round, to compare.")] = "",
    scale: Annotated[str, typer.Option(help="Its ends: 1-9, 1-7, 1-5 or your own.")] = "1-9",
    bands: Annotated[str, typer.Option(help="Three, lowest first, such as 1-3,4-6,7-9.")] = "",
    rule: Annotated[
        list[str] | None,
        typer.Option(help=f"One of: {'; '.join(Rule)}. May be repeated; else all."),
    ] = None,
    threshold: Annotated[
        int, typer.Option(min=2, help="Groups with fewer answers are not shown.")
    ] = DEFAULT_THRESHOLD,
    no_suppression: Annotated[
        bool, typer.Option("--no-suppression", help="Show small groups, too.")
    ] = False,
    unable: Annotated[
        Unable, typer.Option(help="What an empty rating does to the denominator of shares.")
    ] = Unable.LEFT_OUT,
) -> None:
    """Print the figures of every rated item as JSON; with two files, those of the second round.

    An empty rating is “unable to say”. Ends with 0 when it is printed, 1 when a file cannot be
    read, 2 when a file or an option has a mistake.
    """
    with _sentences():
        points = analyse_ratings.read_scale(scale, bands)
        plan = analyse_ratings.Plan(
            scale=points,
            rules=analyse_ratings.read_rules(rule or [], points),
            unable=unable.meaning,
            threshold=None if no_suppression else threshold,
        )
        rounds = [analyse_ratings.read_round(each, points) for each in (file, later) if each]
        for name, each in zip((file, later), rounds, strict=False):
            _tell_repeated(name, each.repeated, "item")
        _print(analyse_ratings.report(rounds[-1], rounds[0] if later else None, plan))


@app.command()
def votes(
    file: Annotated[str, typer.Argument(help="A CSV file: participant, statement, vote.")],
    k: Annotated[
        int | None, typer.Option("--k", min=1, max=20, help="Make so many groups.")
    ] = None,
    minimum: Annotated[
        int, typer.Option(min=2, help="Refuse with fewer people who voted enough.")
    ] = LEAST_PEOPLE,
    bound: Annotated[
        float | None,
        typer.Option(min=-1, max=1, help="The silhouette to pass; else what chance reaches."),
    ] = None,
    groups: Annotated[
        str, typer.Option(help="A CSV file: participant, group. Use these groups.")
    ] = "",
    without: Annotated[
        list[str] | None, typer.Option(help="Leave a statement out. May be repeated.")
    ] = None,
) -> None:
    """Print opinion groups and every statement's figures as JSON.

    A vote is 1 (agree), 0 (pass) or -1 (disagree). Ends with 0 when it is printed, 1 when a file
    cannot be read, 2 when a file or an option has a mistake, 3 when too few people voted enough.
    """
    with _sentences():
        matrix = analyse_votes.read_votes(file, without or [])
        _tell_repeated(file, matrix.repeated, "statement")
        if groups:
            _refuse_both(k)
            members = analyse_votes.read_groups(groups, matrix.people)
            found = read_known_groups(matrix, members)
        else:
            found = find_opinions(
                matrix, Settings(minimum=minimum, least_silhouette=bound, count=k)
            )
            if k and len(found.groups) < k:
                typer.echo(f"People differ too little for {k} groups.", err=True)
        _print(analyse_votes.report(found))


@contextmanager
def _sentences() -> Generator[None]:
    """End with a sentence on stderr, and nothing on stdout, when something is wrong."""
    try:
        yield
    except TableRefused as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(error.code) from error
    except TooFewPeople as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(TOO_FEW) from error


def _refuse_both(k: int | None) -> None:
    if k is not None:
        raise TableRefused("Give either --k or --groups: the file says how many groups there are.")


def _tell_repeated(file: str, count: int, what: str) -> None:
    if count:
        rows = "One row was" if count == 1 else f"{count} rows were"
        typer.echo(
            f"{file}: {rows} replaced by a later row of the same participant and {what}.", err=True
        )


def _print(report: dict[str, Any]) -> None:
    typer.echo(json.dumps(report, ensure_ascii=False, indent=2, allow_nan=False))
