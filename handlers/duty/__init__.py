"""Who is on duty when: one's own, the roster's, and colleagues in each other's place."""
