"""Whose voice each track of a recording is."""
