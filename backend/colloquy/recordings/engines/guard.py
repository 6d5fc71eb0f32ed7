"""Our own guard against what Whisper invents: loops, and phrases from the films it learned from.

The guard marks and never drops: a person listens and decides. A vote by voices ("Agree."
"Agree." "Agree.") is marked too, which costs a glance; a lost vote would cost the study.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace

from colloquy.recordings.transcript import Flag, Segment

REPEATS = 3
LONGEST_CYCLE = 3
LONGEST_NGRAM = 8
# words repeated in a row that people do say: "no, no, no, no"
SPOKEN_REPEATS = {1: 4, 2: 3}
# the bound of Whisper's own fallback: Radford 2023, section 4.5 (gzip compression rate)
COMPRESSION_RATIO = 2.4
# below this many characters a text hardly compresses and the ratio says nothing
COMPRESSION_LENGTH = 60
NO_SPEECH = 0.4
DOUBTFUL_LOGPROB = -0.8
DOUBTFUL_WORD = 0.5

# whole segments, as `plain` writes them
INVENTED_WHOLE = frozenset(
    {
        "bye",
        "bye bye",
        "thank you",
        "thanks for watching",
        "thank you for watching",
        "thank you for listening",
        "thank you very much for watching",
        "thanks for watching and see you next time",
        "see you in the next video",
        "see you next time",
        "see you next week",
        "please subscribe",
        "like and subscribe",
        "please like and subscribe",
        "dont forget to subscribe",
        "please subscribe to the channel",
        "silence",
        "music",
        "applause",
        "you",
    }
)
# wherever they stand in a segment
INVENTED_PART = (
    "subtitles by",
    "subtitled by",
    "captions by",
    "captioned by",
    "transcribed by",
    "transcription by",
    "translated by",
    "amara org",
    "subscribe to my channel",
    "subscribe to our channel",
    "thank you for watching",
    "thanks for watching",
)


def plain(text: str) -> str:
    """Lower-case words with single spaces and without punctuation."""
    letters = text.lower().replace("'", "").replace("’", "")
    return " ".join(re.findall(r"\w+", letters))


def marked(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The same segments in the same order, with the guard's flags set afresh."""
    repeated = _repeated([plain(segment.text) for segment in segments])
    return tuple(
        replace(
            segment,
            flags=tuple(
                flag
                for flag, is_so in (
                    (Flag.REPEATED, index in repeated),
                    (Flag.LOOP, has_loop(segment.text)),
                    (Flag.INVENTED, is_invented(segment)),
                    (Flag.COMPRESSIBLE, is_compressible(segment.text)),
                )
                if is_so
            ),
        )
        for index, segment in enumerate(segments)
    )


def _repeated(texts: Sequence[str]) -> set[int]:
    """Indexes of segments in a run where 1 to 3 segments come round at least three times."""
    found: set[int] = set()
    for period in range(1, LONGEST_CYCLE + 1):
        start = 0
        for index in range(period, len(texts) + 1):
            goes_on = index < len(texts) and texts[index] and texts[index] == texts[index - period]
            if goes_on:
                continue
            if index - start >= REPEATS * period:
                found.update(range(start, index))
            start = index - period + 1
    return found


def has_loop(text: str) -> bool:
    """True when some words come again and again without a break, more often than people do it."""
    words = plain(text).split()
    return any(_loops(words, size) for size in range(1, LONGEST_NGRAM + 1))


def _loops(words: Sequence[str], size: int) -> bool:
    """True when an n-gram of this size follows itself more often than speech does."""
    repeats = SPOKEN_REPEATS.get(size, REPEATS - 1) + 1
    same = 0
    for index in range(size, len(words)):
        same = same + 1 if words[index] == words[index - size] else 0
        if same >= size * (repeats - 1):
            return True
    return False


def is_compressible(text: str) -> bool:
    """True when the text repeats itself so much that it packs to less than 1 / 2.4 of its length."""
    data = text.encode()
    if len(data) < COMPRESSION_LENGTH:
        return False
    return len(data) / len(zlib.compress(data)) > COMPRESSION_RATIO


def is_invented(segment: Segment) -> bool:
    """True for a phrase Whisper is known to invent, where it was not sure it heard speech.

    Said clearly, "thank you" is somebody thanking somebody, and is left alone.
    """
    text = plain(segment.text)
    is_known = text in INVENTED_WHOLE or any(part in text for part in INVENTED_PART)
    return is_known and _is_doubtful(segment)


def _is_doubtful(segment: Segment) -> bool:
    if (segment.no_speech_probability or 0.0) >= NO_SPEECH:
        return True
    if (segment.average_logprob or 0.0) <= DOUBTFUL_LOGPROB:
        return True
    words = segment.words
    return bool(words) and sum(word.probability for word in words) / len(words) < DOUBTFUL_WORD
