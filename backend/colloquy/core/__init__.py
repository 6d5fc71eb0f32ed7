"""Settings, database, jobs, hub, files, mail, tokens, clock and errors: not one word of our domain."""
