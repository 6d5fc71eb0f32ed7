"""Knows which words keep their capital inside a sentence."""

import re

# A capital of its own: "I", "I've", "X-ray", "B12", "A&E". "A" by itself is the article.
_LETTER = re.compile(r"[B-Z](?![a-z])|A(?=[^a-z])")
_WORD = re.compile(r"[^\W\d_]+")

# Words that are never part of a name, so that a capital after them says nothing about them.
_SMALL_WORDS = (
    "a an all any as at because both by each every everyone few for from he her his how if in it "
    "its many more most my no nobody not of on one our people she some somebody someone that the "
    "their there these they this those to we what when where which who with your"
)

# Names that begin what people write of health and care; add to it what a study meets.
_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december easter christmas ramadan diwali eid "
    "britain british england english scotland scottish wales welsh ireland irish london europe "
    "european africa african america american asia asian australia australian canada canadian "
    "france french germany german india indian china chinese pakistan pakistani bangladesh "
    "bangladeshi poland polish urdu punjabi bengali arabic somali "
    "christian muslim jewish hindu sikh buddhist catholic god "
    "alzheimer parkinson covid facebook google zoom microsoft skype whatsapp medicare medicaid "
    "parliament brexit"
)


def uncapitalised(text: str) -> str:
    """Lower the first letter, unless the text begins with a name or an abbreviation."""
    first, _, rest = text.partition(" ")
    return text if _keeps_its_capital(first, rest) else text[:1].lower() + text[1:]


def _keeps_its_capital(first: str, rest: str) -> bool:
    word = found[0] if (found := _WORD.match(first)) else ""
    has_inner_capitals = word[1:] != word[1:].lower()
    if has_inner_capitals or _LETTER.match(first) or word.lower() in _NAMES.split():
        return True
    return word.lower() not in _SMALL_WORDS.split() and _begins_with_a_name(rest)


def _begins_with_a_name(rest: str) -> bool:
    """A second capitalised word makes a name of both: "Mary Seacole", "Integrated Care Boards"."""
    second = found[0] if (found := _WORD.match(rest)) else ""
    return len(second) > 1 and second.istitle() and second.lower() not in _NAMES.split()
