"""The room recorded by a browser: pieces of sound in, one recording out, captions meanwhile."""
