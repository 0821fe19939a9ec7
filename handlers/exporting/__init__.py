"""A full export: asked for by one coordinator, allowed by another."""
