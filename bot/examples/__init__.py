"""Files to begin with: a configuration, a roster, stations. They are those of the top of the repository."""
