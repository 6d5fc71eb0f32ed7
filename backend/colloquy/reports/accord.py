"""The ACCORD items that the log can fill, filled; the others are named for the authors.

ACCORD is a reporting guideline for consensus methods: Gattrell et al. 2024,
doi 10.1371/journal.pmed.1004326. The items are told in our own words.
"""

from dataclasses import dataclass

from colloquy.reports.round_facts import RoundFacts
from colloquy.rounds.models import Anonymity

DOI = "10.1371/journal.pmed.1004326"

ANONYMITY = {
    Anonymity.NAMED: "Everybody could see who gave an answer.",
    Anonymity.PSEUDONYMOUS: "The panel saw no names; the team could tell whose an answer is.",
    Anonymity.UNLINKABLE: "Nobody, the team included, could tell whose an answer is. The answers of "
    "a person in later rounds were paired by a keyed hash.",
}

OTHERS = {
    "T1": "that it is a consensus exercise, in the title",
    "I1–I3": "why consensus was sought, for whom, and whether it updates earlier work",
    "M1": "registration",
    "M2": "who directed the exercise",
    "M3": "criteria for panellists and the reason for their number",
    "M6–M8": "preparatory research and the evidence given to the panel",
    "M11": "the aim of each step",
    "M19": "the steering committee's part in decisions",
    "M20": "incentives",
    "D1–D2": "strengths, limits and agreement with earlier work",
    "O1–O3": "endorsement, interests and funding",
}
"""What no log knows, by item number."""


@dataclass(frozen=True, slots=True)
class AccordItem:
    """An item, what it asks for, and what the log answers."""

    number: str
    asks: str
    answer: str


def fill(facts: RoundFacts) -> list[AccordItem]:
    """Answer every item that the log knows of."""
    return [*_methods(facts), *_results(facts)]


def _methods(facts: RoundFacts) -> list[AccordItem]:
    round_, results = facts.round_, facts.results
    public = [group.name for group in facts.groups.values() if group.is_public]
    kinds = sorted({result.kind for item in results.items for result in item.questions})
    pilots = len(round_.pilot_ids)
    carried = [item for item in results.items if item.carried_from_id]
    return [
        AccordItem("M4", "how panellists were invited",
                   f"{results.turnout.asked} people in {len(results.turnout.groups)} stakeholder "
                   "groups were invited by personal mail."),
        AccordItem("M5", "the part of patients, carers and the public",
                   f"Groups of the public: {', '.join(public)}." if public
                   else "No group of the panel is marked as one of the public."),
        AccordItem("M9", "the method and its steps",
                   "An asynchronous round of questions"
                   + (", following an earlier round." if results.follows_id else ".")
                   + (" Results were visible after one's own answer." if round_.is_real_time
                      else " Results were hidden until the close.")),
        AccordItem("M10", "how questions were put, and whether ideas and reasons could be added",
                   f"Kinds of question: {', '.join(kinds)}. Order of items: {round_.item_order}. "
                   "Reasons and comments were optional."
                   + (" The panel could add statements." if round_.takes_statements else "")),
        AccordItem("M12", "the definition of consensus and its reason",
                   f"{results.rule}, locked at opening. {results.rule_reason}".strip()),
        AccordItem("M13", "whether items with consensus were asked about again",
                   f"{len(carried)} items came from the round before; "
                   f"{len(facts.dropped)} of its items were not asked about again."),
        AccordItem("M14", "how answers were collected",
                   "Each person by themselves, online or entered by a facilitator for them."),
        AccordItem("M15", "how answers were processed",
                   "Counted over all and by group with quantiles of type 7; “unable to say” was "
                   f"{results.unable}. Groups below {results.suppress_below} are not shown alone."),
        AccordItem("M16", "piloting",
                   f"{pilots} named people tried the round out." if pilots else "No pilot."),
        AccordItem("M17", "feedback to panellists",
                   f"Published on {results.feedback_at:%d %B %Y}, with each person's own answers."
                   if results.feedback_at else "Not published yet."),
        AccordItem("M18", "anonymity, and how it was kept", ANONYMITY[round_.anonymity]),
        AccordItem("M21", "accessibility",
                   "Pages for a phone, a keyboard alone and a screen reader; answers on paper or by "
                   "telephone could be entered by a facilitator."),
    ]  # fmt: skip


def _results(facts: RoundFacts) -> list[AccordItem]:
    round_, turnout = facts.round_, facts.results.turnout
    days = facts.comparison.days_between if facts.comparison else None
    deviations = "; ".join(f"{each.kind}: {each.reason}" for each in facts.changes)
    changed = "; ".join(
        f"{item.version.title if item.version else item.statement} ({item.outcome or 'no verdict'})"
        for item in facts.dropped
    )
    ended = f"{round_.ended_at:%d %B %Y}" if round_.ended_at else "–"
    opened = f"{round_.opened_at:%d %B %Y}" if round_.opened_at else "–"
    return [
        AccordItem("R1", "when it took place and how long each step took",
                   f"Opened {opened}, ended {ended}."
                   + (f" {days:.0f} days after the round before." if days is not None else "")),
        AccordItem("R2", "deviations and their reasons", deviations or "None."),
        AccordItem("R3", "panellists and response at each step",
                   f"{turnout.begun} of {turnout.asked} took part, {turnout.finished} finished; "
                   "by group in the table of turnout."),
        AccordItem("R4", "the final results", "In the section on each item."),
        AccordItem("R5", "items changed or removed, when and why", changed or "None in this round."),
    ]  # fmt: skip
