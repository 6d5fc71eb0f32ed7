"""Excerpts: by code, mechanism, group, stance, element and document, and who is heard in them."""

from typing import Any

import pytest
from sqlalchemy import event

from colloquy.texts.models import Segment
from tests.factories.coding import a_code, a_coding
from tests.factories.comments import a_comment, document_of
from tests.factories.studies import Study
from tests.factories.texts import a_transcript, segments_of
from tests.factories.theory import a_frozen_version
from tests.support.lab import ok


async def _excerpts(study: Study, **filters: Any) -> Any:
    answer = await study.facilitator.client.get(f"{study.url}/excerpts", params=filters)
    return ok(answer).json()


async def _quotes(study: Study, **filters: Any) -> list[str]:
    return [excerpt["quote"] for excerpt in (await _excerpts(study, **filters))["excerpts"]]


async def _evidence(study: Study) -> tuple[dict[str, str], list[Segment]]:
    """Two documents and four codings of two groups and an unknown voice; ids by what they are."""
    version = await a_frozen_version(study)
    power = await a_code(study, "Power")
    money = await a_code(study, "Money", parent_id=power["id"])
    trust = await a_code(study, "Trust")
    document = await a_transcript(study)
    said = await segments_of(study, document.id)
    note = await a_transcript(study, title="Notes", talk=[(None, "The room was quiet.")])
    quiet = (await segments_of(study, note.id))[0]
    about: dict[str, Any] = {"mechanism_id": str(version.mechanism_id)}
    await a_coding(study, said[1], "Nobody asked me", code_id=trust["id"], stance="challenges")
    await a_coding(study, said[2], "the money", code_id=money["id"], element="context", **about)
    await a_coding(
        study, said[2], "the power", code_id=power["id"], stance="supports", by=study.lead, **about
    )
    await a_coding(study, quiet, "quiet", code_id=trust["id"], stance="supports")
    ids = {
        "power": power["id"],
        "money": money["id"],
        "trust": trust["id"],
        "mechanism": str(version.mechanism_id),
        "version": str(version.id),
        "note": str(note.id),
        "carers": str(study.groups[0].id),
        "leaders": str(study.groups[1].id),
        "lead": str(study.lead.id),
    }
    return ids, said


async def test_excerpts_of_a_code_hold_those_of_the_codes_below_it(study: Study) -> None:
    ids, _ = await _evidence(study)
    assert await _quotes(study, code_id=ids["power"]) == ["the money", "the power"]
    assert await _quotes(study, code_id=ids["money"]) == ["the money"]


async def test_excerpts_are_found_by_each_filter_and_by_several_at_once(study: Study) -> None:
    ids, _ = await _evidence(study)
    expected: list[tuple[dict[str, Any], list[str]]] = [
        ({}, ["Nobody asked me", "the money", "the power", "quiet"]),
        ({"mechanism_id": ids["mechanism"]}, ["the money", "the power"]),
        ({"version_id": ids["version"]}, ["the money", "the power"]),
        ({"group_id": ids["carers"]}, ["Nobody asked me"]),
        ({"group_id": ids["leaders"], "stance": "supports"}, ["the power"]),
        ({"without_group": True}, ["quiet"]),
        ({"stance": "supports"}, ["the power", "quiet"]),
        ({"element": "context"}, ["the money"]),
        ({"document_id": ids["note"]}, ["quiet"]),
        ({"kind": "comment"}, []),
        ({"coder_id": ids["lead"]}, ["the power"]),
        ({"code_id": ids["power"], "group_id": ids["carers"]}, []),
        ({"is_orphan": True}, []),
    ]
    for filters, quotes in expected:
        assert await _quotes(study, **filters) == quotes, filters


async def test_an_excerpt_shows_what_stands_around_it_and_who_said_it(study: Study) -> None:
    ids, said = await _evidence(study)
    [excerpt] = (await _excerpts(study, code_id=ids["money"]))["excerpts"]
    assert (excerpt["before"], excerpt["after"]) == ("We hold ", said[2].text[17:])
    assert (excerpt["speaker_label"], excerpt["group_id"]) == ("Leader", ids["leaders"])
    assert excerpt["member_id"] == str(study.panel[1].id)
    assert (excerpt["document"]["title"], excerpt["start_seconds"]) == ("Meeting 1", 10.0)
    assert (excerpt["code"]["name"], excerpt["coder_name"]) == ("Money", "Researcher")


async def test_the_counts_say_which_groups_are_heard_and_how(study: Study) -> None:
    ids, _ = await _evidence(study)
    page = await _excerpts(study, limit=1)
    assert (page["total"], len(page["excerpts"])) == (4, 1)
    counted = {
        group["group_id"]: (group["excerpts"], group["people"], group["supports"])
        for group in page["by_group"]
    }
    assert counted == {ids["carers"]: (1, 1, 0), ids["leaders"]: (2, 1, 1), None: (1, 0, 1)}
    rest = await _quotes(study, limit=2, offset=1)
    assert rest == ["the money", "the power"]


async def test_a_comment_is_an_excerpt_of_its_writer(study: Study) -> None:
    version = await a_frozen_version(study)
    made = await a_comment(study, study.researcher, version.id)
    segment = (await segments_of(study, (await document_of(study, made["id"])).id))[0]
    code = await a_code(study)
    await a_coding(study, segment, "carers", code_id=code["id"])
    [excerpt] = (await _excerpts(study, kind="comment"))["excerpts"]
    assert excerpt["member_id"] == str(study.researcher.id)


@pytest.mark.parametrize("path", ["excerpts", "codes", "documents", "codings/counts"])
@pytest.mark.both_databases
async def test_more_data_asks_no_more_queries(study: Study, path: str) -> None:
    statements: list[str] = []
    engine = study.lab.runtime.database.engine.sync_engine

    def count(*arguments: Any) -> None:
        statements.append(arguments[2])

    async def cost() -> int:
        statements.clear()
        event.listen(engine, "before_cursor_execute", count)
        ok(await study.researcher.client.get(f"{study.url}/{path}"))
        event.remove(engine, "before_cursor_execute", count)
        return len(statements)

    ids, said = await _evidence(study)
    little = await cost()
    for words in ("Nobody", "asked", "me", "what", "need", "told"):
        await a_coding(study, said[1], words, code_id=ids["trust"])
        await a_transcript(study, title=words)
        await a_code(study, words)
    assert await cost() == little > 0
