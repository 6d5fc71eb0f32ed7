"""The demo study, its structure from a published synthesis, its words illustrative."""
