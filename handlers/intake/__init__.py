"""What happens to every message: it is kept, decided once, done, and answered."""
