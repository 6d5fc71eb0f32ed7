"""Moderating what was said in a round: released, released in other words, or withheld."""

from asyncio import gather
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import col, select

from colloquy.access.permissions import Role
from colloquy.audit.models import AuditEntry
from tests.api.test_rounds_results_queries import counting
from tests.factories.rounds import close, url_of
from tests.factories.studies import Study, add_person
from tests.factories.talk import (
    a_round_talked_about,
    an_answered_round,
    carried,
    comment_on,
    decide,
    draft_next,
    moderated,
    open_next,
    queue,
)
from tests.support.lab import Lab, ok


async def _own(study: Study, person: int = 0) -> list[dict[str, Any]]:
    """What became of a person's own comments, as they read it."""
    rows = ok(await study.panel[person].client.get(f"{study.url}/comments")).json()
    return [row["moderation"] for row in rows]


async def _release_all(study: Study, round_: Any, status: int = 200, **body: str) -> dict[str, Any]:
    given = {"stamp": (await queue(study, round_))["stamp"]} | body
    url = url_of(study, round_, "/comments/release")
    return ok(await study.facilitator.client.post(url, json=given), status).json()


async def test_what_was_said_waits_for_a_moderator_under_its_item(study: Study) -> None:
    round_, [made] = await a_round_talked_about(study, "Carers are left out.")
    seen = await queue(study, round_)
    assert (seen["waiting"], seen["released"], seen["withheld"]) == (1, 0, 0)
    [item] = seen["items"]
    assert item["title"] == "Every meeting needs a carer."
    [row] = item["comments"]
    assert (row["id"], row["text"], row["standing"]) == (
        made["id"],
        "Carers are left out.",
        "waiting",
    )
    assert study.panel[0].member.display_name not in str(seen)
    assert await _own(study) == [
        {"standing": "waiting", "withheld_for": None, "reason": "", "words": ""}
    ]


async def test_a_withheld_comment_reaches_nobody_and_its_writer_reads_why(study: Study) -> None:
    round_, [made] = await a_round_talked_about(study, "Dr Smith is no good.")
    why = {"withheld_for": "names_somebody", "reason": "Please say it without the name."}
    seen = await decide(study, round_, made, standing="withheld", **why)
    assert seen["withheld"] == 1
    [own] = await _own(study)
    assert (own["standing"], own["withheld_for"], own["reason"]) == (
        "withheld",
        why["withheld_for"],
        why["reason"],
    )
    url = await open_next(study, round_)
    for person in study.panel:
        assert await carried(url, person) == []
    assert "Smith" not in ok(await study.panel[1].client.get(f"{url}/mine")).text


async def test_words_can_be_changed_for_the_panel_and_the_writers_own_are_kept(
    study: Study,
) -> None:
    round_, [made] = await a_round_talked_about(study, "Dr Smith never asks us.")
    await decide(study, round_, made, words="Nobody asks us.")
    row = (await moderated(study, round_))[made["id"]]
    assert (row["words"], row["text"]) == ("Nobody asks us.", "Dr Smith never asks us.")
    [own] = await _own(study)
    assert (own["standing"], own["words"]) == ("released", "Nobody asks us.")
    [document] = ok(await study.researcher.client.get(f"{study.url}/documents")).json()
    url = f"{study.url}/documents/{document['id']}"
    [segment] = ok(await study.researcher.client.get(url)).json()["segments"]
    assert segment["text"] == "Dr Smith never asks us."
    [read] = await carried(await open_next(study, round_), study.panel[1])
    assert (read["text"], read["is_reworded"]) == ("Nobody asks us.", True)


async def test_a_writer_reads_on_their_own_page_what_became_of_their_words(study: Study) -> None:
    round_, [made] = await a_round_talked_about(study, "Carers are left out.")
    await decide(study, round_, made)
    answer = ok(await study.panel[0].client.get(f"{study.url}/my-answer")).json()
    [told] = [row["moderation"] for row in answer["said"] if row["kind"] == "comment"]
    assert told["standing"] == "released"


@pytest.mark.parametrize(
    "wrong",
    [
        {"standing": "withheld"},
        {"standing": "withheld", "withheld_for": "other"},
        {"standing": "withheld", "withheld_for": "several_ideas"},
        {"standing": "released", "withheld_for": "unclear"},
        {"standing": "waiting"},
        {"words": "  "},
    ],
)
async def test_withholding_needs_a_reason_and_releasing_has_none(
    study: Study, wrong: dict[str, Any]
) -> None:
    round_, [made] = await a_round_talked_about(study, "Carers are left out.")
    await decide(study, round_, made, **wrong, status=422)
    assert (await queue(study, round_))["waiting"] == 1


