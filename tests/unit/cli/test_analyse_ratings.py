"""`colloquy analyse ratings`: from a table of ratings to figures."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from colloquy.cli.analyse import app

HEADER = "item,participant,group,rating"
# PMC3467596, Table 1
PUBLISHED = [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9]


def write(folder: Path, *rows: str, name: str = "ratings.csv") -> str:
    path = folder / name
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return str(path)


def rated(item: str, group: str, ratings: list[int | str], first: int = 0) -> list[str]:
    return [f"{item},{group}{first + n},{group},{rating}" for n, rating in enumerate(ratings)]


def run(*arguments: str) -> dict[str, Any]:
    result = CliRunner().invoke(app, ["ratings", *arguments])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def refuse(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["ratings", *arguments])
    assert result.stdout == ""
    return result.exit_code, result.stderr


def test_the_published_example_comes_out_unrounded(tmp_path: Path) -> None:
    item = run(write(tmp_path, *rated("trust", "a", PUBLISHED)))["items"]["trust"]

    assert item["overall"] == {
        "n": 15,
        "unable": 0,
        "median": 7,
        "q1": 7,
        "q3": 8,
        "iqr": 1,
        "p30": 7,
        "p70": 8,
        "ipr": 1,
        "iprcp": 7.5,
        "ai": 2.5,
        "ipras": 6.1,
        "di": 10 / 61,
        "rand": "appropriate",
        "share_low": 0,
        "share_middle": 0.2,
        "share_high": 0.8,
    }
    assert item["groups"] == {"a": item["overall"]}
    assert item["small_panel"] is True
    assert item["consensus"] == {
        "70/15": "in",
        "70/15 in each group": "in",
        "at most 50 % in each group": "none",
        "75 % agreement": "in",
        "narrow range": "in",
        "RAND/UCLA": "in",
        "classic count": "in",
    }


def test_a_small_group_is_suppressed_and_so_is_the_one_that_would_give_it_away(
    tmp_path: Path,
) -> None:
    file = write(
        tmp_path,
        *rated("x", "few", [1, 9]),
        *rated("x", "some", [8, 8, 8]),
        *rated("x", "many", [7, 7, 7, 7]),
    )

    groups = run(file)["items"]["x"]["groups"]
    assert (groups["few"], groups["some"]) == ("suppressed", "suppressed")
    assert groups["many"]["n"] == 4
    everything = run(file, "--no-suppression")["items"]["x"]["groups"]
    assert [everything[name]["n"] for name in ("few", "some", "many")] == [2, 3, 4]
    strict = run(file, "--threshold", "5")["items"]["x"]
    assert set(strict["groups"].values()) == {"suppressed"}
    assert strict["consensus"]["70/15 in each group"] == "none"


def test_a_group_that_is_large_by_unable_to_say_alone_is_suppressed(tmp_path: Path) -> None:
    rows = [*rated("x", "a", [9, "", ""]), *rated("x", "b", [1] * 5), *rated("x", "c", [5] * 6)]

    groups = run(write(tmp_path, *rows))["items"]["x"]["groups"]

    assert (groups["a"], groups["b"], groups["c"]["n"]) == ("suppressed", "suppressed", 6)


def test_people_without_a_group_count_in_the_whole_alone(tmp_path: Path) -> None:
    item = run(write(tmp_path, "x,p1,,9", *rated("x", "a", [8, 8, 8])))["items"]["x"]

    assert item["overall"]["n"] == 4
    assert item["groups"] == {"a": "suppressed"}


def test_unable_to_say_enters_the_denominator_when_asked_for(tmp_path: Path) -> None:
    file = write(tmp_path, *rated("x", "a", [8, 8, 8, ""]))

    left_out = run(file)["items"]["x"]["overall"]
    counted = run(file, "--unable", "counted")["items"]["x"]["overall"]

    assert (left_out["n"], left_out["unable"]) == (3, 1)
    assert (left_out["share_high"], counted["share_high"]) == (1, 0.75)


def test_an_item_that_nobody_could_rate_has_no_figure(tmp_path: Path) -> None:
    item = run(write(tmp_path, *rated("x", "a", ["", "", ""])))["items"]["x"]

    assert item["overall"].pop("n") == 0
    assert item["overall"].pop("unable") == 3
    assert set(item["overall"].values()) == {None}
    assert set(item["consensus"].values()) == {"none"}


@pytest.mark.parametrize(
    ("options", "ratings", "share_high"),
    [
        (("--scale", "1-7"), [6, 7, 3], 2 / 3),
        (("--scale", "1-5"), [4, 5, 3], 2 / 3),
        (("--scale", "0-10", "--bands", "0-3,4-7,8-10"), [8, 10, 0], 2 / 3),
        (("--scale=-2-2", "--bands=-2--1,0-0,1-2"), [-2, 0, 2], 1 / 3),
    ],
)
def test_figures_made_for_nine_points_are_null_on_other_scales(
    options: tuple[str, ...], ratings: list[int | str], share_high: float, tmp_path: Path
) -> None:
    item = run(write(tmp_path, *rated("x", "a", ratings)), *options)["items"]["x"]

    assert item["overall"]["share_high"] == share_high
    assert item["overall"]["iprcp"] is not None
    assert [item["overall"][name] for name in ("ai", "ipras", "di", "rand")] == [None] * 4
    assert (item["consensus"]["RAND/UCLA"], item["consensus"]["classic count"]) == (None, None)
    assert item["consensus"]["70/15"] == "none"


def test_own_bands_on_nine_points_change_shares_and_not_the_rand_figures(tmp_path: Path) -> None:
    file = write(tmp_path, *rated("x", "a", PUBLISHED))

    usual, own = run(file), run(file, "--bands", "1-2,3-7,8-9")

    assert own["items"]["x"]["overall"]["share_high"] == 7 / 15
    assert own["items"]["x"]["overall"]["rand"] == usual["items"]["x"]["overall"]["rand"]


def test_only_the_rules_asked_for_are_printed(tmp_path: Path) -> None:
    file = write(tmp_path, *rated("x", "a", [1] * 9))

    found = run(file, "--rule", "rand/ucla", "--rule", "classic count")["items"]["x"]

    assert found["consensus"] == {"RAND/UCLA": "out", "classic count": "out"}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--rule", "RAND/UCLA", "--scale", "1-7"), "is made for points 1 to 9"),
        (("--rule", "best"), "There is no rule “best”. The rules are: “70/15”;"),
        (("--scale", "nine"), "Write it as --scale 1-9"),
        (("--scale", "9-1"), "goes from low to high"),
        (("--scale", "0-10"), "State the bands of a scale of 0 to 10"),
        (("--scale", "1-9", "--bands", "1-4,6-7,8-9"), "must cover every point"),
        (("--scale", "1-9", "--bands", "1-4,5-9"), "three bands"),
    ],
)
def test_an_option_that_does_not_fit_is_refused(
    options: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    code, words = refuse(write(tmp_path, "x,p,a,5"), *options)

    assert code == 2
    assert sentence in words


def test_a_rating_outside_the_scale_is_named_by_its_line(tmp_path: Path) -> None:
    code, words = refuse(write(tmp_path, "x,p1,a,5", "x,p2,a,10", "x,p3,a,many", "x,p4,a,7.5"))

    assert code == 2
    assert "in 3 lines: line 3 (“10”), line 4 (“many”), line 5 (“7.5”)" in words
    assert "Write a whole number from 1 to 9" in words


def test_of_repeated_rows_the_last_counts_and_their_number_is_told(tmp_path: Path) -> None:
    file = write(tmp_path, "x,p,a,1", "x,p,a,2", "x,p,b,9", "x,q,a,9")

    result = CliRunner().invoke(app, ["ratings", file])

    assert "2 rows were replaced by a later row" in result.stderr
    assert json.loads(result.stdout)["items"]["x"]["overall"]["median"] == 9


def test_two_rounds_are_compared_by_person(tmp_path: Path) -> None:
    first = write(
        tmp_path, *rated("x", "a", [3, 7, 8, 5, 1, 1, 1]), *rated("old", "a", [5] * 4), name="1.csv"
    )
    second = write(
        tmp_path, *rated("x", "a", [7, 7, 8, 5]), *rated("new", "a", [5] * 4), name="2.csv"
    )

    found = run(first, second)

    assert list(found["items"]) == ["x", "new"]
    assert found["dropped"] == ["old"]
    assert found["items"]["x"]["overall"]["n"] == 4
    assert found["items"]["new"]["stability"] is None
    stability = found["items"]["x"]["stability"]
    assert (stability["pairs"], stability["share_changed"]) == (4, 0.25)
    assert stability["attrition"]["left"] == {"n": 3, "median": 1, "mean": 1}
    assert found["kendall_w"]["later"]["items"] == 1


def test_the_ratings_of_two_who_left_are_suppressed(tmp_path: Path) -> None:
    first = write(tmp_path, *rated("x", "a", [3, 7, 8, 1, 1]), name="1.csv")
    second = write(tmp_path, *rated("x", "a", [7, 7, 8]), name="2.csv")

    shown = run(first, second)["items"]["x"]["stability"]["attrition"]
    assert (shown["stayed"], shown["left"], shown["difference_p"]) == ("suppressed",) * 3
    assert shown["share_left"] == 0.4
    everything = run(first, second, "--no-suppression")["items"]["x"]["stability"]
    assert everything["attrition"]["left"]["mean"] == 1


def test_two_people_in_both_rounds_are_suppressed(tmp_path: Path) -> None:
    first = write(tmp_path, *rated("x", "a", [3, 7]), name="1.csv")

    found = run(first, first)

    assert found["items"]["x"]["stability"] == "suppressed"
    assert found["kendall_w"] == {"earlier": "suppressed", "later": "suppressed"}


ROWS = st.lists(
    st.tuples(
        st.sampled_from("xy"),
        st.integers(0, 9),
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["", *map(str, range(1, 10))]),
    ),
    min_size=1,
    unique_by=lambda row: row[:2],
)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ROWS, random=st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters_and_shares_sum_to_one(
    rows: list[tuple[str, int, str, str]], random: Any, tmp_path: Path
) -> None:
    lines = [f"{item},p{person},{group},{rating}" for item, person, group, rating in rows]
    shuffled = list(lines)
    random.shuffle(shuffled)

    one, other = run(write(tmp_path, *lines)), run(write(tmp_path, *shuffled))

    assert one == other
    for item in one["items"].values():
        figures = item["overall"]
        if figures["n"]:
            bands = [figures[f"share_{name}"] for name in ("low", "middle", "high")]
            assert sum(bands) == pytest.approx(1)
