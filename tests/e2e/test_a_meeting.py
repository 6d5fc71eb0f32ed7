"""A whole meeting with five browsers, as panels hold them: the whole group, small groups, a vote."""

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.e2e.sitting import course, room
from tests.support.browser import Desk
from tests.support.process import ServerProcess


@pytest.fixture
def quick_deputies(tmp_path: Path) -> Generator[ServerProcess]:
    """An installation in which a deputy need not wait a minute for a chair who is gone."""
    server = ServerProcess(tmp_path, {"COLLOQUY_CHAIR_AWAY_SECONDS": "2"})
    server.start()
    yield server
    server.stop()


@pytest.mark.timeout(600)
def test_a_meeting_is_held_with_five_browsers(
    desk: Desk, quick_deputies: ServerProcess, tmp_path: Path
) -> None:
    five = room.furnish(desk, quick_deputies)
    room.come_in(five)
    course.discuss(five, tmp_path)
    course.vote_secretly(five, tmp_path)
    course.go_to_small_groups(five, tmp_path)
    course.lose_the_chair(five)
    course.decide_and_end(five)
    course.read_the_minutes(five, tmp_path)
    course.read_them_as_the_chair(five)
