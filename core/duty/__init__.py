"""Who is on duty: one answer for whoever asks, from shifts, exceptions and taps."""
