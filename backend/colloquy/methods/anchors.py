"""Anchors that hold on to words while the text around them is edited.

Shaped like a text position and a text quote of the W3C Web Annotation model. Places are code
points, from 0 and half-open, so that an emoji outside the basic plane counts as one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from colloquy.methods.differences import Match, joined, shared_end, shared_start, word_matches

_TELLING_QUOTE = 12
"""A quote this long that is found once in each text is the same passage, whatever surrounds it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words at a place, with what stands just before and after them."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


def anchor(text: str, start: int, end: int, context: int = 32) -> Anchor:
    """Hold on to text[start:end]; raise ValueError for an empty stretch or one outside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start} to {end} marks no words in a text of {len(text)} characters.")
    return Anchor(
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - context) : start],
        suffix=text[end : end + context],
    )


def reanchor(held: Anchor, old_text: str, new_text: str) -> Anchor | None:
    """Find the same words after an edit; None when they are gone.

    First by what the edit left alone, then by the quote with its context (the passage was moved),
    then by what the edit left of the words themselves, when that is at least half of them: only in
    this last case does the new anchor hold a different quote.
    """
    is_in_place = old_text[held.start : held.end] == held.quote
    place = _carried(held, old_text, new_text) if is_in_place else None
    place = place or _found_again(held, old_text, new_text)
    if place is None and is_in_place:
        place = _remainder(held, old_text, new_text)
    if place is None:
        return None
    context = max(len(held.prefix), len(held.suffix))
    return anchor(new_text, *place, context)


_Place = tuple[int, int]


def _carried(held: Anchor, old_text: str, new_text: str) -> _Place | None:
    """Move the place with the text, if no edit touched the words."""
    if held.end <= shared_start(old_text, new_text):
        return held.start, held.end
    shift = len(new_text) - len(old_text)
    if held.start >= len(old_text) - shared_end(old_text, new_text):
        return held.start + shift, held.end + shift
    for match in _fine_matches(old_text, new_text):
        if match.before <= held.start and held.end <= match.before_end:
            shift = match.after - match.before
            return held.start + shift, held.end + shift
    return None


def _found_again(held: Anchor, old_text: str, new_text: str) -> _Place | None:
    """Find the quote by its context, or by being unmistakable; None when two places fit alike."""
    places = list(_occurrences(held.quote, new_text))
    if not places:
        return None
    is_telling = len(held.quote) >= _TELLING_QUOTE
    if len(places) == 1 and is_telling and old_text.count(held.quote) == 1:
        return places[0], places[0] + len(held.quote)
    fits = sorted(((_fit(held, new_text, place), place) for place in places), reverse=True)
    best, place = fits[0]
    is_enough = best > 0 and 2 * best >= len(held.prefix) + len(held.suffix)
    is_alone = len(fits) == 1 or fits[1][0] < best
    return (place, place + len(held.quote)) if is_enough and is_alone else None


def _remainder(held: Anchor, old_text: str, new_text: str) -> _Place | None:
    """Take what is left of words that were edited, with what was written in their place."""
    matches = _fine_matches(old_text, new_text)
    left = [match for match in matches if match.before < held.end and held.start < match.before_end]
    kept = sum(min(match.before_end, held.end) - max(match.before, held.start) for match in left)
    if 2 * kept < len(held.quote):
        return None
    start = _new_start(held, left[0], matches)
    end = _new_end(held, left[-1], matches, len(old_text), len(new_text))
    # Half of the words far apart are no longer one passage.
    return (start, end) if end - start <= 2 * len(held.quote) + 80 else None


def _new_start(held: Anchor, first: Match, matches: Sequence[Match]) -> int:
    if first.before <= held.start:
        return held.start + first.after - first.before
    earlier = [match for match in matches if match.before_end <= held.start]
    edge = earlier[-1] if earlier else Match(0, 0, 0)
    return edge.after_end if edge.before_end == held.start else first.after


def _new_end(
    held: Anchor, last: Match, matches: Sequence[Match], old_length: int, new_length: int
) -> int:
    if held.end <= last.before_end:
        return held.end + last.after - last.before
    later = [match for match in matches if match.before >= held.end]
    edge = later[0] if later else Match(old_length, new_length, 0)
    return edge.after if edge.before == held.end else last.after_end


def _fine_matches(old_text: str, new_text: str) -> list[Match]:
    """Add to the shared words the letters that a changed stretch still begins and ends with."""
    found: list[Match] = []
    at_old = at_new = 0
    for match in [*word_matches(old_text, new_text), Match(len(old_text), len(new_text), 0)]:
        gone, new = old_text[at_old : match.before], new_text[at_new : match.after]
        head = shared_start(gone, new)
        tail = shared_end(gone[head:], new[head:])
        ends = [Match(at_old, at_new, head), Match(match.before - tail, match.after - tail, tail)]
        found += [part for part in [*ends, match] if part.size]
        at_old, at_new = match.before_end, match.after_end
    return joined(found)


def _occurrences(quote: str, text: str) -> Iterator[int]:
    place = text.find(quote)
    while place >= 0:
        yield place
        place = text.find(quote, place + 1)


def _fit(held: Anchor, text: str, place: int) -> int:
    """Count the code points of context that a place has in common with the anchor."""
    before, after = text[:place], text[place + len(held.quote) :]
    width = len(held.prefix)
    return shared_end(held.prefix, before[-width:] if width else "") + shared_start(
        held.suffix, after[: len(held.suffix)]
    )
