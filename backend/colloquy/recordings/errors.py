"""What can go wrong between a sound file and a transcript, each with one sentence for people."""

from colloquy.core.errors import Invalid, Unavailable


class AudioUnreadable(Invalid):
    """The file cannot be read as a recording; the file itself is left as it is."""

    title = "We cannot read this recording"


class AudioEmpty(AudioUnreadable):
    """The file holds nothing."""


class NoSoundTrack(AudioUnreadable):
    """The file is a film or a picture without sound."""


class AudioCutOff(AudioUnreadable):
    """The file ends before it says it does; `second` is where, when that can be known."""

    title = "This recording is cut off"

    def __init__(self, message: str, second: float | None = None) -> None:
        super().__init__(message)
        self.second = second


class TranscriptUnreadable(Invalid):
    """A transcript file is not in the format it claims."""

    title = "We cannot read this transcript"


class EngineMissing(Unavailable):
    """The engine asked for is not installed here."""

    title = "This engine is not installed"


class ModelUnavailable(Unavailable):
    """The model is neither here nor to be had now."""

    title = "The speech model is not available"
