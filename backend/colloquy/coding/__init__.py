"""Codebook, codings and the excerpts read back."""
