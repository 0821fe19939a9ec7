"""Papers that can be signed: what each is, and the facts that it is made of. Pure."""
