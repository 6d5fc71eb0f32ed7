"""The demo study: the structure of a published one, with words made up for it."""
