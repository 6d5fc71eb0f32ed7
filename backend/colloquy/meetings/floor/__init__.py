"""Who may speak: hands and turns."""
