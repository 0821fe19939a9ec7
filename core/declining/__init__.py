"""Names of people in other grammatical cases: what is sure, and nothing else. A wrong form is worse than none."""
