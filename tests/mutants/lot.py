"""Which break comes first, by chance: so many of the first are a fair sample of all."""

import hashlib


def lot(name: str, seed: int = 0) -> bytes:
    """The order in which breaks are drawn and asked; the line does not matter, which moves."""
    path, _, rest = name.partition(":")
    return hashlib.sha256(f"{seed} {path} {rest.partition(' ')[2]}".encode()).digest()
