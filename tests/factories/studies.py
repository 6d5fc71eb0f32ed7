"""Studies and their people, made as the services make them."""

from dataclasses import dataclass, field
from uuid import UUID

from httpx import AsyncClient
from pwdlib import PasswordHash

from colloquy.access.actor import Actor
from colloquy.access.permissions import Role
from colloquy.core.clock import now
from colloquy.people.models import Account
from colloquy.people.service import find_or_create_account
from colloquy.studies import models
from colloquy.studies.dependencies import make_actor
from colloquy.studies.queries import member_of_account
from colloquy.studies.schemas import GroupCreate, StageCreate, StudyCreate
from colloquy.studies.service import add_group, add_stage, create_study
from tests.support.lab import Lab

PASSWORD = "correct horse battery"
# hashing is slow on purpose: once is enough for every study of a run
PASSWORD_HASH = PasswordHash.recommended().hash(PASSWORD)


@dataclass
class Person:
    """A member with a browser of their own."""

    account: Account
    member: models.Member
    actor: Actor
    client: AsyncClient

    @property
    def id(self) -> UUID:
        return self.member.id


@dataclass
class Study:
    """A study and its people by what they are."""

    lab: Lab
    id: UUID
    stage: models.Stage
    groups: list[models.StakeholderGroup]
    lead: Person
    researcher: Person
    facilitator: Person
    chair: Person
    panel: list[Person] = field(default_factory=list)
    stranger: Person | None = None

    @property
    def url(self) -> str:
        """Where the study's resources are."""
        return f"/api/studies/{self.id}"

    async def add_panel(self, group: int = 0, count: int = 1) -> list[Person]:
        """More panel members in a group (by its position)."""
        added = [
            await add_person(
                self.lab,
                self.id,
                f"panel{len(self.panel) + n}",
                [Role.PANEL],
                self.groups[group].id,
            )
            for n in range(count)
        ]
        self.panel.extend(added)
        return added


async def add_person(
    lab: Lab, study_id: UUID, name: str, roles: list[Role], group_id: UUID | None = None
) -> Person:
    """An active member of the study, signed in."""
    async with lab.writing() as session:
        account = await find_or_create_account(
            session, email=f"{name}.{study_id.hex[-8:]}@example.org", name=name.title()
        )
        member = models.Member(
            study_id=study_id,
            account_id=account.id,
            display_name=name.title(),
            roles=list(roles),
            group_id=group_id,
            state=models.MemberState.ACTIVE,
            joined_at=now(),
        )
        session.add(member)
    return Person(account, member, make_actor(member), await lab.client(account))


async def a_study(
    lab: Lab, *, title: str = "Leading integrated care", consent_text: str = ""
) -> Study:
    """A study with stage 1a, the groups Carers and Leaders, two panel members and a stranger."""
    async with lab.writing() as session:
        account = await find_or_create_account(
            session, email=f"lead.{title.replace(' ', '-').lower()}@example.org", name="Lead"
        )
        account.password_hash = PASSWORD_HASH
        session.add(account)
        row = await create_study(
            session, account, StudyCreate(title=title, consent_text=consent_text)
        )
    async with lab.writing() as session:
        member = await member_of_account(session, row.id, account.id)
        assert member
        actor = make_actor(member)
        stage = await add_stage(session, actor, StageCreate(label="1a"))
        groups = [
            await add_group(session, actor, GroupCreate(name="Carers", is_public=True)),
            await add_group(session, actor, GroupCreate(name="Leaders")),
        ]
    study = Study(
        lab=lab,
        id=row.id,
        stage=stage,
        groups=groups,
        lead=Person(account, member, actor, await lab.client(account)),
        researcher=await add_person(lab, row.id, "researcher", [Role.RESEARCHER]),
        facilitator=await add_person(lab, row.id, "facilitator", [Role.FACILITATOR]),
        chair=await add_person(lab, row.id, "chair", [Role.CHAIR]),
    )
    await study.add_panel(group=0)
    await study.add_panel(group=1)
    return study
