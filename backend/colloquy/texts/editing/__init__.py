"""Transcripts corrected by several people at once, beside the sound, with undo that never ends."""
