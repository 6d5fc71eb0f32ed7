"""Running the agenda: starting, what is on show, points added on the way, ending."""
