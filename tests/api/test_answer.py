"""My answer: what I said, what became of it, and nobody else's words."""

from typing import Any

from colloquy.rounds.models import QuestionKind
from colloquy.rounds.schemas import RoundItemIn
from colloquy.theory.models import MechanismVersion
from tests.factories.coding import a_coding
from tests.factories.comments import document_of, said
from tests.factories.refinement import (
    REVISED,
    a_coded_comment,
    a_proposal,
    a_revision_of,
    citing,
    decided,
)
from tests.factories.rounds import (
    a_rating,
    a_statement,
    an_open_round,
    answer,
    close,
    questions_of,
)
from tests.factories.studies import Person, Study, a_study
from tests.factories.texts import a_transcript, segments_of
from tests.factories.theory import a_frozen_version
from tests.support.lab import Lab, ok


async def _answer(study: Study, person: Person) -> Any:
    return ok(await person.client.get(f"{study.url}/my-answer")).json()


async def _fates(study: Study, person: Person) -> list[tuple[str, str]]:
    return [(said["words"], said["fate"]) for said in (await _answer(study, person))["said"]]


async def _heard(study: Study, *words: str) -> tuple[MechanismVersion, list[Any]]:
    """A version, and a carer's comments on it in a round that has closed, each coded."""
    version = await a_frozen_version(study)
    round_ = await an_open_round(
        study, [RoundItemIn(version_id=version.id, questions=[a_rating()])]
    )
    comments = [
        ok(
            await study.panel[0].client.post(
                f"{study.url}/comments",
                json=said(version.id, text, place="round", place_id=str(round_.id)),
            ),
            201,
        ).json()
        for text in words
    ]
    await close(study, round_)
    return version, [await _coded(study, version, comment) for comment in comments]


async def _coded(study: Study, version: MechanismVersion, comment: Any) -> Any:
    document = await document_of(study, comment["id"])
    segment = (await segments_of(study, document.id))[0]
    coding = await a_coding(
        study, segment, comment["text"], mechanism_id=str(version.mechanism_id), memo="Angry?"
    )
    return {"coding": coding, "document_id": str(document.id), "comment": comment}


async def test_a_comment_goes_from_said_to_read_to_proposed_to_accepted(study: Study) -> None:
    carer = study.panel[0]
    version, [coded] = await _heard(study, "This leaves carers out.")
    assert await _fates(study, carer) == [("This leaves carers out.", "waiting")]
    proposal = await a_proposal(study, a_revision_of(version, evidence=citing(coded)))
    assert await _fates(study, carer) == [("This leaves carers out.", "in_discussion")]
    await decided(study, proposal)
    mine = (await _answer(study, carer))["said"][0]
    assert [step["kind"] for step in mine["steps"]] == ["said", "read", "proposed", "accepted"]
    assert (mine["fate"], mine["place"], mine["place_title"]) == (
        "accepted",
        "round",
        "First round",
    )
    assert mine["about"] == version.title
    last = mine["steps"][-1]
    assert last["reason"] == "You told us that carers were left out."
    assert last["change"]["before"][0]["words"] == "People work together when they can see why."
    assert last["change"]["after"][0]["title"] == version.title


async def test_a_rejection_and_a_word_not_followed_say_why_in_plain_words(study: Study) -> None:
    carer = study.panel[0]
    version, [one, other] = await _heard(study, "Ask the patients.", "Meet in the evening.")
    proposal = await a_proposal(study, a_revision_of(version, evidence=citing(one)))
    await decided(study, proposal, "rejected", plain_reason="We will ask them next year.")
    url = f"{study.url}/documents/{other['document_id']}/consideration"
    ok(await study.lead.client.put(url, json={"reason": "The room is taken then."}))
    found = {row["words"]: row for row in (await _answer(study, carer))["said"]}
    assert found["Ask the patients."]["fate"] == "rejected"
    assert found["Ask the patients."]["steps"][-1]["reason"] == "We will ask them next year."
    assert found["Ask the patients."]["steps"][-1]["change"] is None
    assert found["Meet in the evening."]["fate"] == "not_followed"
    assert found["Meet in the evening."]["steps"][-1]["reason"] == "The room is taken then."


async def test_a_withdrawn_proposal_leaves_words_waiting(study: Study) -> None:
    version, [coded] = await _heard(study, "This leaves carers out.")
    proposal = await a_proposal(study, a_revision_of(version, evidence=citing(coded)))
    ok(await study.lead.client.post(f"{study.url}/proposals/{proposal['id']}/withdraw"))
    assert await _fates(study, study.panel[0]) == [("This leaves carers out.", "waiting")]


