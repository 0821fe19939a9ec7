"""Several cases at once: a list in which they are ticked, of an incident, a station or of one's own, and what may be done
with those that are. A lawyer has in it the cases that they hold; a coordinator, what is open.

Who sees a case whole reads in it who is held; names of other cases of an incident are shown for a reason, a line in the
history of each.
"""

from msgspec import Struct
from msgspec.structs import replace

from core.casework.case_view import WHEREABOUTS_KINDS, where_held
from core.casework.ownership import has_case
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Presentation, Style, in_button_rows
from core.records.incidents import IncidentStanding
from core.traffic import Card, Lane, Timer
from core.vocabulary import CaseState, Role
from handlers.cards import case_lines, live_cards
from handlers.cards.case_card import state_words
from handlers.cards.case_lists import lines_on_page, page_buttons
from handlers.cards.case_loading import views_of
from handlers.cards.case_standings import open_cases
from handlers.cards.station_board import cases_at
from handlers.cards.stub import stub
from handlers.casework import disclosure, standing_reason
from handlers.incidents import incident_cases
from handlers.people.membership import active_members_at, held_cases
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

CARD = live_cards.TICKS
OVER = "ticks-over"  # the timer by which a list goes, and its names with it
OWN = 0  # in place of an incident: the reader's own list
MOST = 200  # cases of one list
ALL, NONE = "all", "none"
RELEASED, TRANSFERRED, OFFERED, VERIFIED, TOGETHER = (
    "released", "transferred", "offer", "verify", "together",
)  # fmt: skip
NAMES = "names"
OF_LAWYERS = (RELEASED, TRANSFERRED)
ACTS = (*OF_LAWYERS, OFFERED, VERIFIED, TOGETHER)


class TickList(Struct, frozen=True):
    """A list of the actor's own; ``word``: what was pressed in it."""

    member: Member
    card: Card
    word: str


async def list_asked(turn: Turn, argument: str) -> int | None:
    """An incident, a case for the station where it is, or 0 for one's own list; those two are for coordinators."""
    if argument == str(OWN):
        return OWN
    about = id_in(argument) or 0
    known = await turn.tx.incidents.get(about) or await turn.tx.cases.get(about)
    return about if known is not None and turn.coordinator is not None else None


async def on_asked(turn: Turn, about: int) -> None:
    """*Tick several*: a list, in which nothing is ticked."""
    card = await live_cards.renew(turn.tx, CARD, about, turn.address.id, Lane.REPLY)
    turn.tx.cards.put(replace(card, chosen="", page=0))
    turn.tx.timers.put(Timer(f"{OVER}:{card.id}", OVER, turn.now + standing_reason.LASTS, card.id))


async def on_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """A shift later the list is not needed any more; it can be asked for again."""
    card = await tx.cards.get(timer.subject_id)
    if card is not None:
        language = await language_of(tx, service, card.address_id)
        again = Button(service.words.say(language, "button-ticks"), f"ticks:{card.subject_id}")
        live_cards.drop(tx, card, stub(service, language, "ticks-over", ((again,),)))


async def own_list(turn: Turn, argument: str) -> TickList | None:
    """``number:word``: a list in this chat."""
    number, _, word = argument.partition(":")
    card = await turn.tx.cards.get(id_in(number) or 0)
    if card is None or turn.active is None or card.subject != CARD or card.address_id != turn.address.id:
        return None
    return TickList(turn.active, card, word)


async def on_ticked(turn: Turn, found: TickList) -> None:
    """A case is ticked, or not any more; or all are, or none."""
    cases = await cases_of(turn.tx, turn.service, found.card, found.member)
    before = {case.id for case in await ticked(turn.tx, turn.service, found.card, found.member)}
    number = id_in(found.word)
    after = {case.id for case in cases} if found.word == ALL else set[int]()
    if number is not None:
        after = before ^ ({number} & {case.id for case in cases})
    untick(turn.tx, found.card, [case.id for case in cases if case.id in after])


def untick(tx: Transaction, card: Card, left: list[int] | None = None) -> None:
    """Only these are ticked."""
    live_cards.touch(tx, replace(card, chosen=",".join(map(str, left or [])), lane=Lane.REPLY))


