"""Transcripts as files: one module a form, and the table of them all (`forms`)."""
