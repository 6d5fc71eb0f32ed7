"""Mechanisms, versions, configurations, lineage and sources."""
