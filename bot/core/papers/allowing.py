"""Whether a paper may name somebody, and if not, why: what consents say, for the people who make papers. Pure.

Consents are read through the one function (bot.core.casework.consents). The lawyer's own papers for whom they defend need no
consent. An undertaking not to disclose bars every paper, until a coordinator decides: nobody of Dabyl has read the article
on it (LAW_KZ: CPC 201), so it is no program that says what it leaves free.
"""

from enum import StrEnum, auto

from msgspec import Struct

from bot.core.casework import consents
from bot.core.casework.claims import Source
from bot.core.casework.describe import CaseView
from bot.core.papers.kind import PaperKind
from bot.core.vocabulary import Use


class Why(StrEnum):
    """Why nobody may be named."""

    NO_CONSENT = auto()  # nobody who may speak for them has said yes
    REFUSED = auto()  # somebody entitled, or a coordinator, said no
    SEVERAL = auto()  # who said yes named several: a coordinator decides
    UNDERTAKING = auto()  # not to disclose; a coordinator decides


class Bar(Struct, frozen=True):
    """``by``: who said so, or who took the promise; empty where nobody said anything."""

    why: Why
    by: tuple[Source, ...] = ()


def barred(view: CaseView, kind: PaperKind, person: int | None) -> Bar | None:
    """What keeps a paper of this kind from naming this person (None: everybody of the case); None if nothing does."""
    if consents.is_bound(view):
        return Bar(Why.UNDERTAKING, tuple(fact.source for fact in consents.undertakings(view)))
    if kind.use is None:
        return None
    people = [one.id for one in view.persons] if person is None else [person]
    if people and all(consents.permits(view, kind.use, one) for one in people):
        return None
    return _why(view, kind.use)


def _why(view: CaseView, use: Use) -> Bar:
    decided = consents.decision(view, use)
    entitled = [fact for fact in consents.answers(view, use) if consents.is_entitled(view, fact.source)]
    refusing = [
        fact for fact in (*entitled, *([decided] if decided else [])) if consents.answer_of(fact) == "no"
    ]
    if refusing:
        return Bar(Why.REFUSED, tuple(fact.source for fact in refusing))
    allowing = tuple(fact.source for fact in entitled if consents.answer_of(fact) == consents.YES)
    return Bar(Why.SEVERAL, allowing) if allowing else Bar(Why.NO_CONSENT)
