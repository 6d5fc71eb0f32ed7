"""Shares of voice, worked out by hand."""

from colloquy.methods.voice import shares

GROUPS = {"ann": "carers", "bob": "carers", "eve": "leaders", "kim": "leaders"}


def test_each_groups_people_stand_beside_what_came_from_them() -> None:
    found = shares(GROUPS, {"airtime": {"ann": 30.0, "eve": 90.0}, "hands": {"ann": 1, "bob": 1}})
    carers, leaders = found.groups
    assert (carers.group, carers.people, carers.share_of_people) == ("carers", 2, 0.5)
    assert carers.shares == {"airtime": 0.25, "hands": 1.0}
    assert leaders.amounts == {"airtime": 90.0, "hands": 0}
    assert leaders.shares == {"airtime": 0.75, "hands": 0.0}


def test_people_in_no_group_are_told_beside_and_change_no_share() -> None:
    found = shares(GROUPS, {"airtime": {"chair": 600.0, "ann": 30.0}})
    assert found.outside == {"airtime": 600.0}
    assert found.groups[0].shares == {"airtime": 1.0}


def test_a_share_of_nothing_is_none_and_a_silent_group_is_there() -> None:
    found = shares(GROUPS, {"comments": {}})
    assert [group.shares for group in found.groups] == [{"comments": None}, {"comments": None}]
    assert shares({}, {"comments": {}}).groups == ()
