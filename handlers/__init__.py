"""What we do when something happens. Start at routes.py: it is the table of contents."""
