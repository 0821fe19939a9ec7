"""The roster as a file."""
