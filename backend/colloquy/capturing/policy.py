"""What a recording of the room must keep to."""

from datetime import datetime, timedelta

from colloquy.core.errors import Conflict, Gone, Invalid, TooLarge
from colloquy.core.settings import Settings
from colloquy.meetings.red_light.models import RoomRecording

MEGABYTE = 1024 * 1024
KEPT_SO_FAR = "What came before is kept."


def expect_within_limits(
    room: RoomRecording, sound: bytes, waiting: int, settings: Settings, at: datetime
) -> None:
    """Refuse a piece that is too much, and say of what."""
    expect_not_given_up(room)
    if not sound:
        raise Invalid("This piece of the recording is empty, so it was not stored.")
    if room.stopped_at is None and at - room.lit_at > hours(settings):
        raise TooLarge(
            f"The recording has reached the {settings.room_hours:g} hours that one recording of a "
            f"room may last. {KEPT_SO_FAR} Stop it and start another one to go on."
        )
    if room.size + len(sound) > settings.max_upload_bytes:
        raise TooLarge(
            f"The recording has reached the {settings.max_upload_mb} MB that one recording may "
            f"have. {KEPT_SO_FAR} Stop it and start another one to go on."
        )
    if is_over_quota(waiting + len(sound), settings):
        raise TooLarge(f"{over_quota(settings)} {KEPT_SO_FAR}")


def expect_not_given_up(room: RoomRecording) -> None:
    """Refuse what comes after nobody waits for it any more."""
    if room.given_up_at:
        raise Gone(
            "The rest of this recording was waited for until "
            f"{room.given_up_at:%d %B %Y}, and does not fit to anything any more. What came in "
            "time is among the study's recordings."
        )


def expect_room_for_more(waiting: int, settings: Settings) -> None:
    """Refuse to begin where nothing more could be kept."""
    if is_over_quota(waiting, settings):
        raise Conflict(f"{over_quota(settings)} So no recording was started.")


def hours(settings: Settings) -> timedelta:
    """How long one recording of a room may last."""
    return timedelta(hours=settings.room_hours)


def is_over_quota(waiting: int, settings: Settings) -> bool:
    """True where a study's unfinished recordings take up more than they may."""
    return waiting > settings.room_quota_mb * MEGABYTE


def over_quota(settings: Settings) -> str:
    """What to do about it."""
    return (
        f"The unfinished recordings of this study have reached the {settings.room_quota_mb} MB "
        "that are kept for them. Finish them from the browsers that made them, or ask your "
        "administrator to raise the limit (COLLOQUY_ROOM_QUOTA_MB)."
    )
