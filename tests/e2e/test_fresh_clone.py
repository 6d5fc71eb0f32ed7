"""What a newcomer does: clone, `make run`, go round the loop, stop, and `make run` again."""

import re
from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.loop import go_round
from tests.support.browser import Desk
from tests.support.clone import ClonedServer
from tests.support.mailbox import Mailbox

KINDS = 7
LINK = re.compile(r"http\S+/welcome#t=\S+")


@pytest.fixture
def clone(tmp_path: Path, mailbox: Mailbox) -> Generator[ClonedServer]:
    """A clone that mails through the mail server; nothing in it is installed yet."""
    clone = ClonedServer(
        tmp_path,
        {
            "COLLOQUY_SMTP_HOST": "127.0.0.1",
            "COLLOQUY_SMTP_PORT": str(mailbox.port),
            "COLLOQUY_SMTP_SECURITY": "none",
        },
    )
    clone.take()
    yield clone
    clone.stop()


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_a_fresh_clone_serves_the_demo_and_carries_the_whole_loop(
    clone: ClonedServer, desk: Desk, mailbox: Mailbox, tmp_path: Path
) -> None:
    clone.start()
    links = LINK.findall(clone.log.read_text())
    assert len(links) == KINDS
    for link in links:
        page = desk.page()
        page.goto(link)
        page.wait_for_url(lambda url: "/welcome" not in url)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    go_round(desk, clone, mailbox, tmp_path)
    clone.stop()
    told = len(clone.log.read_text())
    clone.start()
    again = clone.log.read_text()[told:]
    assert len(LINK.findall(again)) == KINDS
    for done_once in ("Installing", "Building the pages", "Making the demo study"):
        assert done_once not in again
