"""Which name of a corrected answer is which known person, so that a better spelling keeps the person and its clocks."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from bot.core.folding import fold

ALIKE = 75  # of 100: more alike, two names are one name in two spellings


def match(known: Mapping[int, str], names: Sequence[str]) -> list[int | None]:
    """For each name the known person whom it names; None for somebody new. Nobody is found twice.

    Equal names first; then the most alike, above ALIKE; then, when as many are named as before, by their places in the row.
    """
    folded = {person: _folded(name) for person, name in known.items()}
    found: list[int | None] = [None] * len(names)
    free = dict(folded)
    for at, name in enumerate(names):
        equal = next((person for person, other in free.items() if other == _folded(name)), None)
        if equal is not None:
            found[at] = equal
            del free[equal]
    alike = sorted(
        (
            (-fuzz.token_sort_ratio(other, _folded(names[at])), at, person)
            for at in range(len(names))
            if found[at] is None
            for person, other in free.items()
        )
    )
    for distance, at, person in alike:
        if -distance >= ALIKE and found[at] is None and person in free:
            found[at] = person
            del free[person]
    if len(known) == len(names):
        for at, person in enumerate(known):
            if found[at] is None and person in free:
                found[at] = person
                del free[person]
    return found


def _folded(name: str) -> str:
    return " ".join(fold(name).split())
