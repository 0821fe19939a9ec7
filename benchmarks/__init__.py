"""What it costs and what it holds: measurements, and the same work done by other libraries beside it."""
