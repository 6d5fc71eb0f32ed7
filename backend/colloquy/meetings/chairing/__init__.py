"""Who holds the chair, and how it passes on."""
