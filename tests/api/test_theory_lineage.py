"""How mechanisms came from one another, what changed, what stands behind them, and for whom."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from colloquy.audit.models import AuditEntry
from colloquy.studies.schemas import StageCreate
from colloquy.studies.service import add_stage
from colloquy.theory.models import LineageKind, MechanismVersion
from colloquy.theory.schemas import VersionIn
from colloquy.theory.service import add_edge, find_mechanism, make_version
from tests.factories.studies import Study, a_study
from tests.factories.theory import NOTATION, a_frozen_version, a_mechanism, words
from tests.support.lab import Lab, ok


async def test_versions_differ_word_by_word(lab: Lab, study: Study) -> None:
    frozen = await a_frozen_version(study)
    other = "Money is short (C) → posts are cut (O-)"
    moved = NOTATION.replace("Leaders meet", "Leaders and carers meet")
    body = words(
        plain_summary="People work together when they know why.",
        cmocs=[{"notation": other}, {"notation": moved, "level": "system"}],
        based_on=str(frozen.id),
        revision=frozen.revision,
    )
    url = f"{study.url}/mechanisms/{frozen.mechanism_id}"
    after = ok(await study.researcher.client.put(url, json=body)).json()["versions"][0]
    seen = ok(
        await study.researcher.client.get(f"{study.url}/versions/{after['id']}/differences")
    ).json()
    assert (seen["before"]["number"], seen["after"]["number"]) == (1, 2)
    assert seen["title"] == [{"kind": "same", "text": "Inspiring intent to work together"}]
    assert [piece for piece in seen["plain_summary"] if piece["kind"] != "same"] == [
        {"kind": "gone", "text": "can see"},
        {"kind": "new", "text": "know"},
    ]
    assert [cmoc["change"] for cmoc in seen["cmocs"]] == ["new", "changed"]
    changed = seen["cmocs"][1]
    assert (changed["before"]["level"], changed["after"]["level"]) == ("team", "system")
    assert {"kind": "new", "text": "and carers "} in changed["pieces"] or {
        "kind": "new",
        "text": " and carers",
    } in changed["pieces"]


async def test_what_changed_since_the_stage_before_is_told_and_not_since_the_last_save(
    lab: Lab, study: Study
) -> None:
    first = await a_frozen_version(study)
    url = f"{study.url}/mechanisms/{first.mechanism_id}"
    based_on: dict[str, Any] = {"based_on": str(first.id), "revision": first.revision}
    body = words(plain_summary="People work together when they know why.", **based_on)
    later = ok(await study.researcher.client.put(url, json=body)).json()["versions"][0]
    async with lab.writing() as session:
        stage = await add_stage(session, study.lead.actor, StageCreate(label="1b"))
        version = await session.get_one(MechanismVersion, UUID(later["id"]))
        version.stage_id = stage.id
        session.add(version)
    since = f"{study.url}/versions/{later['id']}/differences/stage"
    seen = ok(await study.researcher.client.get(since)).json()
    assert seen["before"]["stage_label"] == "1a"
    assert {"kind": "new", "text": "know"} in seen["plain_summary"]
    began = f"{study.url}/versions/{first.id}/differences/stage"
    assert ok(await study.panel[0].client.get(began)).json()["before"] is None
    ok(await study.panel[0].client.get(since), 404)


async def test_a_first_version_is_all_new(lab: Lab, study: Study) -> None:
    draft = await a_mechanism(study)
    seen = ok(
        await study.researcher.client.get(f"{study.url}/versions/{draft.id}/differences")
    ).json()
    assert seen["before"] is None
    assert seen["title"] == [{"kind": "new", "text": "Inspiring intent to work together"}]
    assert [cmoc["change"] for cmoc in seen["cmocs"]] == ["new"]


async def test_any_two_versions_can_be_compared(lab: Lab, study: Study) -> None:
    one, other = await a_mechanism(study, "Trust"), await a_mechanism(study, "Trust in teams")
    seen = ok(
        await study.researcher.client.get(
            f"{study.url}/versions/{other.id}/differences?against={one.id}"
        )
    ).json()
    assert seen["title"] == [
        {"kind": "same", "text": "Trust"},
        {"kind": "new", "text": " in teams"},
    ]
    assert [cmoc["change"] for cmoc in seen["cmocs"]] == ["same"]


async def test_the_lineage_shows_stages_versions_and_how_they_are_joined(
    lab: Lab, study: Study
) -> None:
    trust = await a_frozen_version(study, "Supportive relationships and trust")
    liaison = await a_frozen_version(study, "External liaison")
    async with lab.writing() as session:
        actor = study.researcher.actor
        later = await add_stage(session, study.lead.actor, StageCreate(label="1b"))
        mechanism = await find_mechanism(session, study.id, liaison.mechanism_id)
        given = VersionIn.model_validate(words("Strategic networking"))
        network = await make_version(session, actor, mechanism, later.id, given)
        await add_edge(
            session,
            actor,
            LineageKind.RENAMES,
            from_version_id=liaison.id,
            to_version_id=network.id,
        )
        await add_edge(
            session,
            actor,
            LineageKind.SPLITS,
            from_version_id=trust.id,
            to_version_id=network.id,
            is_part=True,
            note="the part about networks",
        )
    seen = ok(await study.researcher.client.get(f"{study.url}/lineage")).json()
    assert [stage["label"] for stage in seen["stages"]] == ["1a", "1b"]
    assert {(node["title"], node["stage_label"]) for node in seen["nodes"]} == {
        ("Supportive relationships and trust", "1a"),
        ("External liaison", "1a"),
        ("Strategic networking", "1b"),
    }
    assert {(edge["kind"], edge["is_part"], edge["before"]["title"]) for edge in seen["edges"]} == {
        ("renames", False, "External liaison"),
        ("splits", True, "Supportive relationships and trust"),
    }


async def test_a_link_is_drawn_by_hand_once_and_taken_back(lab: Lab, study: Study) -> None:
    one, other = await a_mechanism(study, "One"), await a_mechanism(study, "Other")
    client = study.researcher.client
    body = {
        "kind": "folds_into",
        "from_version_id": str(one.id),
        "to_version_id": str(other.id),
        "note": "the panel saw no difference",
    }
    edge = ok(await client.post(f"{study.url}/lineage", json=body), 201).json()
    again = ok(await client.post(f"{study.url}/lineage", json=body), 201).json()
    assert again["id"] == edge["id"]
    ok(await client.delete(f"{study.url}/lineage/{edge['id']}"), 204)
    assert ok(await client.get(f"{study.url}/lineage")).json()["edges"] == []


@pytest.mark.parametrize("kind", ["merges", "retires", "arises_from"])
async def test_a_link_needs_its_ends(lab: Lab, study: Study, kind: str) -> None:
    one = await a_mechanism(study, "One")
    ends = {"to_version_id": str(one.id)} if kind == "retires" else {"from_version_id": str(one.id)}
    answer = await study.researcher.client.post(f"{study.url}/lineage", json={"kind": kind, **ends})
    assert "needs the version it comes from" in ok(answer, 422).json()["detail"]


async def test_a_retired_mechanism_keeps_its_words_and_can_come_back(
    lab: Lab, study: Study
) -> None:
    version = await a_frozen_version(study)
    url = f"{study.url}/mechanisms/{version.mechanism_id}"
    client = study.researcher.client
    retired = ok(await client.post(f"{url}/retire", json={"note": "no paper, no voice"})).json()
    assert retired["status"] == "retired"
    assert [(edge["kind"], edge["note"]) for edge in retired["edges"]] == [
        ("retires", "no paper, no voice")
    ]
    body = words(definition="x", based_on=str(version.id), revision=version.revision)
    assert "retired" in ok(await client.put(url, json=body), 409).json()["detail"]
    back = ok(await client.post(f"{url}/reinstate")).json()
    assert (back["status"], back["edges"]) == ("frozen", [])
    ok(await client.put(url, json=body))


async def _source(study: Study, **changes: Any) -> dict[str, Any]:
    body = {"citation": "Harris R and others. 2022.", "doi": "10.3310/WPNG1013", "year": 2022}
    answer = await study.researcher.client.post(f"{study.url}/sources", json={**body, **changes})
    made: dict[str, Any] = ok(answer, 201).json()
    return made


async def test_sources_stand_behind_a_version_and_go_with_the_next(lab: Lab, study: Study) -> None:
    frozen = await a_frozen_version(study)
    client = study.researcher.client
    source = await _source(study)
    link = {"source_id": source["id"], "extract": "Leaders told stories.", "page": "41"}
    ok(await client.post(f"{study.url}/versions/{frozen.id}/sources", json=link), 201)
    body = words(definition="New.", based_on=str(frozen.id), revision=frozen.revision)
    url = f"{study.url}/mechanisms/{frozen.mechanism_id}"
    after = ok(await client.put(url, json=body)).json()
    assert {(one["version_id"], one["page"]) for one in after["sources"]} == {
        (version["id"], "41") for version in after["versions"]
    }
    newest = after["versions"][0]["id"]
    linked = ok(await client.get(f"{study.url}/versions/{newest}/sources")).json()
    ok(await client.delete(f"{study.url}/versions/{newest}/sources/{linked[0]['id']}"), 204)
    assert ok(await client.get(f"{study.url}/versions/{newest}/sources")).json() == []
    assert len(ok(await client.get(f"{study.url}/versions/{frozen.id}/sources")).json()) == 1


async def test_one_paper_is_kept_once(lab: Lab, study: Study) -> None:
    await _source(study)
    client = study.researcher.client
    same = {"citation": "The same again", "doi": "https://doi.org/10.3310/wpng1013"}
    assert (
        "there already"
        in ok(await client.post(f"{study.url}/sources", json=same), 409).json()["detail"]
    )
    wrong = {"citation": "Not a DOI", "doi": "WPNG1013"}
    problem = ok(await client.post(f"{study.url}/sources", json=wrong), 422).json()
    assert problem["fields"][0]["path"] == "doi"


EDITING = [
    ("POST", "/mechanisms", words()),
    ("PUT", "/mechanisms/{mechanism}", {**words(), "based_on": str(uuid4()), "revision": 1}),
    ("POST", "/mechanisms/{mechanism}/retire", {}),
    ("POST", "/mechanisms/{mechanism}/reinstate", None),
    ("POST", "/versions/{version}/differences", words()),
    ("POST", "/versions/{version}/sources", {"source_id": str(uuid4())}),
    ("DELETE", "/versions/{version}/sources/{version}", None),
    ("POST", "/sources", {"citation": "x"}),
    ("POST", "/lineage", {"kind": "merges"}),
    ("DELETE", "/lineage/{version}", None),
    ("POST", "/cmocs/parse", {"text": NOTATION}),
    ("POST", "/cmocs/format", {"elements": [{"kind": "context", "text": "x"}]}),
]
READING = [
    ("GET", "/mechanisms", None),
    ("GET", "/mechanisms/{mechanism}", None),
    ("GET", "/versions/{version}", None),
    ("GET", "/versions/{version}/differences", None),
    ("GET", "/versions/{version}/sources", None),
    ("GET", "/sources", None),
    ("GET", "/lineage", None),
]


async def test_only_researchers_write_and_strangers_see_nothing(lab: Lab, study: Study) -> None:
    version = await a_frozen_version(study)
    elsewhere = await a_study(lab, title="Another study")

    def path(template: str) -> str:
        return study.url + template.format(mechanism=version.mechanism_id, version=version.id)

    for method, template, body in EDITING + READING:
        answer = await elsewhere.lead.client.request(method, path(template), json=body)
        assert answer.status_code == 404, (method, template)
    for method, template, body in EDITING:
        for person in (study.panel[0], study.chair, study.facilitator):
            answer = await person.client.request(method, path(template), json=body)
            assert answer.status_code == 403, (method, template)
    for method, template, body in READING:
        ok(await study.panel[0].client.request(method, path(template), json=body))


async def test_nothing_of_another_study_can_be_reached_by_its_id(lab: Lab, study: Study) -> None:
    version = await a_frozen_version(study)
    source = await _source(study)
    elsewhere = await a_study(lab, title="Another study")
    own = await a_mechanism(elsewhere)
    client, url = elsewhere.lead.client, elsewhere.url
    for reach in (
        client.get(f"{url}/mechanisms/{version.mechanism_id}"),
        client.get(f"{url}/versions/{version.id}"),
        client.get(f"{url}/versions/{own.id}/differences?against={version.id}"),
        client.post(f"{url}/versions/{own.id}/sources", json={"source_id": source["id"]}),
        client.post(
            f"{url}/lineage",
            json={
                "kind": "merges",
                "from_version_id": str(version.id),
                "to_version_id": str(own.id),
            },
        ),
    ):
        ok(await reach, 404)


async def test_every_verb_leaves_a_trace(lab: Lab, study: Study) -> None:
    version = await a_frozen_version(study)
    client, url = study.researcher.client, f"{study.url}/mechanisms/{version.mechanism_id}"
    body = words(definition="x", based_on=str(version.id), revision=version.revision)
    newest = ok(await client.put(url, json=body)).json()["versions"][0]
    again = words(definition="y", based_on=newest["id"], revision=newest["revision"])
    ok(await client.put(url, json=again))
    source = await _source(study)
    link = {"source_id": source["id"]}
    ok(await client.post(f"{study.url}/versions/{version.id}/sources", json=link), 201)
    ok(await client.post(f"{url}/retire", json={}))
    ok(await client.post(f"{url}/reinstate"))
    async with lab.runtime.reading() as session:
        rows = await session.exec(select(AuditEntry.tag).where(AuditEntry.study_id == study.id))
        tags = set(rows.all())
    assert {
        "theory:mechanism:created",
        "theory:version:frozen",
        "theory:version:made",
        "theory:version:edited",
        "theory:edge:added",
        "theory:source:added",
        "theory:source:linked",
        "theory:mechanism:retired",
        "theory:mechanism:reinstated",
    } <= tags
