"""What `strings` and a look through base64 would find: a word in any form in which a program may have written it."""

from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable

CHARACTERS = ("utf-8", "utf-16-le", "utf-16-be")
SHORTEST = 5  # bytes: of less, three or four signs of base64 stand anywhere by chance


def forms(word: str) -> set[bytes]:
    """The bytes of the word in each encoding, as they are and in base64, wherever in a group of three they begin."""
    plain = {word.encode(of, "surrogatepass") for of in CHARACTERS}
    return plain | {form for raw in plain for form in _in_base64(raw)}


def _in_base64(raw: bytes) -> Iterable[bytes]:
    for encode in (b64encode, urlsafe_b64encode):
        for before in range(3):  # bytes of something else that share the first group
            signs = encode(b"\0" * before + raw)
            whole = (before + len(raw)) * 8 // 6  # signs of which every bit is ours
            yield signs[-(-before * 8 // 6) : whole]


def found(words: Iterable[str], content: bytes) -> list[str]:
    """Those of the words that stand in it."""
    looked_for = list(words)
    assert all(len(word.encode()) >= SHORTEST for word in looked_for)
    return [word for word in looked_for if any(form in content for form in forms(word))]
