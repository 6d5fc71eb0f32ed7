"""Mails as rows: written with the change that causes them, sent by a job, never lost.

Without a mail server they stay readable in the administrators' outbox page and are printed on the
console. With one, the text is blanked after sending, because it may hold a sign-in link.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import ClassVar
from uuid import UUID

import aiosmtplib
from sqlmodel import Field, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from colloquy.core import jobs
from colloquy.core.clock import now
from colloquy.core.database import Moment, Row
from colloquy.core.errors import NotFound, Unavailable
from colloquy.core.jobs import JobPayload
from colloquy.core.settings import Settings
from colloquy.core.work import JobContext

log = logging.getLogger(__name__)

# a server that is away or greylists is asked again after these pauses, then no more
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 720))


class Mail(Row, table=True):
    """A mail to one person, in plain text."""

    recipient: str
    subject: str
    body: str
    attachment_name: str = ""
    attachment_kind: str = Field(default="", description="a media type of text")
    attachment: str = ""
    sent_at: datetime | None = Field(default=None, sa_type=Moment)
    error: str = ""


class SendMail(JobPayload):
    """Send one mail."""

    kind: ClassVar[str] = "send_mail"
    mail_id: UUID
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """A text file that goes with a mail."""

    name: str
    kind: str
    text: str


async def post(
    session: AsyncSession,
    *,
    recipient: str,
    subject: str,
    body: str,
    attachment: Attachment | None = None,
) -> Mail:
    """Write a mail in this transaction; a job sends it once the transaction holds."""
    # a line break in a title must not end a header
    mail = Mail(recipient=recipient, subject=" ".join(subject.split()), body=body)
    if attachment:
        mail.attachment_name, mail.attachment_kind = attachment.name, attachment.kind
        mail.attachment = attachment.text
    session.add(mail)
    await session.flush()
    await jobs.ask(session, SendMail(mail_id=mail.id))
    return mail


async def recent(session: AsyncSession, *, limit: int = 200) -> list[Mail]:
    """The newest mails, newest first."""
    found = await session.exec(select(Mail).order_by(col(Mail.id).desc()).limit(limit))
    return list(found.all())


async def send_mail(context: JobContext, task: SendMail) -> None:
    """The job: hand the mail to the server, or print it when there is none."""
    settings = context.runtime.settings
    async with context.runtime.reading() as session:
        mail = await session.get(Mail, task.mail_id)
    if mail is None:
        raise NotFound
    if mail.sent_at:
        return
    if not settings.smtp_host:
        log.info("Mail to %s: %s\n%s", mail.recipient, mail.subject, mail.body)
        return
    error = await _deliver(mail, settings)
    is_to_try_again = bool(error) and task.tries < len(PAUSES)
    async with context.runtime.unit_of_work() as session:
        if error:  # that a mail has left is true whoever has the job now
            await context.keep(session)
        mail.error = error
        if not error:
            mail.sent_at, mail.body, mail.attachment = now(), "", ""
        session.add(mail)
        if is_to_try_again:
            again = SendMail(mail_id=mail.id, tries=task.tries + 1)
            await jobs.ask(session, again, due_at=now() + PAUSES[task.tries])
    if error and not is_to_try_again:
        raise Unavailable(error)


async def _deliver(mail: Mail, settings: Settings) -> str:
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Message-ID"] = f"<{mail.id}@colloquy>"
    message.set_content(mail.body)
    if mail.attachment:
        main, _, sub = mail.attachment_kind.partition("/")
        # as bytes: the text is sent as it was written, line ends included
        message.add_attachment(
            mail.attachment.encode(),
            maintype=main,
            subtype=sub,
            filename=mail.attachment_name,
            params={"charset": "utf-8"},
        )
    try:
        await aiosmtplib.send(
            message,
            hostname=settings.smtp_host,
            port=settings.smtp_port,
            username=settings.smtp_user or None,
            password=settings.smtp_password.get_secret_value() or None,
            use_tls=settings.smtp_security == "tls",
            start_tls=settings.smtp_security == "starttls",
            timeout=20,
        )
    except (aiosmtplib.SMTPException, OSError, ValueError) as error:
        return f"The mail server did not take the mail to {mail.recipient}: {error}"
    return ""
