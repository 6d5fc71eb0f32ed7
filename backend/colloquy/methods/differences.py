"""What changed between two texts, word by word."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, groupby
from typing import Literal

# A word is a run without white space and punctuation, so that a letter and its combining marks, or
# the parts of an emoji, stay together; an apostrophe or a hyphen inside a word belongs to it.
_TOKEN = re.compile(r"[^\s!\"#$%&()*+,./:;<=>?@\[\\\]^_`{|}~–—…“”„«»→⇒¿¡]+|\s+|.", re.DOTALL)
_LARGE = 250_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is in both versions, only in the first, or only in the second."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of `size` code points that stands at `before` in one text, `after` in the other."""

    before: int
    after: int
    size: int

    @property
    def before_end(self) -> int:
        """Where the stretch ends in the first text."""
        return self.before + self.size

    @property
    def after_end(self) -> int:
        """Where the stretch ends in the second text."""
        return self.after + self.size


def compare(before: str, after: str) -> list[Piece]:
    """Give the differences in reading order, what is gone ahead of what is new in its place.

    "same" and "gone" joined are `before`; "same" and "new" joined are `after`. White space between
    two changed words counts as changed, so that a rewritten phrase reads as one change.
    """
    kept = _without_lone_spaces(before, after, word_matches(before, after))
    pieces = [piece for piece in _pieces(before, after, kept) if piece.text]
    runs = [list(run) for _, run in groupby(pieces, key=lambda piece: piece.kind)]
    return [Piece(run[0].kind, "".join(piece.text for piece in run)) for run in runs]


def word_matches(before: str, after: str) -> list[Match]:
    """Find the words and signs that two texts share, in order and without overlap."""
    first, second = _TOKEN.findall(before), _TOKEN.findall(after)
    at_first, at_second = _starts(first), _starts(second)
    return joined(
        [
            Match(at_first[i], at_second[j], at_first[i + size] - at_first[i])
            for i, j, size in _token_matches(first, second)
            if size
        ]
    )


def shared_start(first: Sequence[str], second: Sequence[str]) -> int:
    """Count the signs (or words) that two texts (or lists) begin with in common."""
    for count, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return count
    return min(len(first), len(second))


def shared_end(first: Sequence[str], second: Sequence[str]) -> int:
    """Count the signs (or words) that two texts (or lists) end with in common."""
    return shared_start(first[::-1], second[::-1])


def _token_matches(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Match between the words that both texts have exactly once (patience diff), then in the gaps.

    The rare words hold a long text together, and keep the comparison from growing with its square.
    """
    at_first = at_second = 0
    for i, j in [*_landmarks(first, second), (len(first), len(second))]:
        for start_first, start_second, size in _gap_matches(first[at_first:i], second[at_second:j]):
            yield at_first + start_first, at_second + start_second, size
        if i < len(first):
            yield i, j, 1
        at_first, at_second = i + 1, j + 1


def _landmarks(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Find the longest run, in order in both, of words that each text has exactly once."""
    once = _places_of_unique(second)
    pairs = [(i, once[word]) for word, i in _places_of_unique(first).items() if word in once]
    tails: list[int] = []
    chains: list[tuple[tuple[int, int], int]] = []
    at_tail: list[int] = []
    for pair in pairs:
        length = bisect_left(tails, pair[1])
        chains.append((pair, at_tail[length - 1] if length else -1))
        tails[length : length + 1] = [pair[1]]
        at_tail[length : length + 1] = [len(chains) - 1]
    landmarks: list[tuple[int, int]] = []
    link = at_tail[-1] if at_tail else -1
    while link >= 0:
        pair, link = chains[link]
        landmarks.append(pair)
    return landmarks[::-1]


def _places_of_unique(tokens: Sequence[str]) -> dict[str, int]:
    counts = Counter(tokens)
    return {
        token: place
        for place, token in enumerate(tokens)
        if counts[token] == 1 and not token.isspace()
    }


def _gap_matches(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Match two stretches word by word, between what they begin and end with in common."""
    start = shared_start(first, second)
    first_rest, second_rest = first[start:], second[start:]
    end = shared_end(first_rest, second_rest)
    first_rest = first_rest[: len(first_rest) - end]
    second_rest = second_rest[: len(second_rest) - end]
    yield 0, 0, start
    # Beyond this size frequent words are left aside, or a repetitive text would take minutes.
    is_large = len(first_rest) * len(second_rest) > _LARGE
    matcher = SequenceMatcher(str.isspace, first_rest, second_rest, autojunk=is_large)
    for i, j, size in matcher.get_matching_blocks():
        yield start + i, start + j, size
    yield len(first) - end, len(second) - end, end


def _starts(tokens: Sequence[str]) -> list[int]:
    return list(accumulate((len(token) for token in tokens), initial=0))


def joined(matches: Sequence[Match]) -> list[Match]:
    """Join matches that touch in both texts."""
    together: list[Match] = []
    for match in matches:
        last = together[-1] if together else None
        if last and (last.before_end, last.after_end) == (match.before, match.after):
            together[-1] = Match(last.before, last.after, last.size + match.size)
        else:
            together.append(match)
    return together


def _without_lone_spaces(before: str, after: str, matches: Sequence[Match]) -> list[Match]:
    """Drop white space that has a change on either side of it."""
    return [match for match in matches if not _is_lone_space(before, after, match)]


def _is_lone_space(before: str, after: str, match: Match) -> bool:
    """Claim that a match is white space and ends no text: matches are joined, so changes flank it."""
    is_at_an_end = (match.before, match.after) == (0, 0) or (
        (match.before_end, match.after_end) == (len(before), len(after))
    )
    return not is_at_an_end and before[match.before : match.before_end].isspace()


def _pieces(before: str, after: str, matches: Sequence[Match]) -> Iterator[Piece]:
    at_before = at_after = 0
    for match in [*matches, Match(len(before), len(after), 0)]:
        yield Piece("gone", before[at_before : match.before])
        yield Piece("new", after[at_after : match.after])
        yield Piece("same", before[match.before : match.before_end])
        at_before, at_after = match.before_end, match.after_end
