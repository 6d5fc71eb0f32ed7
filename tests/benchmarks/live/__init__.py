"""A live session with hundreds of browsers: how fast everybody is told, and what it is held against."""
