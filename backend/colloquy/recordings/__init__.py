"""Audio in, transcripts out, aligned with a meeting's own log."""
