"""How a round is built: items and their questions, instruments, order, preview and trial."""
