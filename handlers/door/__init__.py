"""The list from the door of a station: names that somebody read there, and what becomes of each."""
