"""What happens by the calendar and the clock: the digest, housekeeping, a start, a clock that was put back."""
