"""Trying a meeting out beforehand, with simulated people, in a study of its own that is not kept."""
