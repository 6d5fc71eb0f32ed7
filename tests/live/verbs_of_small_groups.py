"""How each verb of small groups comes about, for the test that folds what they cause."""

from collections.abc import Awaitable, Callable

from tests.factories.meetings import Meeting
from tests.factories.small_groups import make_small_groups, small_group_ids, small_group_of


async def _make_small_groups(meeting: Meeting) -> None:
    await meeting.act(meeting.study.chair, "start")
    for person in meeting.study.panel[:2]:
        await meeting.act(person, "raise_hand")
    await make_small_groups(meeting, meeting.study.panel[:2])


async def _place(meeting: Meeting) -> None:
    await _make_small_groups(meeting)
    ann = str(meeting.study.panel[0].id)
    first, second = await small_group_ids(meeting)
    for small_group_id in (second, first):
        await meeting.try_to(
            meeting.study.chair,
            "place_in_small_group",
            member_id=ann,
            small_group_id=small_group_id,
        )


async def _release(meeting: Meeting) -> None:
    await _raise_small_group_hand(meeting)
    ann = meeting.study.panel[0]
    await meeting.act(ann, "release_from_small_group", member_id=str(ann.id))


async def _name_facilitator(meeting: Meeting) -> None:
    await _make_small_groups(meeting)
    ann = meeting.study.panel[0]
    mine = await small_group_of(meeting, ann)
    await meeting.act(
        meeting.study.chair, "name_facilitator", small_group_id=mine, member_id=str(ann.id)
    )


async def _send_out(meeting: Meeting) -> None:
    await _name_facilitator(meeting)
    await meeting.act(meeting.study.chair, "send_out", minutes=15)


async def _warn(meeting: Meeting) -> None:
    await _send_out(meeting)
    await meeting.act(meeting.study.chair, "warn_small_groups", seconds=60)


async def _call_back(meeting: Meeting) -> None:
    await _raise_small_group_hand(meeting)
    await meeting.act(meeting.study.chair, "call_back")


async def _order_reports(meeting: Meeting) -> None:
    await _call_back(meeting)
    await meeting.act(meeting.study.chair, "order_reports", order=None)


async def _begin_report(meeting: Meeting) -> None:
    await _order_reports(meeting)
    first, _ = await small_group_ids(meeting)
    await meeting.act(meeting.study.chair, "begin_report", small_group_id=first)


async def _end_report(meeting: Meeting) -> None:
    await _begin_report(meeting)
    await meeting.act(meeting.study.chair, "end_report")


async def _raise_small_group_hand(meeting: Meeting) -> None:
    await _send_out(meeting)
    await meeting.act(meeting.study.panel[0], "raise_small_group_hand")


async def _in_small_group(meeting: Meeting, verb: str, **fields: str) -> None:
    """What the facilitator of the first panel member's small group does there."""
    ann = meeting.study.panel[0]
    mine = await small_group_of(meeting, ann)
    await meeting.act(ann, verb, small_group_id=mine, **fields)


async def _lower_small_group_hand(meeting: Meeting) -> None:
    await _raise_small_group_hand(meeting)
    ann = str(meeting.study.panel[0].id)
    await _in_small_group(meeting, "lower_small_group_hand", member_id=ann)


async def _give_small_group_floor(meeting: Meeting) -> None:
    await _raise_small_group_hand(meeting)
    ann = str(meeting.study.panel[0].id)
    await _in_small_group(meeting, "give_small_group_floor", member_id=ann)


async def _end_small_group_floor(meeting: Meeting) -> None:
    await _give_small_group_floor(meeting)
    await _in_small_group(meeting, "end_small_group_floor")


SMALL_GROUP_VERBS: dict[str, Callable[[Meeting], Awaitable[None]]] = {
    "make_small_groups": _make_small_groups,
    "place_in_small_group": _place,
    "release_from_small_group": _release,
    "name_facilitator": _name_facilitator,
    "send_out": _send_out,
    "warn_small_groups": _warn,
    "call_back": _call_back,
    "order_reports": _order_reports,
    "begin_report": _begin_report,
    "end_report": _end_report,
    "raise_small_group_hand": _raise_small_group_hand,
    "lower_small_group_hand": _lower_small_group_hand,
    "give_small_group_floor": _give_small_group_floor,
    "end_small_group_floor": _end_small_group_floor,
}
