"""What `colloquy analyse ratings` reads and prints: the figures of every item, and stability."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from colloquy.cli.analyse_tables import Problems, TableRefused, read_rows
from colloquy.methods.concordance import kendall_w
from colloquy.methods.consensus import Outcome
from colloquy.methods.ratings import ItemFigures, RatingFigures, judge_item
from colloquy.methods.rules import Rule, fits
from colloquy.methods.scales import (
    FIVE_POINTS,
    NINE_POINTS,
    SEVEN_POINTS,
    Rating,
    Scale,
    UnableToSay,
    make_scale,
)
from colloquy.methods.stability import Stability, compare_rounds
from colloquy.methods.tallies import showable_groups

COLUMNS = ("item", "participant", "group", "rating")
SUPPRESSED = "suppressed"
_LONGEST = 100
_ENDS = re.compile(r"(-?\d+)\s*[-–]\s*(-?\d+)")
_BUILT_IN = {(each.low, each.high): each for each in (FIVE_POINTS, SEVEN_POINTS, NINE_POINTS)}
_WAYS = {
    Outcome.IN: "in",
    Outcome.APPROPRIATE: "in",
    Outcome.OUT: "out",
    Outcome.INAPPROPRIATE: "out",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """How ratings are judged; without a threshold nobody is hidden."""

    scale: Scale
    rules: tuple[Rule, ...]
    unable: UnableToSay
    threshold: int | None


@dataclass(frozen=True, slots=True)
class RatedRound:
    """One file: item → person → (group, rating), and how many rows were replaced by a later one."""

    items: dict[str, dict[str, tuple[str, Rating]]]
    repeated: int

    @property
    def people(self) -> set[str]:
        """Everybody who answered anything."""
        return {person for answers in self.items.values() for person in answers}


def read_scale(ends: str, bands: str) -> Scale:
    """Make the scale from `1-9` and `1-3,4-6,7-9`; without bands those in use for 5, 7 and 9."""
    low, high = _ends(ends, "--scale", "1-9")
    if not low < high <= low + _LONGEST:
        raise TableRefused(
            f"--scale {ends} is no scale: it goes from low to high in at most {_LONGEST} steps."
        )
    if not bands:
        if (low, high) in _BUILT_IN:
            return _BUILT_IN[low, high]
        raise TableRefused(
            f"State the bands of a scale of {low} to {high}, lowest first: "
            "for 0 to 10 that could be --bands 0-3,4-6,7-10."
        )
    cuts = [_ends(band, "--bands", "1-3,4-6,7-9") for band in bands.split(",")]
    try:
        return make_scale(low, high, cuts)
    except ValueError as error:
        raise TableRefused(
            f"--bands {bands} does not fit --scale {ends}: three bands must cover every point of "
            "the scale once, lowest first, such as 1-3,4-6,7-9."
        ) from error


def read_rules(names: Sequence[str], scale: Scale) -> tuple[Rule, ...]:
    """Find the rules by name, all without one; a rule that does not fit the scale is refused."""
    known = {rule.value.casefold(): rule for rule in Rule}
    for name in names:
        if name.casefold() not in known:
            every = "; ".join(f"“{rule.value}”" for rule in Rule)
            raise TableRefused(f"There is no rule “{name}”. The rules are: {every}.")
    rules = tuple(known[name.casefold()] for name in names)
    for rule in rules:
        if not fits(rule, scale):
            raise TableRefused(
                f"The rule “{rule.value}” is made for points 1 to 9, and the scale has "
                f"{scale.low} to {scale.high}. Choose another rule."
            )
    return rules or tuple(Rule)


def read_round(file: str, scale: Scale) -> RatedRound:
    """Read one file of ratings; of several rows for a person and an item the last counts."""
    strays = Problems(
        "there is a rating outside the scale",
        f"Write a whole number from {scale.low} to {scale.high}, or nothing for “unable to say”; "
        "or state the scale with --scale.",
    )
    nameless = Problems("item or participant is empty", "Name both in every line.")
    ratings: dict[str, Rating] = {"": None} | {str(point): point for point in scale.points}
    items: dict[str, dict[str, tuple[str, Rating]]] = {}
    rows = 0
    for line, (item, person, group, rating) in read_rows(file, COLUMNS):
        rows += 1
        if not item or not person:
            nameless.add(line, f"{item},{person}")
        elif rating not in ratings:
            strays.add(line, rating)
        else:
            items.setdefault(item, {})[person] = group, ratings[rating]
    nameless.refuse(file)
    strays.refuse(file)
    return RatedRound(items, rows - sum(len(answers) for answers in items.values()))


def report(now: RatedRound, before: RatedRound | None, plan: Plan) -> dict[str, Any]:
    """Put together what is printed: the newest round's items, compared with the one before."""
    items = {item: _item(answers, plan) for item, answers in now.items.items()}
    if before is None:
        return {"items": items}
    for item, printed in items.items():
        printed["stability"] = (
            _stability(before.items[item], now.items[item], now.people, plan)
            if item in before.items
            else None
        )
    both = [item for item in before.items if item in now.items]
    return {
        "items": items,
        "dropped": [item for item in before.items if item not in now.items],
        "kendall_w": {
            name: _concordance([_ratings(rated.items[item]) for item in both], plan)
            for name, rated in (("earlier", before), ("later", now))
        },
    }


