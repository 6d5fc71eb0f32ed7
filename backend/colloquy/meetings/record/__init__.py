"""The record of a meeting: its minutes, and whether the groups were heard alike."""
