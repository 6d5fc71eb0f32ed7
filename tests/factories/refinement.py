"""Proposals and decisions, as the team sends them, and the cited words behind them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import select

from colloquy.audit.models import AuditEntry
from colloquy.theory.models import MechanismVersion
from tests.factories.coding import a_coding
from tests.factories.comments import a_comment, document_of
from tests.factories.studies import Person, Study
from tests.factories.texts import segments_of
from tests.factories.theory import NOTATION
from tests.support.lab import ok

REVISED = "Leaders and carers tell why working together matters, and people take it up."


def an_outcome(title: str = "Inspiring intent to work together", **changes: Any) -> dict[str, Any]:
    """A version that a proposal would make: the words of `factories.theory`, unless changed."""
    return {
        "mechanism_id": None,
        "title": title,
        "definition": "Leaders tell why working together matters, and people take it up.",
        "plain_summary": "People work together when they can see why.",
        "cmocs": [{"notation": NOTATION, "level": "team"}],
        **changes,
    }


def a_proposal_of(
    kind: str,
    subjects: Sequence[MechanismVersion] = (),
    outcomes: Sequence[dict[str, Any]] = (),
    **changes: Any,
) -> dict[str, Any]:
    """The body of a proposal."""
    return {
        "client_id": str(uuid4()),
        "kind": kind,
        "title": "Name the carers",
        "rationale": "A carer said that nobody had asked them.",
        "subjects": [str(version.id) for version in subjects],
        "outcomes": list(outcomes),
        "evidence": [],
        **changes,
    }


def a_revision_of(version: MechanismVersion, **changes: Any) -> dict[str, Any]:
    """The body of a proposal that names the carers in a definition."""
    outcome = an_outcome(version.title, definition=REVISED)
    return a_proposal_of("revise", [version], [outcome], **changes)


async def a_proposal(study: Study, body: dict[str, Any]) -> Any:
    """A proposal that has been put forward."""
    answer = await study.researcher.client.post(f"{study.url}/proposals", json=body)
    return ok(answer, 201).json()


def a_decision(proposal: Any, verdict: str = "accepted", **changes: Any) -> dict[str, Any]:
    """The body of a decision over the proposal as it was read."""
    return {
        "verdict": verdict,
        "reason": "Three groups said the same, and one spoke against it.",
        "plain_reason": "You told us that carers were left out.",
        "revision": proposal["revision"],
        **changes,
    }


def url_of(study: Study, proposal: Any, rest: str = "") -> str:
    """Where a proposal is."""
    return f"{study.url}/proposals/{proposal['id']}{rest}"


async def decided(study: Study, proposal: Any, verdict: str = "accepted", **changes: Any) -> Any:
    """A proposal after the lead's decision."""
    body = a_decision(proposal, verdict, **changes)
    answer = await study.lead.client.post(url_of(study, proposal, "/decision"), json=body)
    return ok(answer).json()


async def a_coded_comment(
    study: Study,
    person: Person,
    version: MechanismVersion,
    text: str = "This leaves carers out.",
    **coding: Any,
) -> Any:
    """A comment all of whose words a researcher has coded to the version's mechanism."""
    comment = await a_comment(study, person, version.id, text=text)
    document = await document_of(study, comment["id"])
    segment = (await segments_of(study, document.id))[0]
    of = {"mechanism_id": str(version.mechanism_id), "stance": "challenges", **coding}
    return {
        "comment": comment,
        "document_id": str(document.id),
        "coding": await a_coding(study, segment, text, **of),
    }


def citing(*coded: Any) -> list[dict[str, str]]:
    """Evidence that cites coded comments."""
    return [{"coding_id": one["coding"]["id"], "note": "Says who is missing."} for one in coded]


async def saved_anew(study: Study, version: MechanismVersion, **changes: Any) -> Any:
    """The mechanism after a researcher has saved it in the editor."""
    body = {
        **an_outcome(version.title),
        "based_on": str(version.id),
        "revision": version.revision,
        "change_note": "",
        **changes,
    }
    body.pop("mechanism_id")
    url = f"{study.url}/mechanisms/{version.mechanism_id}"
    return ok(await study.researcher.client.put(url, json=body)).json()


async def audited(study: Study, object_id: UUID | str) -> list[str]:
    """The tags of what the record says about something, oldest first."""
    async with study.lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry.tag)
            .where(AuditEntry.object_id == UUID(str(object_id)))
            .order_by(AuditEntry.id)
        )
        return list(found.all())
