"""How somebody who wrote to us may be written to in that chat: the one table that says it. Pure.

    nobody is there, or the chat is hidden, muted or in other hands    nothing
    they said no                                                       nothing
    they said yes                                                      news by itself, and answers, with a sound
    they are held or at the scene, or their own phone was taken        answers of people, without a sound
    everybody else                                                     news by itself, and answers, with a sound

Writing to us is consent to be answered. Who tells of somebody else counts as being elsewhere until they say otherwise. Until
they say who they are, who tells of a home that is blocked or broken into counts as being inside, and so does who has told
nothing that was understood: a voice, "help us".

This chat may stand on a phone of theirs that others have kept. On somebody else's it does not stand, and who waits at home
must hear: a phone counts where it was said to be the writer's, never where that is only guessed.
"""

from collections.abc import Iterable
from enum import StrEnum, auto

from msgspec import Struct

from core.casework.claim_kinds import Certainty
from core.casework.claims import NO, Claim, SourceKind
from core.casework.consents import YES
from core.vocabulary import PHONE, SOS

SELF, ME = "self", "me"  # the link, and the situation, of who is held and writes
INSIDE = "blocked"  # the situation of who is mostly inside
OF_THE_SCENE = frozenset({SOS, "raid"})  # what is urgent where the writer is


class Way(StrEnum):
    """How a chat may be written to."""

    NEWS = auto()  # also unasked, with a sound
    QUIETLY = auto()  # answers of people alone, without one
    NOTHING = auto()


class WriterSituation(Struct, frozen=True):
    """What a report tells of where its writer is. ``situations``: all that it ever told, none that was only guessed;
    ``link_is_said``: chosen or answered, not only understood.
    """

    situations: frozenset[str] = frozenset()
    link: str | None = None
    link_is_said: bool = False
    flags: frozenset[str] = frozenset()
    phone_taken: bool = False  # their own


def way(answer: str, told: WriterSituation, *, is_silent: bool) -> Way:
    """``answer``: yes or no to being written to, empty for neither; ``is_silent``: nothing may leave for that chat."""
    if is_silent or answer == NO:
        return Way.NOTHING
    return Way.QUIETLY if answer != YES and is_at_risk(told) else Way.NEWS


def is_at_risk(told: WriterSituation) -> bool:
    """Whether a sound, or news on the screen, may harm the person who writes, or reach somebody else."""
    return told.phone_taken or _is_there(told)


def is_at_scene(told: WriterSituation) -> bool:
    """Whether they have told that they are held, or where it happens: a phone that is being taken there is theirs."""
    return bool(told.situations or told.flags or told.link) and _is_there(told)


def _is_there(told: WriterSituation) -> bool:
    if told.link_is_said:
        return told.link == SELF
    if told.link == SELF or ME in told.situations:
        return True
    if told.link is not None:
        return False
    return not told.situations or INSIDE in told.situations or bool(told.flags & OF_THE_SCENE)


def told_by(claims: Iterable[Claim]) -> WriterSituation:
    """What the claims of one report tell; those of members do not tell where its writer is."""
    said = sorted(
        (claim for claim in claims if claim.source_kind is SourceKind.REPORT and claim.withdrawn_at is None),
        key=lambda claim: (claim.noted_at, claim.id),
    )
    links = [claim for claim in said if claim.kind == "link"]
    urgent = [claim for claim in said if claim.kind == "urgent" and isinstance(claim.value, list | tuple)]
    flags = [claim.value for claim in urgent if _is_told(claim)][-1:]
    maybe = [claim.value for claim in urgent if not _is_told(claim)][-1:]
    return WriterSituation(
        frozenset(str(claim.value) for claim in said if claim.kind == "situation" and _is_told(claim)),
        str(links[-1].value) if links else None,
        bool(links) and links[-1].certainty is Certainty.SAID,
        at_scene(*flags, guessed=maybe),
        any(PHONE in told for told in flags),
    )


def at_scene(*told: Iterable[object], guessed: Iterable[Iterable[object]] = ()) -> frozenset[str]:
    """What may be urgent where the writer is: also what is only guessed, for silence needs no proof."""
    return frozenset(str(flag) for flags in (*told, *guessed) for flag in flags)


def _is_told(claim: Claim) -> bool:
    return claim.certainty is not Certainty.GUESSED
