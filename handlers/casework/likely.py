"""Cases that may be about somebody: found by keyed hashes, and only these are opened and compared."""

from collections import Counter
from dataclasses import dataclass

from bot.core.matching.blocks import Known, Pass, wanted
from bot.core.matching.evidence import Compared, Likeness, compare
from bot.core.model import Case
from handlers.cards.case_view import view_of
from handlers.casework import name_index
from handlers.service import Service
from storage.transaction import Transaction

OPENED = 40  # cases that are compared


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case, and how well one of its people fits."""

    case: Case
    compared: Compared


async def like(tx: Transaction, service: Service, sought: Known) -> list[Candidate]:
    """Of those that the hashes find in most ways, the newest before the others, those that fit; in no order."""
    hashes = {name_index.hash_of(tx, through, text): through for through, text in wanted(sought)}
    await tx.name_blocks.prefetch("hash", hashes)
    rows = [row for hashed in sorted(hashes) for row in await tx.name_blocks.by(hash=hashed)]
    bearers = len({row.person_id for row in rows if row.through == Pass.WORDS})
    strength = Counter(
        row.case_id for row in rows
    )  # in how many ways it is found: two words come with each of them
    found = sorted(strength, key=lambda id: (strength[id], id), reverse=True)[:OPENED]
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
