"""What is written while the meeting runs."""
