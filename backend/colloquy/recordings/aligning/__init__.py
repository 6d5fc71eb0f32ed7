"""Where a recording lies in time, and what its meeting's log says of it."""
