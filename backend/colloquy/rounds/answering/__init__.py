"""What the panel meets: a round to answer, what came before, and the round that follows."""
