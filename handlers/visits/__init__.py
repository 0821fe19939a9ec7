"""The lawyer's visit: on the way, at the door, let in or not, out again; and what was seen there."""
