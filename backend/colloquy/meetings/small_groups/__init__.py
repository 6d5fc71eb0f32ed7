"""Small groups: people sent out in parts, each with a card, a floor and a shared note."""
