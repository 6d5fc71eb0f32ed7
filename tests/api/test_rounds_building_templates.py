"""Templates: the field's usual instruments, and a study's own."""

from typing import Any

from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.rounds.schemas import RoundItemIn
from tests.factories.rounds import a_draft_round, a_statement, an_open_round, url_of
from tests.factories.studies import Study, a_study
from tests.factories.theory import a_mechanism
from tests.support.lab import Lab, ok

OWN = {"name": "Our two questions", "questions": [{"kind": "vote"}, {"kind": "missing"}]}


def _kinds(round_: dict[str, Any]) -> list[list[str]]:
    return [[asked["kind"] for asked in item["questions"]] for item in round_["items"]]


async def _save(study: Study, **changes: Any) -> dict[str, Any]:
    url = f"{study.url}/round-templates"
    return ok(await study.researcher.client.post(url, json={**OWN, **changes}), 201).json()


async def _apply(study: Study, url: str, template_id: str, *item_ids: str) -> dict[str, Any]:
    body = {"template_id": template_id, "item_ids": list(item_ids) or None}
    return ok(await study.facilitator.client.post(f"{url}/template", json=body)).json()


async def test_the_usual_instruments_are_there_and_fit_every_rule(study: Study) -> None:
    listed = ok(await study.researcher.client.get(f"{study.url}/round-templates")).json()
    assert [each["id"] for each in listed] == [
        "relevance-clarity",
        "delphi-relevance",
        "priorities",
    ]
    assert not any(each["is_own"] for each in listed)
    scales = [asked["scale"] for each in listed for asked in each["questions"] if asked["scale"]]
    assert scales
    assert all((scale["low"], scale["high"]) == (1, 9) for scale in scales)


async def test_an_instrument_takes_the_place_of_what_was_asked_about_one_item_or_all(
    study: Study,
) -> None:
    version = await a_mechanism(study)
    items = [RoundItemIn(version_id=version.id), a_statement("One"), a_statement("Two")]
    url = url_of(study, await a_draft_round(study, items))
    second = ok(await study.facilitator.client.get(url)).json()["items"][1]["id"]
    one = await _apply(study, url, "delphi-relevance", second)
    assert _kinds(one) == [["rating"], ["rating", "text"], ["vote"]]
    every = await _apply(study, url, "relevance-clarity")
    assert _kinds(every) == [["rating", "rating", "choice", "text"]] * 3
    choice = every["items"][2]["questions"][2]
    assert [option["label"] for option in choice["options"]] == [
        "Too general",
        "About right",
        "Too specific",
    ]


async def test_priority_setting_puts_the_names_of_all_items_in_order(study: Study) -> None:
    version = await a_mechanism(study)
    items = [RoundItemIn(version_id=version.id), a_statement("Carers belong here.")]
    url = url_of(study, await a_draft_round(study, items))
    whole = await _apply(study, url, "priorities")
    assert _kinds(whole) == [["rating"], ["vote"], ["ranking"]]
    ranking = whole["items"][2]
    assert ranking["kind"] == "text"
    names = [option["label"] for option in ranking["questions"][0]["options"]]
    assert names == [version.title, "Carers belong here."]


async def test_one_item_cannot_be_put_in_order(study: Study) -> None:
    url = url_of(study, await a_draft_round(study, [a_statement("Alone")]))
    body = {"template_id": "priorities"}
    refused = ok(await study.facilitator.client.post(f"{url}/template", json=body), 422)
    assert "2 to 30 different items" in refused.json()["detail"]


async def test_a_studys_own_template_is_saved_applied_renamed_and_removed(
    lab: Lab, study: Study
) -> None:
    saved = await _save(study)
    url = url_of(study, await a_draft_round(study, [a_statement("One")]))
    assert _kinds(await _apply(study, url, saved["id"])) == [["vote", "missing"]]
    client, there = study.researcher.client, f"{study.url}/round-templates/{saved['id']}"
    assert ok(await client.patch(there, json={"name": "Two"})).json()["name"] == "Two"
    ok(await client.delete(there), 204)
    listed = ok(await client.get(f"{study.url}/round-templates")).json()
    assert not any(each["is_own"] for each in listed)
    # what was asked with it stays
    assert _kinds(ok(await client.get(url)).json()) == [["vote", "missing"]]
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry.tag)
            .where(AuditEntry.study_id == study.id)
            .order_by(col(AuditEntry.id))
        )
        tags = [tag for tag in found.all() if tag.startswith("round:template:")]
    assert tags == [f"round:template:{verb}" for verb in ("saved", "applied", "renamed", "removed")]


async def test_a_scale_and_options_come_back_from_a_template_as_they_went_in(study: Study) -> None:
    bands = [
        {"name": "no", "low": 1, "high": 2},
        {"name": "perhaps", "low": 3, "high": 3},
        {"name": "yes", "low": 4, "high": 5},
    ]
    scale = {"low": 1, "high": 5, "low_label": "No", "high_label": "Yes", "bands": bands}
    choice = {"kind": "choice", "options": ["Now", "Later"], "at_most": 1, "prompt": "When?"}
    saved = await _save(study, questions=[{"kind": "rating", "scale": scale}, choice])
    rating, when = saved["questions"]
    assert rating["scale"] == scale
    assert (when["options"], when["at_most"], when["prompt"]) == (["Now", "Later"], 1, "When?")


async def test_two_templates_never_bear_one_name(study: Study) -> None:
    await _save(study)
    other = await _save(study, name="Another")
    client, url = study.researcher.client, f"{study.url}/round-templates"
    again = {**OWN, "name": "our TWO questions"}
    refused = ok(await client.post(url, json=again), 409)
    assert "Choose another name" in refused.json()["detail"]
    ok(await client.patch(f"{url}/{other['id']}", json={"name": OWN["name"]}), 409)
    ok(await client.patch(f"{url}/{other['id']}", json={"name": "Delphi: how important"}), 409)
    # its own name in other letters is no clash
    ok(await client.patch(f"{url}/{other['id']}", json={"name": "ANOTHER"}))


async def test_a_decision_is_not_asked_about_a_statement(study: Study) -> None:
    saved = await _save(study, questions=[{"kind": "decision"}])
    url = url_of(study, await a_draft_round(study, [a_statement("One")]))
    body = {"template_id": saved["id"]}
    refused = ok(await study.facilitator.client.post(f"{url}/template", json=body), 422)
    assert "Only a mechanism can be decided on" in refused.json()["detail"]
    assert _kinds(ok(await study.facilitator.client.get(url)).json()) == [["vote"]]


async def test_a_template_changes_no_round_that_is_open(study: Study) -> None:
    url = url_of(study, await an_open_round(study))
    body = {"template_id": "delphi-relevance"}
    ok(await study.facilitator.client.post(f"{url}/template", json=body), 409)


async def test_templates_of_another_study_and_the_workbench_itself_stay_closed(
    lab: Lab, study: Study
) -> None:
    saved = await _save(study)
    other = await a_study(lab, title="Another study")
    there = f"{other.url}/round-templates"
    ok(await other.lead.client.patch(f"{there}/{saved['id']}", json={"name": "Mine"}), 404)
    ok(await other.lead.client.delete(f"{there}/{saved['id']}"), 404)
    url = url_of(other, await a_draft_round(other, [a_statement("One")]))
    ok(await other.lead.client.post(f"{url}/template", json={"template_id": saved["id"]}), 404)
    ok(await study.panel[0].client.get(f"{study.url}/round-templates"), 403)
    ok(await study.panel[0].client.post(f"{study.url}/round-templates", json=OWN), 403)
