"""The rooms of a transcription: what may be asked for, and what has been heard so far."""
