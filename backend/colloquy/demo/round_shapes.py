"""The shapes of a written round: what it asks, what was answered, said and written in it."""

from pydantic import Field

from colloquy.comments.models import CommentStanding, Withholding
from colloquy.demo.shapes import CommentWords, Words
from colloquy.rounds.models import ItemKind, ItemStanding, QuestionKind, Refusal


class QuestionWords(Words):
    """A question with the answers in the order of the panel, or with words by name.

    An answer to a choice is the numbers of its options, to a ranking their order, to a decision its
    name.
    """

    kind: QuestionKind
    prompt: str = ""
    options: list[str] = Field(default_factory=list[str])
    answers: str = ""
    words: dict[str, str] = Field(default_factory=dict[str, str])

    def answer_of(self, place: int, person: str) -> str | None:
        """The sign of who stands at this place of the panel, or their words; None for nothing."""
        if self.kind in (QuestionKind.TEXT, QuestionKind.MISSING):
            return self.words.get(person)
        return signs(self.answers)[place]


class ItemWords(Words):
    """Something put before the panel; `idea` are the words of the round before that it is made of.

    `again` is asked again as it was in the round before.
    """

    key: str = ""
    statement: str = ""
    kind: ItemKind | None = None
    again: bool = False
    idea: str = ""
    ratings: str = ""
    votes: str = ""
    also: list[QuestionWords] = Field(default_factory=list[QuestionWords])

    @property
    def questions(self) -> list[QuestionWords]:
        """The usual question first."""
        usual = [(QuestionKind.RATING, self.ratings), (QuestionKind.VOTE, self.votes)]
        first = [QuestionWords(kind=kind, answers=given) for kind, given in usual if given]
        return first + self.also


class RoundCommentWords(CommentWords):
    """A comment in a round, and what the facilitator decided about it after the close."""

    standing: CommentStanding = CommentStanding.RELEASED
    to_panel: str = Field(default="", description="in the facilitator's words")
    withheld_for: Withholding | None = None
    reason: str = ""


class WrittenWords(Words):
    """A statement that a panel member wrote, what became of it, and how the panel voted."""

    who: str
    text: str
    standing: ItemStanding
    to_panel: str = Field(default="", description="in the facilitator's words")
    refused_for: Refusal | None = None
    reason: str = ""
    votes: str = ""


class LeftOutWords(Words):
    """An idea of the round before that was not taken up."""

    idea: str
    reason: str


class RoundWords(Words):
    """A round with its answers, comments and statements."""

    list: str
    title: str
    introduction: str
    follows: str = ""
    statement_policy: str = Field(default="", description="empty: the panel writes none")
    feedback: str = ""
    item: "list[ItemWords]"
    left_out: tuple[LeftOutWords, ...] = ()
    comment: "list[RoundCommentWords]"
    written: tuple[WrittenWords, ...] = ()


def signs(answers: str) -> list[str]:
    """One sign a person, in the order of the panel; a bar stands between the groups."""
    return [sign for sign in answers.split() if sign != "|"]
