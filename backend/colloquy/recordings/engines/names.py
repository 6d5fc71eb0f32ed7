"""The engines' names, apart from the engines: a name costs nothing to import."""

FASTER = "faster-whisper"
OPENAI = "openai-whisper"
