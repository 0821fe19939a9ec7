"""The buttons of a case that is shown whole, for its owner and for a coordinator who opened it."""

from collections.abc import Sequence

from core.casework.linking import links_of_tap
from core.casework.ownership import asked_still_key, handing_key, has_case
from core.casework.visits import VisitStep
from core.model import Address, Case, Entry, Guest, Member
from core.presentation import Button, ButtonRows, Style, in_button_rows
from core.vocabulary import CaseState, GuestStanding, Role
from handlers.cards import case_lines, visit_way
from handlers.cards.card_lines import CardReading, hidden_chats
from handlers.cards.court_lines import ruling_buttons
from handlers.cards.words_and_files import count_files, files_for_reader
from handlers.people import addresses
from handlers.service import Service
from storage.transaction import Transaction

# A button and not a link in the text: nobody looks the place up before it is pressed.
MAP = "https://www.openstreetmap.org/?mlat={0:.5f}&mlon={1:.5f}#map=17/{0:.5f}/{1:.5f}"
GUESTS_SHOWN = 3  # of those who have the code, the newest
SOURCES_SHOWN = 8
SENDING = ("proceeding", "intervention")  # kinds of claims: a case with any of them has papers that are sent


OF_CASES = ("alert", "case")  # cards that show one whole to who may see it
WHOLE, BRIEF = "whole", ""  # what a reader chooses to see of a case
SHOWN, ACROSS = 6, 3  # buttons of a brief card, *More…* among them, and of a row
# What comes next, before all else.
STEPS = ("mine", "placed", "ruled", "still", "first", "take", "ask", "assign", "reopen", "map")
OF_OWNER = ("released", "files", "saw", "back", "hand", "closing")
BEFORE_ALL = ("back", "files", "released", "hand", "closing")  # nobody has seen anybody yet
ASKED = ("back", "hand", "released", "closing")  # whether it is still theirs
OF_COORDINATOR = ("back", "released", "files", "closing", "hand", "calls", "history", "papers")


async def case_rows(reading: CardReading, steps: Sequence[VisitStep], chosen: str) -> ButtonRows:
    """All that can be pressed, or, briefly, what comes next and the way to the rest. ``steps``: of the reader's visit."""
    case, say = reading.case, reading.say
    rows = await first_rows(reading.tx, reading.service, reading.language, case, reading.reader, steps)
    every = (*rows, *await more_rows(reading))
    if chosen == WHOLE:
        return (*every, (Button(say("button-brief"), f"whole:{case.id}:less"),))
    known = [(_place_of(button), button) for row in every for button in row]
    is_asked = any(place == "mine" for place, _ in known)
    of_owner = ASKED if is_asked else OF_OWNER if steps else BEFORE_ALL
    order = (*STEPS, *(of_owner if reading.has_case else OF_COORDINATOR))
    ranked = sorted((each for each in known if each[0] in order), key=lambda each: order.index(each[0]))
    shown = ranked[: SHOWN - 1]
    rest = [button for place, button in shown if place not in STEPS]
    rest.append(Button(say("button-whole"), f"whole:{case.id}"))
    first = [button for place, button in shown if place in STEPS]
    return (*in_button_rows(first, ACROSS), *in_button_rows(rest, ACROSS))


def _place_of(button: Button) -> str:
    action, _, rest = button.data.partition(":")
    if button.url:
        return "map"
    return "released" if action == "closing" and rest.endswith(":released") else action


async def first_rows(
    tx: Transaction, service: Service, language: str, case: Case, reader: Member, steps: Sequence[VisitStep]
) -> ButtonRows:
    """What the reader may do: the owner, the second lawyer, who closes nothing, or a coordinator. ``steps``: what
    the reader has said of it.
    """
    holding = await _handover_buttons(tx, service, language, case, reader)
    if case.state is CaseState.ACCEPTED and case.second_id == reader.id:
        return (*visit_way.next_buttons(service, language, case, steps), *holding)
    if case.state is CaseState.ACCEPTED and case.owner_id == reader.id:
        first = (*_which_place(service, language, case), *_owner_rows(service, language, case, steps))
        if await tx.timers.get(asked_still_key(case.id)):
            mine = Button(service.words.say(language, "button-mine"), f"mine:{case.id}", Style.SUCCESS)
            first = ((mine,), *first)
        return (*first, *holding)
    return (*_which_place(service, language, case), *_coordinator_rows(service, language, case), *holding)


