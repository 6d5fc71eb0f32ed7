"""Planning a meeting and asking people to it."""
