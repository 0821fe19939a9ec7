"""Whether two reports tell of one case: what agrees, who says so, and how it is undone."""
