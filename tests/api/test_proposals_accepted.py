"""Accepting a proposal: every kind's edges, one transaction, and what came between."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlmodel import col, select

from colloquy.refinement import acceptance
from colloquy.theory.models import LineageEdge, Mechanism, MechanismVersion
from tests.factories.refinement import (
    REVISED,
    a_decision,
    a_proposal,
    a_proposal_of,
    a_revision_of,
    an_outcome,
    audited,
    decided,
    saved_anew,
    url_of,
)
from tests.factories.studies import Study
from tests.factories.theory import a_frozen_version, a_mechanism
from tests.support.lab import Lab, ok


async def _mechanisms(study: Study) -> dict[str, tuple[str, int]]:
    """Every mechanism's newest title, with its status and number."""
    rows = ok(await study.lead.client.get(f"{study.url}/mechanisms")).json()
    return {row["current"]["title"]: (row["status"], row["current"]["number"]) for row in rows}


def _edges(proposal: Any) -> list[tuple[str | None, str, str | None, bool]]:
    """What a decision drew: from, kind, to, in part."""
    return [
        (
            edge["before"] and edge["before"]["title"],
            edge["kind"],
            edge["after"] and edge["after"]["title"],
            edge["is_part"],
        )
        for edge in proposal["edges"]
    ]


async def _accepted(
    study: Study,
    kind: str,
    subjects: Sequence[MechanismVersion] = (),
    outcomes: Sequence[dict[str, Any]] = (),
    **changes: Any,
) -> Any:
    body = a_proposal_of(kind, subjects, outcomes, **changes)
    return await decided(study, await a_proposal(study, body))


async def test_a_revision_makes_the_next_version_and_freezes_before_and_after(
    study: Study,
) -> None:
    version = await a_mechanism(study, "Use of power")
    proposal = await _accepted(
        study, "revise", [version], [an_outcome("Use of power", definition=REVISED)]
    )
    assert _edges(proposal) == [("Use of power", "revises", "Use of power", False)]
    assert await _mechanisms(study) == {"Use of power": ("frozen", 2)}
    detail = ok(
        await study.panel[0].client.get(f"{study.url}/mechanisms/{version.mechanism_id}")
    ).json()
    newest, before = detail["versions"]
    assert (newest["definition"], newest["number"], before["number"]) == (REVISED, 2, 1)
    assert newest["cmocs"][0]["notation"] == before["cmocs"][0]["notation"]
    assert newest["id"] == proposal["outcomes"][0]["made"]["id"]


async def test_a_link_that_a_decision_drew_cannot_be_taken_out_of_the_lineage(
    study: Study,
) -> None:
    version = await a_mechanism(study, "Use of power")
    await _accepted(study, "retire", [version])
    lineage = ok(await study.lead.client.get(f"{study.url}/lineage")).json()
    [edge] = lineage["edges"]
    for refused in (
        await study.lead.client.delete(f"{study.url}/lineage/{edge['id']}"),
        await study.lead.client.post(f"{study.url}/mechanisms/{version.mechanism_id}/reinstate"),
    ):
        assert "drew this link, so it stays" in ok(refused, 409).json()["detail"]
    assert ok(await study.lead.client.get(f"{study.url}/lineage")).json() == lineage


async def test_a_renaming_changes_only_the_title(study: Study) -> None:
    version = await a_frozen_version(study, "Use of power")
    proposal = await _accepted(study, "rename", [version], [an_outcome("Working with power")])
    assert _edges(proposal) == [("Use of power", "renames", "Working with power", False)]
    assert await _mechanisms(study) == {"Working with power": ("frozen", 2)}


async def test_a_merger_makes_one_mechanism_and_retires_those_it_took(study: Study) -> None:
    trust, talk = await a_mechanism(study, "Trust"), await a_mechanism(study, "Communication")
    proposal = await _accepted(study, "merge", [trust, talk], [an_outcome("Inspiring intent")])
    assert _edges(proposal) == [
        ("Trust", "merges", "Inspiring intent", False),
        ("Communication", "merges", "Inspiring intent", False),
    ]
    assert await _mechanisms(study) == {
        "Trust": ("retired", 1),
        "Communication": ("retired", 1),
        "Inspiring intent": ("frozen", 1),
    }


async def test_a_merger_can_go_on_as_one_of_the_mechanisms_it_took(study: Study) -> None:
    trust, talk = await a_mechanism(study, "Trust"), await a_mechanism(study, "Communication")
    outcome = an_outcome("Trust and talk", mechanism_id=str(trust.mechanism_id))
    await _accepted(study, "merge", [trust, talk], [outcome])
    assert await _mechanisms(study) == {
        "Trust and talk": ("frozen", 2),
        "Communication": ("retired", 1),
    }


