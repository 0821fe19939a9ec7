"""What may be said to somebody who told us of a case: the one table that says it. Pure.

    own      what they told themselves                              always
    state    how far the case is: somebody has it, is there, it is over     always
    others   a station, an hour, a hearing that others told         only after a member has verified this source

Somebody who only says that they are a brother must learn nothing by asking, nor by waiting. A lawyer is never named.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum, auto

from core.casework.claim_kinds import RANG_BACK, RELIABILITY
from core.casework.claims import Claim, SourceKind

VERIFIED = frozenset({(RELIABILITY, "highly"), (RELIABILITY, "likely"), (RANG_BACK, "confirms")})
DOUBTED = frozenset({(RELIABILITY, "likely_not"), (RELIABILITY, "not_at_all"), (RANG_BACK, "denies")})


class Holds(StrEnum):
    """What a text tells."""

    OWN = auto()
    STATE = auto()
    OTHERS = auto()


TEXTS: Mapping[str, Holds] = {  # by the key of their words
    "news-accepted": Holds.STATE,
    "news-on-my-way": Holds.STATE,
    "news-at-station": Holds.STATE,  # which, it does not say
    "news-inside": Holds.STATE,
    "news-still-looking": Holds.STATE,
    "news-lost": Holds.STATE,
    "news-cannot-come": Holds.STATE,
    "news-reopened": Holds.STATE,
    "news-closed": Holds.STATE,
    "news-one-out": Holds.STATE,
    "news-some-free": Holds.STATE,
    "news-not-free": Holds.STATE,
    "news-found": Holds.OTHERS,
    "news-found-not": Holds.STATE,  # only to those who have read the other
    "news-found-other": Holds.OTHERS,
    "round-found-news": Holds.OTHERS,
    "stands-found": Holds.OTHERS,
    "stands-refused": Holds.OTHERS,
    "asked-hearing-known": Holds.OTHERS,
    "asked-hearing-told": Holds.OWN,
    "asked-release-known": Holds.OTHERS,
    "asked-release-told": Holds.OWN,
    "arrest-family": Holds.OTHERS,
    "arrest-family-today": Holds.OWN,  # the days; another end stands in it only for those who may read the line above
    "asked-where-told": Holds.OWN,
}


def is_verified(claims: Iterable[Claim]) -> bool:
    """Whether members say that this source is to be trusted, and none that it is not. ``claims``: all that hang on it."""
    said = sorted(
        (c for c in claims if c.source_kind is SourceKind.MEMBER and c.withdrawn_at is None),
        key=lambda claim: (claim.noted_at, claim.id),
    )
    newest = {claim.kind: str(claim.value) for claim in said}.items()
    return not VERIFIED.isdisjoint(newest) and DOUBTED.isdisjoint(newest)


def may_be_told(key: str, claims: Iterable[Claim]) -> bool:
    """Whether this text may be said to the writer of the report with these claims. Raises KeyError for what no row knows."""
    return TEXTS[key] is not Holds.OTHERS or is_verified(claims)
