"""What was sent to whom in a case, what came back, and what is owed."""
