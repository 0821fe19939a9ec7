"""What stays of a claim when names and words are gone: what an export without names tells, and no more.

So the figures of a month, and such an export, are what they were before. That there was a name stays; the name does not.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.core.casework.claims import Claim, Json
from bot.core.casework.kinds import KINDS, Holds, read
from bot.core.exporting.told import READ, SHUT
from bot.core.values import to_data

GONE = "-"  # in the place of what is not told: that somebody said something, as in an export without names
# Kinds by which it is known that somebody was helped. They go first.
OF_HELP = frozenset(
    ("consent", "authorities", "publication", "intervention", "public_line", "public_name", "second")
)
# Whose member is forgotten with the help: what they saw stays.
OF_HELPERS = frozenset(("visit", "met_privately"))
_TYPED: dict[str, Any] = {
    "text": "", "words": "", "names": (), "latitude": None, "longitude": None, "district": None, "article": "",
    "part": "", "court": "", "judge": "", "subject": "", "measure": "",
}  # fmt: skip
_NEVER = (Holds.WORDS, Holds.NAME, Holds.CONTACT, Holds.TEXTS, Holds.CALL, Holds.INTERVENTION, Holds.CONSENT)


def left_of(claim: Claim) -> Json | None:
    """The value that stays; None where the claim goes."""
    kind = KINDS.get(claim.kind)
    if kind is None or kind.name not in READ or kind.name in OF_HELP:
        return None
    if kind.name in SHUT or kind.name == "sex":
        return GONE
    if kind.name == "traits":
        return []
    value = None if kind.holds in _NEVER else read(kind, claim.value)
    if value is None:
        return None
    if isinstance(value, Struct):
        typed = {name: empty for name, empty in _TYPED.items() if hasattr(value, name)}
        value = replace(value, **typed)
    left: Json = to_data(value)
    return left
