"""The order in which people meet the items, and a look at the round before anybody is asked."""

from typing import Any

from colloquy.rounds.models import ItemKind, ItemOrder, Round
from colloquy.rounds.schemas import RoundItemIn
from colloquy.theory.reading import read_versions
from tests.factories.rounds import a_draft_round, a_statement, url_of
from tests.factories.studies import Person, Study
from tests.factories.theory import a_mechanism
from tests.support.lab import ok


async def _a_shuffled_round(study: Study, *, statements: int = 8) -> Round:
    """An open round: a text, two mechanisms of two parts each, statements, and a closing text."""
    versions = [await a_mechanism(study, title) for title in ("Trust", "Time")]
    async with study.lab.runtime.reading() as session:
        parts = {
            version.id: (await read_versions(session, study.id, [version.id]))[version.id].cmocs[0]
            for version in versions
        }
    items = [
        RoundItemIn(kind=ItemKind.TEXT, statement="Before we begin"),
        *(
            item
            for version in versions
            for item in (
                RoundItemIn(version_id=version.id),
                RoundItemIn(version_id=version.id, cmoc_id=parts[version.id].id),
            )
        ),
        *(a_statement(f"Statement {number}") for number in range(statements)),
        RoundItemIn(kind=ItemKind.TEXT, statement="Anything else?"),
    ]
    round_ = await a_draft_round(study, items)
    change = {"item_order": ItemOrder.SHUFFLED}
    ok(await study.facilitator.client.patch(url_of(study, round_), json=change))
    ok(await study.facilitator.client.post(url_of(study, round_, "/open")))
    return round_


async def _items(study: Study, round_: Round, person: Person) -> list[dict[str, Any]]:
    return ok(await person.client.get(url_of(study, round_, "/mine"))).json()["items"]


async def test_a_shuffled_round_is_the_same_for_a_person_at_every_look_and_differs_between_people(
    study: Study,
) -> None:
    await study.add_panel(group=0, count=3)
    round_ = await _a_shuffled_round(study)
    people = [person for person in study.panel if person.actor.group_id == study.groups[0].id]
    orders: list[tuple[str, ...]] = []
    for person in people:
        once = [item["id"] for item in await _items(study, round_, person)]
        assert [item["id"] for item in await _items(study, round_, person)] == once
        orders.append(tuple(once))
    assert len(set(orders)) == len(people)
    built = ok(await study.facilitator.client.get(url_of(study, round_))).json()["items"]
    assert all(sorted(order) == sorted(item["id"] for item in built) for order in orders)


async def test_what_belongs_together_stays_together_when_shuffled(study: Study) -> None:
    await study.add_panel(group=0, count=3)
    round_ = await _a_shuffled_round(study)
    for person in study.panel:
        if person.actor.group_id != study.groups[0].id:
            continue
        items = await _items(study, round_, person)
        kinds = [item["kind"] for item in items]
        assert kinds == ["text", *["version", "cmoc"] * 2, *["statement"] * 8, "text"]
        assert items[0]["statement"] == "Before we begin"
        for whole, part in ((items[1], items[2]), (items[3], items[4])):
            assert whole["version"]["id"] == part["version"]["id"]


async def test_a_fixed_round_is_met_as_it_was_built(study: Study) -> None:
    statements = [a_statement(f"Statement {number}") for number in range(6)]
    round_ = await a_draft_round(study, statements)
    ok(await study.facilitator.client.post(url_of(study, round_, "/open")))
    met = [item["statement"] for item in await _items(study, round_, study.panel[0])]
    assert met == [f"Statement {number}" for number in range(6)]


async def test_a_preview_is_what_the_panel_reads_and_keeps_nothing(study: Study) -> None:
    round_ = await a_draft_round(study, [a_statement("One"), a_statement("Two")])
    group = study.groups[0].id
    preview = url_of(study, round_, f"/preview?group_id={group}")
    seen = ok(await study.researcher.client.get(preview)).json()
    assert [item["statement"] for item in seen["items"]] == ["One", "Two"]
    assert (seen["answers"], seen["finished_at"], seen["state"]) == ([], None, "draft")
    ok(await study.facilitator.client.post(url_of(study, round_, "/open")))
    mine = ok(await study.panel[0].client.get(url_of(study, round_, "/mine"))).json()
    same = ("title", "introduction", "items", "seconds", "suppress_below")
    assert {name: seen[name] for name in same} == {name: mine[name] for name in same}
    progress = ok(await study.facilitator.client.get(url_of(study, round_, "/progress"))).json()
    assert progress["begun"] == 0


async def test_a_preview_is_for_those_who_build_and_for_groups_of_the_study(
    study: Study,
) -> None:
    round_ = await a_draft_round(study, [a_statement("One")])
    preview = url_of(study, round_, f"/preview?group_id={study.groups[0].id}")
    ok(await study.panel[0].client.get(preview), 403)
    nobody = url_of(study, round_, f"/preview?group_id={study.id}")
    ok(await study.researcher.client.get(nobody), 404)
