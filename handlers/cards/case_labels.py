"""How a case is told from others, in a list and on a button: by the name of who is held, where this reader may see it, else
by its code; with the station, what makes it urgent, and for how long it has been open.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct, field

from core.casework.case_view import WHEREABOUTS_KINDS, CaseView, where_held
from core.folding import inert_line
from core.model import Case
from core.vocabulary import CaseState
from handlers.cards import case_lines, visit_way
from handlers.cards.case_loading import views_of
from handlers.cards.fact_lines import shorten
from handlers.people.readers import who_may_see
from handlers.service import Service
from storage.transaction import Transaction

URGENT = "urgent"  # the kind of claim
# Its flags that lists of staff tell: what somebody needs, and nothing by which they are known. No offer tells them.
NEEDS = ("minor", "injured", "medicine", "pregnant", "elderly", "alone", "children")
NOBODY = 0  # the address of a reader to whom no name is shown

NAME_SHOWN = 40  # UTF-16 units
HOUR, DAYS = timedelta(hours=1), timedelta(days=2)


class CaseLabel(Struct, frozen=True):
    """``name``: empty where nobody is named, or the reader may not see it; ``step``: the last of the visit; ``urgent``: why
    it is, for lists of staff who work on it.
    """

    name: str = ""
    station: str = ""
    urgent: str = ""
    step: str = ""
    age: str = ""


class CaseLabels(Struct, frozen=True):
    """Of the cases of one list, by the id."""

    of: Mapping[int, CaseLabel] = field(default_factory=dict)

    def label(self, case: Case) -> CaseLabel:
        """What is known of it."""
        return self.of.get(case.id, CaseLabel())

    def named(self, cases: Iterable[Case]) -> list[Case]:
        """Those of whom a name is shown."""
        return [case for case in cases if self.label(case).name]

    def title(self, case: Case) -> str:
        """How its line calls it."""
        name = self.label(case).name
        return f"{name} · {case.code}" if name else case.code

    def button(self, case: Case) -> str:
        """How its button calls it, where its line is above: two of one name by their codes too."""
        name = self.label(case).name
        alike = sum(other.name == name for other in self.of.values())
        return name if name and alike == 1 else self.title(case)

    def button_alone(self, case: Case, place: str = "") -> str:
        """The same where no line is above: with the station, or the place, and how far the visit is."""
        known = self.label(case)
        return " · ".join(filter(None, (self.button(case), known.station or place, known.step)))

    def place(self, case: Case, named: str) -> str:
        """``named``, and the station there."""
        return ", ".join(filter(None, (named, self.label(case).station)))


NO_LABELS = CaseLabels()


async def load_labels(
    tx: Transaction, service: Service, language: str, cases: Iterable[Case], address_id: int
) -> CaseLabels:
    """For the reader at this address, who may read in which station somebody is: staff who work on these cases."""
    shown = list({case.id: case for case in cases}.values())
    views = await views_of(tx, shown, (*WHEREABOUTS_KINDS, "name", URGENT))
    open_to = await who_may_see(tx, shown, address_id)
    await visit_way.prefetch_steps(tx, shown)
    found = {}
    for case in shown:
        steps = await visit_way.load_steps(tx, case)
        found[case.id] = CaseLabel(
            _name(views[case.id]) if case.id in open_to else "",
            _station(service, language, case, views[case.id]),
            _why_urgent(service, language, views[case.id]),
            visit_way.step_words(service, language, case, steps[-1]) if steps else "",
            age_words(service, language, case, tx.now),
        )
    return CaseLabels(found)


def _name(view: CaseView) -> str:
    names = [person.names[-1] for person in view.persons if person.names]
    more = f" +{len(names) - 1}" if len(names) > 1 else ""
    return f"{shorten(inert_line(names[0]), NAME_SHOWN)}{more}" if names else ""


def _why_urgent(service: Service, language: str, view: CaseView) -> str:
    told = view.fact(URGENT)  # what is only guessed stands on the whole card alone, beside its sentence
    flags = told.value if told is not None and isinstance(told.value, tuple) else ()
    return ", ".join(service.words.say(language, f"report-urgent-{need}") for need in NEEDS if need in flags)


def _station(service: Service, language: str, case: Case, view: CaseView) -> str:
    held = where_held(view)
    return case_lines.held_label(service, language, held.text, held.city or case.city or "") if held else ""


def age_words(service: Service, language: str, case: Case, now: datetime) -> str:
    """For how long it has been open, in hours, later in days; nothing in the first hour, or of what is closed."""
    lasts = now - case.opened_at
    if lasts < HOUR or case.state is CaseState.CLOSED:
        return ""
    unit, length = ("days", timedelta(days=1)) if lasts >= DAYS else ("hours", HOUR)
    return service.words.say(language, f"age-{unit}", count=lasts // length)
