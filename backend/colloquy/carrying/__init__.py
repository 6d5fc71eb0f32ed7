"""Questions carried between meetings and rounds, and the results of both together."""
