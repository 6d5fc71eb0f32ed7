"""The commands of small groups: checked against the state, written as one event each."""

from datetime import timedelta
from uuid import UUID

from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, Invalid, NotFound
from colloquy.meetings.log import Said
from colloquy.meetings.scene import Handlers, Scene
from colloquy.meetings.small_groups import making, places, policy, queries, recalling
from colloquy.meetings.small_groups.fold import Division, SmallGroupState
from colloquy.meetings.small_groups.schemas import (
    BeginReport,
    CallBack,
    EndReport,
    EndSmallGroupFloor,
    GiveSmallGroupFloor,
    LowerSmallGroupHand,
    MakeSmallGroups,
    NameFacilitator,
    OrderReports,
    PlaceInSmallGroup,
    RaiseSmallGroupHand,
    ReleaseFromSmallGroup,
    SendOut,
    WarnSmallGroups,
)
from colloquy.methods.shuffling import shuffled


async def _make(scene: Scene, command: MakeSmallGroups) -> Said:
    if scene.state.are_groups_out:
        raise Conflict("People are in their small groups. Call them back first.")
    return await making.make(scene, command)


async def _place(scene: Scene, command: PlaceInSmallGroup) -> Said:
    division = _open(scene)
    person = scene.state.people.get(command.member_id)
    if person is None:
        raise NotFound("This person is not in the meeting.")
    present = division.group_of(person.id)
    if command.small_group_id is None:
        if present:
            raise Conflict(f"{person.name} has a place already.")
        wanted = places.find_best(scene.state, division, person.group_id)
    else:
        wanted = _find(division, command.small_group_id).id
    if present and present.id == wanted:
        raise Conflict(f"{person.name} is in this small group already.")
    await places.place(scene.session, scene.meeting.id, person.id, wanted)
    return Said("small_group_member_placed", {"small_group_id": wanted, "member_id": person.id})


async def _release(scene: Scene, command: ReleaseFromSmallGroup) -> Said:
    if not policy.can_release(scene.actor, command.member_id):
        raise Forbidden("Only the chair takes somebody else out of a small group.")
    if _open(scene).group_of(command.member_id) is None:
        raise Conflict("This person is in no small group.")
    await places.release(scene.session, scene.meeting.id, command.member_id)
    return Said("small_group_member_released", {"member_id": command.member_id})


async def _name_facilitator(scene: Scene, command: NameFacilitator) -> Said:
    group = _find(_open(scene), command.small_group_id)
    if command.member_id and command.member_id not in group.member_ids:
        raise Conflict("Put this person into the small group first.")
    return Said(
        "small_group_facilitator_named",
        {"small_group_id": group.id, "member_id": command.member_id},
    )


async def _send_out(scene: Scene, command: SendOut) -> Said:
    division = _open(scene)
    if division.sent_at:
        raise Conflict("Everybody is in their small groups already.")
    moment = now()
    for group in await queries.of_division(scene.session, division.id):
        group.opened_at = moment
        scene.session.add(group)
    return Said("small_groups_sent", {"ends_at": moment + timedelta(minutes=command.minutes)})


async def _warn(scene: Scene, command: WarnSmallGroups) -> Said:
    _out(scene)
    return Said("small_groups_warned", {"ends_at": now() + timedelta(seconds=command.seconds)})


async def _call_back(scene: Scene, _command: CallBack) -> Said:
    _out(scene)
    await recalling.close_notes(scene.session, scene.meeting)
    return Said("small_groups_recalled", {})


async def _order_reports(scene: Scene, command: OrderReports) -> Said:
    division = _newest(scene)
    ids = [group.id for group in division.groups]
    if command.order is None:
        seed = making.seed_of(command.command_id)
        drawn = shuffled(ids, seed, "reports")
        return Said("small_group_reports_ordered", {"order": drawn, "seed": seed})
    if sorted(command.order) != sorted(ids):
        raise Invalid("Name every small group once.")
    return Said("small_group_reports_ordered", {"order": command.order, "seed": None})


