"""From heard segments to a transcript that says how it was made."""

from collections.abc import Sequence

from colloquy.recordings.engines.guard import marked
from colloquy.recordings.engines.protocol import Hearing, Options, Transcriber
from colloquy.recordings.transcript import Segment, Transcript


def transcript_of(
    segments: Sequence[Segment],
    hearing: Hearing,
    transcriber: Transcriber,
    model: str,
    options: Options,
) -> Transcript:
    """The whole transcript, with the guard's flags set."""
    return Transcript(
        segments=marked(segments),
        language=hearing.language,
        duration=hearing.duration,
        engine=transcriber.name,
        engine_version=transcriber.version,
        model=model,
        settings=options.as_settings(),
    )
