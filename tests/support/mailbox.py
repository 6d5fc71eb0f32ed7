"""A real SMTP server on loopback that keeps every mail for the test to read."""

import re
import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType
from typing import Any, Self, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.support.servers import free_port


def words_of(message: EmailMessage) -> str:
    """What a mail says, without what goes with it."""
    part = cast("EmailMessage", message.get_body(("plain",)))
    return str(part.get_content())


class Mailbox:
    """Takes mails in; `newest` waits for one."""

    def __init__(self) -> None:
        self.port = free_port()
        self.mails: list[tuple[str, EmailMessage]] = []
        self._controller: Any = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(  # noqa: N802 - the name that the server calls
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """Keep a mail."""
        content = cast("bytes", envelope.content)
        message = cast("EmailMessage", message_from_bytes(content, policy=policy.default))
        self.mails.extend((recipient, message) for recipient in envelope.rcpt_tos)
        return "250 kept"

    def link(self, recipient: str, *, seconds: float = 60, contains: str = "/welcome#t=") -> str:
        """The newest link of that kind that was mailed to somebody; waits for it."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for to, message in reversed(self.mails):
                body = words_of(message)
                found = re.findall(r"http\S+", body) if to == recipient else []
                links = [link for link in found if contains in link]
                if links:
                    return str(links[0])
            time.sleep(0.2)
        raise AssertionError(f"No mail with {contains} reached {recipient} in {seconds} s")

    def forget(self) -> None:
        """Empty the mailbox."""
        self.mails.clear()

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        self._controller.stop()
