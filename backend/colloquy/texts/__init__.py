"""Documents, segments and anchors: anything that can be coded."""
