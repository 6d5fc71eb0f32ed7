"""Pure functions on plain data, each with the source of its formula."""
