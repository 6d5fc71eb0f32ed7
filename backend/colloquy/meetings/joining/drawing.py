"""The QR code that leads to a meeting's door."""

import io

import segno

from colloquy.core.settings import Settings
from colloquy.meetings.models import Meeting

SVG_TYPE = "image/svg+xml"


def door(meeting: Meeting, settings: Settings) -> str:
    """The address that a QR code says and that people may type instead."""
    return f"{settings.base_url}/join/{meeting.code}"


def draw(meeting: Meeting, settings: Settings) -> bytes:
    """The QR code as SVG, dark on light with the quiet margin that cameras need.

    Level M: a seventh of it may be covered or unreadable, as on a photographed wall.
    """
    out = io.BytesIO()
    code = segno.make(door(meeting, settings), error="m", micro=False)
    code.save(out, kind="svg", border=4, light="#fff", dark="#000", omitsize=True, xmldecl=False)
    return out.getvalue()
