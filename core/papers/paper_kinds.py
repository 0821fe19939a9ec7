"""What sorts of papers a country has: to whom, out of which facts, when they are offered, who must agree. They are data."""

from collections.abc import Mapping
from enum import StrEnum, auto

from msgspec import Struct

from core.vocabulary import ConsentUse


class PaperSubject(StrEnum):
    """What it is made for."""

    PERSON = auto()  # one person of a case
    CASE = auto()
    INCIDENT = auto()  # or chosen cases


class PaperGroup(StrEnum):
    """Where it belongs in a list."""

    HOME = auto()  # authorities and courts of the country
    LETTER = auto()  # open to everybody
    UN = auto()


class Occasion(StrEnum):
    """When it is offered without being asked for; any other paper whose facts are known can be made on request."""

    OVERRUN = auto()  # a clock with AtEnd.OVERRUN is over
    HELD = auto()  # somebody is held
    RULING = auto()  # a court has ruled on an administrative case
    REMAND = auto()  # a court has ordered a remand
    RELEASED = auto()
    DENIED = auto()  # stations say that nobody is there, or the holding counts as denied
    REFUSED = auto()  # a lawyer is kept out
    HARMED = auto()  # a lawyer writes of ill-treatment
    SILENT = auto()  # an answer is overdue
    ANY = auto()


class PaperKind(Struct, frozen=True):
    """One sort.

    id           its folder
    required     paths of the dossier without which it is not whole
    wanted       paths that are asked for too
    to           ids of offices, of which one is chosen
    sent_as      the kind of intervention that it is once it was sent
    use          what names in it need; None: it is the lawyer's for the person
    from_memory  parts of a form that nobody has compared with the form yet
    """

    id: str
    names: Mapping[str, str]  # by language of the reader
    group: PaperGroup
    about: PaperSubject
    languages: tuple[str, ...]  # in which it can be made
    version: int
    required: tuple[str, ...]
    wanted: tuple[str, ...]
    to: tuple[str, ...]
    occasions: frozenset[Occasion]
    sent_as: str
    use: ConsentUse | None
    two_people: bool
    from_memory: tuple[str, ...]
    articles: tuple[str, ...]  # ids of what it cites
    sure: str  # A, B, C, M (its form is remembered), ?; from what it was written is read in its sheet