def _which_place(service: Service, language: str, case: Case) -> ButtonRows:
    """Where it is and where it may be: who works on the case says which with one tap."""
    here = case.city or case.region
    if not case.elsewhere or here is None or case.state is CaseState.CLOSED:
        return ()
    named = [(id, service.gazetteer.name(id, language)) for id in (here, case.elsewhere)]
    return (tuple(Button(f"📍 {name}", f"placed:{case.id}:{id}") for id, name in named),)


async def _handover_buttons(
    tx: Transaction, service: Service, language: str, case: Case, reader: Member
) -> ButtonRows:
    say, number = service.words.say, case.id
    if case.state is not CaseState.ACCEPTED:
        return ()
    if case.second_id == reader.id:
        return ((Button(say(language, "button-back"), f"back:{number}"),),)
    asked = await tx.timers.get(handing_key(number)) is not None
    hand = Button(
        say(language, f"button-hand-{'keep' if asked else 'over'}"), f"hand:{number}{':keep' * asked}"
    )
    wants = "no" if case.wants_second and case.second_id is None else "yes"
    second = Button(say(language, f"button-second-{wants}"), f"second:{number}:{wants}")
    return ((hand,) if case.second_id is not None else (hand, second),)


def _owner_rows(service: Service, language: str, case: Case, steps: Sequence[VisitStep]) -> ButtonRows:
    """For its owner; ``steps``: what they have said of it."""
    say = service.words.say
    rows = (_ending(service, language, case), (Button(say(language, "button-back"), f"back:{case.id}"),))
    return (*visit_way.next_buttons(service, language, case, steps), *rows)


def _coordinator_rows(service: Service, language: str, case: Case) -> ButtonRows:
    """For a coordinator who has opened it."""
    say = service.words.say
    if case.state is CaseState.CLOSED:
        return ((Button(say(language, "button-reopen"), f"reopen:{case.id}"),),)
    if case.state is CaseState.ACCEPTED:
        act: tuple[Button, ...] = (Button(say(language, "button-offer-again"), f"back:{case.id}"),)
    else:
        act = (
            Button(say(language, "button-take"), f"take:{case.id}", Style.SUCCESS),
            Button(say(language, "button-ask"), f"ask:{case.id}"),
            Button(say(language, "button-assign"), f"assign:{case.id}"),
        )
    return (act, _ending(service, language, case))


def _ending(service: Service, language: str, case: Case) -> tuple[Button, ...]:
    say = service.words.say
    return (
        Button(say(language, "button-released"), f"closing:{case.id}:released"),
        Button(say(language, "button-false-alarm"), f"closing:{case.id}:false_alarm"),
        Button(say(language, "button-close"), f"closing:{case.id}"),
    )


async def more_rows(reading: CardReading) -> ButtonRows:
    """What may be asked for: words, files (by the owner all, by others what was spoken), the coded act, the newest of places
    shared lately; and for coordinators, the mute.
    """
    tx, service, language, case = reading.tx, reading.service, reading.language, reading.case
    reader, entries = reading.reader, reading.entries
    say = service.words.say
    more = [
        Button(say(language, "button-words"), f"words:{case.id}"),
        Button(say(language, "button-act"), f"coding:{case.id}"),
    ]
    if not has_case(case, reader.id):
        files = len(files_for_reader(reader, case, entries))
    else:
        files = await count_files(tx, case) if reading.kinds["file"] else 0
    if files:
        more.append(Button(say(language, "button-files", count=files), f"files:{case.id}"))
    rows = [tuple(more)]
    if case.state is not CaseState.CLOSED:
        rows = [*ruling_buttons(service, language, reading.view), *rows]
    work: tuple[Button, ...] = (Button(say(language, "button-proceedings"), f"proceedings:{case.id}"),)
    if any(kind in SENDING for kind, _ in reading.view.said):
        work = (*work, Button(say(language, "button-interventions"), f"interventions:{case.id}"))
    if case.state is not CaseState.CLOSED:
        rows.append((Button(say(language, "button-saw"), f"saw:{case.id}:0:open"), *work))
        work = (Button(say(language, "button-wants"), f"wants:{case.id}"),)
    papers = Button(say(language, "button-papers"), f"papers:{case.id}")
    rows.append((*work, papers))
    rows.append((Button(say(language, "button-verify"), f"verify:{case.id}"),))
    place = newest_place(entries)
    if place is not None:
        pin = Button(say(language, "button-pin"), f"pin:{case.id}")
        rows.insert(0, (Button(say(language, "button-map"), url=MAP.format(*place)), pin))
    hidden = await hidden_chats(tx, case)
    coordinates = reader.role is Role.COORDINATOR
    if any(coordinates or (chat.silenced_at is None and case.owner_id == reader.id) for chat in hidden):
        rows.append((Button(say(language, "button-answer-again"), f"answer:{case.id}"),))
    if coordinates:
        rows += await _steering_rows(reading, hidden)
    return tuple(rows)


