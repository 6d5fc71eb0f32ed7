"""What each kind of proposal takes and makes: one table, and a sentence for each way to miss it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from colloquy.core.errors import FieldProblem
from colloquy.refinement.models import ProposalKind
from colloquy.theory.configurations import Written
from colloquy.theory.models import LineageKind


@dataclass(frozen=True, slots=True)
class Words:
    """What a version says, in a form that can be compared."""

    title: str
    definition: str
    plain_summary: str
    configurations: tuple[Written, ...]

    @property
    def below_the_title(self) -> tuple[str, str, tuple[Written, ...]]:
        """Everything but the title."""
        return self.definition, self.plain_summary, self.configurations


@dataclass(frozen=True, slots=True)
class Subject:
    """A version that a proposal starts from."""

    mechanism_id: UUID
    words: Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """A version that a proposal would make; without a mechanism it begins a new one."""

    mechanism_id: UUID | None
    words: Words


@dataclass(frozen=True, slots=True)
class Change:
    """A proposal as far as its shape goes; the target is what the subjects are folded into."""

    kind: ProposalKind
    subjects: Sequence[Subject]
    target: Subject | None
    outcomes: Sequence[Outcome]


@dataclass(frozen=True, slots=True)
class Shape:
    """How many versions a kind takes and makes (lowest, highest), and the edges it draws."""

    edge: LineageKind
    subjects: tuple[int, int]
    takes: str
    outcomes: tuple[int, int]
    makes: str
    has_target: bool = False


MANY = 50  # more is a mistake, not a proposal

SHAPES: dict[ProposalKind, Shape] = {
    ProposalKind.REVISE: Shape(
        LineageKind.REVISES,
        (1, 1),
        "A revision changes one mechanism. Choose exactly one.",
        (1, 1),
        "A revision makes one new version of its mechanism.",
    ),
    ProposalKind.RENAME: Shape(
        LineageKind.RENAMES,
        (1, 1),
        "A renaming changes one mechanism. Choose exactly one.",
        (1, 1),
        "A renaming makes one new version of its mechanism.",
    ),
    ProposalKind.MERGE: Shape(
        LineageKind.MERGES,
        (2, MANY),
        "A merger takes two mechanisms or more. Choose at least two.",
        (1, 1),
        "A merger makes one mechanism of them.",
    ),
    ProposalKind.SPLIT: Shape(
        LineageKind.SPLITS,
        (1, 1),
        "A split takes one mechanism. Choose exactly one.",
        (2, MANY),
        "A split makes two mechanisms or more. Write at least two.",
    ),
    ProposalKind.FOLD_INTO: Shape(
        LineageKind.FOLDS_INTO,
        (1, MANY),
        "Folding in takes at least one mechanism that is folded into another.",
        (1, 1),
        "Folding in makes one new version of the mechanism that takes the others in.",
        has_target=True,
    ),
    ProposalKind.RETIRE: Shape(
        LineageKind.RETIRES,
        (1, 1),
        "A retirement ends one mechanism. Choose exactly one.",
        (0, 0),
        "A retirement makes no new version.",
    ),
    ProposalKind.ARISE: Shape(
        LineageKind.ARISES_FROM,
        (0, 0),
        "A new mechanism changes none of those there are.",
        (1, 1),
        "This proposal makes one new mechanism.",
    ),
}


def violations(change: Change) -> list[FieldProblem]:
    """Every way in which a proposal misses its kind's shape; none when it may be put forward."""
    problems = [*_miscounted(change), *_mischosen(change)]
    return problems or [*_misdirected(change), *_misworded(change)]


def carried_on(change: Change) -> list[UUID | None]:
    """The mechanism that each outcome carries on, filled in where the kind leaves no choice."""
    if change.kind in (ProposalKind.REVISE, ProposalKind.RENAME):
        return [change.subjects[0].mechanism_id for _ in change.outcomes]
    if change.target:
        return [change.target.mechanism_id for _ in change.outcomes]
    return [outcome.mechanism_id for outcome in change.outcomes]


def _miscounted(change: Change) -> Iterator[FieldProblem]:
    shape = SHAPES[change.kind]
    if not _within(shape.subjects, len(change.subjects)):
        yield FieldProblem("subjects", shape.takes)
    if not _within(shape.outcomes, len(change.outcomes)):
        yield FieldProblem("outcomes", shape.makes)


def _mischosen(change: Change) -> Iterator[FieldProblem]:
    wants_target = SHAPES[change.kind].has_target
    if wants_target and change.target is None:
        yield FieldProblem("target_id", "Choose the mechanism that takes the others in.")
    if change.target and not wants_target:
        yield FieldProblem("target_id", "Only folding in has a mechanism that takes others in.")
    taken = Counter(subject.mechanism_id for subject in change.subjects)
    if any(count > 1 for count in taken.values()):
        yield FieldProblem("subjects", "Choose each mechanism only once.")
    if change.target and change.target.mechanism_id in taken:
        yield FieldProblem("target_id", "A mechanism cannot be folded into itself.")


def _misdirected(change: Change) -> Iterator[FieldProblem]:
    """Find outcomes that carry on a mechanism which the proposal does not change."""
    taken = {subject.mechanism_id for subject in change.subjects}
    allowed = {change.target.mechanism_id} if change.target else taken
    chosen = [outcome.mechanism_id for outcome in change.outcomes if outcome.mechanism_id]
    if not set(chosen) <= allowed:
        yield FieldProblem(
            "outcomes", "An outcome can carry on only a mechanism that this proposal changes."
        )
    if len(chosen) != len(set(chosen)):
        yield FieldProblem("outcomes", "Only one outcome can carry on the same mechanism.")


def _misworded(change: Change) -> Iterator[FieldProblem]:
    if change.kind is ProposalKind.RENAME:
        before, after = change.subjects[0].words, change.outcomes[0].words
        if before.below_the_title != after.below_the_title:
            yield FieldProblem(
                "outcomes", "A renaming changes only the title. To change more, propose a revision."
            )
        if before.title == after.title:
            yield FieldProblem("outcomes", "The title is still the same. Write the new one.")
    if change.kind is ProposalKind.REVISE and change.subjects[0].words == change.outcomes[0].words:
        yield FieldProblem("outcomes", "Nothing is changed yet. Edit the words first.")


def _within(bounds: tuple[int, int], count: int) -> bool:
    return bounds[0] <= count <= bounds[1]
