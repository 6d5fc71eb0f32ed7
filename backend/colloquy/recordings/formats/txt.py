"""Plain text."""

from colloquy.recordings.formats.wording import one_line, provenance, short_clock
from colloquy.recordings.transcript import Transcript


def to_txt(transcript: Transcript) -> str:
    """Plain text: each time the speaker changes, name and time, then what was said."""
    parts: list[str] = [f"{line}\n" for line in provenance(transcript)]
    speaker: str | None = None
    for number, segment in enumerate(transcript.segments):
        if number == 0 or segment.speaker is None or segment.speaker != speaker:
            name = one_line(segment.speaker or "")
            parts.append(f"\n{name}  {short_clock(segment.start)}\n".replace("\n  ", "\n"))
        parts.append(f"{one_line(segment.text)}\n")
        speaker = segment.speaker
    return "".join(parts).lstrip("\n")
