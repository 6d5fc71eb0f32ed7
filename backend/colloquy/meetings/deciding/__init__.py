"""Decisions and actions, noted as they fall."""
