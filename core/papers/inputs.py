"""What a dossier is built of: all that is loaded of a case, for one paper in one language. Pure."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from core.casework.case_view import CaseView, PersonView
from core.casework.claim_kinds import KINDS, ValueKind
from core.casework.claims import ClaimSource, Fact, SourceKind
from core.clocks.clock_rows import Law
from core.model import Case, Member
from core.papers.formats import PaperFormats
from core.places.gazetteer import Gazetteer
from core.records.holds import ClockMark
from core.stations import Station

CASES = ("genitive", "dative", "accusative")


class Letterhead(Struct, frozen=True):
    """The organisation in one language, at the head of its papers and under its letters. What it has not said is empty."""

    name: str
    address: str = ""
    mail: str = ""
    phone: str = ""
    signatory: str = ""  # who signs its letters
    office: str = ""  # what they are there


class PaperAddressee(Struct, frozen=True):
    """To whom the paper goes: the line of the addressee, the office, where it takes mail, and what says so. ``needs``: what
    must stand behind the line (``station``, ``region``), so that it is known which office is meant.
    """

    line: str
    office: str
    mail: str = ""
    origin: str = "office:"
    needs: tuple[str, ...] = ()


def undeclined_name(name: str, sex: str) -> Mapping[str, str]:
    """A name of which no other case is known."""
    return {}


class PaperInputs(Struct, frozen=True):
    """``person``: whom the paper is about; None: all of the case.

    marks     frozen overruns, the void ones too
    charges   article → how it is called; ``cited``, ``rights``: name in a template → citation by the day of the fact
    decline   name and sex, as said or empty → its other cases (``CASES``), where they are sure, and the sex that it shows
    citizens  how the country's own nationality is written: beginnings of words
    hidden    persons whom the paper may not name
    stations  those that can be rung, by which a place of detention is called
    ticked    what is not verified and somebody vouches for it: by path
    """

    case: Case
    view: CaseView
    person: int | None
    tongue: PaperFormats
    gazetteer: Gazetteer
    now: datetime
    house: Letterhead
    signer: Member
    lawyer: Member | None = None
    to: PaperAddressee | None = None
    law: Law = ()
    marks: Sequence[ClockMark] = ()
    charges: Mapping[str, str] = field(default_factory=dict)
    cited: Mapping[str, str] = field(default_factory=dict)
    rights: Mapping[str, str] = field(default_factory=dict)
    decline: Callable[[str, str], Mapping[str, str]] = undeclined_name
    citizens: tuple[str, ...] = ()
    hidden: frozenset[int] = frozenset()
    ticked: frozenset[str] = frozenset()
    stations: Sequence[Station] = ()

    def say(self, key: str, **values: str | int) -> str:
        """Words in the paper's language."""
        return self.tongue.say(key, **values)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the place."""
        return self.tongue.zone

    @property
    def subject(self) -> PersonView | None:
        """Whom the paper is about, if anything is said of them: also who is alone in the case."""
        known = self.view.persons
        if self.person is None and len(known) == 1 and self.is_alone:
            return known[0]
        return next((person for person in known if person.id == self.person), None)

    @property
    def is_alone(self) -> bool:
        """Whether the case is about one person, so that what is said of it is said of them."""
        people = self.view.people
        return people.identified + people.unidentified_min <= 1

    @property
    def who(self) -> int | None:
        """The number of :attr:`subject`, or what was asked for."""
        return self.subject.id if self.subject is not None else self.person

    @property
    def barred(self) -> bool:
        """Whether whom it is about may not be named; of all, whether anybody may not."""
        return bool(self.hidden) if self.who is None else self.who in self.hidden

    @property
    def happened(self) -> date:
        """The day of the fact, at the place: by it the law is cited."""
        began = self.view.of(self.who, "started")
        at = began.time if began is not None else None
        return (at or self.case.started_at or self.case.opened_at).astimezone(self.zone).date()

    def said(self, kind: str) -> tuple[Fact, ...]:
        """What each source says now of the person; else what is said of the whole case; of a moment in a paper about
        all, else the earliest of anybody's.
        """
        fact = self.view.of(self.who, kind)
        if fact is None and self.who is None and KINDS[kind].holds is ValueKind.MOMENT:
            fact = self.view.earliest(kind)
        return _all_facts(fact)

    def own(self, kind: str) -> tuple[Fact, ...]:
        """The same of what belongs to one person: what is said of the case counts if they are alone in it."""
        mine = self.subject.facts.get(kind) if self.subject is not None else None
        return _all_facts(mine or (self.view.fact(kind) if self.is_alone else None))

    def each(self, kind: str, person: int | None) -> tuple[Fact, ...]:
        """What each source said last, with its own words where the fact of all is their union."""
        return tuple({fact.source: fact for fact in self.view.history(kind, person)}.values())

    def history(self, kind: str) -> tuple[Fact, ...]:
        """All that was said of the person and of the whole case, in the order in which it happened."""
        of = (None,) if self.who is None else (None, self.who)
        facts = [fact for who in of for fact in self.view.history(kind, who)]
        return tuple(sorted(facts, key=lambda f: (f.time or f.claim.noted_at, f.claim.noted_at, f.claim.id)))

    def by(self, source: ClaimSource) -> str:
        """According to whom: never a name."""
        kind, number = source
        if kind is SourceKind.REPORT:
            links = _all_facts(self.view.fact("link"))
            link = next((str(fact.value) for fact in links if fact.source == source), "reporter")
            return self.say(f"paper-by-{link}")
        if kind is SourceKind.MEMBER and number in (self.case.owner_id, self.case.second_id):
            return self.say("paper-by-lawyer")
        return self.say(f"paper-by-{kind.value}")


def _all_facts(fact: Fact | None) -> tuple[Fact, ...]:
    return (fact, *fact.others) if fact is not None else ()
