"""Proposals, decisions, the trace, and what became of what was said."""
