"""What a tag may look like: the part in brackets that says which leg an element is.

Print has `(C)`, `(C+)`, `(M+, resource)`, `(reasoning, M-)`, `(M - Res)`, `(M resource)`, `(O-)`,
with any dash for the minus. A plain `(M)` is common in print too, but it does not say whether the
resource or the reasoning is meant; guessing would put words in the authors' mouths, so it is
refused and the reader is asked to say which.
"""

import difflib
import re
from dataclasses import dataclass

from colloquy.methods.notation.elements import Kind, Polarity

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"

_MECHANISMS = {
    "res": Kind.RESOURCE,
    "resource": Kind.RESOURCE,
    "resources": Kind.RESOURCE,
    "rea": Kind.REASONING,
    "reas": Kind.REASONING,
    "reason": Kind.REASONING,
    "reasoning": Kind.REASONING,
}
_KIND = "|".join(sorted(_MECHANISMS, key=len, reverse=True))

_PLAIN = re.compile(r"(?P<leg>c|context|o|outcome) ?(?P<sign>[+-]?)")
_MECHANISM = re.compile(
    rf"(?:m|mechanism)(?P<sign> ?[+-])??(?P<joint> ?[,:;] ?| ?- ?| )(?P<kind>{_KIND})"
)
_REVERSED = re.compile(rf"(?P<kind>{_KIND})(?: ?[,:;] ?| - | )(?:m|mechanism) ?(?P<sign>[+-]?)")
_BARE_MECHANISM = re.compile(r"(?:m|mechanism) ?[+-]?")
_ATTEMPT = re.compile(r"[cmo] ?[+-] ?,.*|m[-+, ]+(?P<word>[a-z]{5,})")

BARE_MECHANISM = (
    "A mechanism needs its kind. Write (M+, resource) for what is offered or (M+, reasoning) for "
    "how people respond, with +, - or no sign."
)
EXAMPLES = "(C), (M+, resource), (M+, reasoning) or (O+)"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that was understood; `loose_dash` marks a dash that may be a minus or a mere joint."""

    kind: Kind
    polarity: Polarity | None
    loose_dash: bool = False


@dataclass(frozen=True, slots=True)
class Misfit:
    """A bracket that was surely meant as a tag but cannot be read, and what to say about it."""

    problem: str


def read_tag(inside: str) -> Tag | Misfit | None:
    """Read what stands between two brackets; None when it is ordinary words."""
    written = _normalised(inside)
    if match := _PLAIN.fullmatch(written):
        kind = Kind.CONTEXT if match["leg"].startswith("c") else Kind.OUTCOME
        return Tag(kind, _polarity(match["sign"]))
    if match := _MECHANISM.fullmatch(written):
        return _mechanism(match)
    if match := _REVERSED.fullmatch(written):
        return Tag(_MECHANISMS[match["kind"]], _polarity(match["sign"]))
    if _BARE_MECHANISM.fullmatch(written):
        return Misfit(BARE_MECHANISM)
    return _misfit(inside, written)


def unknown_tag(inside: str) -> Misfit:
    """Say that a bracket stands where a tag belongs and is none."""
    return Misfit(
        f"“({inside.strip()})” is not a tag. Write {EXAMPLES}; if the bracket is part of the words, "
        "write the tag after it."
    )


def _mechanism(match: re.Match[str]) -> Tag:
    """Tell a minus from a dash that only joins.

    `M – Res` and `M-Res` join; `M-, resource` is a minus. `M- Rea` is met as both, so it is left
    to the rest of the configuration to say.
    """
    sign = _polarity((match["sign"] or "").strip())
    is_loose = sign is None and match["joint"] == "- "
    return Tag(_MECHANISMS[match["kind"]], sign, is_loose)


def _misfit(inside: str, written: str) -> Misfit | None:
    attempt = _ATTEMPT.fullmatch(written)
    if attempt is None:
        return None
    word = attempt["word"]
    if word is None or difflib.get_close_matches(word, _MECHANISMS, n=1, cutoff=0.75):
        return unknown_tag(inside)
    return None


def _normalised(inside: str) -> str:
    words = inside.casefold().replace("\uff0b", "+")
    for dash in DASHES:
        words = words.replace(dash, "-")
    return " ".join(words.replace("(", " ").replace(")", " ").split())


def _polarity(sign: str) -> Polarity | None:
    return Polarity(sign) if sign else None
