"""What the page of phones asks for: its files and its feed."""
