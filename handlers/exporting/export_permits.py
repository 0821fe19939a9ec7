"""``/export FROM TO PURPOSE WHY``: a coordinator asks for an export with names, of the cases that were opened in these days;
``/export CODE PURPOSE WHY``: for one case as a packet, with its words, files and papers.

Another coordinator allows or refuses it, and it is used once. Every step is a row that stays.
"""

from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from core.exporting.scope import VALID, ExportPermit, PermitStage, parse_moment
from core.folding import inert_line
from core.model import LANGUAGES, Member
from core.presentation import Button, Presentation, Style
from core.traffic import Card, Lane, Timer
from core.vocabulary import OF_NAMES, ConsentUse, Role
from handlers.alerting import tasks
from handlers.arguments import find_case_by_code
from handlers.cards import case_lines, live_cards
from handlers.cards.stub import stub
from handlers.outbox import administrators
from handlers.people.membership import addresses_of, home_address
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

CARD = "permit"
PERMIT_OVER = "permit-over"  # the timer: a day after it was asked for, and after it was allowed
NUMBERS = 900_000, 100_000  # so many, from this one on


async def ask_permit(
    tx: Transaction,
    service: Service,
    by: Member,
    purpose: ConsentUse,
    begin: datetime,
    end: datetime,
    reason: str,
    case_id: int | None = None,
) -> ExportPermit:
    """A new permit. Every coordinator sees it, also the one who asks."""
    count, first = NUMBERS
    number = first + service.pick(count)
    while await tx.export_permits.by(number=number):
        number = first + service.pick(count)
    permit = ExportPermit(tx.new_id(), number, purpose, begin, end, reason, tx.now, by.id, case_id=case_id)
    tx.export_permits.add(permit)
    _end_timer(tx, permit)
    for member in await tasks.coordinators(tx):
        await live_cards.show(tx, CARD, permit.id, await home_address(tx, member), Lane.NEWS)
    return permit


async def settle_permit(tx: Transaction, permit: ExportPermit, by: Member, *, allowed: bool) -> None:
    """Another coordinator says yes or no; or the coordinator who asked takes it back."""
    settled = tx.export_permits.put(replace(permit, settled_at=tx.now, settled_by=by.id, allowed=allowed))
    _end_timer(tx, settled)
    await _touch_cards(tx, settled)


async def on_permit_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """Its day is over: the cards say so."""
    permit = await tx.export_permits.get(timer.subject_id)
    if permit is not None:
        await _touch_cards(tx, permit)


async def usable_permit(tx: Transaction, number: int) -> ExportPermit | None:
    """The permit with this number, if it still allows something: nobody used it, and both are still coordinators."""
    found = await tx.export_permits.by(number=number)
    if not found or found[0].stage(tx.now) is not PermitStage.ALLOWED:
        return None
    permit = found[0]
    both = [await tx.members.get(id) for id in (permit.asked_by, permit.settled_by or 0)]
    may = [
        member is not None and member.suspended_at is None and member.role is Role.COORDINATOR
        for member in both
    ]
    return permit if all(may) and permit.asked_by != permit.settled_by else None


async def use_permit(tx: Transaction, permit: ExportPermit) -> None:
    """It is used from now on: nobody else can, while the export is made."""
    await _touch_cards(tx, tx.export_permits.put(replace(permit, used_at=tx.now)))


async def tell_made(tx: Transaction, service: Service, permit: ExportPermit) -> None:
    """The export is there: administrators are told by whom."""
    names = [
        member.name
        for id in (permit.asked_by, permit.settled_by or 0)
        if (member := await tx.members.get(id))
    ]
    details = {"number": str(permit.number), "asked": names[0], "allowed": names[-1]}
    await administrators.tell(tx, service, "operator-exported", once=f"exported:{permit.id}", **details)


async def give_back_permit(tx: Transaction, permit: ExportPermit) -> None:
    """The export failed: it was not used."""
    await _touch_cards(tx, tx.export_permits.put(replace(permit, used_at=None)))


def _end_timer(tx: Transaction, permit: ExportPermit) -> None:
    tx.timers.put(Timer(f"{PERMIT_OVER}:{permit.id}", PERMIT_OVER, tx.now + VALID, permit.id))


async def _touch_cards(tx: Transaction, permit: ExportPermit) -> None:
    for card in await tx.cards.by(subject=CARD, subject_id=permit.id):
        live_cards.touch(tx, card)


MOST = 300  # characters of a reason
LONGEST = timedelta(days=3660)


class ExportRequest(Struct, frozen=True):
    """What was typed: the cases, or the one, what for, and why."""

    begin: datetime
    end: datetime
    purpose: ConsentUse
    reason: str
    case_id: int | None = None


