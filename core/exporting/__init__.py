"""What an export holds: records of a stable shape, out of what cases say. Pure."""