async def _steering_rows(reading: CardReading, hidden: Sequence[Address]) -> list[tuple[Button, ...]]:
    tx, service, language, case = reading.tx, reading.service, reading.language, reading.case
    say, rows = service.words.say, list[tuple[Button, ...]]()
    if (case.says_over or case.says_false) and case.state is not CaseState.CLOSED:
        rows.append((Button(say(language, "button-still-held"), f"still:{case.id}"),))
    together = Button(say(language, "button-incidents"), f"incidents:{case.id}")
    round = Button(say(language, "button-calls"), f"calls:{case.id}")
    if case.state is CaseState.CLOSED:
        rows.append((together,))
    else:
        rows.append((round, together, Button(say(language, "button-link"), f"link:{case.id}")))
    history = Button(say(language, "button-history"), f"history:{case.id}")
    rows.append((history, Button(say(language, "button-consents"), f"consents:{case.id}")))
    rows.append(_hold_buttons(service, language, case))
    rows += await _guest_buttons(tx, service, language, case)
    rows += await _unlink_buttons(tx, service, language, case)
    if any(chat.silenced_at is not None for chat in hidden):
        rows.append((Button(say(language, "button-silence"), f"silence:{case.id}"),))
    if case.state is not CaseState.CLOSED:
        rows.append((Button(say(language, "button-joke"), f"joke:{case.id}"),))
    mute = "unmute" if await is_muted(tx, case) else "mute"
    rows.append((Button(say(language, f"button-{mute}"), f"{mute}:{case.id}"),))
    return rows


def newest_place(entries: Sequence[Entry]) -> tuple[float, float] | None:
    """The newest place that was shared, in degrees."""
    places = [entry.payload["location"] for entry in entries if "location" in entry.payload]
    return (places[-1][0], places[-1][1]) if places else None


async def is_muted(tx: Transaction, case: Case) -> bool:
    """Whether a reporter of the case is muted at this moment."""
    for report in await tx.reports.by(case_id=case.id):
        address = await tx.addresses.get(report.address_id)
        if address is not None and addresses.is_muted(address, tx.now):
            return True
    return False


def _hold_buttons(service: Service, language: str, case: Case) -> tuple[Button, ...]:
    """*Legal hold*, and of a closed case *Forget it*."""
    say = service.words.say
    hold = Button(say(language, "button-preserve"), f"preserve:{case.id}")
    if case.state is not CaseState.CLOSED:
        return (hold,)
    return (hold, Button(say(language, "button-forget"), f"forget:{case.id}"))


async def _guest_buttons(
    tx: Transaction, service: Service, language: str, case: Case
) -> list[tuple[Button, ...]]:
    """*It is them*: a button for each chat."""
    zone = case_lines.zone_of(service, case)
    return [
        (
            Button(
                service.words.say(
                    language, "button-proved", time=case_lines.local_time(guest.since, zone, service.zone)
                ),
                f"proved:{guest.id}",
            ),
        )
        for guest in await unproved_guests(tx, case)
    ]


async def unproved_guests(tx: Transaction, case: Case) -> list[Guest]:
    """Who writes with a code of the case, and has not shown that it is theirs."""
    found = [
        guest
        for report in await tx.reports.by(case_id=case.id)
        for guest in await tx.guests.by(report_id=report.id)
        if guest.standing is not GuestStanding.EARLIER
    ]
    return sorted(found, key=lambda guest: guest.since)[-GUESTS_SHOWN:]


async def _unlink_buttons(tx: Transaction, service: Service, language: str, case: Case) -> ButtonRows:
    """For coordinators: what was linked can come back."""
    reports = (await tx.reports.by(case_id=case.id))[:SOURCES_SHOWN]
    links = [link for report in reports for link in await tx.links.by(report_id=report.id)]
    alive = {link.report_id: link for link in links if link.ended_at is None}
    buttons, seen = [], set[int]()
    for number, report in enumerate(reports, 1):
        act = links_of_tap(links, alive[report.id]) if report.id in alive else []
        if act and act[0].id not in seen:
            seen.add(act[0].id)
            label = service.words.say(language, "button-unlink", number=number)
            buttons.append(Button(label, f"unlink:{act[0].id}"))
    return in_button_rows(buttons)
