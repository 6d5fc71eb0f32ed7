"""Questions put to the room, and the votes on them."""
