"""Writing mechanisms: drafts, frozen versions, two people at once, and who may see what."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.core.errors import Conflict
from colloquy.theory import queries
from colloquy.theory.models import CmocElement, MechanismVersion
from colloquy.theory.service import freeze
from tests.factories.studies import Study
from tests.factories.theory import NOTATION, a_frozen_version, a_mechanism, words
from tests.support.lab import Lab, ok


async def _read(study: Study, mechanism_id: UUID | str) -> dict[str, Any]:
    answer = await study.researcher.client.get(f"{study.url}/mechanisms/{mechanism_id}")
    found: dict[str, Any] = ok(answer).json()
    return found


def _edit(version: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return words(based_on=version["id"], revision=version["revision"], **changes)


async def _tags(lab: Lab) -> list[str]:
    async with lab.runtime.reading() as session:
        return list((await session.exec(select(AuditEntry.tag).order_by(col(AuditEntry.id)))).all())


async def test_a_mechanism_is_written_with_its_configurations(lab: Lab, study: Study) -> None:
    body = words(papers=22, arises_from="the panel's own point")
    made = ok(await study.researcher.client.post(f"{study.url}/mechanisms", json=body), 201).json()
    version = made["versions"][0]
    assert (version["number"], version["stage_label"], version["papers"]) == (1, "1a", 22)
    cmoc = version["cmocs"][0]
    assert (cmoc["level"], cmoc["tells_of"], cmoc["notation"]) == ("team", "present", NOTATION)
    assert [element["kind"] for element in cmoc["elements"]] == [
        "context",
        "resource",
        "reasoning",
        "outcome",
    ]
    assert cmoc["sentence"].startswith(
        "If leaders meet across organisations, then a shared purpose"
    )
    edge = made["edges"][0]
    assert (edge["kind"], edge["before"], edge["note"]) == (
        "arises_from",
        None,
        "the panel's own point",
    )
    assert "theory:mechanism:created" in await _tags(lab)


async def test_elements_and_notation_come_to_the_same(lab: Lab, study: Study) -> None:
    elements = [
        {"kind": "context", "text": "a busy ward"},
        {"kind": "outcome", "polarity": "-", "text": "notes are late"},
    ]
    body = words(
        cmocs=[{"elements": elements}, {"notation": "a busy ward (C) → notes are late (O-)"}]
    )
    made = ok(await study.researcher.client.post(f"{study.url}/mechanisms", json=body), 201).json()
    first, second = made["versions"][0]["cmocs"]
    assert first["notation"] == second["notation"] == "a busy ward (C) → notes are late (O-)"


async def test_notation_that_does_not_parse_says_where_and_saves_nothing(
    lab: Lab, study: Study
) -> None:
    body = words(cmocs=[{"notation": NOTATION}, {"notation": "trust grows (C)\nand then what"}])
    answer = await study.researcher.client.post(f"{study.url}/mechanisms", json=body)
    problem = ok(answer, 422).json()
    assert problem["fields"][0]["path"] == "cmocs.1.notation:2:5"
    assert problem["fields"][0]["message"].startswith("Line 2, column 5:")
    assert ok(await study.researcher.client.get(f"{study.url}/mechanisms")).json() == []


async def test_the_notation_is_read_and_written_while_it_is_typed(lab: Lab, study: Study) -> None:
    url = f"{study.url}/cmocs"
    parsed = ok(
        await study.researcher.client.post(
            f"{url}/parse", json={"text": f"{NOTATION}\n\n{NOTATION}"}
        )
    ).json()
    assert len(parsed["cmocs"]) == 2
    elements = parsed["cmocs"][0]["elements"]
    told = ok(await study.researcher.client.post(f"{url}/format", json={"elements": elements}))
    assert told.json()["notation"] == NOTATION
    problem = ok(
        await study.researcher.client.post(f"{url}/parse", json={"text": "one (C) → two (X)"}), 422
    ).json()
    assert problem["fields"][0]["path"] == "notation:1:15"


async def test_a_draft_is_edited_in_place(lab: Lab, study: Study) -> None:
    draft = await a_mechanism(study)
    before = (await _read(study, draft.mechanism_id))["versions"][0]
    body = _edit(before, definition="Sharper words.", cmocs=[])
    answer = await study.researcher.client.put(
        f"{study.url}/mechanisms/{draft.mechanism_id}", json=body
    )
    versions = ok(answer).json()["versions"]
    assert [(one["number"], one["definition"]) for one in versions] == [(1, "Sharper words.")]
    assert versions[0]["cmocs"] == []
    assert versions[0]["revision"] == before["revision"] + 1


async def test_an_edit_of_a_frozen_version_makes_the_next(lab: Lab, study: Study) -> None:
    frozen = await a_frozen_version(study)
    url = f"{study.url}/mechanisms/{frozen.mechanism_id}"
    before = (await _read(study, frozen.mechanism_id))["versions"][0]
    body = _edit(before, title="Inspiring people", change_note="The panel asked for plainer words.")
    after = ok(await study.researcher.client.put(url, json=body)).json()
    assert [one["number"] for one in after["versions"]] == [2, 1]
    assert after["versions"][1] == before
    assert (after["status"], before["frozen_because"]) == ("draft", "round 1")
    edge = after["edges"][0]
    assert (edge["kind"], edge["before"]["number"], edge["after"]["number"]) == ("renames", 1, 2)
    assert edge["note"] == "The panel asked for plainer words."


async def test_the_count_of_papers_stays_until_it_is_changed(lab: Lab, study: Study) -> None:
    draft = await a_mechanism(study, papers=16)
    url = f"{study.url}/mechanisms/{draft.mechanism_id}"
    before = (await _read(study, draft.mechanism_id))["versions"][0]
    kept = ok(await study.researcher.client.put(url, json=_edit(before, title="Other"))).json()
    assert kept["versions"][0]["papers"] == 16
    cleared = _edit(kept["versions"][0], title="Other", papers=None)
    assert (
        ok(await study.researcher.client.put(url, json=cleared)).json()["versions"][0]["papers"]
        is None
    )


async def test_a_stale_save_says_who_saved_and_loses_nothing(lab: Lab, study: Study) -> None:
    draft = await a_mechanism(study)
    url = f"{study.url}/mechanisms/{draft.mechanism_id}"
    both_saw = (await _read(study, draft.mechanism_id))["versions"][0]
    ok(
        await study.researcher.client.put(
            url, json=_edit(both_saw, definition="By the researcher.")
        )
    )
    mine = _edit(both_saw, definition="By the lead.")
    problem = ok(await study.lead.client.put(url, json=mine), 409).json()
    assert problem["detail"].startswith("Researcher saved")
    saved = (await _read(study, draft.mechanism_id))["versions"][0]
    assert saved["definition"] == "By the researcher."
    unsaved = words(definition="By the lead.")
    seen = ok(
        await study.lead.client.post(
            f"{study.url}/versions/{saved['id']}/differences", json=unsaved
        )
    ).json()
    changed = [piece for piece in seen["definition"] if piece["kind"] != "same"]
    assert changed == [
        {"kind": "gone", "text": "researcher"},
        {"kind": "new", "text": "lead"},
    ]
    ok(await study.lead.client.put(url, json=_edit(saved, definition="By the lead.")))


@pytest.mark.both_databases
async def test_of_two_saves_at_the_same_moment_one_holds_and_the_other_is_told(
    lab: Lab, study: Study
) -> None:
    frozen = await a_frozen_version(study)
    url = f"{study.url}/mechanisms/{frozen.mechanism_id}"
    both_saw = (await _read(study, frozen.mechanism_id))["versions"][0]
    answers = await asyncio.gather(
        study.researcher.client.put(url, json=_edit(both_saw, definition="By the researcher.")),
        study.lead.client.put(url, json=_edit(both_saw, definition="By the lead.")),
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    held = next(answer.json() for answer in answers if answer.status_code == 200)
    assert await _read(study, frozen.mechanism_id) == held
    assert [one["number"] for one in held["versions"]] == [2, 1]


async def test_a_stale_save_is_refused_after_a_freeze_too(lab: Lab, study: Study) -> None:
    frozen = await a_frozen_version(study)
    url = f"{study.url}/mechanisms/{frozen.mechanism_id}"
    both_saw = (await _read(study, frozen.mechanism_id))["versions"][0]
    ok(await study.researcher.client.put(url, json=_edit(both_saw, definition="First.")))
    ok(await study.lead.client.put(url, json=_edit(both_saw, definition="Second.")), 409)


async def test_saving_twice_changes_nothing(lab: Lab, study: Study) -> None:
    frozen = await a_frozen_version(study)
    url = f"{study.url}/mechanisms/{frozen.mechanism_id}"
    body = _edit((await _read(study, frozen.mechanism_id))["versions"][0], definition="New.")
    first = ok(await study.researcher.client.put(url, json=body)).json()
    assert ok(await study.researcher.client.put(url, json=body)).json() == first


async def test_freezing_is_kept_with_its_first_reason(lab: Lab, study: Study) -> None:
    frozen = await a_frozen_version(study, because="round 1")
    async with lab.writing() as session:
        await freeze(session, study.researcher.actor, [frozen.id], "meeting 2")
    seen = (await _read(study, frozen.mechanism_id))["versions"][0]
    assert (seen["is_frozen"], seen["frozen_because"]) == (True, "round 1")
    assert (await _tags(lab)).count("theory:version:frozen") == 1


async def _meddle(lab: Lab, version_id: UUID, part: str) -> None:
    async with lab.writing() as session:
        version = await session.get(MechanismVersion, version_id)
        assert version
        element = (await queries.elements(session, [version_id]))[0]
        if part == "words":
            version.title = "Another"
        elif part == "thaw":
            version.frozen_at = None
        elif part == "element":
            session.add(
                CmocElement(cmoc_id=element.cmoc_id, position=9, kind="outcome", text="more")
            )
        else:
            await session.delete(element)


@pytest.mark.parametrize("part", ["words", "element", "delete", "thaw"])
async def test_a_frozen_version_cannot_be_changed_by_any_feature(
    lab: Lab, study: Study, part: str
) -> None:
    frozen = await a_frozen_version(study)
    before = await _read(study, frozen.mechanism_id)
    with pytest.raises(Conflict, match="put before people"):
        await _meddle(lab, frozen.id, part)
    assert await _read(study, frozen.mechanism_id) == before


async def test_the_panel_sees_frozen_versions_only(lab: Lab, study: Study) -> None:
    draft = await a_mechanism(study, "Only a draft")
    frozen = await a_frozen_version(study, "Put before people")
    body = _edit((await _read(study, frozen.mechanism_id))["versions"][0], title="Still a draft")
    ok(await study.lead.client.put(f"{study.url}/mechanisms/{frozen.mechanism_id}", json=body))
    panel = study.panel[0].client
    listed = ok(await panel.get(f"{study.url}/mechanisms")).json()
    assert [one["current"]["title"] for one in listed] == ["Put before people"]
    seen = ok(await panel.get(f"{study.url}/mechanisms/{frozen.mechanism_id}")).json()
    assert [one["number"] for one in seen["versions"]] == [1]
    assert seen["edges"] == []
    lineage = ok(await panel.get(f"{study.url}/lineage")).json()
    assert [node["title"] for node in lineage["nodes"]] == ["Put before people"]
    assert lineage["edges"] == []
    ok(await panel.get(f"{study.url}/mechanisms/{draft.mechanism_id}"), 404)
    ok(await panel.get(f"{study.url}/versions/{draft.id}"), 404)
    against = f"{study.url}/versions/{frozen.id}/differences?against={draft.id}"
    ok(await panel.get(against), 404)
