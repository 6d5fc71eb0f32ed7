"""Coding: exact to the codepoint, once each, undone at will, and held on to while texts change."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from tests.factories.coding import a_code, a_coding, on_words
from tests.factories.studies import Study, a_study
from tests.factories.texts import a_transcript, segments_of
from tests.factories.theory import a_frozen_version, a_mechanism, words
from tests.support.lab import Lab, ok


async def _codings(study: Study, document_id: UUID) -> list[Any]:
    client = study.facilitator.client
    return ok(await client.get(f"{study.url}/codings?document_id={document_id}")).json()


async def _correct(study: Study, segment: Any, text: str, *, seen: str = "") -> None:
    path = f"{study.url}/documents/{segment.document_id}/segments/{segment.id}"
    ok(await study.researcher.client.patch(path, json={"text": text, "seen": seen or segment.text}))


async def test_words_are_coded_with_mechanism_element_stance_and_memo(study: Study) -> None:
    version = await a_frozen_version(study)
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    made = await a_coding(
        study,
        segment,
        "we hold the power",
        code_id=code["id"],
        mechanism_id=str(version.mechanism_id),
        element="context",
        stance="challenges",
        memo="Said with a laugh.",
    )
    [seen] = await _codings(study, document.id)
    assert {**seen, "can_change": True} == made
    assert seen["can_change"] is False  # a facilitator reads
    assert (seen["quote"], seen["element"], seen["stance"]) == (
        "we hold the power",
        "context",
        "challenges",
    )
    assert (seen["version_id"], seen["coder_name"]) == (str(version.id), "Researcher")


async def test_the_version_recorded_is_the_one_that_stood_when_it_was_coded(study: Study) -> None:
    version = await a_frozen_version(study)
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    made = await a_coding(study, segment, "money", mechanism_id=str(version.mechanism_id))
    path = f"{study.url}/mechanisms/{version.mechanism_id}"
    body = {
        **words("Working with power", definition="Changed."),
        "based_on": str(version.id),
        "revision": version.revision,
    }
    ok(await study.researcher.client.put(path, json=body))
    later = await a_coding(study, segment, "truth", mechanism_id=str(version.mechanism_id))
    assert made["version_id"] == str(version.id)
    assert later["version_id"] != str(version.id)
    first, _ = await _codings(study, document.id)
    assert first["version_id"] == str(version.id)


@pytest.mark.parametrize(
    "words_",
    ["👩‍👩‍👧 cares", "re\u0301sume\u0301", "𝕏", "नमस्ते", "🙂"],
    ids=["family", "accent", "astral", "hindi", "smile"],
)
async def test_a_quote_is_exact_to_the_codepoint(study: Study, words_: str) -> None:
    text = f"Before 👍🏽 and e\u0301 stands {words_} and after 🙃 it."
    document = await a_transcript(study, talk=[("Carer", text)])
    segment = (await segments_of(study, document.id))[0]
    code = await a_code(study)
    made = await a_coding(study, segment, words_, code_id=code["id"])
    assert made["quote"] == words_
    assert made["end"] - made["start"] == len(words_)
    page = ok(await study.lead.client.get(f"{study.url}/excerpts")).json()
    excerpt = page["excerpts"][0]
    assert excerpt["before"] + excerpt["quote"] + excerpt["after"] == text


async def test_several_codings_overlap(study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    power, money = await a_code(study, "Power"), await a_code(study, "Money")
    await a_coding(study, segment, "hold the money, so we hold", code_id=money["id"])
    await a_coding(study, segment, "so we hold the power", code_id=power["id"])
    await a_coding(study, segment, "so we hold the power", code_id=money["id"], by=study.lead)
    quotes = [coding["quote"] for coding in await _codings(study, document.id)]
    assert quotes == ["hold the money, so we hold", "so we hold the power", "so we hold the power"]


async def test_the_same_coding_sent_twice_is_made_once(study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    body = on_words(segment, "power", code_id=code["id"])
    client = study.researcher.client
    first = ok(await client.post(f"{study.url}/codings", json=body), 201).json()
    again = {**body, "memo": "Changed."}
    assert ok(await client.post(f"{study.url}/codings", json=again), 201).json() == first
    assert len(await _codings(study, document.id)) == 1
    ok(await study.lead.client.post(f"{study.url}/codings", json=body), 409)


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"start": 5, "end": 5}, 422),
        ({"start": 0, "end": 9000}, 422),
        ({"quote": "other words"}, 409),
        ({"code_id": None}, 422),
        ({"code_id": str(uuid4())}, 404),
        ({"mechanism_id": str(uuid4())}, 404),
        ({"segment_id": str(uuid4())}, 404),
        ({"stance": "likes"}, 422),
        ({"element": "feeling"}, 422),
    ],
)
async def test_a_coding_that_cannot_be_right_is_refused(
    study: Study, wrong: dict[str, Any], status: int
) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    body = {**on_words(segment, "power", code_id=code["id"]), **wrong}
    ok(await study.researcher.client.post(f"{study.url}/codings", json=body), status)
    assert await _codings(study, document.id) == []


async def test_a_coding_can_be_changed_moved_removed_and_put_back(study: Study) -> None:
    version = await a_mechanism(study)
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    made = await a_coding(study, segment, "money", code_id=code["id"])
    client, path = study.researcher.client, f"{study.url}/codings/{made['id']}"
    body = {"mechanism_id": str(version.mechanism_id), "stance": "extends", "memo": "New."}
    changed = ok(await client.patch(path, json=body)).json()
    assert (changed["version_id"], changed["stance"]) == (str(version.id), "extends")
    assert changed["code_id"] == code["id"]
    moved = ok(await client.patch(path, json={"start": 0, "end": 2})).json()
    assert moved["quote"] == "We"
    ok(await client.patch(path, json={"code_id": None, "mechanism_id": None}), 422)
    for _ in range(2):
        ok(await client.delete(path), 204)
    assert await _codings(study, document.id) == []
    ok(await client.patch(path, json={"memo": "x"}), 410)
    assert ok(await client.post(f"{path}/restore")).json() == moved
    assert len(await _codings(study, document.id)) == 1


async def test_only_its_coder_or_a_lead_changes_a_coding(lab: Lab, study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    made = await a_coding(study, segment, "money", code_id=code["id"], by=study.lead)
    path = f"{study.url}/codings/{made['id']}"
    ok(await study.researcher.client.patch(path, json={"memo": "x"}), 403)
    ok(await study.researcher.client.delete(path), 403)
    own = await a_coding(study, segment, "money", code_id=code["id"])
    ok(await study.lead.client.patch(f"{study.url}/codings/{own['id']}", json={"memo": "x"}))


async def test_codings_are_the_teams_and_of_no_other_study(lab: Lab, study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    made = await a_coding(study, segment, "money", code_id=code["id"])
    body = on_words(segment, "power", code_id=code["id"])
    paths = ("codings?document_id=" + str(document.id), "codings/counts", "excerpts")
    for person in (study.panel[0], study.chair):
        for path in paths:
            ok(await person.client.get(f"{study.url}/{path}"), 403)
        ok(await person.client.post(f"{study.url}/codings", json=body), 403)
        ok(await person.client.delete(f"{study.url}/codings/{made['id']}"), 403)
    ok(await study.facilitator.client.post(f"{study.url}/codings", json=body), 403)
    other = await a_study(lab, title="Another study")
    client = other.researcher.client
    for path in paths:
        ok(await client.get(f"{study.url}/{path}"), 404)
    ok(await client.get(f"{other.url}/{paths[0]}"), 404)
    ok(await client.post(f"{other.url}/codings", json=body), 404)
    ok(await client.delete(f"{other.url}/codings/{made['id']}"), 404)
    ok(await client.post(f"{other.url}/codings/{made['id']}/restore"), 404)
    assert ok(await client.get(f"{other.url}/excerpts")).json()["total"] == 0


async def test_codings_stay_on_their_words_while_the_text_is_corrected(study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    made = await a_coding(study, segment, "the plain truth", code_id=code["id"])
    removed = await a_coding(study, segment, "the money", code_id=code["id"])
    client = study.researcher.client
    ok(await client.delete(f"{study.url}/codings/{removed['id']}"), 204)
    text = "🙂 Well: we hold the money, so we hold all the power. That is the plain truth, I say."
    await _correct(study, segment, text)
    back = ok(await client.post(f"{study.url}/codings/{removed['id']}/restore")).json()
    for coding in (*await _codings(study, document.id), back):
        assert text[coding["start"] : coding["end"]] == coding["quote"]
    assert {coding["quote"] for coding in await _codings(study, document.id)} == {
        made["quote"],
        removed["quote"],
    }


async def test_a_coding_whose_words_have_gone_is_listed_and_can_be_placed(study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    made = await a_coding(study, segment, "the plain truth", code_id=code["id"])
    await _correct(study, segment, "We hold the money.")
    client = study.researcher.client
    [orphan] = await _codings(study, document.id)
    assert (orphan["is_orphan"], orphan["quote"]) == (True, "the plain truth")
    [count] = ok(await client.get(f"{study.url}/codings/counts")).json()
    assert (count["codings"], count["orphans"]) == (1, 1)
    page = ok(await client.get(f"{study.url}/excerpts?is_orphan=true")).json()
    assert page["excerpts"][0]["before"].endswith("That is ")
    place = {"start": 3, "end": 7}
    placed = ok(await client.patch(f"{study.url}/codings/{made['id']}", json=place)).json()
    assert (placed["is_orphan"], placed["quote"]) == (False, "hold")


async def test_an_orphan_finds_its_words_when_they_come_back(study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    await a_coding(study, segment, "the plain truth", code_id=code["id"])
    await _correct(study, segment, "We hold the money.")
    await _correct(study, segment, segment.text, seen="We hold the money.")
    [found] = await _codings(study, document.id)
    assert found["is_orphan"] is False
    assert segment.text[found["start"] : found["end"]] == "the plain truth"


async def test_every_verb_of_coding_is_recorded(study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[2]
    code = await a_code(study)
    made = await a_coding(study, segment, "money", code_id=code["id"])
    client, path = study.researcher.client, f"{study.url}/codings/{made['id']}"
    ok(await client.patch(path, json={"stance": "refines"}))
    ok(await client.delete(path), 204)
    ok(await client.post(f"{path}/restore"))
    async with study.lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry.tag)
            .where(AuditEntry.object_id == UUID(made["id"]))
            .order_by(col(AuditEntry.id))
        )
        tags = found.all()
    assert tags == [
        f"coding:passage:{verb}" for verb in ("coded", "recoded", "removed", "restored")
    ]
