"""Every form that a transcript is written in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from colloquy.recordings.formats.cover import Cover
from colloquy.recordings.formats.exact import to_json
from colloquy.recordings.formats.srt import to_srt
from colloquy.recordings.formats.txt import to_plain, to_rows, to_stamped, to_txt
from colloquy.recordings.formats.vtt import to_vtt
from colloquy.recordings.formats.word import to_docx
from colloquy.recordings.transcript import Transcript


class Form(StrEnum):
    """What a transcript leaves as; of plain texts the first has times, the second has none.

    `stamped` is for MAXQDA and ATLAS.ti, `rows` for NVivo.
    """

    VTT = "vtt"
    SRT = "srt"
    TXT = "txt"
    PLAIN = "plain"
    STAMPED = "stamped"
    ROWS = "rows"
    DOCX = "docx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Written:
    """How a form is written, what its files end in, and what kind of file they are."""

    write: Callable[[Transcript, Cover], bytes]
    ending: str
    media_type: str


def _text(write: Callable[[Transcript], str]) -> Callable[[Transcript, Cover], bytes]:
    return lambda transcript, _: write(transcript).encode()


FORMS: Mapping[Form, Written] = {
    Form.VTT: Written(_text(to_vtt), "vtt", "text/vtt; charset=utf-8"),
    Form.SRT: Written(_text(to_srt), "srt", "application/x-subrip; charset=utf-8"),
    Form.TXT: Written(_text(to_txt), "txt", "text/plain; charset=utf-8"),
    Form.PLAIN: Written(_text(to_plain), "txt", "text/plain; charset=utf-8"),
    Form.STAMPED: Written(_text(to_stamped), "txt", "text/plain; charset=utf-8"),
    Form.ROWS: Written(_text(to_rows), "txt", "text/plain; charset=utf-8"),
    Form.DOCX: Written(
        to_docx,
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    Form.JSON: Written(_text(to_json), "json", "application/json; charset=utf-8"),
}
