"""Whether the room is being recorded, who agreed to that, and the captions beside it."""