async def cases_of(tx: Transaction, service: Service, card: Card, member: Member) -> list[Case]:
    """What stands in the list, the oldest first."""
    if member.role is Role.ADMINISTRATOR or (card.subject_id != OWN and member.role is not Role.COORDINATOR):
        return []
    incident, at = await tx.incidents.get(card.subject_id), await tx.cases.get(card.subject_id)
    if incident is not None:
        links = await incident_cases.links_of(tx, incident, IncidentStanding.IN)
        found = await incident_cases.cases_of(tx, links)
    elif at is not None:
        found = await cases_at(tx, service, await open_cases(tx), at)
    elif card.subject_id != OWN:
        found = []
    elif member.role is Role.COORDINATOR:
        found = list(await open_cases(tx))
    else:
        found = [case for case in await held_cases(tx, member) if has_case(case, member.id)]
    still = [case for case in found if case.state is not CaseState.CLOSED]
    return sorted(still, key=lambda case: case.id)[:MOST]


async def ticked(tx: Transaction, service: Service, card: Card, member: Member) -> list[Case]:
    """Those of them that are ticked."""
    chosen = set(card.chosen.split(","))
    return [case for case in await cases_of(tx, service, card, member) if str(case.id) in chosen]


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """As it is now."""
    language, say = await language_of(tx, service, card.address_id), service.words.say
    members = await active_members_at(tx, card.address_id)
    if not members:
        return stub(service, language, "members-only")
    member = members[0]
    cases = await cases_of(tx, service, card, member)
    if not cases:
        return stub(service, language, "ticks-none")
    page = lines_on_page(cases, card)
    shown = {case.id: await _may_be_named(tx, card, case, member) for case in page}
    chosen = {case.id for case in await ticked(tx, service, card, member)}
    texts, buttons = [say(language, "ticks-head", count=len(cases), chosen=len(chosen)), ""], []
    views = await views_of(tx, page, ("name", *WHEREABOUTS_KINDS))
    for case in page:
        view_of_case = views[case.id]
        names = [person.names[-1] for person in view_of_case.persons if person.names]
        who = (
            ", ".join(names) if shown[case.id] and names else case_lines.count_words(service, language, case)
        )
        place = where_held(view_of_case)
        where = case_lines.held_label(service, language, place.text, case.city or "") if place else ""
        where = where or case_lines.place_name(service, language, case)
        mark = "☑" if case.id in chosen else "☐"
        state = await state_words(tx, service, language, case, with_last_step=False)
        texts.append(f"{mark} {case.code} · {who} · {where} · {state}")
        label = names[0].split()[-1] if shown[case.id] and names else case.code
        buttons.append(Button(f"{mark} {label}", f"tick:{card.id}:{case.id}"))
    every = Button(say(language, "button-ticks-all", count=len(cases)), f"tick:{card.id}:{ALL}")
    none = Button(say(language, "button-ticks-none"), f"tick:{card.id}:{NONE}")
    rows: ButtonRows = (*in_button_rows(buttons), *page_buttons(len(cases), card), (every, none))
    return Presentation(
        "\n".join(texts),
        (*rows, *_act_buttons(service, language, card, member, len(chosen), hides=not all(shown.values()))),
        protect=True,
    )


def _act_buttons(
    service: Service, language: str, card: Card, member: Member, count: int, *, hides: bool
) -> ButtonRows:
    say, rows = service.words.say, list[tuple[Button, ...]]()
    if count:
        acts = ACTS if member.role is Role.COORDINATOR else OF_LAWYERS
        rows += in_button_rows(
            Button(
                say(language, f"button-ticks-{act}", count=count), f"ticked:{card.id}:{act}", Style.PRIMARY
            )
            for act in acts
        )
    if hides and card.subject_id != OWN:
        rows.append((Button(say(language, "button-ticks-names"), f"ticked:{card.id}:{NAMES}"),))
    return tuple(rows)


async def _may_be_named(tx: Transaction, card: Card, case: Case, member: Member) -> bool:
    """The reader sees it whole, or was shown its name for the reason that stands for the incident."""
    if await disclosure.may_see(tx, case, card.address_id):
        return True
    stands = card.subject_id != OWN and await standing_reason.reason_of(tx, member, card.subject_id)
    return bool(stands) and await standing_reason.has_seen(tx, case, member)
