"""What happens by the calendar: digests before, in and after their channels."""
