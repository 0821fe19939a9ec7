"""How an ask to coordinators looks: what is wanted, about which case, whom to ring, and a button for each result.

What coordinators see when a member hid their chat: whom to ring, and the way back.
"""

from collections.abc import Sequence

from core.alerting.quiet_hours import next_daytime
from core.casework.claim_kinds import KINDS
from core.casework.ownership import last_lapsed_owner, second_is_sought
from core.casework.transitions import ringing_key
from core.model import Case, Member, Offer
from core.papers.paper_kinds import Occasion
from core.presentation import Button, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Card
from core.values import Contact
from core.vocabulary import NEWS_TASKS, CaseState, OfferState, Role, TaskKind
from handlers.cards import case_lines, visit_way
from handlers.cards.case_card import state_words
from handlers.cards.case_lists import (
    case_line,
)
from handlers.cards.case_loading import view_of
from handlers.cards.court_lines import court_lines_for_asked
from handlers.cards.fact_lines import CaseReading, fact_line
from handlers.cards.history import delivery_words
from handlers.cards.paper_names import paper_buttons
from handlers.cards.stub import stub
from handlers.cards.words_and_files import all_entries
from handlers.people.addresses import is_in_other_hands, may_be_answered
from handlers.people.membership import addresses_of, is_quiet_hour
from handlers.people.on_call import regions_of
from handlers.people.readers import has_hidden, is_coordinator, language_of
from handlers.service import Service
from storage.transaction import Transaction

PLACES = 6  # buttons for a place
RUNG = 8  # people listed in an ask
RINGS = (
    "nobody",
    "first-action",
    "owner-gone",
    "moved",
    "unanswered",
    "silent-owner",
    "hand-over",
    "cannot-come",
    "harmed",
    "refused",
    "inside",
    "transferred",
)  # asks that name whom to ring
FEW, EVERYBODY = 3, "all"  # of whom a card has buttons; what shows all of them
PLACELESS = (TaskKind.NO_PLACE, TaskKind.UNCLEAR, TaskKind.VOICE, TaskKind.LANGUAGE)
ENDS = {"over": "released", "better": "released", "false": "false_alarm"}
ANSWERED = (
    TaskKind.QUESTION,
    TaskKind.WHERE,
    TaskKind.DELETE,
    TaskKind.PERSON,
    TaskKind.UNANSWERED,
    TaskKind.AFTER_CLOSED,
)  # what a reporter wants to hear
WRITTEN = (
    TaskKind.HARMED,
    TaskKind.REFUSED,
    TaskKind.CANNOT_COME,
    TaskKind.DENIED,
    TaskKind.TRANSFERRED,
    TaskKind.PAST_OWNER,
)  # what a member wrote: their words are one press away, and nothing else of the case
OWNED = ("owner-gone", "moved", "silent-owner", "hand-over", "cannot-come")  # about the owner of the case


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """What coordinators are asked about one case; when it is settled, one line says so."""
    case = await tx.cases.get(card.subject_id)
    kind = card.subject.removeprefix("ask-")
    language = await language_of(tx, service, card.address_id)
    if case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if is_settled(case, kind) or (
        kind in visit_way.RINGS_ABOUT and not await visit_way.who_to_ring(tx, case, kind)
    ):
        return await settled_view(tx, service, language, case)
    return await task_view(tx, service, language, case, kind, card.address_id)


