"""Which regions a digest names. A number must not point at a person.

A region is named from FEW new detentions on: who knows one of a few people held there would know what was told of them. A
city that is a region by itself is so large that it is always named. All the others are one number.
"""

from collections.abc import Container, Mapping

from bot.core.digest.tally import UNKNOWN, Tally

FEW = 5
OTHERS = "others"


def folded(regions: Mapping[str, Tally], cities: Container[str]) -> dict[str, Tally]:
    """The same numbers. ``cities``: regions that are one city."""
    found: dict[str, Tally] = {}
    for region, tally in regions.items():
        named = region == UNKNOWN or region in cities or tally.detentions >= FEW
        key = region if named else OTHERS
        found[key] = found.get(key, Tally()) + tally
    return found
