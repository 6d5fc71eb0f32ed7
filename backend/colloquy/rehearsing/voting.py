"""When simulated people vote, and what: groups lean different ways, some change their mind. Pure."""

from typing import Any

from colloquy.meetings.polling.events import PollKind, PollQuestion
from colloquy.rehearsing import words
from colloquy.rehearsing.chance import draw, shuffled
from colloquy.rehearsing.people import Person

NEVER_VOTES = 0.06
CHANGES = 0.08
UNABLE = 0.05
SPREAD_SECONDS = 25.0


def is_due(seed: int, tempo: float, person: Person, poll: int, times: int, waited: float) -> bool:
    """True once somebody votes in a poll that has been open so long, or changes their vote."""
    matter = (poll, person.place)
    if draw(seed, "abstains", *matter) < NEVER_VOTES:
        return False
    first = (1.5 + SPREAD_SECONDS * draw(seed, "votes", *matter) ** 2) / tempo**0.5
    if times == 0:
        return waited >= first
    changes = draw(seed, "changes", *matter) < CHANGES
    return times == 1 and changes and waited >= first + 3 + 6 * draw(seed, "rethinks", *matter)


def answer_of(
    seed: int, question: PollQuestion, person: Person, poll: int, times: int
) -> dict[str, Any]:
    """What somebody votes: the fields of an answer."""
    matter = (poll, person.place, times)
    match question.kind:
        case PollKind.RATING:
            return _rating(seed, question, person, matter)
        case PollKind.WORDS:
            return {"words": words.answers(seed, question.at_most or 1, *matter)}
        case PollKind.RANKING:
            return {"choices": _ranked(seed, question, person, matter)}
        case PollKind.VOTE | PollKind.DECISION | PollKind.CHOICE:
            most = question.at_most or 1
            count = 1 + int(draw(seed, "how many", *matter) * most)
            return {"choices": _ranked(seed, question, person, matter)[:count]}


def _rating(
    seed: int, question: PollQuestion, person: Person, matter: tuple[int, ...]
) -> dict[str, Any]:
    scale = question.scale
    if scale is None or draw(seed, "unable", *matter) < UNABLE:
        return {"is_unable": True}
    # two draws make the middle likelier than the ends; the group moves it
    lean = 0.25 + 0.5 * draw(seed, "lean", matter[0], person.group)
    share = lean + 0.5 * (draw(seed, "one", *matter) + draw(seed, "other", *matter) - 1)
    points = scale.high - scale.low + 1
    return {"rating": scale.low + min(points - 1, max(0, int(share * points)))}


def _ranked(
    seed: int, question: PollQuestion, person: Person, matter: tuple[int, ...]
) -> list[str]:
    """Every choice, the dearest first: that of the group, or one of their own."""
    of_group = shuffled(question.choices, seed, "group", matter[0], person.group)
    if draw(seed, "follows", *matter) < 0.55:
        return of_group
    return shuffled(question.choices, seed, "own", *matter)