async def task_view(
    tx: Transaction, service: Service, language: str, case: Case, kind: str, reader: int
) -> Presentation:
    """What is asked, for the coordinator at the address ``reader``."""
    say = service.words.say
    summary = case_line(service, language, case, await state_words(tx, service, language, case))
    early = kind == TaskKind.NOBODY and case.found_nobody_at is None  # others are still to be asked
    lines = [
        *await _phone_lines(tx, service, language, case, kind),
        say(language, "ask-unheard" if early else f"ask-{kind}"),
        summary,
    ]
    rows: list[tuple[Button, ...]] = []
    if kind == TaskKind.CHECK_IN:
        lines += [
            *await case_lines.well_lines(tx, service, language, case),
            *await _number_left_lines(tx, service, language, case),
        ]
        if ringing := await who_rings(tx, service, language, case):
            lines.append(ringing)
        rows.append((Button(say(language, "button-ringing"), f"ringing:{case.id}"),))
    if kind == TaskKind.UNHANDLED:
        lines += await _given_up(tx, service, language, case)
    if kind in (TaskKind.RECORD, TaskKind.NOBODY, TaskKind.NO_PLACE):
        lines += await court_lines_for_asked(tx, service, language, case)
    if kind == TaskKind.SUMMONS:
        lines.append(await _appointment_line(tx, service, language, case))
    if kind in (TaskKind.REFUSED, TaskKind.TRANSFERRED):
        lines += await visit_way.task_lines(tx, service, language, case, kind)
    if kind in RINGS:
        people = await _to_ring(tx, case, kind, reader)
        if ringing := await who_rings(tx, service, language, case):
            lines.append(ringing)
        lines.append(say(language, "ask-ring" if people else "ask-nobody-to-ring"))
        lines += [
            " · ".join([_number_line(m), *delivery_words(service, language, case, o)]) for o, m in people
        ]
        if kind == TaskKind.NOBODY and all(member.role is not Role.LAWYER for _, member in people):
            lines += await _not_asked_lines(tx, service, language, case)
        if case.state is CaseState.OPEN and people:
            rows += _ringing_rows(service, language, case, people)
        elif kind in OWNED:
            rows.append((Button(say(language, "button-offer-again"), f"back:{case.id}", Style.PRIMARY),))
    rows += [
        *await _reading_button(tx, service, language, case, kind),
        _opening_buttons(service, language, case),
    ]
    rows += await _answer_button(tx, service, language, case, kind)
    if kind == TaskKind.CHECK_IN and case.region is not None:
        rows.append((Button(say(language, "button-ask"), f"ask:{case.id}"),))
    if (kind in (*PLACELESS, TaskKind.CHECK_IN) and case.region is None) or (
        kind == TaskKind.ELSEWHERE and case.state is CaseState.OPEN
    ):
        rows += await _place_buttons(tx, service, language, case)
    if kind in ENDS:
        label = "button-false-alarm" if kind == TaskKind.FALSE else "button-released"
        ended = Button(say(language, label), f"closing:{case.id}:{ENDS[kind]}")
        rows.append((ended, Button(say(language, "button-still-held"), f"still:{case.id}")))
    if kind == TaskKind.DENIED:
        rows += paper_buttons(service, language, case, Occasion.DENIED)
    if kind == TaskKind.OWN_LAWYER:
        ended = Button(say(language, "outcome-other-counsel"), f"closing:{case.id}:other_counsel")
        rows.append((ended, Button(say(language, "button-ask"), f"ask:{case.id}")))
    silent = _is_quiet(tx, service, case, kind)
    silent = silent or (kind in NEWS_TASKS and await is_quiet_hour(tx, service, reader))
    return Presentation("\n".join(lines), tuple(rows), protect=True, silent=silent)


def _ringing_rows(
    service: Service, language: str, case: Case, people: Sequence[tuple[Offer, Member]]
) -> list[tuple[Button, ...]]:
    """*I am calling*, and few of whom they may write down a yes; the others behind one button."""
    say = service.words.say
    ringing = (Button(say(language, "button-ringing"), f"ringing:{case.id}"),)
    if len(people) <= FEW:
        return [ringing, *_rung_buttons(service, language, people)]
    others = (Button(say(language, "button-rung-other"), f"ring:{case.id}:{EVERYBODY}"),)
    return [ringing, *_rung_buttons(service, language, people[: FEW - 1]), others]


def _rung_buttons(
    service: Service, language: str, people: Sequence[tuple[Offer, Member]]
) -> list[tuple[Button, ...]]:
    """*… takes it*, of whom they rang."""
    say = service.words.say
    named = [(offer, say(language, "button-rung", name=member.name)) for offer, member in people]
    return [(Button(label, f"rung:{offer.id}", Style.SUCCESS),) for offer, label in named]


async def who_takes_view(
    tx: Transaction, service: Service, language: str, case: Case, reader: int
) -> Presentation:
    """All of them, where the card has room for few."""
    people = await _to_ring(tx, case, TaskKind.NOBODY, reader)
    text = service.words.say(language, "rung-who", code=case.code)
    return Presentation(text, tuple(_rung_buttons(service, language, people)), protect=True)


