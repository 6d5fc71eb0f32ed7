"""Released comments on their way: to the next round, the outcome and the documents of a round."""

import csv
import io
import re
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from docx import Document

from colloquy.rounds.models import Anonymity, Round
from colloquy.rounds.schemas import RoundItemIn
from tests.factories.rounds import a_rating, close, url_of
from tests.factories.statements import a_statement_round
from tests.factories.statements import decide as decide_statement
from tests.factories.statements import write as write_statement
from tests.factories.studies import Person, Study
from tests.factories.talk import (
    a_round_talked_about,
    an_answered_round,
    carried,
    comment_on,
    decide,
    draft_next,
    item_ids,
    open_next,
    queue,
)
from tests.factories.theory import a_mechanism
from tests.support.lab import ok


async def _release_everything(study: Study, round_: Round) -> None:
    url = url_of(study, round_, "/comments/release")
    stamp = (await queue(study, round_))["stamp"]
    ok(await study.facilitator.client.post(url, json={"stamp": stamp}))


async def _on_a_mechanism(study: Study) -> tuple[Round, dict[str, Any]]:
    """An open round on a mechanism, with a comment on words of its definition."""
    version = await a_mechanism(study)
    asked = [RoundItemIn(version_id=version.id, questions=[a_rating()])]
    round_ = await an_answered_round(study, asked)
    about = {
        "target": "version",
        "target_id": str(version.id),
        "part": "definition",
        "anchor": {"start": 0, "end": len("Leaders")},
        "stance": "challenges",
    }
    return round_, await comment_on(study, round_, study.panel[0], "Not only leaders.", **about)


async def test_the_next_panel_reads_a_comment_with_its_stance_and_the_words_chosen(
    study: Study,
) -> None:
    round_, made = await _on_a_mechanism(study)
    await close(study, round_)
    await decide(study, round_, made)
    url = await open_next(study, round_)
    [read] = await carried(url, study.panel[1])
    assert (read["text"], read["stance"], read["quote"]) == (
        "Not only leaders.",
        "challenges",
        "Leaders",
    )
    assert (read["is_mine"], read["is_reworded"]) == (False, False)
    [own] = await carried(url, study.panel[0])
    assert own["is_mine"] is True


async def test_a_pseudonymous_writer_has_a_number_and_a_group_and_no_name(study: Study) -> None:
    round_, _ = await a_round_talked_about(study, "One.", "Two.")
    await _release_everything(study, round_)
    url = await open_next(study, round_)
    writers = {row["text"]: row["writer"] for row in await carried(url, study.panel[2])}
    assert re.fullmatch(r"Carers \d+", writers["One."]["name"])
    assert re.fullmatch(r"Leaders \d+", writers["Two."]["name"])
    assert writers["One."]["group_id"] == str(study.groups[0].id)
    again = {row["text"]: row["writer"] for row in await carried(url, study.panel[3])}
    assert again == writers
    whole = ok(await study.panel[2].client.get(f"{url}/mine")).text
    for person in study.panel:
        assert person.member.display_name not in whole
        assert str(person.id) not in whole


async def test_a_pseudonym_stays_when_others_join(study: Study) -> None:
    round_, _ = await a_round_talked_about(study, "One.")
    await _release_everything(study, round_)
    before = (await queue(study, round_))["items"]
    await study.add_panel(0, 5)
    assert (await queue(study, round_))["items"] == before


async def test_a_group_that_is_too_small_is_not_told(study: Study) -> None:
    round_, _ = await a_round_talked_about(study, "One.", "Two.", more=(3, 0))
    await _release_everything(study, round_)
    for row in await carried(await open_next(study, round_), study.panel[2]):
        # the leader is alone, and the carers would be the rest
        assert re.fullmatch(r"Panel member \d+", row["writer"]["name"])
        assert row["writer"]["group_id"] is None


async def test_a_named_round_tells_the_name_and_the_group(study: Study) -> None:
    round_, _ = await a_round_talked_about(study, "One.", anonymity=Anonymity.NAMED, more=(0, 0))
    await _release_everything(study, round_)
    [read] = await carried(await open_next(study, round_), study.panel[1])
    assert read["writer"] == {
        "name": study.panel[0].member.display_name,
        "is_pseudonym": False,
        "group_id": str(study.groups[0].id),
    }