async def test_what_i_said_in_a_meeting_is_mine_at_one_go_and_nobody_elses(study: Study) -> None:
    talk = [("Carer", "First."), ("Carer", "And then."), ("Leader", "Money."), ("Carer", "Last.")]
    document = await a_transcript(study, talk=talk)
    segment = (await segments_of(study, document.id))[1]
    coding = await a_coding(
        study,
        segment,
        "And then",
        mechanism_id=str((await a_frozen_version(study)).mechanism_id),
    )
    assert coding["quote"] == "And then"
    mine = (await _answer(study, study.panel[0]))["said"]
    assert [(row["words"], row["kind"], row["place_title"]) for row in mine] == [
        ("Last.", "speech", "Meeting 1"),
        ("First. And then.", "speech", "Meeting 1"),
    ]
    assert [step["kind"] for step in mine[1]["steps"]] == ["said", "read"]
    url = f"{study.url}/documents/{document.id}/consideration"
    body = {"reason": "Said in passing.", "segment_id": str(segment.id)}
    ok(await study.lead.client.put(url, json=body))
    assert await _fates(study, study.panel[0]) == [
        ("Last.", "waiting"),
        ("First. And then.", "not_followed"),
    ]
    assert await _fates(study, study.panel[1]) == [("Money.", "waiting")]


async def test_answers_are_counted_by_round_and_written_ones_shown_before_the_close(
    study: Study,
) -> None:
    carer = study.panel[0]
    statement = a_statement("Meetings need a carer.", QuestionKind.VOTE, QuestionKind.TEXT)
    version = await a_frozen_version(study)
    item = RoundItemIn(version_id=version.id, questions=[a_rating()])
    round_ = await an_open_round(study, [item, statement])
    rating, vote, text = await questions_of(study, round_)
    await answer(study, round_, rating, carer, 8)
    await answer(study, round_, vote, carer, "agree")
    await answer(study, round_, text, carer, "Two of them.")
    for state in ("open", "closed"):
        mine = await _answer(study, carer)
        part = mine["rounds"][0]
        assert (part["state"], part["ratings"], part["votes"], part["texts"]) == (state, 1, 1, 1)
        assert [(row["words"], row["kind"]) for row in mine["said"]] == [("Two of them.", "answer")]
        if state == "open":
            await close(study, round_)


async def test_the_changes_of_the_theory_say_why_and_whether_i_am_behind_them(
    study: Study,
) -> None:
    carer, leader = study.panel
    version, [coded] = await _heard(study, "This leaves carers out.")
    proposal = await a_proposal(study, a_revision_of(version, evidence=citing(coded)))
    await decided(study, proposal)
    for person, is_mine in ((carer, True), (leader, False)):
        change = (await _answer(study, person))["changes"][0]
        assert (change["is_mine"], change["change"]["kind"]) == (is_mine, "revise")
        assert change["reason"] == "You told us that carers were left out."


async def test_a_page_holds_no_code_no_coder_and_nobody_elses_words(study: Study) -> None:
    version, [coded] = await _heard(study, "This leaves carers out.")
    await a_coded_comment(study, study.lead, version, "The leads' own remark.")
    proposal = await a_proposal(
        study, a_revision_of(version, evidence=citing(coded), rationale="For the team only.")
    )
    await decided(study, proposal, reason="Reason of the team.")
    whole = ok(await study.panel[0].client.get(f"{study.url}/my-answer")).text
    for hidden in ("Researcher", "Angry?", "own remark", "For the team only", "of the team"):
        assert hidden not in whole
    leader = ok(await study.panel[1].client.get(f"{study.url}/my-answer")).json()
    assert leader["said"] == []
    assert REVISED not in str(leader["said"])


async def test_a_stranger_has_no_answer_here(lab: Lab, study: Study) -> None:
    other = await a_study(lab, title="Another study")
    ok(await other.panel[0].client.get(f"{study.url}/my-answer"), 404)
    assert (await _answer(study, study.chair))["said"] == []


async def test_unanswered_words_are_listed_until_they_are_cited_or_considered(
    study: Study,
) -> None:
    version, [one, other] = await _heard(study, "Ask the patients.", "Meet in the evening.")

    async def left() -> list[str]:
        page = ok(await study.facilitator.client.get(f"{study.url}/unanswered")).json()
        assert page["total"] == len(page["words"])
        return [row["words"] for row in page["words"]]

    assert await left() == ["Ask the patients.", "Meet in the evening."]
    await a_proposal(study, a_revision_of(version, evidence=citing(one)))
    assert await left() == ["Meet in the evening."]
    url = f"{study.url}/documents/{other['document_id']}/consideration"
    ok(await study.lead.client.put(url, json={"reason": "The room is taken then."}))
    assert await left() == []
    ok(await study.panel[0].client.get(f"{study.url}/unanswered"), 403)
