"""What stands in the way of opening a round, in sentences for those who build it."""

from collections.abc import Iterator
from datetime import datetime

from colloquy.methods.rules import Rule, fits
from colloquy.rounds.asking import scale_of
from colloquy.rounds.building.parts import has_lost_its_part
from colloquy.rounds.models import QuestionKind
from colloquy.rounds.plans import Plan


def obstacles(plan: Plan, moment: datetime) -> list[str]:
    """Everything that stands in the way of opening a draft; nothing when it is ready."""
    return [
        *_nothing_to_ask(plan),
        *_nobody_to_ask(plan),
        *_no_window(plan, moment),
        *_misfit(plan),
    ]


def trial_obstacles(plan: Plan, people: int) -> list[str]:
    """What stands in the way of trying a draft out, which needs no window and no groups."""
    nobody = [] if people else ["Name at least one person who tries it out."]
    return [*_nothing_to_ask(plan), *nobody, *_misfit(plan)]


def _nothing_to_ask(plan: Plan) -> Iterator[str]:
    if not plan.items:
        yield "Choose at least one mechanism version or statement."
    if any(has_lost_its_part(item) for item in plan.items):
        yield "A part of a mechanism was changed after it was chosen. Choose it again."
    if plan.round_.takes_statements and not plan.round_.statement_policy.strip():
        yield "Say what a statement must be, so that people know before they write one."


def _nobody_to_ask(plan: Plan) -> Iterator[str]:
    if not plan.group_ids:
        yield "Choose at least one stakeholder group."
    elif not plan.people:
        yield "Nobody in the chosen groups has joined yet, so nobody could answer."


def _no_window(plan: Plan, moment: datetime) -> Iterator[str]:
    if plan.round_.closes_at is None:
        yield "Say when the round closes."
    elif plan.round_.closes_at <= moment:
        yield "The closing time has passed. Choose a later one."


def _misfit(plan: Plan) -> Iterator[str]:
    rule = Rule(plan.round_.rule)
    ratings = [
        row for rows in plan.questions.values() for row in rows if row.kind == QuestionKind.RATING
    ]
    if not all(fits(rule, scale_of(row)) for row in ratings):
        yield f"The rule {rule} needs every rating to be on nine points, from 1 to 9."
