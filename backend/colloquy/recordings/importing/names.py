"""What looks like a speaker's name before what was said, in any alphabet."""

import re

MOST_WORDS = 6
# Zoom writes "Name: text"; a sentence with a colon in it is longer, or has a stop or a comma
BEFORE_COLON = re.compile(r"^([^:.?!,;<>\[\]()]{1,60}(?:\([^)]{1,30}\))?)\s*:\s+(\S.*)$", re.S)


# "Dr. Rhys: text", "J. Smith: text", "د. ليلى: text": only titles and initials have a stop
WITH_STOPS = re.compile(
    r"^((?:(?:dr|prof|mr|mrs|ms|miss|rev|sr|st|[^\W\d_])\.\s*)+[^:.?!,;<>\[\]()]{1,60})\s*:\s+(\S.*)$",
    re.S | re.I,
)


def split_name(text: str) -> tuple[str | None, str]:
    """A name and the words after it; the words alone where there is no name."""
    found = BEFORE_COLON.match(text) or WITH_STOPS.match(text)
    if found is None or not is_name(found[1]):
        return None, text
    return found[1].strip(), found[2].strip()


def is_name(text: str) -> bool:
    """True for a few words that begin with a letter which is not a small one, or with a number."""
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS:
        return False
    first = words[0][0]
    return first.isalpha() and not first.islower()
