"""Comments on any target, anchored to words where the writer chose some."""
