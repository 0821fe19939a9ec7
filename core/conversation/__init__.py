"""A form and one person in it: an input is understood, becomes an event and a step, and is shown."""
