"""Every form that a transcript is written in, by the ending of its file."""

from collections.abc import Callable, Mapping

from colloquy.recordings.formats.exact import to_json
from colloquy.recordings.formats.srt import to_srt
from colloquy.recordings.formats.txt import to_txt
from colloquy.recordings.formats.vtt import to_vtt
from colloquy.recordings.transcript import Transcript

FORMATS: Mapping[str, Callable[[Transcript], str]] = {
    "vtt": to_vtt,
    "srt": to_srt,
    "txt": to_txt,
    "json": to_json,
}