async def test_whoever_has_left_the_study_is_named_no_more(study: Study) -> None:
    round_, _ = await a_round_talked_about(study, "One.", anonymity=Anonymity.NAMED)
    await _release_everything(study, round_)
    url = f"{study.url}/members/{study.panel[0].id}/take-out"
    ok(await study.lead.client.post(url, json={"reason": "They asked."}))
    [read] = await carried(await open_next(study, round_), study.panel[1])
    assert (read["writer"]["name"], read["writer"]["group_id"]) == ("A panel member", None)


async def test_each_reader_has_an_order_of_their_own_that_stays(study: Study) -> None:
    texts = [f"Comment {number}." for number in range(6)]
    round_, _ = await a_round_talked_about(study, *texts)
    await _release_everything(study, round_)
    url = await open_next(study, round_)

    async def order(person: Person) -> list[str]:
        return [row["text"] for row in await carried(url, person)]

    orders = [await order(person) for person in study.panel]
    assert orders == [await order(person) for person in study.panel]
    assert all(sorted(each) == texts for each in orders)
    # that six orders of six are all the same by chance does not happen
    assert len({tuple(each) for each in orders}) > 1


async def test_what_waits_is_carried_to_nobody(study: Study) -> None:
    round_, [made, _] = await a_round_talked_about(study, "Released.", "Waiting.")
    await decide(study, round_, made)
    url = await open_next(study, round_)
    assert [row["text"] for row in await carried(url, study.panel[0])] == ["Released."]
    assert "Waiting." not in ok(await study.panel[0].client.get(f"{url}/mine")).text


async def test_a_look_at_the_draft_shows_what_the_panel_will_read(study: Study) -> None:
    round_, [made] = await a_round_talked_about(study, "One.")
    draft = await draft_next(study, round_)
    look = f"{study.url}/rounds/{draft['id']}/preview?group_id={study.groups[1].id}"

    async def seen() -> list[str]:
        looked = ok(await study.facilitator.client.get(look)).json()["carried"][0]
        return [row["text"] for row in looked["comments"]]

    assert await seen() == []
    await decide(study, round_, made)
    assert await seen() == ["One."]


async def test_a_comment_stands_once_at_the_part_it_was_made_on_or_whose_words_were_chosen(
    study: Study,
) -> None:
    version = await a_mechanism(study)
    read = ok(await study.researcher.client.get(f"{study.url}/versions/{version.id}")).json()
    cmoc = read["cmocs"][0]
    elements = [UUID(element["id"]) for element in cmoc["elements"]]
    part = RoundItemIn(version_id=version.id, cmoc_id=UUID(cmoc["id"]), questions=[a_rating()])
    parts = [
        *(part.model_copy(update={"element_id": each}) for each in elements[:2]),
        part,
        part.model_copy(update={"element_id": elements[0], "to_element_id": elements[1]}),
    ]
    round_ = await an_answered_round(study, parts)
    ids = [str(each) for each in await item_ids(study, round_)]
    words = {"part": str(elements[1]), "anchor": {"start": 0, "end": 1}}
    on_version = {"target": "version", "target_id": str(version.id)}
    on_link = {"target": "item", "target_id": ids[3], "version_id": str(version.id)}
    said = {
        "On the second.": (on_version | words, ids[1]),
        "On the mechanism.": (on_version, ids[0]),
        "On the configuration.": (on_link | {"target_id": ids[2]}, ids[2]),
        "On the link.": (on_link, ids[3]),
        "On words in the link.": (on_link | words, ids[3]),
    }
    for text, (about, _) in said.items():
        await comment_on(study, round_, study.panel[0], text, **about)
    await close(study, round_)
    found = {
        row["text"]: item["item_id"]
        for item in (await queue(study, round_))["items"]
        for row in item["comments"]
    }
    assert found == {text: item_id for text, (_, item_id) in said.items()}
    # a part that is not asked about again takes its comments with it
    await _release_everything(study, round_)
    url = await open_next(study, round_, item_ids=ids[2:3])
    read = await carried(url, study.panel[1])
    assert "On the configuration." in (texts := {row["text"] for row in read})
    assert not texts & {"On the link.", "On words in the link."}


