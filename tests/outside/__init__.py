"""What is shown outside."""
