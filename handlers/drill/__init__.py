"""The whole chain tried out: roster, steps and messages as in truth, every screen marked, and a report at the end."""
