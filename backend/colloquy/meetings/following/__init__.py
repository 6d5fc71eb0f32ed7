"""The socket: following a meeting live."""
