"""What is settled in the chat when a bot is new: who its first administrator is, and where the digest goes."""
