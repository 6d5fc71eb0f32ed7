"""One fresh sign-in link for each kind of person, so that everybody's pages can be looked at."""

from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core.settings import Settings
from colloquy.demo.content import read
from colloquy.demo.people import address
from colloquy.demo.shapes import PeopleWords
from colloquy.meetings.models import Meeting, MeetingState
from colloquy.meetings.planning.invitations import landing as meeting_landing
from colloquy.people.models import Account
from colloquy.people.service import make_link
from colloquy.studies.models import Study


@dataclass(frozen=True, slots=True)
class Guise:
    """A person whom a visitor of the demo can be."""

    kind: str
    name: str
    email: str
    link: str
    is_staff: bool


async def make_guises(session: AsyncSession, study: Study, settings: Settings) -> list[Guise]:
    """A link for each kind of person; each works once."""
    people = read(PeopleWords, "people")
    panel, bench = f"/panel/{study.id}", f"/studies/{study.id}"
    wanted = (
        ("Panel member, a carer", people.took_part["ppi"][0], panel),
        ("Panel member, an expert", people.took_part["experts"][0], panel),
        ("Chair", people.team["chair"].name, await _chair_landing(session, study)),
        ("Facilitator", people.team["facilitator"].name, bench),
        ("Researcher", people.team["researcher"].name, bench),
        ("Study lead", people.team["lead"].name, bench),
        ("Administrator", people.administrator.name, "/"),
    )
    accounts = await _accounts(session, [name for _, name, _ in wanted])
    return [
        Guise(
            kind=kind,
            name=account.name,
            email=account.email,
            link=await make_link(session, account.id, settings, landing=landing),
            is_staff=account.password_hash is not None,
        )
        for kind, name, landing in wanted
        if (account := accounts.get(address(name)))
    ]


async def _accounts(session: AsyncSession, names: list[str]) -> dict[str, Account]:
    addresses = [address(name) for name in names]
    found = await session.exec(select(Account).where(col(Account.email).in_(addresses)))
    return {account.email: account for account in found.all()}


async def _chair_landing(session: AsyncSession, study: Study) -> str:
    """The meeting that can be started, or that runs; else the study."""
    found = await session.exec(
        select(Meeting)
        .where(Meeting.study_id == study.id, Meeting.state != MeetingState.ENDED)
        .order_by(col(Meeting.id).desc())
    )
    meeting = found.first()
    return meeting_landing(meeting) if meeting else f"/panel/{study.id}"
