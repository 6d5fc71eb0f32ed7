"""The HTTP application: every route mounted, every error mapped."""