async def _begin_report(scene: Scene, command: BeginReport) -> Said:
    division = _newest(scene)
    if division.recalled_at is None:
        raise Conflict("Call everybody back first.")
    if division.reporting:
        raise Conflict("A small group is reporting. End its report first.")
    group = _find(division, command.small_group_id)
    return Said("small_group_report_begun", {"small_group_id": group.id})


async def _end_report(scene: Scene, _command: EndReport) -> Said:
    reporting = _newest(scene).reporting
    if reporting is None:
        raise Conflict("No small group is reporting.")
    return Said("small_group_report_ended", {"small_group_id": reporting})


async def _raise_hand(scene: Scene, _command: RaiseSmallGroupHand) -> Said:
    me = scene.actor.member_id
    group = _out(scene).group_of(me)
    if group is None:
        raise Conflict("You are in no small group.")
    if group.has_hand(me):
        raise Conflict("Your hand is up already.")
    if group.floor and group.floor.member_id == me:
        raise Conflict("You have the floor already.")
    return Said("small_group_hand_raised", {"small_group_id": group.id})


async def _lower_hand(scene: Scene, command: LowerSmallGroupHand) -> Said:
    group = _find(_out(scene), command.small_group_id)
    if command.member_id != scene.actor.member_id:
        _expect_facilitator(scene, group)
    if not group.has_hand(command.member_id):
        raise Conflict("This hand is not up any more.")
    return Said(
        "small_group_hand_lowered",
        {"small_group_id": group.id, "member_id": command.member_id},
    )


async def _give_floor(scene: Scene, command: GiveSmallGroupFloor) -> Said:
    group = _find(_out(scene), command.small_group_id)
    _expect_facilitator(scene, group)
    if command.member_id not in group.member_ids:
        raise NotFound("This person is not in the small group.")
    if group.floor and group.floor.member_id == command.member_id:
        raise Conflict("This person has the floor already.")
    return Said(
        "small_group_floor_given",
        {"small_group_id": group.id, "member_id": command.member_id},
    )


async def _end_floor(scene: Scene, command: EndSmallGroupFloor) -> Said:
    group = _find(_out(scene), command.small_group_id)
    if group.floor is None:
        raise Conflict("Nobody has the floor.")
    if group.floor.member_id != scene.actor.member_id:
        _expect_facilitator(scene, group)
    return Said("small_group_floor_ended", {"small_group_id": group.id})


def _newest(scene: Scene) -> Division:
    if scene.state.division is None:
        raise Conflict("No small groups have been made yet.")
    return scene.state.division


def _open(scene: Scene) -> Division:
    division = _newest(scene)
    if division.recalled_at:
        raise Conflict("Everybody has been called back from the small groups already.")
    return division


def _out(scene: Scene) -> Division:
    division = _open(scene)
    if division.sent_at is None:
        raise Conflict("The small groups have not been sent out yet.")
    return division


def _find(division: Division, small_group_id: UUID) -> SmallGroupState:
    group = division.group(small_group_id)
    if group is None:
        raise NotFound("There is no such small group.")
    return group


def _expect_facilitator(scene: Scene, group: SmallGroupState) -> None:
    if not policy.can_give_floor(scene.actor, group):
        raise Forbidden("The facilitator of the small group or the chair does this.")


HANDLERS: Handlers = {
    "make_small_groups": _make,
    "place_in_small_group": _place,
    "release_from_small_group": _release,
    "name_facilitator": _name_facilitator,
    "send_out": _send_out,
    "warn_small_groups": _warn,
    "call_back": _call_back,
    "order_reports": _order_reports,
    "begin_report": _begin_report,
    "end_report": _end_report,
    "raise_small_group_hand": _raise_hand,
    "lower_small_group_hand": _lower_hand,
    "give_small_group_floor": _give_floor,
    "end_small_group_floor": _end_floor,
}