async def _reading_button(
    tx: Transaction, service: Service, language: str, case: Case, kind: str
) -> list[tuple[Button, ...]]:
    """*Read*: what a member has written, if anything."""
    if kind not in WRITTEN or not (await view_of(tx, case)).history("note"):
        return []
    return [(Button(service.words.say(language, "button-words-read"), f"told:{case.id}", Style.PRIMARY),)]


def _opening_buttons(service: Service, language: str, case: Case) -> tuple[Button, ...]:
    """*Open*, and what its state allows: to open it again, to take it."""
    say = service.words.say
    opening = Button(say(language, "button-open"), f"open:{case.id}", Style.PRIMARY)
    if case.state is CaseState.CLOSED:
        return opening, Button(say(language, "button-reopen"), f"reopen:{case.id}")
    if case.state is CaseState.OPEN:
        return opening, Button(say(language, "button-take"), f"take:{case.id}")
    return (opening,)


async def _phone_lines(tx: Transaction, service: Service, language: str, case: Case, kind: str) -> list[str]:
    """First of all, where it is a wish of the reporter, or an end that they tell of: it may be another hand's."""
    is_wish = kind in (*ANSWERED, *ENDS, TaskKind.CONSENT)
    is_another = is_wish and await is_in_other_hands(tx, case)
    return [service.words.say(language, "case-phone-own")] if is_another else []


async def _answer_button(
    tx: Transaction, service: Service, language: str, case: Case, kind: str
) -> list[tuple[Button, ...]]:
    """*Answer*, to the chat that wrote last for this case, unless somebody else may be reading or writing there."""
    reports = await tx.reports.by(case_id=case.id) if kind in ANSWERED else []
    said = [
        (entries[-1].id, report)
        for report in reports
        if (entries := await tx.entries.newest(1, report_id=report.id))
    ]
    if not said:
        return []
    _, report = max(said, key=lambda pair: pair[0])
    if not await may_be_answered(tx, report):
        return []
    return [(Button(service.words.say(language, "button-words-answer"), f"respond:{report.id}"),)]


def _is_quiet(tx: Transaction, service: Service, case: Case, kind: str) -> bool:
    """At night what is said to be over wakes no coordinator; in the morning it is asked with a sound. Of a case without a
    place for which no lawyer was found, one ask sounds.
    """
    if kind == TaskKind.REGION:
        return case.found_nobody_at is not None  # that sounds
    at_night = next_daytime(tx.now, case_lines.zone_of(service, case)) > tx.now
    return (
        kind in (TaskKind.OVER, TaskKind.BETTER)
        and case.state is CaseState.OPEN
        and case.alerting
        and at_night
    )


async def who_rings(tx: Transaction, service: Service, language: str, case: Case) -> str:
    """Which coordinator says that they are ringing about it, if one does."""
    timer = await tx.timers.get(ringing_key(case.id))
    member = await tx.members.get(timer.subject_id) if timer is not None else None
    return service.words.say(language, "ringing-now", name=member.name) if member is not None else ""


async def settled_view(tx: Transaction, service: Service, language: str, case: Case) -> Presentation:
    """One line in place of an ask that needs nobody any more."""
    summary = case_line(service, language, case, await state_words(tx, service, language, case))
    return Presentation(service.words.say(language, "ask-settled", line=summary), protect=True)


def is_settled(case: Case, kind: str) -> bool:
    """Whether nobody is asked this any more."""
    if kind in (
        TaskKind.DELETE,
        TaskKind.CONSENT,
        TaskKind.UNDERTAKING,
        TaskKind.PAST_OWNER,
        TaskKind.THREAT,
        TaskKind.WARNED,
    ):
        return False
    if kind == TaskKind.AFTER_CLOSED or case.state is CaseState.CLOSED:
        return (kind == TaskKind.AFTER_CLOSED) != (case.state is CaseState.CLOSED)
    taken = case.state is CaseState.ACCEPTED
    settled = {
        "nobody": taken,
        "first-action": taken,
        "question": taken,
        "told": taken,
        "own-lawyer": taken,
        "record": case.alerting or taken,
        "check-in": case.alerting or taken or case.says_over,
        "summons": case.alerting or taken,
        "owner-gone": case.state is CaseState.OPEN,
        "moved": case.state is CaseState.OPEN,
        "silent-owner": case.state is CaseState.OPEN,
        "hand-over": case.state is CaseState.OPEN,
        "cannot-come": case.state is CaseState.OPEN,
        "second": not second_is_sought(case),
        "region": case.region is not None or taken,
        "over": not case.says_over,
        "false": not case.says_false,
    }
    if kind in PLACELESS and kind != TaskKind.LANGUAGE:
        return case.alerting or taken
    return settled.get(kind, False)  # what only a person can do stands until the case is closed


