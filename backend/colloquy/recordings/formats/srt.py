"""SubRip, for players that know nothing else."""

from colloquy.recordings.formats.wording import clock, spoken
from colloquy.recordings.transcript import Transcript


def to_srt(transcript: Transcript) -> str:
    """SubRip with the speaker before the words; the format has no place for how it was made."""
    cues = [
        f"{number}\n{clock(segment.start, ',')} --> {clock(segment.end, ',')}\n{spoken(segment)}\n"
        for number, segment in enumerate(transcript.segments, 1)
    ]
    return "\n".join(cues)
