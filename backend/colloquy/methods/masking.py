"""Words that would tell who somebody is, replaced by the same pseudonym wherever they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    pseudonym: str


class Mask:
    """Replaces whole words, written as they are marked; the longest wins where several fit."""

    def __init__(self, pseudonyms: Mapping[str, str]) -> None:
        self._pseudonyms = {" ".join(words.split()): name for words, name in pseudonyms.items()}
        longest_first = sorted(self._pseudonyms, key=len, reverse=True)
        forms = (r"\s+".join(map(re.escape, words.split())) for words in longest_first)
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") if self._pseudonyms else None
        )

    @property
    def hides(self) -> bool:
        """True when there is anything to hide."""
        return self._pattern is not None

    def text(self, text: str) -> str:
        """The text with every marked word replaced."""
        parts: list[str] = []
        at = 0
        for found in self._found(text):
            parts += [text[at : found.start], found.pseudonym]
            at = found.end
        return "".join([*parts, text[at:]]) if parts else text

    def place(self, text: str, place: int, *, is_end: bool = False) -> int:
        """Where a place in the text is once it is masked; inside a mask, its nearer edge."""
        shift = 0
        for found in self._found(text):
            if place <= found.start:
                break
            shift += len(found.pseudonym) - (found.end - found.start)
            if place < found.end:
                begins = found.start + shift - len(found.pseudonym) + (found.end - found.start)
                return begins + len(found.pseudonym) if is_end else begins
        return place + shift

    def part(self, text: str, start: int, end: int) -> tuple[int, int, str]:
        """A stretch of the text once it is masked: its places there, and its words."""
        masked = self.text(text)
        begins, ends = self.place(text, start), self.place(text, end, is_end=True)
        return begins, ends, masked[begins:ends]

    def places(self, text: str) -> list[int]:
        """Which words of the text between blanks, from 0, hold something marked."""
        marked = list(self._found(text))
        if not marked:
            return []
        return [
            number
            for number, word in enumerate(re.finditer(r"\S+", text))
            if any(found.start < word.end() and word.start() < found.end for found in marked)
        ]

    def _found(self, text: str) -> Iterator[_Found]:
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            yield _Found(
                match.start(), match.end(), self._pseudonyms[" ".join(match.group().split())]
            )


NOTHING = Mask({})
"""For those who may read everything."""
