"""How long things take, as ratios to a reference in the same run, and how they grow."""
