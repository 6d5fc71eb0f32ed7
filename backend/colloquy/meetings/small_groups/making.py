"""Dividing people: the small groups that a command asks for, as rows and as the log tells them."""

from uuid import UUID

from colloquy.core.errors import Invalid, NotFound
from colloquy.core.ids import new_id
from colloquy.meetings.log import Said
from colloquy.meetings.scene import Scene
from colloquy.meetings.small_groups import queries
from colloquy.meetings.small_groups.events import Card, SmallGroupMade
from colloquy.meetings.small_groups.models import SmallGroup, SmallGroupPlace
from colloquy.meetings.small_groups.schemas import MakeSmallGroups, SmallGroupIn
from colloquy.methods.dividing import Person, at_random, balanced

SEEDS = 2**31


def seed_of(command_id: UUID) -> int:
    """A seed that nobody chose, and that a retry of the command has, too."""
    return command_id.int % SEEDS


async def make(scene: Scene, command: MakeSmallGroups) -> Said:
    """Make small groups in place of those that were made and not sent out."""
    seed = None
    parts = [group.member_ids for group in command.groups]
    if command.how != "by_hand":
        seed = seed_of(command.command_id) if command.seed is None else command.seed
        parts = _divide(scene, command, seed)
    _check_people(scene, parts)
    before = scene.state.division
    if before and before.sent_at is None:
        for row in await queries.of_division(scene.session, before.id):
            await scene.session.delete(row)
    division_id = new_id()
    rows = [
        SmallGroup(
            meeting_id=scene.meeting.id,
            division_id=division_id,
            number=number,
            **_card(scene, given).model_dump(include={"title", "version_id"}),
        )
        for number, given in enumerate(command.groups, start=1)
    ]
    scene.session.add_all(rows)
    await scene.session.flush()
    scene.session.add_all(
        SmallGroupPlace(small_group_id=row.id, member_id=member_id)
        for row, member_ids in zip(rows, parts, strict=True)
        for member_id in member_ids
    )
    made = [
        SmallGroupMade(id=row.id, card=_card(scene, given), member_ids=member_ids)
        for row, given, member_ids in zip(rows, command.groups, parts, strict=True)
    ]
    return Said(
        "small_groups_made",
        {"division_id": division_id, "how": command.how, "seed": seed, "groups": made},
    )


def _divide(scene: Scene, command: MakeSmallGroups, seed: int) -> list[list[UUID]]:
    if any(group.member_ids for group in command.groups):
        raise Invalid("Put people into groups by hand, or let them be divided: not both.")
    if len(command.member_ids) < len(command.groups):
        raise Invalid("There are more groups than people. Choose fewer groups.")
    _check_people(scene, [command.member_ids])
    people = [Person(str(one), str(scene.state.people[one].group_id)) for one in command.member_ids]
    divide = balanced if command.how == "balanced" else at_random
    parts = divide(people, len(command.groups), seed)
    return [[UUID(one) for one in part] for part in parts]


def _check_people(scene: Scene, parts: list[list[UUID]]) -> None:
    everybody = [member_id for part in parts for member_id in part]
    if not everybody:
        raise Invalid("Choose who goes to the small groups.")
    if len(set(everybody)) != len(everybody):
        raise Invalid("Somebody is in two places. Put each person into one group.")
    if any(member_id not in scene.state.people for member_id in everybody):
        raise NotFound("Somebody among these is not in the meeting.")


def _card(scene: Scene, given: SmallGroupIn) -> Card:
    question = given.question.strip()
    if given.item_id is None:
        if not question:
            raise Invalid("Give every small group a point of the agenda or a question.")
        return Card(item_id=None, version_id=None, title=question)
    item = scene.state.item(given.item_id)
    if item is None:
        raise NotFound("This point is not on the agenda.")
    return Card(item_id=item.id, version_id=item.version_id, title=question or item.title)
