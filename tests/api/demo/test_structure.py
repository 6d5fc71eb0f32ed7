"""What is real in the demo: the numbers, names and lineage of the published study."""

import pytest

from tests.support.demo import Demo
from tests.support.lab import ok

pytestmark = pytest.mark.timeout(600)

LEAD = "Miriam Okonjo"
ACTIVE = {
    "Inspiring intent to work together": 22,
    "Creating the conditions to work together": 22,
    "Balancing multiple perspectives": 20,
    "Working with power": 16,
    "Commitment to learning and development": 14,
    "Taking a wider view": 13,
    "Clarifying complexity": 10,
    "Fostering resilience": 0,
}
FOLDED = {"Planning and co-ordinating": 5, "Adaptability of leadership style": 3}

# every edge of the table in the report, stage by stage: before, after, and whether only in part
FIRST_LIST = {
    ("Supportive relationships and trust", "Inspiring intent to work together", True),
    ("Communication", "Inspiring intent to work together", False),
    ("Advocacy", "Inspiring intent to work together", False),
    ("Team and collaborative working", "Inspiring intent to work together", False),
    (
        "Shared mission, vision, approach and purpose",
        "Enabling people to work together",
        False,
    ),
    ("", "Enabling people to work together", False),
    ("Balancing needs", "Creating balance and managing conflict", False),
    ("", "Creating balance and managing conflict", False),
    ("Shared responsibility and ownership", "Use of power", True),
    ("", "Use of power", False),
    (
        "Learning, development and innovation",
        "Commitment to learning and development",
        False,
    ),
    ("", "Commitment to learning and development", False),
    ("Supportive relationships and trust", "Strategic networking and the bigger picture", True),
    (
        "External liaison and consensus building",
        "Strategic networking and the bigger picture",
        False,
    ),
    ("Providing clarity", "Clarifying complex processes", True),
    ("", "Clarifying complex processes", False),
    ("", "Flexibility of leadership styles", False),
    ("", "Leader resilience", False),
    ("", "Use of public narratives", False),
}
SECOND_LIST = {
    ("Inspiring intent to work together", "Inspiring intent to work together", False),
    ("Use of public narratives", "Inspiring intent to work together", False),
    ("Enabling people to work together", "Creating the conditions to work together", False),
    ("Creating balance and managing conflict", "Balancing multiple perspectives", False),
    ("Use of power", "Working with power", False),
    (
        "Commitment to learning and development",
        "Commitment to learning and development",
        False,
    ),
    ("Strategic networking and the bigger picture", "Taking a wider view", False),
    ("Clarifying complex processes", "Clarifying complexity", False),
    ("", "Planning and co-ordinating", False),
    ("Flexibility of leadership styles", "Adaptability of leadership style", False),
    ("Leader resilience", "Fostering resilience", False),
}
THIRD_LIST = {(title, title, False) for title in ACTIVE} | {
    (folded, title, True)
    for folded in FOLDED
    for title in ACTIVE
    if title != "Fostering resilience"
}


async def _lineage(demo: Demo) -> tuple[list[dict], list[dict]]:
    lead = await demo.client(LEAD)
    read = ok(await lead.get(f"{demo.url}/lineage")).json()
    return read["nodes"], read["edges"]


def _between(edges: list[dict], before: tuple[str, int], after: tuple[str, int]) -> set:
    """Edges from one stage (and half of it) to the next; a line that begins has no before."""
    return {
        (edge["before"]["title"] if edge["before"] else "", edge["after"]["title"], edge["is_part"])
        for edge in edges
        if edge["after"]
        and edge["half"]["after"] == after
        and (edge["before"] is None or edge["half"]["before"] == before)
    }


def _with_halves(nodes: list[dict], edges: list[dict]) -> list[dict]:
    """Mark which of the two lists of a stage a version is in: it is in the second if one of the
    same stage leads to it, or if it is the newcomer among those."""
    by_stage: dict[str, set[str]] = {}
    for edge in edges:
        if edge["before"] and edge["after"]:
            before, after = edge["before"], edge["after"]
            if before["stage_label"] == after["stage_label"]:
                by_stage.setdefault(after["stage_label"], set()).add(after["id"])
    newcomer = {node["id"] for node in nodes if node["title"] == "Planning and co-ordinating"}

    def half(label: dict | None) -> tuple[str, int] | None:
        if label is None:
            return None
        later = label["id"] in by_stage.get(label["stage_label"], set()) | newcomer
        return label["stage_label"], 2 if later else 1

    return [
        {**edge, "half": {"before": half(edge["before"]), "after": half(edge["after"])}}
        for edge in edges
    ]


