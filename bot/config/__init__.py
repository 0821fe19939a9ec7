"""The configuration as data: settings, where each comes from, and every mistake at once."""
