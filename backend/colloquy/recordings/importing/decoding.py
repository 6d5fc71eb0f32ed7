"""Bytes of a text file as text, whatever wrote them."""

import codecs

from colloquy.recordings.errors import TranscriptUnreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOST_CONTROLS = 0.01


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text, and what is doubtful about it; a file that is no text is a `TranscriptUnreadable`."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        text, doubts = data.decode(encoding), list[str]()
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        doubts = [
            "The file does not say how its letters are written, and it is not UTF-8. It was read as "
            "Windows-1252: look whether names with accents are right. If not, save it as UTF-8."
        ]
    controls = sum(each < " " and each not in "\t\n\r\f" for each in text)
    if controls > MOST_CONTROLS * max(1, len(text)):
        raise TranscriptUnreadable(
            "This is no text that we can read, whatever its name says. Nothing was changed. "
            "We read WebVTT, SRT, Word (DOCX) and plain text."
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), doubts
