"""By what people in cases are found without their names being read: keyed hashes that follow the claims of a case.

Of a case its place and its day are known, of a person the words of the name in every spelling, and the year where it stands
beside them. ``begin`` has them made again where another key made them, and for cases of an earlier version.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from bot.core.casework.describe import CaseView
from bot.core.looked_for import NameBlock
from bot.core.matching.blocks import Known, stored
from bot.core.matching.tokens import born_in, tokens
from bot.core.model import Case
from bot.core.traffic import Timer
from bot.core.values import Contact
from handlers.cards import case_lines
from handlers.cards.case_view import view_of
from handlers.service import Service
from storage.schema import cases, name_blocks
from storage.transaction import Transaction

MOST = 50  # people of one case that are found by their names
PORTION = 50  # cases that are gone through in one transaction
KEY = "name-index"
SAME = "same-case"  # the timer
PAUSE = timedelta(seconds=15)  # in which a reporter writes the rest

Hash = tuple[int | None, str, bytes]  # the person, the pass


def known_of(service: Service, case: Case, view: CaseView) -> Iterator[tuple[int | None, Known]]:
    """What is known of each person of a case, once for each spelling of the name; and of the case, by its phone."""
    place, days = case.city or case.region, (day_of(service, case),)
    contact = view.value("contact")
    phones = (contact.phone,) if isinstance(contact, Contact) and contact.phone else ()
    for person in islice(view.persons, MOST):
        for name in person.names:
            spelt = tokens(name, service.name_rules)
            yield person.id, Known(spelt, place, days, phones, born_in(name))
    if phones:
        yield None, Known((), place, days, phones)


def day_of(service: Service, case: Case) -> date:
    """When it happened, or when we heard of it, where it is."""
    return case.happened_on or case.opened_at.astimezone(case_lines.zone_of(service, case)).date()


def look_for_the_same(tx: Transaction, case: Case) -> None:
    """Cases about the same people are looked for a little later: never on the way of an alert."""
    tx.timers.put(Timer(f"{SAME}:{case.id}", SAME, tx.now + PAUSE, case.id))


async def follow(tx: Transaction, service: Service, case: Case, view: CaseView) -> None:
    """The case says something else: what does not hold any more goes; by what is new the same people are looked for."""
    if await _follow(tx, service, case, view):
        look_for_the_same(tx, case)


async def _follow(tx: Transaction, service: Service, case: Case, view: CaseView) -> bool:
    """Whether something is new."""
    wanted = set(_hashes(tx, service, case, view))
    for row in await tx.name_blocks.by(case_id=case.id):
        known = row.person_id, row.through, row.hash
        if known in wanted and row.key == tx.names_key:
            wanted.discard(known)
        else:
            tx.name_blocks.remove(row.id)
    for person, through, hashed in sorted(wanted, key=lambda one: one[2]):
        tx.name_blocks.add(NameBlock(tx.new_id(), case.id, person, through, hashed, tx.names_key))
    return bool(wanted)


def _hashes(tx: Transaction, service: Service, case: Case, view: CaseView) -> Iterator[Hash]:
    for person, known in known_of(service, case, view):
        for through, text in stored(known):
            if (person is None) == bool(through == "C"):
                yield person, through, hash_of(tx, through, text)


def hash_of(tx: Transaction, through: str, text: str) -> bytes:
    """Under which somebody is found by this pass."""
    return tx.name_hash(f"{through}\0{text}")


async def begin(tx: Transaction) -> None:
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
        await _follow(tx, service, case, await view_of(tx, case))
    if len(found) == PORTION:
        tx.timers.put(Timer(KEY, KEY, tx.now, found[-1].id))
