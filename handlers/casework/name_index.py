"""Cases that may be about somebody, found by keyed hashes without reading names; only what these find is opened and
compared.

The hashes follow the claims of a case: its place and day, the words of each name in every spelling, and the year where it is
known with them. ``begin`` makes the hashes again that another key made, and those of cases from an earlier version.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from msgspec import Struct

from core.casework.case_view import CaseView
from core.matching.likeness import Comparison, Likeness, compare_people
from core.matching.name_tokens import birth_year_in, name_tokens
from core.matching.search_blocks import BlockPass, KnownPerson, blocks_to_search, blocks_to_store
from core.model import Case
from core.records.lookups import NameBlock
from core.traffic import Timer
from core.values import Contact
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of, views_of
from handlers.service import Service
from storage.schema import cases, name_blocks
from storage.transaction import Transaction

MOST = 50  # people of one case that are found by their names
PORTION = 50  # cases that are gone through in one transaction
KEY = "name-index"
SAME_CASE = "same-case"  # the timer
NEW = timedelta(hours=2)  # so long a case may be of one event with another, also without a name
PAUSE = timedelta(seconds=15)  # in which a reporter writes the rest

Hash = tuple[int | None, str, bytes]  # the person, the pass


def known_of(service: Service, case: Case, view: CaseView) -> Iterator[tuple[int | None, KnownPerson]]:
    """What is known of each person of a case, once for each spelling of the name; and of the case, by its phone."""
    place, days = case.city or case.region, (day_of(service, case),)
    contact = view.value("contact")
    phones = (contact.phone,) if isinstance(contact, Contact) and contact.phone else ()
    for person in islice(view.persons, MOST):
        for name in person.names:
            spelt = name_tokens(name, service.name_rules)
            yield person.id, KnownPerson(spelt, place, days, phones, birth_year_in(name))
    if phones:
        yield None, KnownPerson((), place, days, phones)


def day_of(service: Service, case: Case) -> date:
    """When it happened, or when we heard of it, where it is."""
    return case.happened_on or case.opened_at.astimezone(case_lines.zone_of(service, case)).date()


def look_for_the_same(tx: Transaction, case: Case) -> None:
    """Cases about the same people are looked for a little later: never on the way of an alert."""
    tx.timers.put(Timer(f"{SAME_CASE}:{case.id}", SAME_CASE, tx.now + PAUSE, case.id))


async def update(tx: Transaction, service: Service, case: Case, view: CaseView) -> None:
    """The case says something else: what does not hold any more goes; by what is new the same people are looked for."""
    is_new = tx.now - case.opened_at <= NEW
    if await _update_hashes(tx, service, case, view) or is_new:
        look_for_the_same(tx, case)


async def _update_hashes(tx: Transaction, service: Service, case: Case, view: CaseView) -> bool:
    """Whether something is new."""
    wanted = set(_hashes(tx, service, case, view))
    for row in await tx.name_blocks.by(case_id=case.id):
        known = row.person_id, row.through, row.hash
        if known in wanted and row.key == tx.names_key:
            wanted.discard(known)
        else:
            tx.name_blocks.remove(row.id)
    for person, through, hashed in sorted(wanted, key=lambda row: row[2]):
        tx.name_blocks.add(NameBlock(tx.new_id(), case.id, person, through, hashed, tx.names_key))
    return bool(wanted)


def _hashes(tx: Transaction, service: Service, case: Case, view: CaseView) -> Iterator[Hash]:
    for person, known in known_of(service, case, view):
        for through, text in blocks_to_store(known):
            if (person is None) == bool(through == "C"):
                yield person, through, hash_of(tx, through, text)


def hash_of(tx: Transaction, through: str, text: str) -> bytes:
    """Under which somebody is found by this pass."""
    return tx.name_hash(f"{through}\0{text}")


async def begin_rebuilding(tx: Transaction) -> None:
    """At a start: they are made again, if another key made them or nobody has made any."""
    of_another = await tx.name_blocks.select(name_blocks.c.key != tx.names_key, limit=1)
    none_yet = not await tx.name_blocks.select(limit=1) and await tx.cases.select(limit=1)
    if of_another or none_yet:
        tx.timers.put(Timer(KEY, KEY, tx.now))


async def on_rebuilding(tx: Transaction, service: Service, timer: Timer) -> None:
    """Some more cases, and then the next."""
    found = await tx.cases.select(cases.c.id > timer.subject_id, order_by=cases.c.id, limit=PORTION)
    await tx.name_blocks.prefetch("case_id", [case.id for case in found])
    await tx.reports.prefetch("case_id", [case.id for case in found])
    for case in found:
        await _update_hashes(tx, service, case, await view_of(tx, case))
    if len(found) == PORTION:
        tx.timers.put(Timer(KEY, KEY, tx.now, found[-1].id))


OPENED = 40  # cases that are compared
KINDS_COMPARED = ("name", "contact")  # of claims by which people are compared


class Candidate(Struct, frozen=True):
    """A case, and how well one of its people fits. ``person``: which one; None if the case has nobody with a number."""

    case: Case
    compared: Comparison
    person: int | None


async def prefetch_candidates(tx: Transaction, several: Iterable[KnownPerson]) -> None:
    """What the hashes of several people find, in as few statements as for one."""
    found = {text for sought in several for text in blocks_to_search(sought)}
    await tx.name_blocks.prefetch("hash", [hash_of(tx, through, text) for through, text in found])


async def find_likely_cases(tx: Transaction, service: Service, sought: KnownPerson) -> list[Candidate]:
    """Those that fit, in no order, among the cases that the hashes find in most ways, the newest first."""
    hashes = {hash_of(tx, through, text): through for through, text in blocks_to_search(sought)}
    await tx.name_blocks.prefetch("hash", hashes)
    rows = [row for hashed in sorted(hashes) for row in await tx.name_blocks.by(hash=hashed)]
    bearers = len({row.person_id for row in rows if row.through == BlockPass.WORDS})
    strength = Counter(
        row.case_id for row in rows
    )  # in how many ways it is found: two words come with each of them
    found = sorted(strength, key=lambda id: (strength[id], id), reverse=True)[:OPENED]
    await tx.prefetch(tx.cases.want("id", found), tx.reports.want("case_id", found))
    cases = [case for id in found if (case := await tx.cases.get(id)) is not None]
    views = await views_of(tx, cases, KINDS_COMPARED)
    return [fit for case in cases for fit in _best_fits(service, sought, case, views[case.id], bearers)]


def _best_fits(
    service: Service, sought: KnownPerson, case: Case, view: CaseView, bearers: int
) -> list[Candidate]:
    """The person of the case who fits best, if any does."""
    known = known_of(service, case, view)
    fitting = [
        Candidate(case, compared, person)
        for person, candidate in known
        if (compared := compare_people(sought, candidate, bearers=bearers)).likeness is not Likeness.NONE
    ]
    return sorted(fitting, key=lambda fit: fit.compared.score)[-1:]
