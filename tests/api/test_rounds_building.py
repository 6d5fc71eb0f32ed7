"""What a round asks about and how it is decided: parts of mechanisms, kinds of question, settings."""

from typing import Any

import pytest

from tests.factories.rounds import a_draft_round, an_open_round, url_of
from tests.factories.studies import Study
from tests.factories.theory import a_mechanism, words
from tests.support.lab import ok

TWO = [
    "Leaders meet (C) → time is set aside (M+, resource) → trust grows (M+, reasoning) → they act (O+)",
    "Nobody meets (C) → no time (M-, resource) → doubt stays (M-, reasoning) → nothing moves (O-)",
]


async def _a_version(study: Study) -> dict[str, Any]:
    """A mechanism with two configurations of four elements, as the team reads it."""
    body = words(cmocs=[{"notation": line} for line in TWO])
    made = ok(await study.researcher.client.post(f"{study.url}/mechanisms", json=body), 201)
    mechanism: dict[str, Any] = made.json()
    return mechanism["versions"][0]


async def _a_draft(study: Study) -> str:
    return url_of(study, await a_draft_round(study, []))


async def test_whole_configuration_element_and_link_of_one_version_stand_in_one_round(
    study: Study,
) -> None:
    version, url = await _a_version(study), await _a_draft(study)
    cmoc, other = version["cmocs"]
    first, second = cmoc["elements"][:2]
    parts = [
        {},
        {"cmoc_id": cmoc["id"]},
        {"cmoc_id": other["id"]},
        {"cmoc_id": cmoc["id"], "element_id": first["id"]},
        {"cmoc_id": cmoc["id"], "element_id": first["id"], "to_element_id": second["id"]},
    ]
    for part in parts:
        body = {"version_id": version["id"], **part}
        ok(await study.facilitator.client.post(f"{url}/items", json=body), 201)
    whole = ok(await study.facilitator.client.get(url)).json()
    assert [item["kind"] for item in whole["items"]] == [
        "version",
        "cmoc",
        "cmoc",
        "element",
        "link",
    ]
    assert whole["items"][4]["to_element_id"] == second["id"]
    again = {"version_id": version["id"], **parts[3]}
    refused = ok(await study.facilitator.client.post(f"{url}/items", json=again), 409)
    assert "in this round already" in refused.json()["detail"]


async def test_a_part_is_of_the_version_that_it_is_said_to_be_of(study: Study) -> None:
    version, url = await _a_version(study), await _a_draft(study)
    stranger = ok(
        await study.researcher.client.post(f"{study.url}/mechanisms", json=words("Another")), 201
    ).json()["versions"][0]
    cmoc, other = version["cmocs"]
    elsewhere = stranger["cmocs"][0]
    wrong = [
        {"cmoc_id": elsewhere["id"]},
        {"cmoc_id": cmoc["id"], "element_id": other["elements"][0]["id"]},
        {"cmoc_id": cmoc["id"], "element_id": elsewhere["elements"][0]["id"]},
    ]
    for part in wrong:
        body = {"version_id": version["id"], **part}
        ok(await study.facilitator.client.post(f"{url}/items", json=body), 404)


async def test_a_link_leads_forward_to_another_element(study: Study) -> None:
    version, url = await _a_version(study), await _a_draft(study)
    cmoc = version["cmocs"][0]
    first, second = (element["id"] for element in cmoc["elements"][:2])
    link = {"version_id": version["id"], "cmoc_id": cmoc["id"]}
    for start, end in ((second, first), (first, first)):
        body = {**link, "element_id": start, "to_element_id": end}
        refused = ok(await study.facilitator.client.post(f"{url}/items", json=body), 422)
        assert "link leads from" in refused.text


async def test_a_part_whose_draft_is_written_anew_must_be_chosen_again(study: Study) -> None:
    version, url = await _a_version(study), await _a_draft(study)
    client = study.facilitator.client
    body = {"version_id": version["id"], "cmoc_id": version["cmocs"][0]["id"]}
    before = ok(await client.post(f"{url}/items", json=body), 201).json()
    assert before["obstacles"] == []
    edit = words(based_on=version["id"], revision=version["revision"])
    mechanism = f"{study.url}/mechanisms/{version['mechanism_id']}"
    ok(await study.researcher.client.put(mechanism, json=edit))
    after = ok(await client.get(url)).json()
    assert after["obstacles"] == [
        "A part of a mechanism was changed after it was chosen. Choose it again."
    ]


async def test_every_kind_of_question_keeps_what_it_needs(study: Study) -> None:
    version, url = await _a_version(study), await _a_draft(study)
    scale = {
        "low": 0,
        "high": 10,
        "low_label": "Never",
        "high_label": "Always",
        "bands": [
            {"name": "rare", "low": 0, "high": 3},
            {"name": "sometimes", "low": 4, "high": 6},
            {"name": "usual", "low": 7, "high": 10},
        ],
    }
    options = ["Carers", "Leaders", "Nurses"]
    questions = [
        {"kind": "rating", "scale": scale, "prompt": "How often?"},
        {"kind": "vote"},
        {"kind": "choice", "options": options, "at_most": 2},
        {"kind": "ranking", "options": options},
        {"kind": "decision"},
        {"kind": "text"},
        {"kind": "missing"},
    ]
    body = {"version_id": version["id"], "questions": questions}
    whole = ok(await study.facilitator.client.post(f"{url}/items", json=body), 201).json()
    asked = whole["items"][0]["questions"]
    assert [question["kind"] for question in asked] == [each["kind"] for each in questions]
    assert asked[0]["scale"] == scale
    assert [option["label"] for option in asked[2]["options"]] == options
    assert asked[2]["at_most"] == 2
    assert [option["id"] for option in asked[4]["options"]][:2] == ["keep", "reword"]
    assert all(question["prompt"] for question in asked)


