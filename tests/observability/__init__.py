"""Whatever those see who look after the machine."""
