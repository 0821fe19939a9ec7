"""Cases that may be about somebody: found by keyed hashes, and only these are opened and compared."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from bot.core.casework.describe import CaseView
from bot.core.matching.blocks import Known, Pass, wanted
from bot.core.matching.evidence import Compared, Likeness, compare
from bot.core.model import Case
from handlers.cards.case_view import views_of
from handlers.casework import name_index
from handlers.service import Service
from storage.transaction import Transaction

OPENED = 40  # cases that are compared
KINDS = ("name", "contact")  # of claims by which people are compared


class Candidate(Struct, frozen=True):
    """A case, and how well one of its people fits. ``person``: who that is; None where the case has nobody by a number."""

    case: Case
    compared: Compared
    person: int | None


async def prefetch(tx: Transaction, several: Iterable[Known]) -> None:
    """What the hashes of several people find, in as few statements as for one."""
    found = {text for sought in several for text in wanted(sought)}
    await tx.name_blocks.prefetch("hash", [name_index.hash_of(tx, through, text) for through, text in found])


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
    await tx.prefetch(tx.cases.want("id", found), tx.reports.want("case_id", found))
    cases = [case for id in found if (case := await tx.cases.get(id)) is not None]
    views = await views_of(tx, cases, KINDS)
    return [one for case in cases for one in _best(service, sought, case, views[case.id], bearers)]


def _best(service: Service, sought: Known, case: Case, view: CaseView, bearers: int) -> list[Candidate]:
    """The person of the case who fits best, if any does."""
    known = name_index.known_of(service, case, view)
    fitting = [
        Candidate(case, compared, person)
        for person, one in known
        if (compared := compare(sought, one, bearers=bearers)).likeness is not Likeness.NONE
    ]
    return sorted(fitting, key=lambda one: one.compared.score)[-1:]
