"""The steps of the loop as people do them in the interface, one module a step."""
