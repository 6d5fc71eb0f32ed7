"""A consultation in two rounds: nine people in four groups, from the invitation to the report."""
