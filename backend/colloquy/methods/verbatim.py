"""Intelligent verbatim: which words of speech add nothing to what was said.

The words are found by rule and never removed: a view may leave them out, the transcript keeps them.
"""

from collections.abc import Sequence

from colloquy.methods.word_times import plain

FILLERS = frozenset(
    {"um", "umm", "uh", "uhh", "er", "err", "erm", "eh", "ah", "ahh", "mm", "mmm", "hm", "hmm"}
    | {"mhm", "uh-huh", "mm-hmm"}
)
# said in passing: set off by a comma or a dash, or they may mean what they say
ASIDES = (("you", "know"), ("i", "mean"), ("sort", "of"), ("kind", "of"), ("like",))
# said twice on purpose, or because grammar wants it
MEANT_TWICE = frozenset(
    {"no", "yes", "yeah", "very", "really", "had", "that", "is", "so", "long", "many", "much"}
    | {"never", "far", "more", "again", "ha"}
)
LONGEST_REPETITION = 4
CUT_OFF = ("-", "–", "—")


def superfluous(text: str) -> list[int]:
    """Places (from 0) of the words between blanks that intelligent verbatim leaves out."""
    words = text.split()
    heard = [plain(word) for word in words]
    left_out = {n for n, word in enumerate(heard) if word in FILLERS}
    left_out |= _asides(words, heard)
    # a filler between two tries of a word hides that the word was said twice
    spoken = [n for n in range(len(words)) if n not in left_out]
    left_out |= {spoken[n] for n in _tried_again([words[n] for n in spoken])}
    return sorted(left_out) if len(left_out) < len(words) else []


def _asides(words: Sequence[str], heard: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for aside in ASIDES:
        size = len(aside)
        for at in range(1, len(words) - size + 1):
            is_set_off = words[at - 1].endswith((",", *CUT_OFF)) and words[at + size - 1].endswith(
                (",", *CUT_OFF)
            )
            if is_set_off and tuple(heard[at : at + size]) == aside:
                found |= set(range(at, at + size))
    return found


def _tried_again(words: Sequence[str]) -> set[int]:
    """The first try of what is said again at once: `I I think`, `we have, we have`, `th- this`."""
    heard = [plain(word) for word in words]
    found: set[int] = set()
    for at in range(len(words)):
        if at in found:
            continue
        if _is_cut_off(words[at]) and at + 1 < len(words) and _begins(words, at):
            found.add(at)
            continue
        for size in range(min(LONGEST_REPETITION, (len(words) - at) // 2), 0, -1):
            if _is_repeated(words, heard, at, size):
                found |= set(range(at, at + size))
                break
    return found


def _is_repeated(words: Sequence[str], heard: Sequence[str], at: int, size: int) -> bool:
    first, again = heard[at : at + size], heard[at + size : at + 2 * size]
    if first != again or (size == 1 and first[0] in MEANT_TWICE):
        return False
    # a new sentence that begins as the last one ended is no second try
    return not any(word.endswith((".", "?", "!")) for word in words[at : at + size])


def _is_cut_off(word: str) -> bool:
    return len(word) > 1 and word.endswith(CUT_OFF)


def _begins(words: Sequence[str], at: int) -> bool:
    """True when one of the next two words goes on from the cut-off one."""
    start = plain(words[at])
    return any(plain(word).startswith(start) for word in words[at + 1 : at + 3])
