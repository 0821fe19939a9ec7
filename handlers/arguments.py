"""What a press or a typed command is about, read from its argument and loaded. None: nothing of ours is named.

Whether it is allowed is asked afterwards, in one place (handlers.routing.run), and only then the function runs: it gets
what was found here, and checks nothing of that again.
"""

from msgspec import Struct

from core.alerting.offer_bundles import unpack_offers
from core.model import Case, Dialogue, Guest, Member, Offer
from core.receipt_codes import normalise_case_code
from core.vocabulary import GuestStanding
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

HELD_WORDS = "note"  # the form of a dialogue that only holds words of a member
NEW_PERSON = "new"  # somebody in a case without a name of whom nothing was said yet


class OnCase(Struct, frozen=True):
    """``member`` is the actor; ``word`` stands behind the number of the case or offer: an outcome, a reason; or empty."""

    member: Member
    case: Case
    word: str


class OnOffer(OnCase, frozen=True):
    """The offer too, which may be somebody else's."""

    alert: Offer


class OnBundle(OnOffer, frozen=True):
    """The first of several offers, and all; every one was made to the actor."""

    offers: tuple[OnOffer, ...]


class OnPlace(OnCase, frozen=True):
    """A place of the gazetteer, too."""

    place: str


class OnWords(OnCase, frozen=True):
    """Words that the actor wrote, too, and that are held until they say where they belong."""

    held: Dialogue


class OnPastCase(OnOffer, frozen=True):
    """A case that the actor had until lately, and words that they wrote."""

    held: Dialogue


class OnPerson(OnCase, frozen=True):
    """Which person of the case, too (0: all; the number of a person; or NEW), and what is said of them."""

    who: str
    what: str


class OnGuest(OnCase, frozen=True):
    """A chat that has the code of a report of the case, too."""

    guest: Guest


class OnColleague(OnCase, frozen=True):
    """Another member, too."""

    colleague: Member


async def plain_text(turn: Turn, argument: str) -> str:
    """The argument as it stands: it names nothing that anybody else could have."""
    return argument


async def case(turn: Turn, argument: str) -> OnCase | None:
    """``number`` or ``number:word``: the case of that number."""
    number, word = _split_number(argument)
    found = await turn.tx.cases.get(number)
    return OnCase(turn.member, found, word) if turn.member is not None and found is not None else None


async def case_by_code(turn: Turn, argument: str) -> OnCase | None:
    """The case whose code was typed."""
    found = await find_case_by_code(turn.tx, argument)
    return OnCase(turn.member, found, "") if found is not None and turn.member is not None else None


async def find_case_by_code(tx: Transaction, typed: str) -> Case | None:
    """However it was typed: with a hyphen, a space or none, with a number sign before it."""
    code = normalise_case_code(typed)
    return next(iter(await tx.cases.by(code=code)), None) if code is not None else None


async def offer(turn: Turn, argument: str) -> OnOffer | None:
    """``number`` or ``number:word``: the offer of that number, and its case."""
    number, word = _split_number(argument)
    alert = await turn.tx.alerts.get(number)
    found = await turn.tx.cases.get(alert.case_id) if alert is not None else None
    if turn.member is None or alert is None or found is None:
        return None
    return OnOffer(turn.member, found, word, alert)


async def several_offers(turn: Turn, argument: str) -> OnBundle | None:
    """The offers that the button of a row names. If one is not the actor's: nothing."""
    numbers, member = unpack_offers(argument), turn.member
    await turn.tx.alerts.prefetch("id", numbers)
    alerts = [await turn.tx.alerts.get(number) for number in numbers]
    own = [alert for alert in alerts if alert is not None and member and alert.member_id == member.id]
    await turn.tx.cases.prefetch("id", [alert.case_id for alert in own])
    cases = [await turn.tx.cases.get(alert.case_id) for alert in own]
    both = [(case, alert) for case, alert in zip(cases, own, strict=True) if case is not None]
    if member is None or not both or len(both) != len(numbers):
        return None
    every = tuple(OnOffer(member, case, "", alert) for case, alert in both)
    return OnBundle(member, every[0].case, "", every[0].alert, every)


async def case_and_place(turn: Turn, argument: str) -> OnPlace | None:
    """``number:place``: the case of that number, and a place that the gazetteer knows."""
    number, place = _split_number(argument)
    found = await turn.tx.cases.get(number)
    if turn.member is None or found is None or not turn.service.gazetteer.knows(place):
        return None
    return OnPlace(turn.member, found, "", place)


async def case_and_words(turn: Turn, argument: str) -> OnWords | None:
    """``number:number``: a case, and the dialogue that holds words of the actor."""
    number, words = _split_number(argument)
    found = await turn.tx.cases.get(number)
    held = await turn.tx.dialogues.get(id_in(words) or 0)
    if turn.member is None or found is None or held is None:
        return None
    ours = held.address_id == turn.address.id and held.form == HELD_WORDS
    return OnWords(turn.member, found, "", held) if ours else None


async def case_and_colleague(turn: Turn, argument: str) -> OnColleague | None:
    """``number:number``: the case of that number, and a member."""
    number, chosen = _split_number(argument)
    found, colleague = await turn.tx.cases.get(number), await turn.tx.members.get(id_in(chosen) or 0)
    if turn.member is None or found is None or colleague is None:
        return None
    return OnColleague(turn.member, found, "", colleague)


async def case_and_person(turn: Turn, argument: str) -> OnPerson | None:
    """``number:who:what``: the case of that number, and one of its persons, all, or somebody new."""
    number, who, what = (*argument.split(":", 2), "", "")[:3]
    found = await turn.tx.cases.get(id_in(number) or 0)
    if turn.member is None or found is None or not await _is_person_of_case(turn, found, who):
        return None
    return OnPerson(turn.member, found, "", who, what)


async def _is_person_of_case(turn: Turn, case: Case, who: str) -> bool:
    if who in ("0", NEW_PERSON):
        return True
    person = await turn.tx.persons.get(id_in(who) or 0)
    report = await turn.tx.reports.get(person.report_id) if person and person.report_id else None
    return person is not None and case.id in (person.case_id, report.case_id if report else None)


async def case_and_guest(turn: Turn, argument: str) -> OnGuest | None:
    """The guest of that number, and the case of its report."""
    found = await turn.tx.guests.get(id_in(argument) or 0)
    report = await turn.tx.reports.get(found.report_id) if found is not None else None
    case = await turn.tx.cases.get(report.case_id or 0) if report is not None else None
    if turn.member is None or found is None or case is None or found.standing is GuestStanding.EARLIER:
        return None
    return OnGuest(turn.member, case, "", found)


def _split_number(argument: str) -> tuple[int, str]:
    """The number, 0 for what no button of ours ever carried, and the word."""
    number, colon, word = argument.partition(":")
    return (id_in(number) or 0, word) if word or not colon else (0, "")
