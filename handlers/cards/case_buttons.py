"""The buttons of a case that is shown whole, for its owner and for a coordinator who opened it."""

from collections.abc import Sequence

from core.casework.case_view import CaseView
from core.casework.ownership import has_case
from core.casework.visits import VisitStep
from core.model import Address, Case, Entry, Member
from core.presentation import Button, ButtonRows, Style
from core.vocabulary import CaseState, Role
from handlers.cards import legal_hold, source_lines, visit_lines
from handlers.cards.words_and_files import files_for_reader
from handlers.people import addresses
from handlers.service import Service
from storage.transaction import Transaction

# A button and not a link in the text: nobody looks the place up before it is pressed.
MAP = "https://www.openstreetmap.org/?mlat={0:.5f}&mlon={1:.5f}#map=17/{0:.5f}/{1:.5f}"
SENDING = ("proceeding", "intervention")  # kinds of claims: a case with any of them has papers that are sent


def owner_rows(service: Service, language: str, case: Case, way: Sequence[VisitStep]) -> ButtonRows:
    """For whoever has the case; ``way``: what they have said of it."""
    say = service.words.say
    rows = (_ending(service, language, case), (Button(say(language, "button-back"), f"back:{case.id}"),))
    return (*visit_lines.next_buttons(service, language, case, way), *rows)


def coordinator_rows(service: Service, language: str, case: Case) -> ButtonRows:
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


async def more_rows(
    tx: Transaction,
    service: Service,
    language: str,
    case: Case,
    reader: Member,
    view: CaseView,
    entries: Sequence[Entry],
    files: int,
) -> ButtonRows:
    """What may be asked for: words, files (by the owner all, by others what was spoken), the coded act, the newest of places
    shared lately; and for coordinators, the mute.
    """
    say = service.words.say
    more = [
        Button(say(language, "button-words"), f"words:{case.id}"),
        Button(say(language, "button-act"), f"coding:{case.id}"),
    ]
    if not has_case(case, reader.id):
        files = len(files_for_reader(reader, case, entries))
    if files:
        more.append(Button(say(language, "button-files", count=files), f"files:{case.id}"))
    rows = [tuple(more)]
    work: tuple[Button, ...] = (Button(say(language, "button-proceedings"), f"proceedings:{case.id}"),)
    if any(kind in SENDING for kind, _ in view.said):
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
    if reader.role is Role.COORDINATOR:
        if (case.says_over or case.says_false) and case.state is not CaseState.CLOSED:
            rows.append((Button(say(language, "button-still-held"), f"still:{case.id}"),))
        together = Button(say(language, "button-incidents"), f"incidents:{case.id}")
        round = Button(say(language, "button-calls"), f"calls:{case.id}")
        rows.append((together,) if case.state is CaseState.CLOSED else (round, together))
        history = Button(say(language, "button-history"), f"history:{case.id}")
        rows.append((history, Button(say(language, "button-consents"), f"consents:{case.id}")))
        rows.append(legal_hold.buttons(service, language, case))
        rows += await source_lines.guest_buttons(tx, service, language, case)
        rows += await source_lines.unlink_buttons(tx, service, language, case)
        if await hidden_chats(tx, case):
            rows.append((Button(say(language, "button-answer-again"), f"answer:{case.id}"),))
            rows.append((Button(say(language, "button-silence"), f"silence:{case.id}"),))
        if case.state is not CaseState.CLOSED:
            rows.append((Button(say(language, "button-joke"), f"joke:{case.id}"),))
        mute = "unmute" if await is_muted(tx, case) else "mute"
        rows.append((Button(say(language, f"button-{mute}"), f"{mute}:{case.id}"),))
    return tuple(rows)


def newest_place(entries: Sequence[Entry]) -> tuple[float, float] | None:
    """The newest place that was shared, in degrees."""
    places = [entry.payload["location"] for entry in entries if "location" in entry.payload]
    return (places[-1][0], places[-1][1]) if places else None


async def hidden_chats(tx: Transaction, case: Case) -> list[Address]:
    """The chats of reporters of the case that are hidden, and not answered yet."""
    chats = dict.fromkeys(report.address_id for report in await tx.reports.by(case_id=case.id))
    found = [await tx.addresses.get(chat) for chat in chats]
    return [address for address in found if address is not None and address.silenced_at is not None]


async def is_muted(tx: Transaction, case: Case) -> bool:
    """Whether a reporter of the case is muted at this moment."""
    for report in await tx.reports.by(case_id=case.id):
        address = await tx.addresses.get(report.address_id)
        if address is not None and addresses.is_muted(address, tx.now):
            return True
    return False
