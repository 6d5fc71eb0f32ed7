"""Accounts, sign-in, sessions and magic links."""
