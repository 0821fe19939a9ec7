"""Cases of one event: who belongs to it, who says so, and the board that shows it."""
