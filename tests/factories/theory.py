"""Mechanisms and their versions, made as the services make them."""

from typing import Any

from colloquy.theory.models import MechanismVersion
from colloquy.theory.schemas import VersionIn
from colloquy.theory.service import create_mechanism, freeze
from tests.factories.studies import Study

NOTATION = (
    "Leaders meet across organisations (C) → a shared purpose is told as a story (M+, resource) "
    "and staff see their own work in it (M+, reasoning) → they act together (O+)"
)


def words(title: str = "Inspiring intent to work together", **changes: Any) -> dict[str, Any]:
    """The body of a new mechanism, with one configuration."""
    return {
        "title": title,
        "definition": "Leaders tell why working together matters, and people take it up.",
        "plain_summary": "People work together when they can see why.",
        "change_note": "",
        "cmocs": [{"notation": NOTATION, "level": "team"}],
        **changes,
    }


async def a_mechanism(
    study: Study, title: str = "Inspiring intent to work together", **changes: Any
) -> MechanismVersion:
    """A mechanism with a draft version in the study's first stage."""
    async with study.lab.writing() as session:
        return await create_mechanism(
            session,
            study.researcher.actor,
            study.stage.id,
            VersionIn.model_validate(words(title, **changes)),
        )


async def a_frozen_version(
    study: Study, title: str = "Inspiring intent to work together", because: str = "round 1"
) -> MechanismVersion:
    """A mechanism whose version has been put before people."""
    version = await a_mechanism(study, title)
    async with study.lab.writing() as session:
        await freeze(session, study.researcher.actor, [version.id], because)
    async with study.lab.runtime.reading() as session:
        frozen = await session.get(MechanismVersion, version.id)
        assert frozen
        return frozen
