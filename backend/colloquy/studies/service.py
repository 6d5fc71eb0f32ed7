"""Setting a study up: the study itself, its stages, groups and consent form."""

from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.actor import Actor
from colloquy.access.permissions import Role
from colloquy.audit.service import record, record_outside
from colloquy.core.clock import now
from colloquy.core.errors import Conflict, Forbidden, NotFound
from colloquy.people.models import Account
from colloquy.studies import policy, queries
from colloquy.studies.arranging import refuse_taken_label, refuse_taken_name
from colloquy.studies.models import (
    Consent,
    ConsentForm,
    Member,
    MemberState,
    Stage,
    StageState,
    StakeholderGroup,
    Study,
)
from colloquy.studies.schemas import (
    GroupCreate,
    StageCreate,
    StudyCreate,
    StudyUpdate,
)


async def create_study(session: AsyncSession, account: Account, given: StudyCreate) -> Study:
    """Begin a study; its creator leads it."""
    if not policy.can_create_study(account):
        raise Forbidden("Only staff with a password can begin a study.")
    study = Study(title=given.title, question=given.question, description=given.description)
    session.add(study)
    await session.flush()
    lead = Member(
        study_id=study.id,
        account_id=account.id,
        display_name=account.name,
        roles=[Role.LEAD],
        state=MemberState.ACTIVE,
        joined_at=now(),
    )
    session.add(lead)
    if given.consent_text:
        session.add(ConsentForm(study_id=study.id, version=1, text=given.consent_text))
    record_outside(
        session,
        "study:study:created",
        account_id=account.id,
        study_id=study.id,
        object_id=study.id,
    )
    return study


async def update_study(
    session: AsyncSession, actor: Actor, study: Study, given: StudyUpdate
) -> Study:
    """Change what was sent; a changed consent text is a new version to be agreed to."""
    changes = given.model_dump(exclude_unset=True)
    consent_text = changes.pop("consent_text", None)
    if on_leaving := changes.pop("answers_on_leaving", None):
        study.settings = study.settings | {"answers_on_leaving": on_leaving}
    for name, value in changes.items():
        if value is not None:
            setattr(study, name, value)
    session.add(study)
    if consent_text is not None:
        form = await queries.newest_form(session, study.id)
        if consent_text != (form.text if form else ""):
            version = await queries.newest_version(session, study.id) + 1
            session.add(ConsentForm(study_id=study.id, version=version, text=consent_text))
    record(session, actor, "study:study:updated", study.id, fields=sorted(given.model_fields_set))
    return study


async def add_stage(session: AsyncSession, actor: Actor, given: StageCreate) -> Stage:
    """Add a stage after the others; the first is current at once."""
    others = await queries.stages(session, actor.study_id)
    refuse_taken_label(others, given.label)
    stage = Stage(
        study_id=actor.study_id,
        label=given.label,
        title=given.title,
        position=len(others),
        state=StageState.PLANNED if others else StageState.CURRENT,
    )
    session.add(stage)
    await session.flush()
    record(session, actor, "study:stage:added", stage.id, label=stage.label)
    return stage


async def add_group(session: AsyncSession, actor: Actor, given: GroupCreate) -> StakeholderGroup:
    """Add a stakeholder group after the others."""
    others = await queries.groups(session, actor.study_id)
    refuse_taken_name(others, given.name)
    group = StakeholderGroup(
        study_id=actor.study_id,
        name=given.name,
        short_name=given.short_name or given.name[:12],
        position=len(others),
        is_public=given.is_public,
    )
    session.add(group)
    await session.flush()
    record(session, actor, "study:group:added", group.id, name=group.name)
    return group


async def give_consent(session: AsyncSession, actor: Actor, form_id: UUID) -> Consent:
    """Agree to the form in force; agreeing twice changes nothing."""
    form = await queries.newest_form(session, actor.study_id)
    if form is None or form.id != form_id:
        raise Conflict("The consent form has changed. Please read the new one before you agree.")
    if given := await queries.consent(session, actor.member_id, form_id):
        return given
    consent = Consent(member_id=actor.member_id, form_id=form_id)
    session.add(consent)
    record(session, actor, "study:consent:given", form_id, version=form.version)
    return consent


async def find_stage(session: AsyncSession, study_id: UUID, stage_id: UUID) -> Stage:
    """A stage of this study, or `NotFound`."""
    stage = await queries.stage(session, study_id, stage_id)
    if stage is None:
        raise NotFound("There is no such stage in this study.")
    return stage


async def find_group(session: AsyncSession, study_id: UUID, group_id: UUID) -> StakeholderGroup:
    """A stakeholder group of this study, or `NotFound`."""
    group = await queries.group(session, study_id, group_id)
    if group is None:
        raise NotFound("There is no such stakeholder group in this study.")
    return group


async def current_stage(session: AsyncSession, study_id: UUID) -> Stage:
    """The stage the study is in: the current one, else the last."""
    stages = await queries.stages(session, study_id)
    if not stages:
        raise Conflict("This study has no stage yet. Add one under Settings first.")
    return next((stage for stage in stages if stage.state == StageState.CURRENT), stages[-1])
