"""Files on their way in: said beforehand, sent in parts that may break off, taken in once whole."""
