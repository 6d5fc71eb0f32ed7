"""Words that would tell who somebody is, and what others read in their place."""
