"""Proposals: what each kind takes, evidence, editing, withdrawing, and who may do what."""

from typing import Any
from uuid import uuid4

import pytest

from tests.factories.comments import a_comment
from tests.factories.refinement import (
    REVISED,
    a_coded_comment,
    a_decision,
    a_proposal,
    a_proposal_of,
    a_revision_of,
    an_outcome,
    audited,
    citing,
    decided,
    url_of,
)
from tests.factories.studies import Study, a_study
from tests.factories.theory import a_frozen_version, a_mechanism
from tests.support.lab import Lab, ok


async def test_a_proposal_shows_its_words_against_what_it_changes_and_cites_its_evidence(
    study: Study,
) -> None:
    version = await a_frozen_version(study)
    coded = await a_coded_comment(study, study.lead, version)
    proposal = await a_proposal(study, a_revision_of(version, evidence=citing(coded)))
    assert (proposal["state"], proposal["stage_label"]) == ("open", "1a")
    definition = proposal["outcomes"][0]["differences"][0]["definition"]
    assert [piece["text"] for piece in definition if piece["kind"] == "new"] == ["and carers "]
    assert proposal["evidence"][0]["excerpt"]["quote"] == "This leaves carers out."
    assert proposal["evidence"][0]["note"] == "Says who is missing."
    listed = ok(await study.facilitator.client.get(f"{study.url}/proposals?state=open")).json()
    assert [(row["title"], row["evidence"]) for row in listed] == [("Name the carers", 1)]
    assert await audited(study, proposal["id"]) == ["refinement:proposal:written"]


async def test_sending_a_proposal_again_puts_it_forward_once(study: Study) -> None:
    body = a_revision_of(await a_mechanism(study))
    assert (await a_proposal(study, body))["id"] == (await a_proposal(study, body))["id"]
    assert len(ok(await study.lead.client.get(f"{study.url}/proposals")).json()) == 1


SENTENCES: list[tuple[str, int, list[dict[str, Any]], str]] = [
    ("revise", 2, [an_outcome()], "changes one mechanism"),
    ("revise", 1, [], "makes one new version"),
    ("revise", 1, [an_outcome()], "Nothing is changed yet"),
    ("rename", 1, [an_outcome()], "title is still the same"),
    ("rename", 1, [an_outcome("New", definition="Other.")], "changes only the title"),
    ("rename", 1, [an_outcome("New", cmocs=[])], "changes only the title"),
    ("merge", 1, [an_outcome()], "two mechanisms or more"),
    ("merge", 2, [an_outcome(), an_outcome()], "makes one mechanism"),
    ("split", 1, [an_outcome()], "makes two mechanisms or more"),
    ("split", 2, [an_outcome(), an_outcome()], "takes one mechanism"),
    ("fold_into", 1, [an_outcome()], "Choose the mechanism that takes the others in"),
    ("retire", 1, [an_outcome()], "makes no new version"),
    ("retire", 0, [], "ends one mechanism"),
    ("arise", 1, [an_outcome()], "changes none"),
    ("arise", 0, [], "makes one new mechanism"),
    ("arise", 0, [an_outcome(mechanism_id=str(uuid4()))], "can carry on only a mechanism"),
]


@pytest.mark.parametrize(("kind", "count", "outcomes", "sentence"), SENTENCES)
async def test_each_kind_says_what_it_takes_and_makes(
    study: Study, kind: str, count: int, outcomes: list[dict[str, Any]], sentence: str
) -> None:
    title = outcomes[0]["title"] if kind == "revise" and outcomes else "Use of power"
    title = "Inspiring intent to work together" if kind in ("rename", "revise") else title
    subjects = [await a_mechanism(study, title) for _ in range(count)]
    answer = await study.researcher.client.post(
        f"{study.url}/proposals", json=a_proposal_of(kind, subjects, outcomes)
    )
    problem = ok(answer, 422).json()
    assert any(sentence in field["message"] for field in problem["fields"]), problem


async def test_a_mechanism_is_not_folded_into_itself_nor_taken_twice(study: Study) -> None:
    version = await a_mechanism(study)
    body = a_proposal_of("fold_into", [version], [an_outcome()], target_id=str(version.id))
    itself = await study.researcher.client.post(f"{study.url}/proposals", json=body)
    assert "folded into itself" in ok(itself, 422).json()["detail"]
    body = a_proposal_of("merge", [version, version], [an_outcome()])
    twice = await study.researcher.client.post(f"{study.url}/proposals", json=body)
    assert "only once" in ok(twice, 422).json()["detail"]


