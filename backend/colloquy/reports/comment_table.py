"""What was said in a round as a table: for the team all of it, for others what was released.

Its writers bear the names that the panel may know them by, for whoever the table is passed on to.
"""

from collections.abc import Iterator, Sequence

from colloquy.comments.models import CommentStanding
from colloquy.reports.round_facts import RoundFacts, title_of
from colloquy.reports.spreadsheets import Cell, Table
from colloquy.rounds.commenting.schemas import (
    CommentedItem,
    ModeratedComment,
    ReleasedComment,
)

RELEASED = ("item", "stance", "about the words", "comment", "writer", "group")
ALL = (*RELEASED, "standing", "as the panel reads it", "why withheld", "said to its writer")


def comments_of(facts: RoundFacts) -> Table:
    """A row a comment, item by item."""
    if facts.comments is None:
        return Table("comments", RELEASED, list(_released(facts)))
    return Table("comments", ALL, list(_all(facts, facts.comments)))


def _released(facts: RoundFacts) -> Iterator[Sequence[Cell]]:
    for item in facts.results.items:
        for comment in item.comments:
            yield _row(facts, title_of(item), comment)


def _all(facts: RoundFacts, items: Sequence[CommentedItem]) -> Iterator[Sequence[Cell]]:
    for item in items:
        for comment in item.comments:
            is_released = comment.standing == CommentStanding.RELEASED
            yield [
                *_row(facts, item.title, comment),
                comment.standing,
                comment.words if is_released else "",
                comment.withheld_for or "",
                comment.reason,
            ]


def _row(
    facts: RoundFacts, title: str, comment: ReleasedComment | ModeratedComment
) -> Sequence[Cell]:
    return [
        title,
        comment.stance or "",
        comment.quote,
        comment.text,
        comment.writer.name,
        facts.name_of(comment.writer.group_id),
    ]
