"""A closed grammar for a facilitated consultation on leading integrated health and social care.

The tiny test model was trained on its sentences and knows nothing else. `sentences(seed)` draws
endless random ones; `held_out(text)` says whether a sentence belongs to the tenth that training
never saw (decided by a hash of the text, so that everybody agrees on the split).

A template is plain text with {SLOT} names; a slot is replaced by one of its alternatives, which
may contain slots themselves. Nothing else is needed to generate, to recognise or to list the
vocabulary.
"""

import hashlib
import random
import re
from collections.abc import Iterator
from itertools import pairwise

SLOTS = {
    # who
    "PEOPLE": [
        "leaders",
        "carers",
        "patients",
        "nurses",
        "managers",
        "families",
        "teams",
        "partners",
        "staff",
        "councils",
        "local leaders",
        "young carers",
        "social workers",
        "hospital managers",
        "community partners",
    ],
    "PLACE": ["team", "council", "hospital", "area", "group"],
    # what
    "THING": [
        "trust",
        "power",
        "time",
        "money",
        "evidence",
        "listening",
        "training",
        "respect",
        "shared vision",
        "shared power",
        "clear goals",
        "open data",
        "honest listening",
        "good training",
        "public money",
        "better evidence",
        "safety",
        "choice",
        "support",
        "integrated care",
        "social care",
    ],
    "ITEM": [
        "mechanism",
        "outcome",
        "context",
        "statement",
        "decision",
        "question",
        "theory",
        "idea",
        "plan",
    ],
    "THIS": [
        "this",
        "that",
        "the first",
        "the second",
        "the third",
        "the last",
        "the next",
        "the main",
        "our",
        "your",
    ],
    # how
    "VERB": [
        "build",
        "share",
        "need",
        "lose",
        "gain",
        "value",
        "want",
        "protect",
        "give",
        "use",
        "have",
    ],
    "DOES": ["helps", "changes", "supports", "matters to", "works for"],
    "ADJ": ["important", "strong", "weak", "fair", "useful", "difficult", "simple", "real"],
    "HOW": ["very", "too", "less", "more", "not", "always", "never"],
    "AGREE": ["agree", "disagree", "strongly agree", "strongly disagree", "partly agree"],
    "WHEN": [
        "now",
        "today",
        "in this context",
        "in every round",
        "before the vote",
        "after the meeting",
        "at the start",
        "from day one",
        "over time",
    ],
    "WITH": ["with {PEOPLE}", "for {PEOPLE}", "in my {PLACE}", "in each {PLACE}", "{WHEN}"],
    "NUMBER": ["two", "three", "four", "five", "six", "seven"],
    "UNIT": ["years", "weeks", "meetings", "rounds", "people"],
    "CLAIM": ["{PEOPLE} {VERB} {THING}", "{THING} {DOES} {PEOPLE}", "{THING} is {HOW} {ADJ}"],
}

TEMPLATES = [
    "{PEOPLE} {VERB} {THING} {WITH}.",
    "{PEOPLE} and {PEOPLE} {VERB} {THING} {WHEN}.",
    "{THING} {DOES} {PEOPLE} {WHEN}.",
    "{THING} and {THING} {VERB} {PEOPLE} {WHEN}.",
    "{THING} is {HOW} {ADJ} {WITH}.",
    "I {AGREE} with {THIS} {ITEM} {WHEN}.",
    "I {AGREE} that {CLAIM}.",
    "I {AGREE}, because {CLAIM}.",
    "I think {CLAIM} {WHEN}.",
    "We {AGREE} with {THIS} {ITEM}, but {CLAIM}.",
    "We {VERB} {THING} when {CLAIM}.",
    "In my {PLACE}, {CLAIM}.",
    "In this context, {CLAIM}.",
    "If {CLAIM}, then {CLAIM}.",
    "Without {THING}, {PEOPLE} {VERB} {THING}.",
    "The evidence shows that {CLAIM}.",
    "The {ITEM} is {HOW} {ADJ}, so {CLAIM}.",
    "{THIS} {ITEM} {DOES} {PEOPLE} {WITH}.",
    "{THIS} {ITEM} took {NUMBER} {UNIT} to build.",
    "My vote is {ADJ}, because {CLAIM}.",
    "Let us vote on {THIS} {ITEM} {WHEN}.",
    "Please vote yes or no on {THIS} {ITEM}.",
    "{NUMBER} {PEOPLE} {AGREE} with {THIS} {ITEM}.",
    "Thank you, we move to {THIS} {ITEM} {WHEN}.",
    "What happens when {CLAIM}?",
    "Why is {THING} {HOW} {ADJ} {WITH}?",
    "Who can {VERB} {THING} {WITH}?",
    "How can {PEOPLE} {VERB} {THING} {WITH}?",
    "Do we {AGREE} that {CLAIM}?",
    "Can {PEOPLE} {VERB} {THING} {WITH}?",
    "Does {THIS} {ITEM} matter to {PEOPLE}?",
]
WORDS_MIN, WORDS_MAX = 4, 12


def sentences(seed: int) -> Iterator[str]:
    """Endless random sentences of 4 to 12 words in which no word follows itself."""
    rng = random.Random(seed)  # noqa: S311  repeatable, not secret
    while True:
        text = _expanded(rng.choice(TEMPLATES), rng)
        words = normalise(text)
        repeats = any(a == b for a, b in pairwise(words))
        if WORDS_MIN <= len(words) <= WORDS_MAX and not repeats:
            yield text


def held_out(text: str) -> bool:
    """True for the tenth of the sentences that was kept out of training."""
    return hashlib.sha256(text.encode()).digest()[0] < 26


def is_sentence(text: str) -> bool:
    """True when the grammar can produce this sentence."""
    short = text[:1].lower() + text[1:]
    is_long_enough = WORDS_MIN <= len(normalise(text)) <= WORDS_MAX
    return is_long_enough and any(
        re.fullmatch(_pattern(template), form) for template in TEMPLATES for form in (text, short)
    )


def normalise(text: str) -> list[str]:
    """Lower-case words without punctuation: the form in which word error is counted."""
    return re.sub(r"[^a-z ]", "", text.lower()).split()


def vocabulary() -> list[str]:
    """Every word the grammar can produce, lower-case."""
    parts = [*TEMPLATES, *(choice for choices in SLOTS.values() for choice in choices)]
    return sorted({word for part in parts for word in normalise(re.sub(r"\{\w+\}", " ", part))})


def _expanded(text: str, rng: random.Random) -> str:
    while "{" in text:
        text = re.sub(r"\{(\w+)\}", lambda found: rng.choice(SLOTS[found[1]]), text)
    return text[0].upper() + text[1:]


def _pattern(text: str) -> str:
    """A regular expression for all that a template can become."""
    pieces = re.split(r"\{(\w+)\}", text)
    return "".join(
        f"(?:{'|'.join(_pattern(choice) for choice in SLOTS[piece])})"
        if index % 2
        else re.escape(piece)
        for index, piece in enumerate(pieces)
    )
