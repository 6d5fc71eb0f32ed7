"""What may come in, and how much of it."""

from colloquy.core.errors import DiskFull, Invalid, TooLarge
from colloquy.core.settings import Settings
from colloquy.recordings.uploading.schemas import FileToCome

MEGABYTE = 1024 * 1024


def left_of_quota(taken: int, settings: Settings) -> int:
    """How many bytes more a study may have."""
    return max(0, settings.study_quota_mb * MEGABYTE - taken)


def expect_room(files: list[FileToCome], left: int, free: int, settings: Settings) -> None:
    """Refuse files that are empty or too much, before any of them is sent, and say of what."""
    for file in files:
        if file.size == 0:
            raise Invalid(
                f"“{file.file_name}” is empty (0 bytes). Nothing was sent. "
                "Copy it from the recorder again, then send the new copy."
            )
        if file.size > settings.max_upload_bytes:
            raise TooLarge(
                f"“{file.file_name}” has {megabytes(file.size)}, and at most "
                f"{settings.max_upload_mb} MB a file are taken in here. Nothing was sent. Cut it "
                "in parts, or ask your administrator to raise the limit "
                "(COLLOQUY_MAX_UPLOAD_MB)."
            )
    total = sum(file.size for file in files)
    if total > left:
        raise TooLarge(
            f"These files have {megabytes(total)}, and this study has room for {megabytes(left)} "
            "more. Nothing was sent. Ask your administrator to raise the limit "
            "(COLLOQUY_STUDY_QUOTA_MB)."
        )
    if total > free:
        raise DiskFull(
            f"These files have {megabytes(total)}, and the disk has room for {megabytes(free)}. "
            "Nothing was sent. Ask your administrator to make room."
        )


def megabytes(size: int) -> str:
    """A number of bytes as people say it."""
    return f"{size / MEGABYTE:.1f} MB"
