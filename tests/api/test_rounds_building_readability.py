"""Reading age and hard words beside what is written for the panel."""

from sqlmodel import select

from colloquy.audit.models import AuditEntry
from tests.factories.studies import Study
from tests.support.lab import Lab, ok

TEXT = "Carers come to every meeting and say what they think about accountability."


async def test_a_text_is_measured_while_it_is_written_and_nothing_is_kept(
    lab: Lab, study: Study
) -> None:
    url = f"{study.url}/readability"
    async with lab.runtime.reading() as session:
        before = len((await session.exec(select(AuditEntry))).all())
    found = ok(await study.researcher.client.post(url, json={"text": TEXT})).json()
    assert (found["words"], found["sentences"]) == (12, 1)
    assert 8 < found["age"] < 18
    [hard] = found["hard"]
    assert TEXT[hard["start"] : hard["end"]] == hard["word"] == "accountability"
    async with lab.runtime.reading() as session:
        assert len((await session.exec(select(AuditEntry))).all()) == before


async def test_an_empty_text_has_no_age(study: Study) -> None:
    found = ok(await study.facilitator.client.post(f"{study.url}/readability", json={"text": ""}))
    assert found.json() == {"words": 0, "sentences": 0, "age": None, "hard": []}


async def test_only_the_team_measures_and_no_text_without_end(study: Study) -> None:
    url = f"{study.url}/readability"
    ok(await study.panel[0].client.post(url, json={"text": TEXT}), 403)
    ok(await study.lead.client.post(url, json={"text": "a" * 20001}), 422)
