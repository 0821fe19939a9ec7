"""Who is on duty: one answer for everybody, from shifts, exceptions and taps."""
