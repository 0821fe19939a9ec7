"""What is deleted for good by its age: found, counted, and deleted a few rows at a time."""
