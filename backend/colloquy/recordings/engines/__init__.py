"""Speech to text: one protocol, two engines, and the models they read."""