BANDS = [("low", 1, 3), ("middle", 4, 6), ("high", 7, 9)]


def _scale(bands: list[tuple[str, int, int]]) -> dict[str, Any]:
    named = [{"name": name, "low": low, "high": high} for name, low, high in bands]
    return {"kind": "rating", "scale": {"low": 1, "high": 9, "bands": named}}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"kind": "choice"}, "two options or more"),
        ({"kind": "ranking", "options": ["Only one"]}, "two options or more"),
        ({"kind": "vote", "options": ["Yes", "No"]}, "two options or more"),
        ({"kind": "choice", "options": ["Yes", "yes"]}, "say the same"),
        ({"kind": "choice", "options": ["Yes", "No"], "at_most": 3}, "Nobody can choose 3 of 2"),
        (_scale([("low", 1, 3), ("middle", 4, 5), ("high", 7, 9)]), "cover each point"),
        (_scale([("low", 1, 3), ("middle", 4, 3), ("high", 4, 9)]), "cover each point"),
        (_scale([("low", 1, 3), ("middle", 3, 6), ("high", 7, 9)]), "cover each point"),
        (_scale([("same", 1, 3), ("middle", 4, 6), ("Same", 7, 9)]), "same name"),
        (_scale([("", 1, 3), ("middle", 4, 6), ("high", 7, 9)]), "at least 1 character"),
        ({"kind": "decision"}, "Only a mechanism can be decided on"),
    ],
)
async def test_a_question_that_cannot_be_answered_is_refused(
    study: Study, question: dict[str, Any], said: str
) -> None:
    body = {"statement": "Meetings need a carer.", "questions": [question]}
    url = await _a_draft(study)
    refused = ok(await study.facilitator.client.post(f"{url}/items", json=body), 422)
    assert said in refused.text


SETTINGS: dict[str, Any] = {
    "rule": "75 % agreement",
    "rule_reason": "Most Delphi studies use it.",
    "unable": "counted",
    "anonymity": "unlinkable",
    "item_order": "shuffled",
    "is_real_time": True,
    "grace_minutes": 60,
    "remind_hours": 48,
    "takes_statements": True,
    "statement_policy": "One idea each, no names.",
}


async def test_how_a_round_is_decided_and_seen_is_set_in_a_draft_and_kept(study: Study) -> None:
    client = study.facilitator.client
    plain = ok(await client.post(f"{study.url}/rounds", json={"title": "Plain"}), 201).json()
    assert (plain["rule"], plain["unable"], plain["anonymity"]) == (
        "70/15",
        "left out",
        "pseudonymous",
    )
    url = f"{study.url}/rounds/{plain['id']}"
    changed = ok(await client.patch(url, json=SETTINGS)).json()
    assert {name: changed[name] for name in SETTINGS} == SETTINGS
    quiet = ok(await client.patch(url, json={"remind_hours": None})).json()
    assert quiet["remind_hours"] is None
    made = ok(await client.post(f"{study.url}/rounds", json={"title": "Made so", **SETTINGS}), 201)
    assert {name: made.json()[name] for name in SETTINGS} == SETTINGS


@pytest.mark.parametrize("name", sorted(SETTINGS))
async def test_nothing_that_decides_a_round_changes_once_it_is_open(
    study: Study, name: str
) -> None:
    url = url_of(study, await an_open_round(study))
    before = ok(await study.facilitator.client.get(url)).json()[name]
    change = {name: SETTINGS[name]}
    refused = ok(await study.facilitator.client.patch(url, json=change), 409)
    assert "has been opened" in refused.json()["detail"]
    assert ok(await study.facilitator.client.get(url)).json()[name] == before


async def test_nobody_is_reminded_more_often_than_once_a_day(study: Study) -> None:
    url = await _a_draft(study)
    ok(await study.facilitator.client.patch(url, json={"remind_hours": 1}), 422)


async def test_a_round_that_takes_statements_says_what_they_must_be(study: Study) -> None:
    version = await a_mechanism(study)
    url, client = await _a_draft(study), study.facilitator.client
    ok(await client.post(f"{url}/items", json={"version_id": str(version.id)}), 201)
    draft = ok(await client.patch(url, json={"takes_statements": True})).json()
    assert draft["obstacles"] == [
        "Say what a statement must be, so that people know before they write one."
    ]
    ok(await client.post(f"{url}/open"), 422)
    policy = {"statement_policy": "One idea each."}
    assert ok(await client.patch(url, json=policy)).json()["obstacles"] == []


async def test_a_rule_for_nine_points_does_not_fit_a_scale_from_nought(study: Study) -> None:
    url, client = await _a_draft(study), study.facilitator.client
    bands = [{"name": "low", "low": 0, "high": 3}, *_scale(BANDS)["scale"]["bands"][1:]]
    question = {"kind": "rating", "scale": {"low": 0, "high": 9, "bands": bands}}
    body = {"statement": "Rate me.", "questions": [question]}
    ok(await client.post(f"{url}/items", json=body), 201)
    draft = ok(await client.patch(url, json={"rule": "RAND/UCLA"})).json()
    assert draft["obstacles"] == [
        "The rule RAND/UCLA needs every rating to be on nine points, from 1 to 9."
    ]
    assert ok(await client.patch(url, json={"rule": "70/15"})).json()["obstacles"] == []