async def test_what_was_said_about_a_refused_statement_goes_with_it(study: Study) -> None:
    round_ = await a_statement_round(study)
    sent = await write_statement(study, round_, study.panel[0], "Notes help.")
    shown = await decide_statement(study, round_, sent)
    place = next(
        n for n, row in enumerate(shown["statements"]) if row["item_id"] == sent["item_id"]
    )
    position = (await item_ids(study, round_)).index(UUID(sent["item_id"]))
    await comment_on(study, round_, study.panel[1], "They do.", item=position)
    await decide_statement(
        study, round_, shown["statements"][place], standing="refused", refused_for="off_topic"
    )
    await close(study, round_)
    seen = await queue(study, round_)
    assert (seen["items"], seen["waiting"], seen["releasable"]) == ([], 0, 0)


async def test_the_panel_reads_them_with_the_outcome_once_it_is_published(study: Study) -> None:
    round_, [made, _] = await a_round_talked_about(study, "Released.", "Waiting.")
    await decide(study, round_, made)

    async def read_by(person: Person) -> list[str]:
        found = ok(await person.client.get(url_of(study, round_, "/results"))).json()
        return [row["text"] for row in found["items"][0]["comments"]]

    assert await read_by(study.panel[1]) == []
    assert await read_by(study.researcher) == ["Released."]
    words = {"words": "We go on."}
    ok(await study.facilitator.client.put(url_of(study, round_, "/feedback"), json=words))
    assert await read_by(study.panel[1]) == ["Released."]


async def _rows(study: Study, round_: Round, person: Person) -> list[dict[str, str]]:
    sent = ok(await person.client.get(url_of(study, round_, "/comments.csv"))).text
    return list(csv.DictReader(io.StringIO(sent.removeprefix("\ufeff"))))


async def test_the_team_takes_every_comment_along_and_others_what_was_released(
    study: Study,
) -> None:
    round_, made = await a_round_talked_about(study, "Released.", "Dr Smith!", "Waiting.")
    await decide(study, round_, made[0], words="In other words.")
    why = {"standing": "withheld", "withheld_for": "names_somebody", "reason": "No names."}
    await decide(study, round_, made[1], **why)
    rows = await _rows(study, round_, study.researcher)
    assert [(row["comment"], row["standing"], row["as the panel reads it"]) for row in rows] == [
        ("Released.", "released", "In other words."),
        ("Dr Smith!", "withheld", ""),
        ("Waiting.", "waiting", ""),
    ]
    assert (rows[1]["why withheld"], rows[1]["said to its writer"]) == (
        "names_somebody",
        "No names.",
    )
    assert re.fullmatch(r"Carers \d+", rows[0]["writer"])
    assert await _rows(study, round_, study.panel[1]) == []
    words = {"words": "We go on."}
    ok(await study.facilitator.client.put(url_of(study, round_, "/feedback"), json=words))
    [row] = await _rows(study, round_, study.panel[1])
    assert (row["comment"], row.get("standing")) == ("In other words.", None)
    for person, expected in ((study.researcher, True), (study.panel[1], False)):
        book = ok(await person.client.get(url_of(study, round_, "/results.xlsx"))).content
        told = ZipFile(io.BytesIO(book)).read("xl/sharedStrings.xml").decode()
        assert ("Dr Smith!" in told) is expected
        assert "In other words." in told


async def test_the_report_quotes_what_was_released_and_nothing_else(study: Study) -> None:
    round_, made = await _on_a_mechanism(study)
    other = await comment_on(
        study,
        round_,
        study.panel[1],
        "Dr Smith!",
        target="version",
        target_id=made["target_id"],
    )
    await close(study, round_)
    await decide(study, round_, made)
    await decide(study, round_, other, standing="withheld", withheld_for="names_somebody")
    sent = ok(await study.researcher.client.get(url_of(study, round_, "/report.docx"))).content
    paragraphs = [row.text for row in Document(io.BytesIO(sent)).paragraphs]
    place = paragraphs.index("Comments released to the panel:")
    quoted, by = paragraphs[place + 1 : place + 3]
    assert quoted == "Not only leaders."
    assert re.fullmatch(r"— Carers \d+, challenges, on “Leaders”", by)
    assert "Dr Smith!" not in paragraphs