async def test_a_split_goes_in_parts(study: Study) -> None:
    trust = await a_mechanism(study, "Trust")
    keeps = an_outcome("Trust", mechanism_id=str(trust.mechanism_id), definition="Less.")
    proposal = await _accepted(study, "split", [trust], [keeps, an_outcome("Networking")])
    assert _edges(proposal) == [
        ("Trust", "splits", "Trust", True),
        ("Trust", "splits", "Networking", True),
    ]
    assert await _mechanisms(study) == {"Trust": ("frozen", 2), "Networking": ("frozen", 1)}


async def test_folding_in_revises_the_mechanism_that_takes_the_others_in(study: Study) -> None:
    narratives = await a_mechanism(study, "Public narratives")
    intent = await a_mechanism(study, "Inspiring intent")
    proposal = await _accepted(
        study,
        "fold_into",
        [narratives],
        [an_outcome("Inspiring intent", definition="With stories told in public.")],
        target_id=str(intent.id),
    )
    assert _edges(proposal) == [
        ("Public narratives", "folds_into", "Inspiring intent", False),
        ("Inspiring intent", "revises", "Inspiring intent", False),
    ]
    assert await _mechanisms(study) == {
        "Public narratives": ("retired", 1),
        "Inspiring intent": ("frozen", 2),
    }


async def test_a_retirement_ends_a_mechanism(study: Study) -> None:
    proposal = await _accepted(study, "retire", [await a_mechanism(study, "Resilience")])
    assert _edges(proposal) == [("Resilience", "retires", None, False)]
    assert await _mechanisms(study) == {"Resilience": ("retired", 1)}


async def test_a_new_mechanism_says_where_it_arose_in_plain_words(study: Study) -> None:
    proposal = await _accepted(
        study, "arise", (), [an_outcome("Use of power")], rationale="The panel: power was missing."
    )
    assert _edges(proposal) == [(None, "arises_from", "Use of power", False)]
    lineage = ok(await study.panel[0].client.get(f"{study.url}/lineage")).json()
    # the rationale is the team's own
    assert lineage["edges"][0]["note"] == "You told us that carers were left out."


async def test_the_reasons_and_every_step_are_on_record(study: Study) -> None:
    version = await a_mechanism(study)
    proposal = await decided(study, await a_proposal(study, a_revision_of(version)))
    decision = proposal["decision"]
    assert (decision["verdict"], decision["by"]["name"]) == ("accepted", "Lead")
    assert decision["plain_reason"] == "You told us that carers were left out."
    assert await audited(study, proposal["id"]) == [
        "refinement:proposal:written",
        "refinement:proposal:accepted",
    ]
    made = proposal["outcomes"][0]["made"]["id"]
    assert await audited(study, made) == ["theory:version:made", "theory:version:frozen"]
    assert await audited(study, proposal["edges"][0]["id"]) == ["theory:edge:added"]


async def test_a_rejection_changes_nothing_in_the_theory(study: Study) -> None:
    version = await a_mechanism(study)
    proposal = await decided(study, await a_proposal(study, a_revision_of(version)), "rejected")
    assert (proposal["state"], proposal["edges"]) == ("rejected", [])
    assert await _mechanisms(study) == {version.title: ("draft", 1)}


