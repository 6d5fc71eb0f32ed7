"""Comments: on a version or on its words, once each, seen by whom they concern."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import col, select

from colloquy.audit.models import AuditEntry
from colloquy.rounds.models import Round
from colloquy.rounds.schemas import RoundItemIn
from colloquy.rounds.service import find_round
from tests.factories.coding import a_code, a_coding
from tests.factories.comments import a_comment, document_of, said
from tests.factories.rounds import an_open_round, close
from tests.factories.studies import Study, a_study
from tests.factories.texts import segments_of
from tests.factories.theory import a_frozen_version, a_mechanism
from tests.support.lab import Lab, ok


async def _words_in_an_open_round(study: Study, **changes: Any) -> dict[str, Any]:
    """The body of a comment on a version that both groups are asked about."""
    version = await a_frozen_version(study)
    round_ = await an_open_round(study, [RoundItemIn(version_id=version.id)], groups=(0, 1))
    return said(version.id, place="round", place_id=str(round_.id), **changes)


async def _round_of(study: Study, body: dict[str, Any]) -> Round:
    async with study.lab.runtime.reading() as session:
        return await find_round(session, study.id, UUID(body["place_id"]))


async def test_a_comment_is_kept_with_its_stance_and_becomes_a_document(study: Study) -> None:
    version = await a_frozen_version(study)
    made = await a_comment(study, study.researcher, version.id, stance="challenges")
    assert (made["stance"], made["is_mine"]) == ("challenges", True)
    document = await document_of(study, made["id"])
    read = ok(await study.researcher.client.get(f"{study.url}/documents/{document.id}")).json()
    assert read["kind"] == "comment"
    assert version.title in read["title"]
    [segment] = read["segments"]
    assert segment["text"] == "This leaves carers out."
    assert segment["speaker"]["member_id"] == str(study.researcher.id)
    assert segment["version_id"] == str(version.id)


async def test_the_same_comment_sent_twice_is_made_once(study: Study) -> None:
    version = await a_frozen_version(study)
    body = said(version.id)
    client = study.researcher.client
    first = ok(await client.post(f"{study.url}/comments", json=body), 201).json()
    second = ok(
        await client.post(f"{study.url}/comments", json={**body, "text": "Other words."}), 201
    ).json()
    assert second == first
    assert len(ok(await client.get(f"{study.url}/documents")).json()) == 1
    ok(await study.lead.client.post(f"{study.url}/comments", json=body), 409)


async def test_chosen_words_are_held_to_the_codepoint(study: Study) -> None:
    definition = "Care 👩‍👩‍👧 is shared; re\u0301sume\u0301s are not. Carers decide 🙂 too."
    version = await a_mechanism(study, definition=definition)
    start = definition.index("Carers decide 🙂")
    anchor = {"start": start, "end": start + len("Carers decide 🙂")}
    made = await a_comment(study, study.researcher, version.id, part="definition", anchor=anchor)
    assert made["anchor"]["quote"] == "Carers decide 🙂"
    assert made["anchor"]["prefix"].endswith("are not. ")
    assert made["anchor"]["suffix"] == " too."


async def test_words_of_a_cmoc_element_can_be_chosen(study: Study) -> None:
    version = await a_mechanism(study)
    read = ok(await study.researcher.client.get(f"{study.url}/versions/{version.id}")).json()
    element = read["cmocs"][0]["elements"][0]
    anchor = {"start": 0, "end": len("Leaders")}
    made = await a_comment(study, study.researcher, version.id, part=element["id"], anchor=anchor)
    assert made["anchor"]["quote"] == element["text"][: len("Leaders")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"part": "definition", "anchor": {"start": 3, "end": 90000}},
        {"part": "definition", "anchor": {"start": 5, "end": 5}},
        {"part": "title", "anchor": {"start": 0, "end": 2}},
        {"part": str(uuid4())},
        {"anchor": {"start": 0, "end": 2}},
        {"text": "   "},
        {"place": "round"},
        {"stance": "hostile"},
    ],
)
async def test_a_comment_that_cannot_be_placed_is_refused(
    study: Study, wrong: dict[str, Any]
) -> None:
    version = await a_mechanism(study)
    body = said(version.id, **wrong)
    ok(await study.researcher.client.post(f"{study.url}/comments", json=body), 422)
    assert ok(await study.researcher.client.get(f"{study.url}/comments")).json() == []


async def test_markup_in_a_comment_stays_plain_words(study: Study) -> None:
    version = await a_frozen_version(study)
    text = "<script>alert(1)</script> & <b>power</b>"
    made = await a_comment(study, study.researcher, version.id, text=text)
    assert made["text"] == text


async def test_panel_members_see_their_own_words_at_once_and_never_each_others(
    study: Study,
) -> None:
    ann, bob = study.panel
    body = await _words_in_an_open_round(study, text="Mine.")
    ok(await ann.client.post(f"{study.url}/comments", json=body), 201)
    assert [row["text"] for row in ok(await ann.client.get(f"{study.url}/comments")).json()] == [
        "Mine."
    ]
    assert ok(await bob.client.get(f"{study.url}/comments")).json() == []
    query = f"{study.url}/comments?version_id={body['target_id']}&place_id={body['place_id']}"
    assert ok(await bob.client.get(query)).json() == []


async def test_what_is_said_in_an_open_round_is_read_by_nobody_else_before_its_close(
    study: Study,
) -> None:
    ann = study.panel[0]
    body = await _words_in_an_open_round(study, text="Mine.")
    made = ok(await ann.client.post(f"{study.url}/comments", json=body), 201).json()
    of_the_round = f"{study.url}/comments?place_id={body['place_id']}"
    for person in (study.lead, study.facilitator, study.researcher):
        assert ok(await person.client.get(of_the_round)).json() == []
        assert ok(await person.client.get(f"{study.url}/documents")).json() == []
    ok(await study.lead.client.delete(f"{study.url}/comments/{made['id']}"), 404)
    [own] = ok(await ann.client.get(f"{study.url}/my-answer")).json()["said"]
    assert (own["words"], own["fate"]) == ("Mine.", "waiting")
    await close(study, await _round_of(study, body))
    [seen] = ok(await study.facilitator.client.get(of_the_round)).json()
    assert (seen["text"], seen["is_mine"]) == ("Mine.", False)
    [document] = ok(await study.researcher.client.get(f"{study.url}/documents")).json()
    assert document["origin_id"] == made["id"]


async def test_a_comment_can_be_changed_and_taken_back_while_nobody_has_read_it(
    study: Study,
) -> None:
    ann = study.panel[0]
    body = await _words_in_an_open_round(study, text="Hasty.")
    kept = ok(await ann.client.post(f"{study.url}/comments", json=body), 201).json()
    again = body | {"client_id": str(uuid4()), "text": "Not meant."}
    gone = ok(await ann.client.post(f"{study.url}/comments", json=again), 201).json()
    url = f"{study.url}/comments"
    ok(await ann.client.patch(f"{url}/{kept['id']}", json={"text": "Considered."}))
    ok(await ann.client.delete(f"{url}/{gone['id']}"), 204)
    await close(study, await _round_of(study, body))
    assert [row["text"] for row in ok(await study.lead.client.get(url)).json()] == ["Considered."]
    [document] = ok(await study.lead.client.get(f"{study.url}/documents")).json()
    [segment] = await segments_of(study, UUID(document["id"]))
    assert segment.text == "Considered."


async def test_the_panel_comments_in_rounds_and_meetings_only(study: Study) -> None:
    version = await a_frozen_version(study)
    for person in (study.panel[0], study.chair):
        ok(await person.client.post(f"{study.url}/comments", json=said(version.id)), 403)


async def test_the_panel_cannot_comment_on_a_draft(study: Study) -> None:
    draft = await a_mechanism(study, "A draft")
    body = await _words_in_an_open_round(study)
    body["target_id"] = str(draft.id)
    ok(await study.panel[0].client.post(f"{study.url}/comments", json=body), 404)


async def test_a_round_that_nobody_knows_takes_no_comment(study: Study) -> None:
    version = await a_frozen_version(study)
    for place in ("round", "meeting"):
        body = said(version.id, place=place, place_id=str(uuid4()))
        answer = await study.panel[0].client.post(f"{study.url}/comments", json=body)
        assert answer.status_code in (403, 404, 409, 410), (place, answer.text)


async def test_comments_of_a_study_do_not_exist_for_a_stranger(lab: Lab, study: Study) -> None:
    version = await a_frozen_version(study)
    made = await a_comment(study, study.researcher, version.id)
    other = await a_study(lab, title="Another study")
    client = other.researcher.client
    ok(await client.get(f"{study.url}/comments"), 404)
    ok(await client.patch(f"{other.url}/comments/{made['id']}", json={"text": "x"}), 404)
    ok(await client.delete(f"{other.url}/comments/{made['id']}"), 404)
    ok(await client.post(f"{other.url}/comments", json=said(version.id)), 404)


async def test_own_words_can_be_changed_and_codings_follow_them(study: Study) -> None:
    version = await a_frozen_version(study)
    made = await a_comment(study, study.researcher, version.id, text="Power was missing here.")
    document = await document_of(study, made["id"])
    segment = (await segments_of(study, document.id))[0]
    code = await a_code(study)
    await a_coding(study, segment, "missing", code_id=code["id"])
    client = study.researcher.client
    body = {"text": "I said that power was missing here.", "stance": "missing"}
    changed = ok(await client.patch(f"{study.url}/comments/{made['id']}", json=body)).json()
    assert (changed["stance"], bool(changed["edited_at"])) == ("missing", True)
    [coding] = ok(await client.get(f"{study.url}/codings?document_id={document.id}")).json()
    assert body["text"][coding["start"] : coding["end"]] == coding["quote"] == "missing"


async def test_nobody_changes_the_words_of_another(study: Study) -> None:
    version = await a_frozen_version(study)
    made = await a_comment(study, study.researcher, version.id)
    path = f"{study.url}/comments/{made['id']}"
    ok(await study.lead.client.patch(path, json={"text": "Quite right."}), 403)
    ok(await study.lead.client.delete(path), 403)
    ok(await study.panel[0].client.patch(path, json={"text": "Quite right."}), 404)
    document = await document_of(study, made["id"])
    segment = (await segments_of(study, document.id))[0]
    heard = f"{study.url}/documents/{document.id}/segments/{segment.id}"
    ok(await study.lead.client.patch(heard, json={"text": "Quite right."}), 403)


async def test_a_comment_taken_back_is_nowhere_to_be_read(study: Study) -> None:
    version = await a_frozen_version(study)
    made = await a_comment(study, study.researcher, version.id)
    document = await document_of(study, made["id"])
    segment = (await segments_of(study, document.id))[0]
    code = await a_code(study)
    await a_coding(study, segment, "carers", code_id=code["id"])
    client = study.researcher.client
    for _ in range(2):
        ok(await client.delete(f"{study.url}/comments/{made['id']}"), 204)
    assert ok(await client.get(f"{study.url}/comments")).json() == []
    assert ok(await client.get(f"{study.url}/documents")).json() == []
    ok(await client.get(f"{study.url}/documents/{document.id}"), 404)
    assert ok(await client.get(f"{study.url}/excerpts")).json()["total"] == 0
    ok(await client.patch(f"{study.url}/comments/{made['id']}", json={"text": "x"}), 410)


async def test_what_was_done_with_a_comment_is_recorded(study: Study) -> None:
    version = await a_frozen_version(study)
    made = await a_comment(study, study.researcher, version.id)
    client = study.researcher.client
    ok(await client.patch(f"{study.url}/comments/{made['id']}", json={"stance": "example"}))
    ok(await client.delete(f"{study.url}/comments/{made['id']}"), 204)
    async with study.lab.runtime.reading() as session:
        found = await session.exec(
            select(AuditEntry.tag)
            .where(AuditEntry.account_id == study.researcher.account.id)
            .where(col(AuditEntry.tag).like("comments:%"))
            .order_by(col(AuditEntry.id))
        )
        tags = found.all()
    assert tags == [
        "comments:comment:made",
        "comments:comment:edited",
        "comments:comment:withdrawn",
    ]


async def test_a_comment_that_comes_too_late_leaves_no_document(study: Study) -> None:
    body = await _words_in_an_open_round(study)
    round_id = UUID(body["place_id"])
    async with study.lab.runtime.reading() as session:
        round_ = await session.get(Round, round_id)
        assert round_
    await close(study, round_)
    ok(await study.panel[0].client.post(f"{study.url}/comments", json=body), 410)
    assert ok(await study.lead.client.get(f"{study.url}/comments")).json() == []
    assert ok(await study.lead.client.get(f"{study.url}/documents")).json() == []
