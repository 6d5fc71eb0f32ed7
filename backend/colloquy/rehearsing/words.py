"""What simulated people are called and what they say; nobody could take it for data."""

from colloquy.comments.models import Stance
from colloquy.rehearsing.chance import draw, pick, shuffled

MARK = "[simulated]"
DEPUTY = "Deputy (simulated)"

_FIRST = [
    "Ada",
    "Amir",
    "Anke",
    "Bao",
    "Beth",
    "Carlos",
    "Chidi",
    "Dana",
    "Elif",
    "Emeka",
    "Farah",
    "Finn",
    "Grace",
    "Hana",
    "Ines",
    "Ivo",
    "Jamal",
    "Jun",
    "Kofi",
    "Lena",
    "Lucia",
    "Malik",
    "Maya",
    "Mina",
    "Nadia",
    "Nils",
    "Noor",
    "Olga",
    "Omar",
    "Pia",
    "Priya",
    "Quentin",
    "Rosa",
    "Sam",
    "Sofia",
    "Tariq",
    "Uma",
    "Vera",
    "Wanjiru",
    "Yara",
    "Yusuf",
    "Zoe",
]
_LAST = "ABCDEFGHIJKLMNOPRSTUVWYZ"

_REMARKS = {
    Stance.SUPPORTS: (
        "This is how I imagine a remark in favour.",
        "Somebody agrees here, at some length, to see how a longer remark looks in the list and "
        "whether it can still be read while others keep coming in.",
    ),
    Stance.CHALLENGES: (
        "Somebody disagrees here.",
        "Here a remark would say that this does not hold everywhere.",
    ),
    Stance.REFINES: ("Here a remark would ask for other words.", "A smaller change is asked for."),
    Stance.EXAMPLE: ("Here somebody would tell of what happened to them.",),
    Stance.QUESTION: ("Here somebody would ask what a word means.", "Who is meant by “we”?"),
    Stance.MISSING: ("Here somebody would say what is missing.",),
}
_LINES = (
    "Here the group would write down what it agreed.",
    "Here a disagreement would be noted, with both sides.",
    "An example that somebody gave would stand here.",
    "A question for the whole room would stand here.",
)
_ANSWERS = [
    "trust",
    "time",
    "money",
    "training",
    "listening",
    "feedback",
    "workload",
    "respect",
    "access",
    "safety",
    "leadership",
    "language",
    "transport",
    "privacy",
]


def names(seed: int, count: int) -> list[str]:
    """So many names, each a different one; there are about a thousand."""
    everybody = [f"{first} {last}." for first in _FIRST for last in _LAST]
    return shuffled(everybody, seed, "names")[:count]


def remark(seed: int, *what: object) -> tuple[Stance | None, str]:
    """A comment and its stance, if it has one; its words say that they are simulated."""
    stance = pick(tuple(_REMARKS), seed, "stance", *what)
    words = f"{MARK} {pick(_REMARKS[stance], seed, 'remark', *what)}"
    return (None if draw(seed, "plain", *what) < 0.3 else stance), words


def line(seed: int, *what: object) -> str:
    """A line of a small group's note, which says that it is simulated."""
    return f"{MARK} {pick(_LINES, seed, 'line', *what)} ({':'.join(map(str, what))})"


def answers(seed: int, most: int, *what: object) -> list[str]:
    """Answers to a question for words, each given once; some are given by many."""
    count = 1 + int(draw(seed, "how many", *what) * most)
    drawn = [_ANSWERS[int(draw(seed, "word", n, *what) ** 2 * len(_ANSWERS))] for n in range(count)]
    return list(dict.fromkeys(drawn))