async def test_two_outcomes_cannot_carry_on_the_same_mechanism(study: Study) -> None:
    version = await a_mechanism(study)
    outcome = an_outcome(mechanism_id=str(version.mechanism_id))
    body = a_proposal_of("split", [version], [outcome, outcome])
    answer = await study.researcher.client.post(f"{study.url}/proposals", json=body)
    assert "Only one outcome" in ok(answer, 422).json()["detail"]


async def test_notation_that_does_not_parse_says_where(study: Study) -> None:
    version = await a_mechanism(study)
    outcome = an_outcome(cmocs=[{"notation": "no tags here"}])
    answer = await study.researcher.client.post(
        f"{study.url}/proposals", json=a_proposal_of("revise", [version], [outcome])
    )
    assert "cmocs.0.notation:1" in ok(answer, 422).json()["fields"][0]["path"]


async def test_an_excerpt_of_another_study_cannot_be_cited(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    foreign = await a_coded_comment(other, other.lead, await a_mechanism(other))
    body = a_revision_of(await a_mechanism(study), evidence=citing(foreign))
    ok(await study.researcher.client.post(f"{study.url}/proposals", json=body), 404)
    assert ok(await study.lead.client.get(f"{study.url}/proposals")).json() == []


async def test_a_version_of_another_study_cannot_be_changed(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    body = a_revision_of(await a_mechanism(other))
    ok(await study.researcher.client.post(f"{study.url}/proposals", json=body), 404)


async def test_an_open_proposal_can_be_edited_over_what_was_read(study: Study) -> None:
    version = await a_mechanism(study)
    coded = await a_coded_comment(study, study.lead, version)
    body = a_revision_of(version)
    proposal = await a_proposal(study, body)
    edit = {**body, "revision": 1, "title": "Name carers first", "evidence": citing(coded)}
    changed = ok(await study.lead.client.put(url_of(study, proposal), json=edit)).json()
    assert (changed["title"], changed["revision"]) == ("Name carers first", 2)
    assert len(changed["evidence"]) == 1
    late = ok(await study.researcher.client.put(url_of(study, proposal), json=edit), 409)
    assert "edited this proposal since" in late.json()["detail"]


async def test_nobody_decides_words_they_have_not_read(study: Study) -> None:
    body = a_revision_of(await a_mechanism(study))
    proposal = await a_proposal(study, body)
    ok(await study.lead.client.put(url_of(study, proposal), json={**body, "revision": 1}))
    answer = await study.lead.client.post(
        url_of(study, proposal, "/decision"), json=a_decision(proposal)
    )
    assert "Read it again" in ok(answer, 409).json()["detail"]


async def test_a_withdrawn_proposal_stays_to_be_read_and_cannot_be_decided(study: Study) -> None:
    proposal = await a_proposal(study, a_revision_of(await a_mechanism(study)))
    for _ in range(2):  # the second time changes nothing
        withdrawn = ok(await study.lead.client.post(url_of(study, proposal, "/withdraw"))).json()
    assert (withdrawn["state"], withdrawn["can_decide"]) == ("withdrawn", False)
    answer = await study.lead.client.post(
        url_of(study, proposal, "/decision"), json=a_decision(proposal)
    )
    assert "withdrawn" in ok(answer, 409).json()["detail"]


@pytest.mark.parametrize("verdict", ["accepted", "rejected"])
async def test_a_decided_proposal_never_changes(study: Study, verdict: str) -> None:
    body = a_revision_of(await a_mechanism(study))
    proposal = await decided(study, await a_proposal(study, body), verdict)
    lead, url = study.lead.client, url_of(study, proposal)
    ok(await lead.put(url, json={**body, "revision": proposal["revision"]}), 409)
    ok(await lead.post(f"{url}/withdraw"), 409)
    seen = [{"version_id": body["subjects"][0], "revision": 1}]
    ok(await lead.post(f"{url}/bring-up-to-date", json={"seen": seen}), 409)
    assert ok(await lead.get(url)).json() == proposal


async def test_words_that_are_cited_cannot_be_changed_or_uncoded(study: Study) -> None:
    version = await a_frozen_version(study)
    coded = await a_coded_comment(study, study.lead, version)
    proposal = await a_proposal(study, a_revision_of(version, evidence=citing(coded)))
    comment = f"{study.url}/comments/{coded['comment']['id']}"
    coding = f"{study.url}/codings/{coded['coding']['id']}"
    held = ok(await study.lead.client.patch(comment, json={"text": "Never mind."}), 409).json()
    assert "Name the carers" in held["detail"]
    ok(await study.lead.client.delete(comment), 409)
    ok(await study.researcher.client.delete(coding), 409)
    ok(await study.lead.client.post(url_of(study, proposal, "/withdraw")))
    ok(await study.researcher.client.delete(coding), 204)


async def test_words_are_considered_and_not_followed_with_the_reason(study: Study) -> None:
    version = await a_frozen_version(study)
    coded = await a_coded_comment(study, study.lead, version)
    url = f"{study.url}/documents/{coded['document_id']}/consideration"
    first = ok(await study.lead.client.put(url, json={"reason": "Outside the study."})).json()
    again = ok(await study.lead.client.put(url, json={"reason": "A matter for step 2."})).json()
    assert (again["id"], again["reason"]) == (first["id"], "A matter for step 2.")
    assert ok(await study.facilitator.client.get(f"{study.url}/considerations")).json() == [again]
    ok(await study.lead.client.delete(f"{study.url}/considerations/{first['id']}"), 204)
    assert ok(await study.lead.client.get(f"{study.url}/considerations")).json() == []
    assert (await audited(study, first["id"]))[-1] == "refinement:consideration:taken-back"


async def test_a_passage_of_another_document_cannot_be_answered_here(study: Study) -> None:
    version = await a_frozen_version(study)
    one = await a_coded_comment(study, study.lead, version)
    other = await a_coded_comment(study, study.lead, version, text="Another thing.")
    url = f"{study.url}/documents/{one['document_id']}/consideration"
    body = {"reason": "No.", "segment_id": other["coding"]["segment_id"]}
    ok(await study.lead.client.put(url, json=body), 404)


async def test_a_stranger_finds_nothing_and_the_panel_may_not(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    version = await a_frozen_version(study)
    coded = await a_coded_comment(study, study.lead, version)
    body = a_revision_of(version, evidence=citing(coded))
    proposal = await a_proposal(study, body)
    url = url_of(study, proposal)
    consider = f"{study.url}/documents/{coded['document_id']}/consideration"
    calls: list[tuple[str, str, dict[str, Any] | None]] = [
        ("GET", f"{study.url}/proposals", None),
        ("POST", f"{study.url}/proposals", body),
        ("GET", url, None),
        ("PUT", url, {**body, "revision": 1}),
        ("POST", f"{url}/withdraw", None),
        ("POST", f"{url}/decision", a_decision(proposal)),
        (
            "POST",
            f"{url}/bring-up-to-date",
            {"seen": [{"version_id": proposal["id"], "revision": 1}]},
        ),
        ("GET", f"{study.url}/considerations", None),
        ("PUT", consider, {"reason": "No."}),
        ("DELETE", f"{study.url}/considerations/{proposal['id']}", None),
        ("GET", f"{study.url}/versions/{version.id}/voices", None),
    ]
    for method, path, sent in calls:
        for person, status in ((other.lead, 404), (study.panel[0], 403), (study.chair, 403)):
            ok(await person.client.request(method, path, json=sent), status)
    within_other = f"{other.url}/proposals/{proposal['id']}"
    ok(await other.lead.client.get(within_other), 404)
    ok(await other.lead.client.get(f"{other.url}/versions/{version.id}/voices"), 404)
    assert ok(await study.lead.client.get(url)).json()["state"] == "open"


async def test_a_facilitator_reads_and_does_not_write_or_decide(study: Study) -> None:
    body = a_revision_of(await a_mechanism(study))
    proposal = await a_proposal(study, body)
    client, url = study.facilitator.client, url_of(study, proposal)
    read = ok(await client.get(url)).json()
    assert (read["can_edit"], read["can_decide"]) == (False, False)
    ok(await client.put(url, json={**body, "revision": 1}), 403)
    ok(await client.post(f"{url}/decision", json=a_decision(proposal)), 403)
    assert REVISED in read["outcomes"][0]["definition"]


async def test_a_comment_that_is_not_cited_can_still_be_changed(study: Study) -> None:
    comment = await a_comment(study, study.lead, (await a_frozen_version(study)).id)
    url = f"{study.url}/comments/{comment['id']}"
    assert ok(await study.lead.client.patch(url, json={"text": "Changed."})).status_code == 200
