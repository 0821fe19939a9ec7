"""What a message says of where somebody is held: see core.intake.custody, which reads it."""

from msgspec import Struct

from core.places.station_names import NamedStation


class Custody(Struct, frozen=True):
    """``told``: somebody is held there; ``answers``: it would answer "where?"; ``districts``: of stations where
    nothing is stated to be done: no scene of an arrest.
    """

    told: NamedStation | None = None
    answers: NamedStation | None = None
    districts: frozenset[str] = frozenset()
