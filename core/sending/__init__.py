"""In which order and at which pace messages leave."""