async def test_the_ten_first_ideas_became_the_first_list_as_in_the_table(demo: Demo) -> None:
    nodes, edges = await _lineage(demo)
    assert _between(_with_halves(nodes, edges), ("1a", 1), ("1b", 1)) == FIRST_LIST


async def test_the_first_list_became_the_second_as_in_the_table(demo: Demo) -> None:
    nodes, edges = await _lineage(demo)
    assert _between(_with_halves(nodes, edges), ("1b", 1), ("1b", 2)) == SECOND_LIST


async def test_the_second_list_became_stage_2_as_in_the_table(demo: Demo) -> None:
    nodes, edges = await _lineage(demo)
    assert _between(_with_halves(nodes, edges), ("1b", 2), ("2", 1)) == THIRD_LIST


async def test_each_list_has_as_many_mechanisms_as_in_the_report(demo: Demo) -> None:
    nodes, _ = await _lineage(demo)
    stages = [node["stage_label"] for node in nodes]
    # an accepted proposal made a second version of one mechanism at stage 2
    assert (stages.count("1a"), stages.count("1b"), stages.count("2")) == (10, 20, 9)


async def test_papers_are_counted_as_in_the_report(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    mechanisms = ok(await lead.get(f"{demo.url}/mechanisms")).json()
    current = {
        one["current"]["title"]: one["current"]["papers"]
        for one in mechanisms
        if one["status"] != "retired"
    }
    assert current == ACTIVE
    nodes, _ = await _lineage(demo)
    assert {n["title"]: n["papers"] for n in nodes if n["title"] in FOLDED} == FOLDED


async def test_where_power_came_from_is_told(demo: Demo) -> None:
    _, edges = await _lineage(demo)
    (note,) = [
        edge["note"]
        for edge in edges
        if edge["before"] is None and edge["after"]["title"] == "Use of power"
    ]
    assert "power was missing" in note


async def test_the_panel_was_recruited_in_the_numbers_of_the_report(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    rows = ok(await lead.get(f"{demo.url}/recruitment")).json()
    total = {key: sum(row[key] for row in rows) for key in ("invited", "declined", "silent")}
    assert total == {"invited": 33, "declined": 7, "silent": 4}
    members = ok(await lead.get(f"{demo.url}/members")).json()
    panel = [member for member in members if member["roles"] == ["panel"]]
    active = [member for member in panel if member["state"] == "active"]
    # three accepted and never took part: they did not even agree to the form
    assert (len(active), sum(member["has_consented"] for member in active)) == (22, 19)


async def test_those_who_took_part_are_in_the_groups_of_the_report(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    groups = ok(await lead.get(demo.url)).json()["groups"]
    members = ok(await lead.get(f"{demo.url}/members")).json()
    took_part = [one["group_id"] for one in members if one["has_consented"] and one["group_id"]]
    assert [took_part.count(group["id"]) for group in groups] == [8, 6, 3, 2]


async def test_the_reasons_for_declining_are_those_of_the_report(demo: Demo) -> None:
    lead = await demo.client(LEAD)
    members = ok(await lead.get(f"{demo.url}/members")).json()
    declined = [member for member in members if member["state"] == "declined"]
    assert [one["decline_reason"] for one in declined].count("too_busy") == 4
    words = " ".join(one["decline_words"] for one in declined)
    assert all(reason in words for reason in ("retiring", "abroad", "days of the meetings"))


async def test_the_study_says_where_its_structure_is_from_and_that_its_words_are_made_up(
    demo: Demo,
) -> None:
    lead = await demo.client(LEAD)
    study = ok(await lead.get(demo.url)).json()
    assert "10.3310/WPNG1013" in study["citation"]
    assert "CC BY 4.0" in study["citation"]
    assert study["is_illustrative"]
    assert "illustrative" in study["description"]
    consent = ok(await lead.get(f"{demo.url}/consent")).json()
    assert "illustrative" in consent["text"]
