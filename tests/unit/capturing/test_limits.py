"""What a recording of a room must keep to, each limit in a sentence that says what to do."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from colloquy.capturing import policy
from colloquy.core.errors import ColloquyError, Conflict
from colloquy.core.settings import Settings
from colloquy.meetings.red_light.models import RoomRecording

LIT = datetime(2026, 12, 3, 13, 0, tzinfo=UTC)
SETTINGS = Settings(room_hours=2, max_upload_mb=10, room_quota_mb=20)
MEGABYTE = 1024 * 1024


def _room(*, size: int = 0, stopped_at: datetime | None = None) -> RoomRecording:
    return RoomRecording(
        study_id=uuid4(),
        meeting_id=uuid4(),
        member_id=uuid4(),
        media_type="audio/webm",
        lit_at=LIT,
        heard_at=LIT,
        stopped_at=stopped_at,
        size=size,
    )


def _refusal(
    room: RoomRecording, *, sound: bytes = b"x", waiting: int = 0, hours: float = 1
) -> str:
    at = LIT + timedelta(hours=hours)
    with pytest.raises(ColloquyError) as refused:
        policy.expect_within_limits(room, sound, waiting, SETTINGS, at)
    return refused.value.message


def test_a_piece_within_every_limit_is_taken_in() -> None:
    policy.expect_within_limits(_room(), b"x", 0, SETTINGS, LIT + timedelta(hours=1))


def test_an_empty_piece_is_refused() -> None:
    assert "is empty" in _refusal(_room(), sound=b"")


def test_a_recording_that_is_too_long_is_to_be_started_again() -> None:
    said = _refusal(_room(), hours=2.1)
    assert "reached the 2 hours" in said
    assert "What came before is kept. Stop it and start another one to go on." in said


def test_sound_that_arrives_late_is_taken_in_once_the_light_is_off() -> None:
    room = _room(stopped_at=LIT + timedelta(hours=1))
    policy.expect_within_limits(room, b"x", 0, SETTINGS, LIT + timedelta(hours=30))


def test_a_recording_that_is_too_large_is_to_be_started_again() -> None:
    assert "reached the 10 MB" in _refusal(_room(size=10 * MEGABYTE))


def test_a_study_whose_unfinished_recordings_take_up_too_much_is_told_what_to_do() -> None:
    assert "COLLOQUY_ROOM_QUOTA_MB" in _refusal(_room(), waiting=20 * MEGABYTE)
    with pytest.raises(Conflict, match="So no recording was started"):
        policy.expect_room_for_more(20 * MEGABYTE + 1, SETTINGS)