async def test_the_later_of_two_moderators_is_told_and_may_then_change_it(
    lab: Lab, study: Study
) -> None:
    second = await add_person(lab, study.id, "second", [Role.FACILITATOR])
    round_, [made] = await a_round_talked_about(study, "Carers are left out.")
    await decide(study, round_, made, words="Carers feel left out.")
    refusal = {"standing": "withheld", "withheld_for": "unclear"}
    told = await decide(study, round_, made, second, **refusal, status=409)
    assert "Facilitator has released this comment in the meantime" in told["detail"]
    row = (await moderated(study, round_))[made["id"]]
    assert (row["standing"], row["words"]) == ("released", "Carers feel left out.")
    await decide(study, round_, row, second, **refusal)
    row = (await moderated(study, round_))[made["id"]]
    assert (row["standing"], row["decided_by"]) == ("withheld", "Second")


@pytest.mark.both_databases
async def test_of_two_decisions_at_the_same_moment_one_stands(lab: Lab, study: Study) -> None:
    second = await add_person(lab, study.id, "second", [Role.FACILITATOR])
    round_, [made] = await a_round_talked_about(study, "Carers are left out.")
    seen = {"seen_standing": "waiting", "seen_words": made["text"]}
    url = url_of(study, round_, f"/comments/{made['id']}/standing")
    released, withheld = await gather(
        study.facilitator.client.put(url, json={"standing": "released"} | seen),
        second.client.put(url, json={"standing": "withheld", "withheld_for": "unclear"} | seen),
    )
    assert sorted((released.status_code, withheld.status_code)) == [200, 409]
    [row] = (await moderated(study, round_)).values()
    stands = "released" if released.status_code == 200 else "withheld"
    assert row["standing"] == stands


async def test_the_same_decision_sent_again_changes_nothing(lab: Lab, study: Study) -> None:
    round_, [made] = await a_round_talked_about(study, "Carers are left out.")
    first = await decide(study, round_, made)
    assert await decide(study, round_, made) == first
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry).where(col(AuditEntry.tag) == "comments:comment:released")
        )
        [entry] = found.all()
    assert (entry.account_id, str(entry.object_id)) == (
        study.facilitator.account.id,
        made["id"],
    )


async def test_nothing_is_read_or_decided_before_the_close(study: Study) -> None:
    round_ = await an_answered_round(study)
    made = await comment_on(study, round_, study.panel[0], "Carers are left out.")
    client = study.facilitator.client
    told = ok(await client.get(url_of(study, round_, "/comments")), 409).json()
    assert "once the round has closed" in told["detail"]
    await decide(study, round_, made, status=409)
    await close(study, round_)
    await decide(study, round_, made)


async def test_a_decision_can_be_changed_until_the_next_round_opens_with_it(study: Study) -> None:
    round_ = await an_answered_round(study)
    kept = await comment_on(study, round_, study.panel[0], "On what is asked again.")
    other = await comment_on(study, round_, study.panel[1], "On what is not.", item=1)
    await close(study, round_)
    await decide(study, round_, kept)
    picked = [(await queue(study, round_))["items"][0]["item_id"]]
    draft = await draft_next(study, round_, item_ids=picked)
    row = (await moderated(study, round_))[kept["id"]]
    await decide(study, round_, row, standing="withheld", withheld_for="unclear")
    row = (await moderated(study, round_))[kept["id"]]
    await decide(study, round_, row)
    url, client = f"{study.url}/rounds/{draft['id']}", study.facilitator.client
    ok(await client.patch(url, json={"closes_at": "2030-01-01T12:00:00Z"}))
    ok(await client.post(f"{url}/open"))
    rows = await moderated(study, round_)
    assert (rows[kept["id"]]["is_open"], rows[other["id"]]["is_open"]) == (False, True)
    told = await decide(
        study, round_, rows[kept["id"]], standing="withheld", withheld_for="unclear", status=410
    )
    assert f"“{draft['title']}” has opened" in told["detail"]
    await decide(study, round_, other)


async def test_everything_that_waits_is_released_at_one_go(lab: Lab, study: Study) -> None:
    round_, made = await a_round_talked_about(study, "One.", "Two.", "Three.")
    await decide(study, round_, made[0], standing="withheld", withheld_for="unclear")
    seen = await _release_all(study, round_)
    assert (seen["waiting"], seen["released"], seen["withheld"]) == (0, 2, 1)
    assert (await _release_all(study, round_, stamp="sent again"))["released"] == 2
    async with lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry).where(col(AuditEntry.tag) == "comments:comments:released")
        )
        [entry] = found.all()
    assert entry.details == {"comments": 2}


