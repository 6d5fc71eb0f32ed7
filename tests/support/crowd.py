"""Many people of a panel at once, signed in without a link each: for what only a crowd shows."""

from uuid import UUID

from colloquy.access.permissions import Role
from colloquy.core.clock import now
from colloquy.core.runtime import make_runtime
from colloquy.core.settings import Settings
from colloquy.people.dependencies import COOKIE
from colloquy.people.service import find_or_create_account, start_session
from colloquy.studies.models import Member, MemberState
from tests.support.first_study import FirstStudy


async def sign_in(settings: Settings, study: FirstStudy, people: int) -> list[str]:
    """Add so many members to a study's group, in one transaction; their cookies."""
    runtime = make_runtime(settings)
    cookies: list[str] = []
    async with runtime.unit_of_work() as session:
        for number in range(people):
            account = await find_or_create_account(
                session, email=f"panel{number}@example.org", name=f"Panel {number}"
            )
            session.add(
                Member(
                    study_id=UUID(study.id),
                    account_id=account.id,
                    group_id=UUID(study.group_id),
                    display_name=f"Panel {number}",
                    roles=[Role.PANEL],
                    state=MemberState.ACTIVE,
                    joined_at=now(),
                )
            )
            token = await start_session(session, account, settings, means="test")
            cookies.append(f"{COOKIE}={token}")
    await runtime.close()
    return cookies
