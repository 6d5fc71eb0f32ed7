"""Live sessions: agenda, floor, polls, presence, the event log and the socket."""