async def test_what_changed_since_the_list_was_opened_is_not_released_unread(study: Study) -> None:
    round_, [first, _] = await a_round_talked_about(study, "One.", "Two.")
    stamp = (await queue(study, round_))["stamp"]
    url = f"{study.url}/comments/{first['id']}"
    ok(await study.panel[0].client.patch(url, json={"text": "Other words."}))
    told = await _release_all(study, round_, 409, stamp=stamp)
    assert "Something has changed" in told["detail"]
    assert (await queue(study, round_))["waiting"] == 2


async def test_nobody_decides_about_their_own_comment(lab: Lab, study: Study) -> None:
    both = await add_person(
        lab, study.id, "both", [Role.FACILITATOR, Role.PANEL], study.groups[0].id
    )
    round_ = await an_answered_round(study)
    own = await comment_on(study, round_, both, "Mine.")
    await comment_on(study, round_, study.panel[0], "Another's.")
    await close(study, round_)
    told = await decide(study, round_, own, both, status=403)
    assert "somebody else decides" in told["detail"]
    seen = await queue(study, round_, both)
    assert (seen["waiting"], seen["releasable"]) == (2, 1)
    url = url_of(study, round_, "/comments/release")
    ok(await both.client.post(url, json={"stamp": seen["stamp"]}))
    rows = await moderated(study, round_)
    assert rows[own["id"]]["standing"] == "waiting"


async def test_a_comment_taken_back_falls_out_everywhere(study: Study) -> None:
    round_, [gone, kept] = await a_round_talked_about(study, "Not meant.", "Meant.")
    await decide(study, round_, gone)
    await decide(study, round_, kept)
    url = await open_next(study, round_)
    assert len(await carried(url, study.panel[2])) == 2
    ok(await study.panel[0].client.delete(f"{study.url}/comments/{gone['id']}"), 204)
    assert [row["text"] for row in await carried(url, study.panel[2])] == ["Meant."]
    assert list(await moderated(study, round_)) == [kept["id"]]
    client = study.researcher.client
    for path in ("/results", "/results.xlsx", "/comments.csv"):
        assert b"Not meant." not in ok(await client.get(url_of(study, round_, path))).content


async def test_nobody_decides_about_what_was_taken_back(study: Study) -> None:
    round_, [gone] = await a_round_talked_about(study, "Not meant.")
    ok(await study.panel[0].client.delete(f"{study.url}/comments/{gone['id']}"), 204)
    told = await decide(study, round_, gone, status=404)
    assert "may have taken it back" in told["detail"]
    await decide(study, round_, gone | {"id": str(uuid4())}, status=404)


async def test_a_comment_changed_by_its_writer_waits_again(study: Study) -> None:
    round_, [made] = await a_round_talked_about(study, "Hasty.")
    await decide(study, round_, made)
    url = f"{study.url}/comments/{made['id']}"
    writer = study.panel[0].client
    ok(await writer.patch(url, json={"text": "Hasty."}))
    assert [row["standing"] for row in await _own(study)] == ["released"]
    ok(await writer.patch(url, json={"text": "Considered."}))
    assert [row["standing"] for row in await _own(study)] == ["waiting"]
    told = await decide(study, round_, made, status=409)
    assert "Its writer has changed this comment" in told["detail"]
    await decide(study, round_, (await moderated(study, round_))[made["id"]])
    await open_next(study, round_)
    told = ok(await writer.patch(url, json={"text": "Never mind."}), 409).json()
    assert "stands before the panel" in told["detail"]
    ok(await writer.delete(url), 204)


async def test_only_moderators_read_the_list_and_decide(study: Study) -> None:
    round_, [made] = await a_round_talked_about(study, "Carers are left out.")
    for person in (study.researcher, study.chair, study.panel[0]):
        ok(await person.client.get(url_of(study, round_, "/comments")), 403)
        await decide(study, round_, made, person, status=403)
        url = url_of(study, round_, "/comments/release")
        ok(await person.client.post(url, json={"stamp": ""}), 403)


@pytest.mark.both_databases
async def test_the_number_of_queries_does_not_grow_with_comments(study: Study) -> None:
    round_ = await an_answered_round(study)
    counts: list[tuple[int, int, int]] = []
    for many in (1, 8):
        if many > 1:
            round_ = await an_answered_round(study, more=(2, 2))
        for number in range(many):
            person = study.panel[number % len(study.panel)]
            await comment_on(study, round_, person, f"Comment {number}.", item=number % 2)
        await close(study, round_)
        with counting(study) as listing:
            stamp = (await queue(study, round_))["stamp"]
        with counting(study) as releasing:
            await study.facilitator.client.post(
                url_of(study, round_, "/comments/release"), json={"stamp": stamp}
            )
        url = await open_next(study, round_)
        with counting(study) as reading:
            await carried(url, study.panel[0])
        counts.append((len(listing), len(releasing), len(reading)))
    assert counts[0] == counts[1]