async def typed_request(turn: Turn, argument: str) -> ExportRequest | None:
    """Two days or the code of a case, the purpose in any of our languages, and a reason; None: how to type it is told."""
    words = argument.split()
    purposes = [_purpose_named(turn.service, word) for word in words]
    at = next((number for number, purpose in enumerate(purposes) if purpose), 0)
    purpose, reason = purposes[at] if words else None, inert_line(" ".join(words[at + 1 :]))[:MOST]
    if purpose is None or not reason:
        return None
    case = await find_case_by_code(turn.tx, " ".join(words[:at]))
    if case is not None:
        return ExportRequest(case.opened_at, turn.now, purpose, reason, case.id)
    if at != len(("from", "to")):
        return None
    begin = parse_moment(words[0], turn.service.zone)
    end = parse_moment(words[1], turn.service.zone, end=True)
    if begin is None or end is None:
        return None
    return ExportRequest(begin, end, purpose, reason) if timedelta() < end - begin <= LONGEST else None


async def on_export_asked(turn: Turn, wanted: ExportRequest) -> None:
    """Another coordinator is asked."""
    if turn.coordinator is None:
        return
    await ask_permit(
        turn.tx,
        turn.service,
        turn.coordinator,
        wanted.purpose,
        wanted.begin,
        wanted.end,
        wanted.reason,
        wanted.case_id,
    )


def _purpose_named(service: Service, word: str) -> ConsentUse | None:
    known = {
        service.words.say(language, f"exports-purpose-{use}").casefold(): use
        for language in LANGUAGES
        for use in OF_NAMES
    }
    return known.get(word.casefold())


YES, NO = "yes", "no"


class PermitDecision(Struct, frozen=True):
    """Which permit, and what is said of it."""

    permit: ExportPermit
    word: str


async def waiting_permit(turn: Turn, argument: str) -> PermitDecision | None:
    """``number:yes`` or ``number:no``: one that nobody has answered and whose day is not over."""
    number, _, word = argument.partition(":")
    permit = await turn.tx.export_permits.get(id_in(number) or 0)
    if permit is None or permit.stage(turn.now) is not PermitStage.ASKED or word not in (YES, NO):
        return None
    return PermitDecision(permit, word)


async def on_decided(turn: Turn, found: PermitDecision) -> None:
    """*Allow* of another coordinator; *No* of anybody, also of the one who asked for it."""
    by = turn.coordinator
    if by is None:
        return
    asker = await turn.tx.members.get(found.permit.asked_by)
    if found.word == YES and (asker is None or _is_same_person(turn, by, asker)):
        turn.reply("permit-own")
        return
    await settle_permit(turn.tx, found.permit, by, allowed=found.word == YES)


def _is_same_person(turn: Turn, by: Member, asker: Member) -> bool:
    """Whether they are one person: at either address, or having joined again in a chat of theirs."""
    return by.id == asker.id or turn.address.id in addresses_of(asker)


async def permit_view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """Who asks, which cases, what for and why; how far it is. Only the coordinator who asked sees the number."""
    language = await language_of(tx, service, card.address_id)
    if not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    permit = await tx.export_permits.get(card.subject_id)
    if permit is None:
        return None
    say = service.words.say
    asker = await tx.members.get(permit.asked_by)
    mine = asker is not None and card.address_id in addresses_of(asker)
    stage = permit.stage(tx.now)
    other = await tx.members.get(permit.settled_by or 0)
    case = await tx.cases.get(permit.case_id) if permit.case_id is not None else None
    purpose = say(language, f"exports-purpose-{permit.purpose}")
    begin, end = permit.opened_from, permit.opened_before - timedelta(microseconds=1)
    lines = [
        say(
            language,
            "permit-head" if case is None else "permit-head-case",
            name=asker.name if asker is not None else "—",
            code=case.code if case is not None else "",
        ),
        say(
            language,
            "permit-what" if case is None else "permit-what-case",
            begin=_local_day(service, begin),
            end=_local_day(service, end),
            purpose=purpose,
        ),
        say(language, "permit-why", reason=permit.reason),
        say(
            language,
            f"permit-{stage}",
            name=other.name if other is not None else "—",
            time=_local_time(service, permit.used_at or permit.settled_at or permit.asked_at),
        ),
    ]
    if stage is PermitStage.ALLOWED and mine:
        number = str(permit.number)
        lines.append(
            say(language, "permit-number", number=number)
            if case is None
            else say(language, "permit-number-case", number=number, code=case.code)
        )
    return Presentation("\n".join(lines), _buttons(service, language, permit, stage, mine=mine), protect=True)


def _buttons(
    service: Service, language: str, permit: ExportPermit, stage: PermitStage, *, mine: bool
) -> tuple[tuple[Button, ...], ...]:
    if stage is not PermitStage.ASKED:
        return ()
    say = service.words.say
    if mine:
        return ((Button(say(language, "button-permit-withdraw"), f"permit:{permit.id}:{NO}"),),)
    return (
        (Button(say(language, "button-permit-allow"), f"permit:{permit.id}:{YES}", Style.DANGER),),
        (Button(say(language, "button-permit-refuse"), f"permit:{permit.id}:{NO}"),),
    )


def _local_day(service: Service, moment: datetime) -> str:
    return f"{moment.astimezone(service.zone):%d.%m.%Y}"


def _local_time(service: Service, moment: datetime) -> str:
    return case_lines.local_time(moment, service.zone, service.zone)
