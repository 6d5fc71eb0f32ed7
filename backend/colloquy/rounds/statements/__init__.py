"""Statements that the panel votes on and writes, their moderation, and opinion groups."""
