"""A whole meeting with five browsers: who sits where, and what happens in its order."""
