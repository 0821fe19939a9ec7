"""Several cases at once: ticked in a list, done with one reason, taken back with one press."""
