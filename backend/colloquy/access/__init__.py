"""Roles, permissions and the one table that joins them."""
