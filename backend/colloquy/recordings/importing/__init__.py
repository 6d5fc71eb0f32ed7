"""Existing transcripts: read whatever usual shape they have, shown, and taken in."""
