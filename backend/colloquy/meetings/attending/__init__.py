"""Who came to a meeting, and who is here now."""
