"""A draft mechanism goes all the way round: real mail, real sockets, real audio, real browsers."""

from pathlib import Path

import pytest

from tests.e2e.loop import go_round
from tests.support.browser import Desk
from tests.support.mailbox import Mailbox
from tests.support.process import ServerProcess


@pytest.mark.timeout(900)
def test_a_draft_mechanism_goes_round_the_loop(
    desk: Desk, server: ServerProcess, mailbox: Mailbox, tmp_path: Path
) -> None:
    go_round(desk, server, mailbox, tmp_path)
