"""What a day's digest counts, when it is due and how it reads."""
