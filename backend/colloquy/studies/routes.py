"""HTTP: studies, stages, groups, members, invitations and consent."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from colloquy.access.actor import Actor
from colloquy.access.permissions import Permission
from colloquy.core.web import AddressDep, RuntimeDep, SessionDep
from colloquy.people import service as people
from colloquy.people.dependencies import CurrentAccount, SessionToken
from colloquy.people.schemas import PasswordChange
from colloquy.studies import arranging, invitations, reading, service, taking_part
from colloquy.studies.dependencies import (
    CurrentActor,
    MemberDep,
    Newcomer,
    OwnMembership,
    StudyDep,
    require,
)
from colloquy.studies.schemas import (
    ConsentGiven,
    ConsentRead,
    Decline,
    Declined,
    DeclineToken,
    GroupCreate,
    GroupRead,
    GroupUpdate,
    Me,
    MemberInvite,
    MemberRead,
    MemberUpdate,
    Order,
    Recruitment,
    StageCreate,
    StageRead,
    StageUpdate,
    StudyCreate,
    StudyListed,
    StudyRead,
    StudyUpdate,
    TakenOut,
)

router = APIRouter(prefix="/api", tags=["studies"])

Editor = Annotated[Actor, Depends(require(Permission.STUDY_EDIT))]
Inviter = Annotated[Actor, Depends(require(Permission.MEMBERS_INVITE))]
TeamReader = Annotated[Actor, Depends(require(Permission.MEMBERS_READ))]


@router.get("/me")
async def read_me(account: CurrentAccount, session: SessionDep) -> Me:
    """The signed-in person and their studies."""
    return await reading.read_me(session, account)


@router.post("/me/password", status_code=204)
async def change_password(
    body: PasswordChange,
    account: CurrentAccount,
    token: SessionToken,
    session: SessionDep,
    runtime: RuntimeDep,
) -> None:
    """Set or change one's own password, which signs every other browser out; for staff."""
    await runtime.throttle.count(runtime.settings.sign_in_limit, "password", str(account.id))
    await reading.refuse_password_to_the_panel(session, account)
    await people.change_password(session, account, body.old, body.new, keep=token)


@router.get("/studies")
async def list_studies(account: CurrentAccount, session: SessionDep) -> list[StudyListed]:
    """The studies I am in."""
    return await reading.list_studies(session, account)


@router.post("/studies", status_code=201)
async def create_study(
    body: StudyCreate, account: CurrentAccount, session: SessionDep
) -> StudyListed:
    """Begin a study and lead it."""
    study = await service.create_study(session, account, body)
    return next(row for row in await reading.list_studies(session, account) if row.id == study.id)


@router.get("/studies/{study_id}")
async def read_study(study: StudyDep, actor: CurrentActor, session: SessionDep) -> StudyRead:
    """A study with its stages and groups."""
    return await reading.read_study(session, study, actor)


@router.patch("/studies/{study_id}")
async def update_study(
    body: StudyUpdate, study: StudyDep, actor: Editor, session: SessionDep
) -> StudyRead:
    """Change a study's words, its suppression threshold or its consent form."""
    changed = await service.update_study(session, actor, study, body)
    return await reading.read_study(session, changed, actor)


@router.post("/studies/{study_id}/stages", status_code=201)
async def add_stage(body: StageCreate, actor: Editor, session: SessionDep) -> StageRead:
    """Add a stage."""
    stage = await service.add_stage(session, actor, body)
    return StageRead.model_validate(stage, from_attributes=True)


@router.patch("/studies/{study_id}/stages/{stage_id}")
async def update_stage(
    stage_id: UUID, body: StageUpdate, actor: Editor, session: SessionDep
) -> StageRead:
    """Change a stage or say where it stands."""
    stage = await service.find_stage(session, actor.study_id, stage_id)
    changed = await arranging.update_stage(session, actor, stage, body)
    return StageRead.model_validate(changed, from_attributes=True)


@router.put("/studies/{study_id}/stages/order")
async def order_stages(body: Order, actor: Editor, session: SessionDep) -> list[StageRead]:
    """Put the stages in another order."""
    rows = await arranging.order_stages(session, actor, body.ids)
    return [StageRead.model_validate(row, from_attributes=True) for row in rows]


@router.delete("/studies/{study_id}/stages/{stage_id}", status_code=204)
async def remove_stage(stage_id: UUID, actor: Editor, session: SessionDep) -> None:
    """Remove a stage to which nothing belongs."""
    stage = await service.find_stage(session, actor.study_id, stage_id)
    await arranging.remove_stage(session, actor, stage)


@router.post("/studies/{study_id}/groups", status_code=201)
async def add_group(body: GroupCreate, actor: Editor, session: SessionDep) -> GroupRead:
    """Add a stakeholder group."""
    group = await service.add_group(session, actor, body)
    return GroupRead.model_validate(group, from_attributes=True)


@router.put("/studies/{study_id}/groups/order")
async def order_groups(body: Order, actor: Editor, session: SessionDep) -> list[GroupRead]:
    """Put the stakeholder groups in another order."""
    rows = await arranging.order_groups(session, actor, body.ids)
    return [GroupRead.model_validate(row, from_attributes=True) for row in rows]


