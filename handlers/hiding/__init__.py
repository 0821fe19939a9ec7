"""The phone is being taken: a chat is emptied and silent, at once or when its case is closed."""
