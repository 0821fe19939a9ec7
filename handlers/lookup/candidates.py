"""Cases that may be about somebody who is looked for: found by keyed hashes, and only these are opened and compared."""

from dataclasses import dataclass
from datetime import timedelta

from bot.core.looked_for import LookUp
from bot.core.matching.blocks import Known, Pass, wanted
from bot.core.matching.evidence import Compared, Likeness, compare
from bot.core.matching.tokens import born_in, tokens
from bot.core.model import Case, Dialogue
from bot.core.values import Contact, Place
from handlers.cards.case_view import view_of
from handlers.casework import name_index
from handlers.forms.dialogues import state_of
from handlers.service import Service
from storage.transaction import Transaction

OPENED = 40  # cases that are compared
SHOWN = 3
BEFORE = 3  # days before the question on which somebody may have been taken


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case, and how well one of its people fits."""

    case: Case
    compared: Compared


async def of(tx: Transaction, service: Service, one: LookUp, dialogue: Dialogue | None) -> list[Candidate]:
    """The likeliest first. A name without a city, a phone or a year of birth finds nobody."""
    best: dict[int, Candidate] = {}
    for sought in _sought(service, one, dialogue):
        for candidate in await _like(tx, service, sought):
            known = best.get(candidate.case.id)
            if known is None or known.compared.score < candidate.compared.score:
                best[candidate.case.id] = candidate
    ordered = sorted(best.values(), key=lambda c: (c.compared.likeness is Likeness.MAYBE, -c.compared.score))
    return ordered[:SHOWN]


def _sought(service: Service, one: LookUp, dialogue: Dialogue | None) -> list[Known]:
    told = state_of(dialogue).answers if dialogue is not None else {}
    place = told["place"].value if "place" in told else None
    contact = told["contact"].value if "contact" in told else None
    where = (place.city or place.region) if isinstance(place, Place) else None
    phones = (contact.phone,) if isinstance(contact, Contact) and contact.phone else ()
    asked = one.created_at.astimezone(service.zone).date()
    days = tuple(asked - timedelta(days=n) for n in range(BEFORE + 1))
    names = one.names or ("",)
    return [Known(tokens(name, service.name_rules), where, days, phones, born_in(name)) for name in names]


async def _like(tx: Transaction, service: Service, sought: Known) -> list[Candidate]:
    hashes = {name_index.hash_of(tx, through, text): through for through, text in wanted(sought)}
    await tx.name_blocks.prefetch("hash", hashes)
    rows = [row for hashed in sorted(hashes) for row in await tx.name_blocks.by(hash=hashed)]
    bearers = len({row.person_id for row in rows if row.through == Pass.WORDS})
    found = sorted({row.case_id for row in rows}, reverse=True)[:OPENED]
    await tx.prefetch(
        tx.cases.want("id", found), tx.reports.want("case_id", found), tx.claims.want("case_id", found)
    )
    reports = [report.id for case_id in found for report in await tx.reports.by(case_id=case_id)]
    await tx.claims.prefetch("report_id", reports)
    candidates = []
    for case_id in found:
        case = await tx.cases.get(case_id)
        if case is not None:
            compared = await _best(tx, service, sought, case, bearers)
            if compared is not None:
                candidates.append(Candidate(case, compared))
    return candidates


async def _best(
    tx: Transaction, service: Service, sought: Known, case: Case, bearers: int
) -> Compared | None:
    """The person of the case who fits best, if any does."""
    known = name_index.known_of(service, case, await view_of(tx, case))
    compared = [compare(sought, person, bearers=bearers) for _, person in known]
    fitting = [one for one in compared if one.likeness is not Likeness.NONE]
    return max(fitting, key=lambda one: one.score, default=None)