def _ends(text: str, option: str, example: str) -> tuple[int, int]:
    found = _ENDS.fullmatch(text.strip())
    if not found:
        raise TableRefused(f"{option} cannot be read at “{text}”. Write it as {option} {example}.")
    return int(found[1]), int(found[2])


def _item(answers: Mapping[str, tuple[str, Rating]], plan: Plan) -> dict[str, Any]:
    by_group: dict[str, list[Rating]] = {}
    for group, rating in answers.values():
        by_group.setdefault(group, []).append(rating)
    figures: ItemFigures = judge_item(
        by_group, plan.scale, threshold=plan.threshold, unable=plan.unable, rules=plan.rules
    )
    return {
        "overall": asdict(figures.overall),
        "groups": {name: _group(figures.groups[name]) for name in sorted(figures.groups)},
        "consensus": {
            rule.value: None if outcome is None else _way(outcome, rule, figures.overall, plan)
            for rule, outcome in figures.consensus.items()
        },
        "small_panel": figures.is_small_panel,
    }


def _group(figures: RatingFigures | None) -> dict[str, Any] | str:
    return SUPPRESSED if figures is None else asdict(figures)


def _way(outcome: Outcome, rule: Rule, overall: RatingFigures, plan: Plan) -> str:
    """In, out or none: agreement by the count rule is on the band that holds the median."""
    if outcome is Outcome.AGREEMENT and rule is Rule.CLASSIC_COUNT:
        band = plan.scale.band_of(overall.median)
        ways = {plan.scale.top: "in", plan.scale.bottom: "out"}
        return ways.get(band, "none") if band else "none"
    return _WAYS.get(outcome, "none")


def _ratings(answers: Mapping[str, tuple[str, Rating]]) -> dict[str, Rating]:
    return {person: rating for person, (_, rating) in answers.items()}


def _concordance(items: Sequence[Mapping[str, Rating]], plan: Plan) -> dict[str, Any] | str:
    found = kendall_w(items)
    is_small = plan.threshold is not None and 0 < found.people < plan.threshold
    return SUPPRESSED if is_small else asdict(found)


def _stability(
    before: Mapping[str, tuple[str, Rating]],
    now: Mapping[str, tuple[str, Rating]],
    still_here: set[str],
    plan: Plan,
) -> dict[str, Any] | str:
    """The same people twice: too few of them are a small group, and so are too few who left."""
    found: Stability = compare_rounds(
        _ratings(before), _ratings(now), plan.scale, still_here=still_here
    )
    if plan.threshold is not None and found.pairs < plan.threshold:
        return SUPPRESSED
    printed = asdict(found)
    attrition = found.attrition
    sides = {"stayed": attrition.stayed.n, "left": attrition.left.n}
    if plan.threshold is not None:
        shown = showable_groups(sides, plan.threshold)
        if any(size and side not in shown for side, size in sides.items()):
            hidden = dict.fromkeys(("stayed", "left", "difference_p"), SUPPRESSED)
            printed["attrition"] |= hidden
    return printed
