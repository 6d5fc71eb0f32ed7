"""The study, its stages and groups, and everybody who was asked to it."""

from datetime import timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.access.permissions import Role
from colloquy.core.clock import standing_at
from colloquy.core.runtime import Runtime
from colloquy.core.tokens import sign
from colloquy.demo.content import read
from colloquy.demo.shapes import PeopleWords, StudyWords
from colloquy.demo.story import Story
from colloquy.people.messages import LinkOpened
from colloquy.people.models import Account
from colloquy.people.service import find_or_create_account, set_password
from colloquy.studies.arranging import update_stage
from colloquy.studies.dependencies import make_actor
from colloquy.studies.invitations import DECLINE, accept_invitations, decline, invite
from colloquy.studies.models import Member, StageState, Study
from colloquy.studies.policy import must_consent
from colloquy.studies.queries import member_of_account, newest_form
from colloquy.studies.schemas import GroupCreate, MemberInvite, StageUpdate, StudyCreate
from colloquy.studies.service import (
    add_group,
    add_stage,
    create_study,
    find_stage,
    give_consent,
)

FIRST_DAY = -480


def address(name: str) -> str:
    """The invented address of an invented person."""
    return f"{name.lower().replace(' ', '.')}@example.org"


async def begin(session: AsyncSession, runtime: Runtime, password: str) -> Story:
    """Set the study up with its team; staff can sign in with `password`."""
    words, people = read(StudyWords, "study"), read(PeopleWords, "people")
    lead = await _staff(session, people.team["lead"].name, password)
    administrator = await _staff(session, people.administrator.name, password)
    administrator.is_administrator = True
    story = Story(session, runtime, Study(title=words.title))
    with story.on(FIRST_DAY):
        story.study = await create_study(
            session,
            lead,
            StudyCreate(
                title=words.title,
                question=words.question,
                description=words.description.strip(),
                consent_text=words.consent.strip(),
            ),
        )
        story.study.citation, story.study.is_illustrative = words.citation, True
        session.add(story.study)
        await session.flush()
        member = await member_of_account(session, story.study.id, lead.id)
        assert member  # noqa: S101 - create_study has just made it
        story.actors["lead"] = make_actor(member)
        for stage in words.stage:
            story.stages[stage.label] = (await add_stage(session, story.lead, stage)).id
        for group in words.group:
            given = GroupCreate.model_validate(group.model_dump(exclude={"key"}))
            story.groups[group.key] = (await add_group(session, story.lead, given)).id
    await _engage_team(story, people, password)
    return story


async def recruit(story: Story) -> None:
    """Invite the panel, and let everybody answer or not, as the content says."""
    people = read(PeopleWords, "people")
    for group, names in people.took_part.items():
        for name in names:
            await _join(story, await _invite(story, name, group), name)
    for group, names in people.accepted_only.items():
        for name in names:
            await _accept(story, await _invite(story, name, group), FIRST_DAY + 14)
    for group, names in people.never_replied.items():
        for name in names:
            await _invite(story, name, group)
    for refusal in people.declined:
        member = await _invite(story, refusal.name, refusal.group)
        key = story.settings.signing_key
        with story.on(FIRST_DAY + 12):
            await decline(
                story.session,
                sign({"member": str(member.id)}, key=key, purpose=DECLINE),
                story.settings,
                reason=refusal.reason,
                words=refusal.words,
            )


async def enter_stage(story: Story, label: str, day: int) -> None:
    """Make a stage the current one; the one before is closed by it."""
    with story.on(day):
        stage = await find_stage(story.session, story.study.id, story.stages[label])
        await update_stage(story.session, story.lead, stage, StageUpdate(state=StageState.CURRENT))


async def _engage_team(story: Story, people: PeopleWords, password: str) -> None:
    for key, person in people.team.items():
        if key == "lead":
            continue
        if person.role != Role.CHAIR:
            await _staff(story.session, person.name, password)
        member = await _invite(story, person.name, None, person.role)
        await _join(story, member, key)
        story.actors[person.name] = story.actors[key]


async def _staff(session: AsyncSession, name: str, password: str) -> Account:
    account = await find_or_create_account(session, email=address(name), name=name)
    await set_password(session, account, password)
    return account


async def _invite(story: Story, name: str, group: str | None, role: Role = Role.PANEL) -> Member:
    given = MemberInvite(
        email=address(name),
        name=name,
        roles=[role],
        group_id=story.groups[group] if group else None,
    )
    with story.on(FIRST_DAY + 5):
        member, _ = await invite(story.session, story.lead, story.study, given, story.settings)
    return member


async def _accept(story: Story, member: Member, day: int) -> None:
    with story.on(day):
        # what opening the link in the mail does
        await accept_invitations(
            story.session, LinkOpened(member.account_id, f"/studies/{member.study_id}")
        )
        await story.session.flush()


async def _join(story: Story, member: Member, name: str) -> None:
    day = FIRST_DAY + 6 + len(story.actors) % 7
    await _accept(story, member, day)
    actor = story.actors[name] = make_actor(member)
    if must_consent(actor.roles):
        form = await newest_form(story.session, story.study.id)
        assert form  # noqa: S101 - the content has a consent text
        with standing_at(story.moment(day) + timedelta(minutes=6)):
            await give_consent(story.session, actor, form.id)