@router.patch("/studies/{study_id}/groups/{group_id}")
async def update_group(
    group_id: UUID, body: GroupUpdate, actor: Editor, session: SessionDep
) -> GroupRead:
    """Rename a stakeholder group or change its kind."""
    group = await service.find_group(session, actor.study_id, group_id)
    changed = await arranging.update_group(session, actor, group, body)
    return GroupRead.model_validate(changed, from_attributes=True)


@router.delete("/studies/{study_id}/groups/{group_id}", status_code=204)
async def remove_group(group_id: UUID, actor: Editor, session: SessionDep) -> None:
    """Remove a stakeholder group to which nobody and nothing belongs."""
    group = await service.find_group(session, actor.study_id, group_id)
    await arranging.remove_group(session, actor, group)


@router.get("/studies/{study_id}/members")
async def list_members(actor: TeamReader, session: SessionDep) -> list[MemberRead]:
    """Everybody in the study."""
    return await reading.list_members(session, actor.study_id)


@router.get("/studies/{study_id}/recruitment")
async def read_recruitment(actor: TeamReader, session: SessionDep) -> list[Recruitment]:
    """Invited, active, declined and silent, by stakeholder group."""
    return await reading.count_recruitment(session, actor.study_id)


@router.post("/studies/{study_id}/members", status_code=201)
async def invite(
    body: MemberInvite, study: StudyDep, actor: Inviter, session: SessionDep, runtime: RuntimeDep
) -> MemberRead:
    """Invite one person by mail."""
    member, account = await invitations.invite(session, actor, study, body, runtime.settings)
    return reading.read_member(member, account, has_consented=False)


@router.patch("/studies/{study_id}/members/{member_id}")
async def update_member(
    body: MemberUpdate, found: MemberDep, actor: Inviter, session: SessionDep
) -> MemberRead:
    """Change a member's roles or group."""
    member = await invitations.update_member(session, actor, found[0], body)
    return await reading.read_one_member(session, member, found[1])


@router.post("/studies/{study_id}/members/{member_id}/send-again", status_code=202)
async def send_again(
    found: MemberDep, study: StudyDep, actor: Inviter, session: SessionDep, runtime: RuntimeDep
) -> MemberRead:
    """Send a member a fresh link."""
    await invitations.send_again(session, actor, study, found[0], runtime.settings)
    return await reading.read_one_member(session, *found)


@router.post("/studies/{study_id}/members/{member_id}/take-out")
async def take_out(
    body: TakenOut, found: MemberDep, actor: Inviter, session: SessionDep
) -> MemberRead:
    """End somebody's part in the study at once; their words and answers stay."""
    await taking_part.take_out(session, actor, found[0], body.reason)
    return await reading.read_one_member(session, *found)


@router.post("/studies/{study_id}/members/{member_id}/bring-back")
async def bring_back(found: MemberDep, actor: Inviter, session: SessionDep) -> MemberRead:
    """Let somebody who was taken out take part again."""
    await taking_part.bring_back(session, actor, found[0])
    return await reading.read_one_member(session, *found)


@router.post("/studies/{study_id}/invitation/take-up", status_code=204)
async def take_up_invitation(member: OwnMembership, session: SessionDep) -> None:
    """Say that I take part, without the link in the mail."""
    await taking_part.take_up(session, member)


@router.post("/studies/{study_id}/invitation/turn-down", status_code=204)
async def turn_down_invitation(member: OwnMembership, session: SessionDep) -> None:
    """Say that I do not take part, without the link in the mail."""
    await taking_part.turn_down(session, member)


@router.get("/studies/{study_id}/consent")
async def read_consent(newcomer: Newcomer, session: SessionDep) -> ConsentRead:
    """The consent form in force and whether I have agreed to it."""
    return await reading.read_consent(session, newcomer.study, newcomer.actor)


@router.post("/studies/{study_id}/consent")
async def give_consent(body: ConsentGiven, newcomer: Newcomer, session: SessionDep) -> ConsentRead:
    """Agree to the consent form."""
    await service.give_consent(session, newcomer.actor, body.form_id)
    return await reading.read_consent(session, newcomer.study, newcomer.actor)


@router.post("/invitations/decline")
async def decline(
    body: Decline, session: SessionDep, runtime: RuntimeDep, address: AddressDep
) -> Declined:
    """Say no, with a reason, by a link in the mail."""
    await runtime.throttle.count(runtime.settings.link_limit, "decline", address)
    study, member = await invitations.decline(
        session, body.token, runtime.settings, reason=body.reason, words=body.words
    )
    return Declined(
        study_title=study.title, reason=member.decline_reason, words=member.decline_words
    )


@router.post("/invitations/take-back", status_code=202)
async def take_back_decline(
    body: DeclineToken, session: SessionDep, runtime: RuntimeDep, address: AddressDep
) -> Declined:
    """Take a no back; a fresh link comes by mail."""
    await runtime.throttle.count(runtime.settings.link_limit, "decline", address)
    study = await invitations.take_back_decline(session, body.token, runtime.settings)
    return Declined(study_title=study.title, reason="", words="")
