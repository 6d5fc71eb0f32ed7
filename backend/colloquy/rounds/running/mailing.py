"""Mails to those whom a round asks, each with a link of their own and times in their own zone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import mail
from colloquy.core.clock import now
from colloquy.core.mail import Attachment
from colloquy.core.settings import Settings
from colloquy.people.models import Account
from colloquy.people.service import make_link
from colloquy.rounds import messages
from colloquy.rounds.messages import Notice
from colloquy.rounds.models import Round
from colloquy.rounds.running.calendar import write_calendar
from colloquy.studies.models import Member, Study


@dataclass(frozen=True, slots=True)
class Post:
    """A round and its study, and where the links in its mails lead."""

    study: Study
    round_: Round
    settings: Settings

    @property
    def landing(self) -> str:
        """The page where the round is answered."""
        return f"/panel/{self.study.id}/rounds/{self.round_.id}"


async def send_openings(
    session: AsyncSession, post: Post, people: Sequence[tuple[Member, Account]], *, seconds: int
) -> None:
    """Tell everybody who is asked that a round is open."""
    round_, settings = post.round_, post.settings
    for member, account in people:
        subject, body = messages.round_opened(
            messages.Opening(
                name=member.display_name,
                study=post.study.title,
                title=round_.title,
                introduction=round_.introduction,
                minutes=max(1, round(seconds / 60)),
                closes_at=round_.closes_at or now(),
                time_zone=account.time_zone,
                link=await make_link(session, account.id, settings, landing=post.landing),
                days=settings.link_days,
            )
        )
        await mail.post(
            session,
            recipient=account.email,
            subject=subject,
            body=body,
            attachment=_calendar(post),
        )


async def send_notices(
    session: AsyncSession,
    post: Post,
    people: Sequence[tuple[Member, Account]],
    words: Callable[[Notice], tuple[str, str]],
    *,
    because: str = "",
) -> None:
    """Write to people about a round that goes on; a link and a calendar file go with it."""
    round_, settings = post.round_, post.settings
    for member, account in people:
        subject, body = words(
            Notice(
                name=member.display_name,
                study=post.study.title,
                title=round_.title,
                because=because,
                closes_at=round_.closes_at or now(),
                time_zone=account.time_zone,
                link=await make_link(session, account.id, settings, landing=post.landing),
                days=settings.link_days,
            )
        )
        await mail.post(
            session,
            recipient=account.email,
            subject=subject,
            body=body,
            attachment=_calendar(post),
        )


def _calendar(post: Post) -> Attachment:
    return Attachment(
        name="round.ics",
        kind="text/calendar",
        text=write_calendar(
            post.round_, study=post.study.title, url=post.settings.base_url + post.landing
        ),
    )
