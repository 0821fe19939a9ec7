"""What must not last in the database, and who was told of it."""
