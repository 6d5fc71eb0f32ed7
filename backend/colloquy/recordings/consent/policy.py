"""Who stands against opening a recording, in sentences."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from colloquy.access.permissions import Role
from colloquy.studies.models import Member
from colloquy.studies.policy import must_consent


def objections(
    people: Sequence[Member], answers: Mapping[UUID, bool], agreed: Collection[UUID] | None
) -> list[str]:
    """A sentence for each who has not agreed.

    `answers` are those given in the meeting itself. `agreed` are those who signed the study's
    consent form; None where the study has none.
    """
    said: list[str] = []
    for person in people:
        if answers.get(person.id) is False:
            said.append(f"{person.display_name} did not agree to be recorded in the meeting.")
        elif agreed is not None and person.id not in agreed and _is_asked(person):
            said.append(f"{person.display_name} has not agreed to the study's consent form.")
    return said


def _is_asked(person: Member) -> bool:
    return must_consent(frozenset(Role(role) for role in person.roles))
