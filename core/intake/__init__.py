"""One decision for every message: its clauses, what each states and of whom, what waits for words. Pure."""