async def _number_left_lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """The number that was left, when the check-in was set, for just this."""
    contact = (await view_of(tx, case)).value("contact")
    if not isinstance(contact, Contact) or not contact.phone:
        return []
    return [service.words.say(language, "ask-check-in-number", number=contact.phone)]


async def _given_up(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """When the last of it came, and in which language its sender writes."""
    came = [line.at for line in await tx.timeline.by(case_id=case.id) if line.kind is TimelineKind.UNHANDLED]
    say = service.words.say
    spoken = say(language, f"spoken-{case.language}")
    times = [case_lines.local_time(at, case_lines.zone_of(service, case), service.zone) for at in came[-1:]]
    return [say(language, "ask-unhandled-at", time=time, spoken=spoken) for time in times]


async def _appointment_line(tx: Transaction, service: Service, language: str, case: Case) -> str:
    """The day and hour for which somebody is called; or that it is not known."""
    zone = case_lines.zone_of(service, case)
    reading = CaseReading(service, language, case, await view_of(tx, case), zone)
    said = fact_line(reading, KINDS["appointment"])
    return said or service.words.say(language, "ask-summons-no-day")


async def _place_buttons(
    tx: Transaction, service: Service, language: str, case: Case
) -> list[tuple[Button, ...]]:
    """Where it may be: what the words are nearest to, then the larger cities."""
    said = [str(e.payload.get("text", "")) for e in await all_entries(tx, case)]
    likely = [*filter(None, [case.elsewhere]), *case_lines.likeliest_places(service, said)]
    known = [id for id in dict.fromkeys(likely) if id not in (case.city, case.region)]
    buttons = [
        Button(service.gazetteer.name(id, language), f"placed:{case.id}:{id}") for id in known[:PLACES]
    ]
    return [tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3)]


async def _not_asked_lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """Lawyers of the region whom nobody asked, as at night where all have shifts by day: a coordinator may ring them."""
    asked = {offer.member_id for offer in await tx.alerts.by(case_id=case.id)}
    found = [
        member
        for member in await tx.members.by(role=Role.LAWYER, suspended_at=None)
        if case.region is not None and case.region in regions_of(service, member) and member.id not in asked
    ]
    numbers = [_number_line(member) for member in found if member.phone][:RUNG]
    return [service.words.say(language, "ask-not-asked"), *numbers] if numbers else []


def _number_line(member: Member) -> str:
    return f"• {member.name}: {member.phone or '—'}"


async def _to_ring(tx: Transaction, case: Case, kind: str, reader: int) -> list[tuple[Offer, Member]]:
    """Whom to ring: those asked who have not declined; of a visit, who makes it; of what somebody has, its owner."""
    offers = [a for a in await tx.alerts.by(case_id=case.id) if a.state is not OfferState.DECLINED]
    if kind in visit_way.RINGS_ABOUT:
        rung = {member.id for member, _ in await visit_way.who_to_ring(tx, case, kind)}
        offers = [a for a in offers if a.member_id in rung]
    elif kind == "first-action":
        offers = [a for a in offers if a.member_id == last_lapsed_owner(offers)]
    elif kind in OWNED or case.owner_id is not None:
        offers = [a for a in offers if a.member_id == case.owner_id]
    found = [(offer, await tx.members.get(offer.member_id)) for offer in offers]
    there = [
        (o, m)
        for o, m in found
        if m and m.suspended_at is None and m.role is not Role.ADMINISTRATOR and reader not in addresses_of(m)
    ]
    return there[:RUNG]


async def hidden_member_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Name and number while the chat is hidden; afterwards that it is settled."""
    language = await language_of(tx, service, card.address_id)
    member = await tx.members.get(card.subject_id)
    if member is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    if member.suspended_at is not None or not await has_hidden(tx, member):
        return stub(service, language, "hidden-settled", name=member.name)
    say = service.words.say
    back = Button(say(language, "button-member-back"), f"returned:{member.id}", Style.PRIMARY)
    text = say(language, "hidden-member", name=member.name, phone=member.phone or "—")
    return Presentation(text, ((back,),), protect=True)
