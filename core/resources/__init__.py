"""The files that ship with the program, read once at the start and handed to the pure code as values."""
