"""Plain text, with times for people, without, and with stamps for packages that follow the sound."""

from collections.abc import Callable

from colloquy.recordings.formats.wording import (
    one_line,
    provenance,
    short_clock,
    spoken,
    stamp,
    tenths_clock,
)
from colloquy.recordings.transcript import Transcript


def to_txt(transcript: Transcript) -> str:
    """Each time the speaker changes, name and time, then what was said."""
    return _paragraphs(transcript, lambda name, start: f"{name}  {short_clock(start)}".lstrip())


def to_plain(transcript: Transcript) -> str:
    """Each time the speaker changes, the name, then what was said; no times."""
    return _paragraphs(transcript, lambda name, _: name)


def to_stamped(transcript: Transcript) -> str:
    """A paragraph a passage, each beginning with a stamp that MAXQDA and ATLAS.ti play from."""
    head = [f"{line}\n" for line in provenance(transcript)]
    body = [f"{stamp(segment.start)} {spoken(segment)}\n" for segment in transcript.segments]
    if transcript.segments:
        body.append(f"{stamp(transcript.segments[-1].end)}\n")
    return "\n".join([*head, *body])


def to_rows(transcript: Transcript) -> str:
    """Tab-separated rows of time span, speaker and words, as NVivo takes in beside the sound.

    How it was made is the last row, since every line of such a file is a row.
    """
    rows = [("Timespan", "Speaker", "Content")]
    rows += [
        (_span(segment.start, segment.end), one_line(segment.speaker or ""), one_line(segment.text))
        for segment in transcript.segments
    ]
    end = max((segment.end for segment in transcript.segments), default=0.0)
    if made := " ".join(provenance(transcript)):
        rows.append((_span(end, end), "", made))
    return "".join("\t".join(row) + "\n" for row in rows)


def _span(start: float, end: float) -> str:
    return f"{tenths_clock(start)} - {tenths_clock(end)}"


def _paragraphs(transcript: Transcript, heading: Callable[[str, float], str]) -> str:
    parts: list[str] = [f"{line}\n" for line in provenance(transcript)]
    speaker: str | None = None
    for number, segment in enumerate(transcript.segments):
        if number == 0 or segment.speaker is None or segment.speaker != speaker:
            head = heading(one_line(segment.speaker or ""), segment.start)
            parts.append(f"\n{head}\n" if head else "\n")
        parts.append(f"{one_line(segment.text)}\n")
        speaker = segment.speaker
    return "".join(parts).lstrip("\n")
