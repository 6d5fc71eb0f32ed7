"""WebVTT, read and written.

Nothing in a transcript is trusted: cues are markup, so names and words are escaped, and no line
break in them can end a cue and begin another.
"""

import html

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from colloquy.recordings.errors import TranscriptUnreadable
from colloquy.recordings.formats.wording import clock, one_line, provenance
from colloquy.recordings.transcript import Segment, Transcript


def to_vtt(transcript: Transcript) -> str:
    """WebVTT with a voice on every cue that has a speaker, and a note on how it was made."""
    captions = [
        webvtt.Caption(
            start=clock(segment.start),
            end=clock(segment.end),
            text=[_cue(segment)],
            identifier=str(number),
        )
        for number, segment in enumerate(transcript.segments, 1)
    ]
    notes = [_note(transcript)] if provenance(transcript) else []
    return webvtt.WebVTT(captions=captions, header_comments=notes).content + "\n"


def from_vtt(text: str) -> Transcript:
    """The segments of a WebVTT file, one a cue, or `TranscriptUnreadable`."""
    try:
        read = webvtt.WebVTT.from_string(text)
    except (MalformedFileError, MalformedCaptionError) as error:
        raise TranscriptUnreadable(
            "This is not a WebVTT file: it does not begin with WEBVTT, or a time in it cannot be "
            "read. Nothing was changed. Export it again from where it came."
        ) from error
    segments = tuple(
        Segment(
            start=_seconds(caption.start),
            end=_seconds(caption.end),
            text=html.unescape(caption.text),
            speaker=html.unescape(caption.voice).strip() if caption.voice else None,
        )
        for caption in read.captions
    )
    return Transcript(segments, duration=max((segment.end for segment in segments), default=0.0))


def _note(transcript: Transcript) -> str:
    # an arrow would end the note and begin a cue
    return "\n".join(provenance(transcript)).replace("-->", "→")


def _cue(segment: Segment) -> str:
    # a cue with an empty line in it would end there
    text = html.escape(one_line(segment.text), quote=False)
    if not segment.speaker:
        return text
    return f"<v {html.escape(one_line(segment.speaker), quote=False)}>{text}"


def _seconds(written: str) -> float:
    hours, minutes, seconds = written.split(":")
    return round(int(hours) * 3600 + int(minutes) * 60 + float(seconds), 3)
