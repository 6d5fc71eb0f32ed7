"""From a version back to every voice behind it."""

from typing import Any

import pytest
from sqlalchemy import event

from colloquy.rounds.schemas import RoundItemIn
from colloquy.theory.models import MechanismVersion
from tests.factories.coding import a_coding
from tests.factories.refinement import (
    a_coded_comment,
    a_proposal,
    a_proposal_of,
    a_revision_of,
    an_outcome,
    citing,
    decided,
)
from tests.factories.rounds import a_rating, an_open_round, answer, close, questions_of
from tests.factories.studies import Person, Study
from tests.factories.texts import a_transcript, segments_of
from tests.factories.theory import a_frozen_version
from tests.support.lab import Lab, ok


async def _voices(study: Study, version_id: object, person: Person | None = None) -> Any:
    client = (person or study.researcher).client
    return ok(await client.get(f"{study.url}/versions/{version_id}/voices")).json()


async def _spoken(study: Study, version: MechanismVersion) -> Any:
    """The carer's words in a meeting, coded to a version."""
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[1]
    of = {"mechanism_id": str(version.mechanism_id), "stance": "challenges", "element": "context"}
    coding = await a_coding(study, segment, "Nobody asked me what I need", **of)
    return {"coding": coding, "document_id": str(document.id), "segment_id": str(segment.id)}


async def test_the_voices_behind_a_version_lead_to_the_words_and_the_sound(study: Study) -> None:
    version = await a_frozen_version(study)
    spoken = await _spoken(study, version)
    proposal = await a_proposal(study, a_revision_of(version, evidence=citing(spoken)))
    made = (await decided(study, proposal))["outcomes"][0]["made"]
    traced = await _voices(study, made["id"])
    assert traced["version"]["number"] == 2
    voice = traced["voices"][0]
    assert (voice["quote"], voice["stance"]) == ("Nobody asked me what I need", "challenges")
    assert (voice["speaker"], voice["group_id"]) == ("Carer", str(study.groups[0].id))
    assert (voice["document_id"], voice["segment_id"]) == (
        spoken["document_id"],
        spoken["segment_id"],
    )
    assert (voice["start_seconds"], voice["cited_in"]) == (5.0, [proposal["id"]])
    assert traced["proposals"][0]["title"] == "Name the carers"
    assert traced["silent"] == [str(study.groups[1].id)]


async def test_the_trace_goes_back_through_a_merger_and_marks_what_was_said_earlier(
    study: Study,
) -> None:
    trust, talk = await a_frozen_version(study, "Trust"), await a_frozen_version(study, "Talk")
    early = await a_coded_comment(study, study.lead, talk, "True of any leadership.")
    body = a_proposal_of("merge", [trust, talk], [an_outcome("Both")], evidence=citing(early))
    made = (await decided(study, await a_proposal(study, body)))["outcomes"][0]["made"]
    traced = await _voices(study, made["id"])
    steps = [
        (row["version"]["title"], row["steps"], row["kind"], bool(row["proposal_id"]))
        for row in traced["ancestors"]
    ]
    assert steps == [
        ("Both", 0, None, False),
        ("Trust", 1, "merges", True),
        ("Talk", 1, "merges", True),
    ]
    assert [(voice["quote"], voice["is_earlier"]) for voice in traced["voices"]] == [
        ("True of any leadership.", True)
    ]


async def test_a_comment_that_nobody_coded_is_a_voice_too(study: Study) -> None:
    version = await a_frozen_version(study)
    await a_coded_comment(study, study.lead, version, "Coded.")
    body = {
        "client_id": "01234567-89ab-cdef-0123-456789abcdef",
        "target": "version",
        "target_id": str(version.id),
        "text": "Not coded yet.",
        "stance": "missing",
        "place": "workbench",
    }
    ok(await study.lead.client.post(f"{study.url}/comments", json=body), 201)
    voices = (await _voices(study, version.id))["voices"]
    assert [(voice["kind"], voice["quote"], voice["stance"]) for voice in voices] == [
        ("excerpt", "Coded.", "challenges"),
        ("comment", "Not coded yet.", "missing"),
    ]


async def test_ratings_of_a_closed_round_are_counted_and_small_groups_hidden(
    study: Study,
) -> None:
    version = await a_frozen_version(study)
    carers = [study.panel[0], *await study.add_panel(group=0, count=3)]
    leaders = [study.panel[1], *await study.add_panel(group=1, count=1)]
    item = RoundItemIn(version_id=version.id, questions=[a_rating()])
    round_ = await an_open_round(study, [item], groups=(0, 1))
    question = (await questions_of(study, round_))[0]
    for person, rating in zip([*carers, *leaders], (8, 9, 7, 8, 2, 3), strict=True):
        await answer(study, round_, question, person, rating)
    assert (await _voices(study, version.id))["asked"] == []
    await close(study, round_)
    asked = (await _voices(study, version.id))["asked"][0]
    assert asked["round_title"] == "First round"
    assert asked["result"]["whole"]["rated"] == 6
    # showing the carers would give the two leaders away by subtraction
    assert [group["figures"] for group in asked["result"]["groups"]] == [None, None]


async def test_words_that_were_uncoded_are_no_longer_behind_a_version(study: Study) -> None:
    version = await a_frozen_version(study)
    spoken = await _spoken(study, version)
    url = f"{study.url}/codings/{spoken['coding']['id']}"
    ok(await study.researcher.client.delete(url), 204)
    assert (await _voices(study, version.id))["voices"] == []


async def test_the_facilitator_may_trace_and_a_version_of_nowhere_is_not_found(
    study: Study,
) -> None:
    version = await a_frozen_version(study)
    assert (await _voices(study, version.id, study.facilitator))["voices"] == []
    url = f"{study.url}/versions/{study.id}/voices"
    ok(await study.researcher.client.get(url), 404)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_longer_line_asks_the_database_no_more_often(lab: Lab, study: Study) -> None:
    async def selects(version_id: object) -> int:
        count = 0

        def counted(*_: Any) -> None:
            nonlocal count
            count += 1

        engine = lab.runtime.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", counted)
        await _voices(study, version_id)
        event.remove(engine, "before_cursor_execute", counted)
        return count

    version = await a_frozen_version(study)
    spoken = await _spoken(study, version)
    proposal = await a_proposal(study, a_revision_of(version, evidence=citing(spoken)))
    made = (await decided(study, proposal))["outcomes"][0]["made"]
    short = await selects(made["id"])
    for number in range(4):
        newest = MechanismVersion(**{**version.model_dump(), "id": made["id"]})
        outcome = an_outcome(version.title, definition=f"Version {number}.")
        body = a_proposal_of("revise", [newest], [outcome])
        made = (await decided(study, await a_proposal(study, body)))["outcomes"][0]["made"]
        await a_coded_comment(study, study.lead, version, f"Word {number}.")
    assert await selects(made["id"]) == short
