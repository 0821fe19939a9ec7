"""Who of two cases that are about the same people is whom: names in pairs, the likeliest first, nobody twice."""

from collections.abc import Iterable, Sequence

from bot.core.matching.blocks import Known
from bot.core.matching.evidence import PERHAPS
from bot.core.matching.score import score

Spelt = tuple[int, Known]  # a person, once for each spelling of the name


def paired(ones: Iterable[Spelt], others: Sequence[Spelt]) -> dict[int, int]:
    """One → other. Where each side names one person only, somebody has said already that it is the same one."""
    rows = list(ones)
    scored = sorted(
        ((-score(known.name, there.name), one, other) for one, known in rows for other, there in others)
    )
    found: dict[int, int] = {}
    alone = len({one for one, _ in rows}) == 1 == len({other for other, _ in others})
    for less, one, other in scored:
        if (alone or -less >= PERHAPS) and one not in found and other not in found.values():
            found[one] = other
    return found
