"""One case as it is exported: what its sources say, as of a moment, and how what stands in a record is marked."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from core.casework.case_columns import case_columns, zone_of
from core.casework.case_view import CaseView, PersonView, view_case
from core.casework.claim_kinds import KINDS, OF_PAPERS, RELIABILITY
from core.casework.claims import Claim, Fact, ReportLink, SourceKind
from core.casework.consents import is_bound, is_permitted
from core.exporting.codes import CODES
from core.exporting.scope import ExportScope
from core.exporting.table_columns import Row
from core.folding import clean_text
from core.model import Report
from core.places.gazetteer import Gazetteer
from core.records.incidents import IncidentLink
from core.values import Moment, Precision
from core.vocabulary import ConsentUse

_MT41 = {value: code.digits for value, code in CODES["verification"].items()}
_MT42 = {value: code.digits for value, code in CODES["reliability"].items()}
# Kinds of claims of which nothing is exported: they need not be read.
UNREAD_KINDS = frozenset(
    ("where", "contact", "consent", "checkin", "proceedings", "watched", "marks", "told", "call", "spellings", "event",
     "note", "joke", "rang_back", "says_over", "says_false", "says_well", "second", "family_status", "photo", "born_on",
     "warned", *OF_PAPERS)
)  # fmt: skip
READ_KINDS = frozenset(KINDS) - UNREAD_KINDS
# Whose values stand in a full export alone, and what stands in their place in others: that somebody said something.
WITHHELD_KINDS = dict.fromkeys(("name", "stated", "treatment", "taken", "held", "born"), b'"-"')
# How much of a moment is told that is known no better.
KNOWN: Mapping[str, int] = {"year": len("2018"), "month": len("2018-09"), "day": len("2018-09-17")}
OPEN, CONFIDENTIAL, BOUND = "open", "confidential", "bound"


class LoadedCase(Struct, frozen=True):
    """What is known of one case. ``claims``: of what fed it as of the moment; ``now``: of what feeds it now."""

    id: int
    code: str
    opened_at: datetime
    claims: Sequence[Claim]
    now: Sequence[Claim]
    reports: Sequence[Report]
    links: Sequence[ReportLink] = ()
    incidents: Sequence[IncidentLink] = ()


class ExportedCase(Struct, frozen=True, dict=True):
    """One case in one export."""

    loaded: LoadedCase
    scope: ExportScope
    now: datetime  # of consents: what was taken back since ``scope.as_of`` is taken back
    gazetteer: Gazetteer
    otherwise: ZoneInfo
    _tails: dict[tuple[object, ...], Row] = field(default_factory=dict)
    _times: dict[datetime, str] = field(default_factory=dict)
    _shut: dict[int, str] = field(default_factory=dict)

    @cached_property
    def view(self) -> CaseView:
        """What was true as of the moment."""
        return view_case(self.loaded.claims, self.scope.as_of)

    @cached_property
    def columns(self) -> dict[str, object]:
        """What the database would have selected by, as of the moment."""
        return case_columns(self.view, self.gazetteer, self.otherwise)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the place where the case happens."""
        places = (self.columns[column] for column in ("district", "city", "region"))
        return zone_of(self.gazetteer, self.otherwise, *(str(place) for place in places if place))

    @property
    def code(self) -> str:
        """By which the case is known."""
        return self.loaded.code

    @property
    def verification(self) -> str:
        """Of the case, mt 41."""
        return str(self.columns["verification"])

    @property
    def others(self) -> int:
        """Persons without a name, at least."""
        return int(str(self.columns["unidentified_min"]))

    @property
    def unknown(self) -> int:
        """Those of them of whom nothing is said: they are a group, whose least number this is."""
        return self.others - sum(not person.names for person in self.view.persons)

    @cached_property
    def _views(self) -> tuple[CaseView, ...]:
        if not self.scope.full:
            return (self.view,)
        return self.view, view_case(self.loaded.now, self.now)

    @cached_property
    def is_bound(self) -> bool:
        """Whether somebody had to promise not to disclose, as of the moment."""
        return is_bound(self.view)

    def may_name(self, person: PersonView) -> bool:
        """Whether the name may stand in this export: allowed as of its moment, and not taken back since."""
        purpose = self.scope.purpose
        return purpose is not None and all(is_permitted(view, purpose, person.id) for view in self._views)

    @cached_property
    def may_tell(self) -> bool:
        """Whether typed words and exact places may be exported: they may name the person whom the case is about."""
        if not self.scope.full or any(is_bound(view) for view in self._views):
            return False
        return all(self.may_name(person) for person in self.view.persons if person.names)

    def typed(self, text: str) -> str:
        """Words that somebody typed, without what nobody sees; empty where they may not be told."""
        return clean_text(text) if text and self.may_tell else ""

    def confidentiality(self, person: PersonView) -> str:
        """Of a person's record: by what was permitted as of the moment."""
        if self.is_bound:
            return BOUND
        known = self._shut.get(person.id)
        if known is None:
            permitted = is_permitted(self.view, self.scope.purpose or ConsentUse.PUBLICATION, person.id)
            known = self._shut[person.id] = OPEN if permitted else CONFIDENTIAL
        return known

    @cached_property
    def of_case(self) -> str:
        """Of what is said of all of the case: as open as its most protected person."""
        if self.is_bound:
            return BOUND
        every = {self.confidentiality(person) for person in self.view.persons if person.names}
        return OPEN if every == {OPEN} else CONFIDENTIAL

    @cached_property
    def incidents(self) -> tuple[str, ...]:
        """Of which it was a part as of the moment, by a coordinator's word."""
        as_of = self.scope.as_of
        within = (
            link.incident_id
            for link in self.loaded.incidents
            if link.by and link.at <= as_of and (link.ended_at is None or link.ended_at > as_of)
        )
        return tuple(incident_id(number) for number in sorted(set(within)))

    # --- how a record is marked

    def tail(self, fact: Fact | None) -> Row:
        """Source, its reliability (mt 42), the case's verification (mt 41), when we learnt it."""
        if fact is None:
            key: tuple[object, ...] = ()
        else:
            claim = fact.claim
            key = claim.source_kind, claim.source_id, claim.noted_at
        known = self._tails.get(key)
        if known is None:
            source, noted = self.source(fact) or "bot", self.loaded.opened_at
            reliability = ""
            if fact is not None:
                noted = fact.claim.noted_at
                if fact.claim.source_kind is SourceKind.REPORT:
                    reliability = self.view.of_source(fact.claim.source_id, RELIABILITY)
            sure = self.verification
            marks = reliability, _MT42.get(reliability, ""), sure, _MT41.get(sure, "")
            known = self._tails[key] = (source, *marks, self.time(noted))
        return known

    def source(self, fact: Fact | None) -> str:
        """Who says it: the id of a report; ``member``, ``paper``, ``bot``."""
        if fact is None:
            return ""
        claim = fact.claim
        return (
            report_id(claim.source_id) if claim.source_kind is SourceKind.REPORT else str(claim.source_kind)
        )

    def time(self, moment: datetime | None, precision: str = "") -> str:
        """ISO 8601 with the offset of the place, or the day, month or year if no more is known; empty: not known."""
        if moment is None:
            return ""
        known = self._times.get(moment)
        if known is None:
            known = moment.astimezone(self.zone).isoformat(timespec="seconds")
            self._times[moment] = known
        return known[: KNOWN.get(precision)]

    def when(self, fact: Fact | None) -> tuple[str, str]:
        """A moment and its precision; what is not known stays empty."""
        if fact is None:
            return "", ""
        value = fact.value
        if isinstance(value, Moment):
            known = self.time(value.at, value.precision)
            return known, str(value.precision if value.at else Precision.UNKNOWN)
        claim = fact.claim
        return (self.time(claim.at, claim.precision), str(claim.precision)) if claim.at else ("", "")


def report_id(id: int) -> str:
    """A report's number as a word: spreadsheets would round it."""
    return f"R{id:x}"


def person_id(id: int | None) -> str:
    """A person's; empty: all of the case."""
    return "" if id is None else f"P{id:x}"


def incident_id(id: int) -> str:
    """How an incident is called in all tables of an export."""
    return f"I{id:x}"
