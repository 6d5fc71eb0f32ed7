"""The wall: what a projector shows to the whole room, read-only and without a sign-in."""
