"""Which kind of transcript a file is, by what is in it and not by its name."""

from colloquy.recordings.errors import TranscriptUnreadable
from colloquy.recordings.importing.cues import has_cues, read_cues
from colloquy.recordings.importing.decoding import decode
from colloquy.recordings.importing.turns import read_turns
from colloquy.recordings.importing.understood import Understood
from colloquy.recordings.importing.word import looks_packed, read_paragraphs

OLD_WORD = b"\xd0\xcf\x11\xe0"
EMPTY = "There are no words in this file. Nothing was changed. Is it the right one?"


def understand(data: bytes) -> Understood:
    """Read a transcript, or say in a `TranscriptUnreadable` why it cannot be read."""
    if not data.strip():
        raise TranscriptUnreadable(EMPTY)
    if data.lstrip().startswith(b"%PDF"):
        raise TranscriptUnreadable(
            "This is a PDF, whatever its name says, and a PDF has no passages. Nothing was changed. "
            "Ask for the transcript as VTT, SRT, DOCX or text."
        )
    if data.startswith(OLD_WORD):
        raise TranscriptUnreadable(
            "This is an old Word file (DOC) or one with a password. Nothing was changed. "
            "Open it in Word, save it as DOCX without a password, and try again."
        )
    understood = _read(data)
    if not understood.passages:
        raise TranscriptUnreadable(EMPTY)
    return understood


def _read(data: bytes) -> Understood:
    if looks_packed(data):
        return read_turns("docx", read_paragraphs(data))
    text, doubts = decode(data)
    understood = read_cues(text) if has_cues(text) else read_turns("txt", text.split("\n"))
    return Understood(
        understood.form, understood.passages, [*doubts, *understood.doubts], understood.is_timed
    )
