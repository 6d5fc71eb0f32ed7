"""The codebook: a tree that is made, reordered and retired, and never loses a code."""

from typing import Any

from sqlmodel import select

from colloquy.audit.models import AuditEntry
from tests.factories.coding import a_code, a_coding, on_words
from tests.factories.studies import Study, a_study
from tests.factories.texts import a_transcript, segments_of
from tests.support.lab import Lab, ok


async def _codes(study: Study) -> list[Any]:
    return ok(await study.facilitator.client.get(f"{study.url}/codes")).json()


async def _update(study: Study, code: Any, status: int = 200, **changes: Any) -> Any:
    path = f"{study.url}/codes/{code['id']}"
    return ok(await study.researcher.client.patch(path, json=changes), status).json()


async def test_codes_form_a_tree_with_colours_and_descriptions(study: Study) -> None:
    power = await a_code(study, "Power", colour="#D55E00", description="Who decides.")
    money = await a_code(study, "Money", parent_id=power["id"])
    assert power["colour"] == "#d55e00"
    assert [(code["name"], code["parent_id"]) for code in await _codes(study)] == [
        ("Power", None),
        ("Money", power["id"]),
    ]
    assert money["coding_count"] == 0


async def test_a_code_can_be_renamed_described_and_coloured(study: Study) -> None:
    code = await a_code(study)
    read = await _update(study, code, name="Use of power", description="New.", colour="#009e73")
    assert (read["name"], read["description"], read["colour"]) == (
        "Use of power",
        "New.",
        "#009e73",
    )
    await _update(study, code, 422, colour="red; background: url(x)")


async def test_siblings_bear_different_names(study: Study) -> None:
    power = await a_code(study, "Power")
    await a_code(study, "Power", parent_id=power["id"])
    answer = await study.researcher.client.post(f"{study.url}/codes", json={"name": "power"})
    assert "already a code" in ok(answer, 409).json()["detail"]
    other = await a_code(study, "Trust")
    await _update(study, other, 409, name="POWER")


async def test_a_code_moves_below_another_but_never_below_itself(study: Study) -> None:
    power, trust = await a_code(study, "Power"), await a_code(study, "Trust")
    money = await a_code(study, "Money", parent_id=power["id"])
    assert (await _update(study, trust, parent_id=money["id"]))["parent_id"] == money["id"]
    answer = await _update(study, power, 409, parent_id=trust["id"])
    assert "below itself" in answer["detail"]
    assert (await _update(study, trust, parent_id=None))["parent_id"] is None


async def test_siblings_can_be_put_in_order(study: Study) -> None:
    for name in ("A", "B", "C"):
        last = await a_code(study, name)
    await _update(study, last, position=0)
    assert [code["name"] for code in await _codes(study)] == ["C", "A", "B"]


async def test_a_retired_code_stays_on_its_passages_and_goes_on_no_new_one(study: Study) -> None:
    document = await a_transcript(study)
    segment = (await segments_of(study, document.id))[1]
    power = await a_code(study, "Power")
    money = await a_code(study, "Money", parent_id=power["id"])
    await a_coding(study, segment, "Nobody", code_id=money["id"])
    await _update(study, power, is_retired=True)
    assert [(code["is_retired"], code["coding_count"]) for code in await _codes(study)] == [
        (True, 0),
        (True, 1),
    ]
    body = on_words(segment, "asked", code_id=money["id"])
    answer = await study.researcher.client.post(f"{study.url}/codings", json=body)
    assert "retired" in ok(answer, 409).json()["detail"]
    await _update(study, power, is_retired=False)
    assert [code["is_retired"] for code in await _codes(study)] == [False, False]


async def test_bringing_a_code_back_brings_those_above_it_and_leaves_others(study: Study) -> None:
    power = await a_code(study, "Power")
    money = await a_code(study, "Money", parent_id=power["id"])
    earlier = await a_code(study, "Budgets", parent_id=power["id"])
    await _update(study, earlier, is_retired=True)
    await _update(study, power, is_retired=True)
    await _update(study, money, is_retired=False)
    retired = {code["name"] for code in await _codes(study) if code["is_retired"]}
    assert retired == {"Budgets"}


async def test_researchers_write_the_codebook_the_team_reads_it_the_panel_does_not(
    lab: Lab, study: Study
) -> None:
    code = await a_code(study)
    body = {"name": "New"}
    ok(await study.facilitator.client.post(f"{study.url}/codes", json=body), 403)
    for person in (study.panel[0], study.chair):
        ok(await person.client.get(f"{study.url}/codes"), 403)
        ok(await person.client.post(f"{study.url}/codes", json=body), 403)
    other = await a_study(lab, title="Another study")
    client = other.researcher.client
    ok(await client.get(f"{study.url}/codes"), 404)
    ok(await client.patch(f"{other.url}/codes/{code['id']}", json=body), 404)
    below = {"name": "Below", "parent_id": code["id"]}
    ok(await client.post(f"{other.url}/codes", json=below), 404)


async def test_changes_to_the_codebook_are_recorded(study: Study) -> None:
    code = await a_code(study)
    await _update(study, code, is_retired=True)
    async with study.lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry).where(AuditEntry.tag == "coding:code:updated")
        )
        entry = found.one()
    assert (str(entry.object_id), entry.details) == (code["id"], {"fields": ["is_retired"]})