async def test_a_failure_in_the_middle_leaves_nothing(
    lab: Lab, study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust, talk = await a_mechanism(study, "Trust"), await a_mechanism(study, "Communication")
    body = a_proposal_of("merge", [trust, talk], [an_outcome("Inspiring intent")])
    proposal = await a_proposal(study, body)
    retire, calls = acceptance.retire, 0

    async def fail_at_the_second(*given: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise RuntimeError("The disk is full.")
        await retire(*given)

    monkeypatch.setattr(acceptance, "retire", fail_at_the_second)
    url = url_of(study, proposal)
    ok(await study.lead.client.post(f"{url}/decision", json=a_decision(proposal)), 500)
    assert calls == 2
    assert await _mechanisms(study) == {"Trust": ("draft", 1), "Communication": ("draft", 1)}
    async with lab.runtime.reading() as session:
        assert (await session.exec(select(LineageEdge))).all() == []
        retired = select(Mechanism).where(col(Mechanism.retired_at).is_not(None))
        assert (await session.exec(retired)).all() == []
    assert ok(await study.lead.client.get(url)).json()["state"] == "open"
    assert await audited(study, proposal["id"]) == ["refinement:proposal:written"]

    monkeypatch.undo()
    assert (await decided(study, proposal))["state"] == "accepted"


async def test_the_same_decision_sent_again_changes_nothing(study: Study) -> None:
    proposal = await a_proposal(study, a_revision_of(await a_mechanism(study)))
    first = await decided(study, proposal)
    assert await decided(study, proposal) == first
    assert len(await audited(study, proposal["id"])) == 2


async def test_a_second_person_is_told_who_decided(study: Study) -> None:
    proposal = await a_proposal(study, a_revision_of(await a_mechanism(study)))
    await decided(study, proposal)
    answer = await study.researcher.client.post(
        url_of(study, proposal, "/decision"), json=a_decision(proposal, "rejected")
    )
    assert "Lead accepted this proposal already" in ok(answer, 409).json()["detail"]


async def test_two_proposals_for_one_version_are_not_both_accepted_blindly(study: Study) -> None:
    version = await a_mechanism(study, "Trust")
    one = await a_proposal(study, a_revision_of(version, title="Name the carers"))
    other = await a_proposal(study, a_proposal_of("retire", [version], title="Drop it"))
    await decided(study, one)
    answer = await study.lead.client.post(url_of(study, other, "/decision"), json=a_decision(other))
    told = ok(answer, 409).json()["detail"]
    assert "The proposal “Name the carers” was accepted on" in told
    assert "made version 2 of “Trust”" in told
    assert "bring this proposal up to date" in told
    listed = ok(await study.lead.client.get(f"{study.url}/proposals?state=open")).json()
    assert [(row["title"], row["is_out_of_date"]) for row in listed] == [("Drop it", True)]


async def test_a_proposal_is_brought_up_to_date_after_a_look_and_then_accepted(
    study: Study,
) -> None:
    version = await a_mechanism(study, "Trust")
    other = await a_proposal(study, a_proposal_of("rename", [version], [an_outcome("Trusting")]))
    await decided(study, await a_proposal(study, a_revision_of(version)))
    subject = ok(await study.lead.client.get(url_of(study, other))).json()["subjects"][0]
    assert subject["standing"] == "overtaken"
    new = [p["text"] for p in subject["changes_since"]["definition"] if p["kind"] == "new"]
    assert new == ["and carers "]
    seen = [{"version_id": subject["newest"]["id"], "revision": subject["newest"]["revision"]}]
    url = url_of(study, other, "/bring-up-to-date")
    fresh = ok(await study.researcher.client.post(url, json={"seen": seen})).json()
    assert (fresh["is_out_of_date"], fresh["revision"]) == (False, 2)
    assert fresh["outcomes"][0]["definition"] == REVISED  # a renaming keeps the newest words
    await decided(study, fresh)
    assert await _mechanisms(study) == {"Trusting": ("frozen", 3)}


async def test_an_edit_in_the_editor_comes_between_too(study: Study) -> None:
    version = await a_frozen_version(study, "Trust")
    proposal = await a_proposal(study, a_revision_of(version))
    await saved_anew(study, version, definition="Quite another.")
    answer = await study.lead.client.post(
        url_of(study, proposal, "/decision"), json=a_decision(proposal)
    )
    assert "Researcher saved version 2 of “Trust”" in ok(answer, 409).json()["detail"]


async def test_a_draft_that_was_edited_in_place_comes_between_too(study: Study) -> None:
    version = await a_mechanism(study, "Trust")
    proposal = await a_proposal(study, a_revision_of(version))
    await saved_anew(study, version, definition="Quite another.")
    url = url_of(study, proposal)
    answer = await study.lead.client.post(f"{url}/decision", json=a_decision(proposal))
    assert "Researcher edited “Trust” on" in ok(answer, 409).json()["detail"]
    seen = [{"version_id": str(version.id), "revision": version.revision}]
    stale = await study.lead.client.post(f"{url}/bring-up-to-date", json={"seen": seen})
    assert "changed again since you looked" in ok(stale, 409).json()["detail"]
    seen[0]["revision"] = version.revision + 1
    fresh = ok(await study.lead.client.post(f"{url}/bring-up-to-date", json={"seen": seen})).json()
    await decided(study, fresh)
    assert await _mechanisms(study) == {"Trust": ("frozen", 2)}


async def test_a_merger_with_a_mechanism_retired_meanwhile_is_refused(study: Study) -> None:
    trust, talk = await a_mechanism(study, "Trust"), await a_mechanism(study, "Communication")
    merger = await a_proposal(study, a_proposal_of("merge", [trust, talk], [an_outcome("Both")]))
    await _accepted(study, "retire", [talk], title="Too general")
    url = url_of(study, merger)
    answer = await study.lead.client.post(f"{url}/decision", json=a_decision(merger))
    assert "“Too general” was accepted on" in ok(answer, 409).json()["detail"]
    seen = [{"version_id": str(one.id), "revision": one.revision} for one in (trust, talk)]
    late = await study.lead.client.post(f"{url}/bring-up-to-date", json={"seen": seen})
    assert "has been retired" in ok(late, 409).json()["detail"]
    body = a_proposal_of("merge", [trust, talk], [an_outcome("Both")])
    again = await study.researcher.client.post(f"{study.url}/proposals", json=body)
    assert "is retired" in ok(again, 409).json()["detail"]


async def test_a_proposal_starts_from_what_is_newest(study: Study) -> None:
    version = await a_frozen_version(study, "Trust")
    await saved_anew(study, version, definition="Quite another.")
    body = a_revision_of(version)
    answer = await study.researcher.client.post(f"{study.url}/proposals", json=body)
    assert "has a newer version (2)" in ok(answer, 409).json()["detail"]
