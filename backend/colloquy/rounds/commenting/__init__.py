"""What was said in a round: who may be known as its writer, its moderation, its way to the panel."""
