"""Coming into a meeting by its code or its QR code, and looking at one's device before."""
