"""The append-only record: who did what to what."""
