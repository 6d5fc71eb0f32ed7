"""What comes in or goes out in other people's formats."""
