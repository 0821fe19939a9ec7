"""What is forgotten when: terms, what each row and sealed column belongs to, and what stays of a claim. Pure."""
