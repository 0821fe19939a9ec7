"""Words of a member about a case that they do not have in hand: one that was offered to them, that they had or opened once,
or, from a coordinator, of the newest open ones.

That is the case of the message they answer; else what they name among cases that they may see, a code or the city; else
that of which they have just written; else the only one. Of several they choose, by codes. Bad news rings coordinators before
that, with the words; what nobody places is read by them.
"""

from collections.abc import Sequence

from core.casework.linking import is_stub
from core.casework.ownership import has_case, is_conflict_of_interest
from core.intake.member_told import MemberTold
from core.intake.own_need import tells_of_writer
from core.model import Case, Dialogue, Member
from core.presentation import Button, ButtonRows, Presentation, Style
from core.understanding.lawyer_words import asks_beside
from core.understanding.situations import GOING_ON
from core.vocabulary import CaseState, OfferState, Role, TaskKind
from handlers.alerting import tasks
from handlers.arguments import OnWords
from handlers.casework import disclosure, goes_on, meant_cases, notes, past_cases
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.held_words import PLACED_WITHIN, words_in
from handlers.forms.message_reading import message_of
from handlers.reporting import lawyer_without_case, passed_on
from handlers.turn import Turn
from storage.schema import cases as case_rows

FEW_WORDS = 3
STILL_FREE = (OfferState.OFFERED, OfferState.EXPIRED)
ALARMING = frozenset({"minor", "alone", "injured"})  # flags of what cannot wait


async def on_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """Words of a member outside any form."""
    await take(turn)


async def on_without_case(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """A lawyer who has none tells bad news, or asks for somebody in their place."""
    if turn.active is not None and await _denies_release(turn, turn.active):
        return
    if turn.active is not None and await _cases_meant(turn, turn.active):
        await take(turn)
    else:
        await lawyer_without_case.on_said(turn, opened, found)


async def take(turn: Turn, answer: str = "") -> None:
    """Into a case that they have, or else one that they may know. ``answer``: what is said to it."""
    member = turn.active
    if member is not None and await _denies_release(turn, member):
        return
    known = await _cases_meant(turn, member) if member is not None else []
    if member is None or not known:
        is_told = member is not None and await _tell_others(turn, member)
        waits = not (is_told or answer) and turn.incoming.file is None
        if waits and (await _may_be_report(turn, member) or await _is_unplaced(turn, member)):
            held = notes.hold_words(turn, turn.incoming.typed or turn.incoming.text)
            await lawyer_without_case.wait_for_press(turn, held)
            return
        if member is not None and not is_told:
            await _sound(turn, member)
        await notes.take_words(turn, answer, is_told=is_told)
        return
    held = notes.hold_words(turn, turn.incoming.typed or turn.incoming.text)
    rung = await _ring(turn, member, known, held)
    said = "\n\n".join(filter(None, (answer, turn.say("home-rung", role=member.role) if rung else "")))
    if len(known) == 1 and not _begins(turn):
        turn.show(await _placed(turn, member, known[0], held, said, is_rung=rung))
        return
    if not rung:
        lawyer_without_case.show_later(turn.tx, held, PLACED_WITHIN)
    await meant_cases.ask_which_case(
        turn,
        turn.say("jotted-which"),
        known,
        lambda case, label: Button(label, f"home:{case.id}:{held.id}"),
        ((Button(turn.say("button-report"), f"report:{held.id}"),),),
        answer=said,
    )


async def _may_be_report(turn: Turn, member: Member | None) -> bool:
    """Whether a coordinator who has nothing open tells of anybody: the others may know of no such call."""
    if member is None or member.role is not Role.COORDINATOR or turn.incoming.file is not None:
        return False
    return not await notes.has_home(turn, member) and passed_on.tells_of_somebody(turn)


async def _is_unplaced(turn: Turn, member: Member | None) -> bool:
    """Whether a lawyer who has no case may need somebody."""
    if member is None or member.role is not Role.LAWYER or await notes.has_home(turn, member):
        return False
    return _is_of_writer(turn)


async def _sound(turn: Turn, member: Member) -> None:
    """What is done to the writer makes a sound for somebody else, and the case can be given up at a tap."""
    if not _is_of_writer(turn) or member.role is Role.ADMINISTRATOR or await notes.past_home(turn, member):
        return
    cases, words = await notes.cases_for_notes(turn, member), (turn.incoming.typed or turn.incoming.text)
    if not cases or not await lawyer_without_case.send_words(
        turn.tx, turn.service, member, cases, words.strip(), lawyer_without_case.HELP
    ):
        return
    label, theirs = turn.say("button-ask-others"), [case for case in cases if has_case(case, member.id)]
    rows: ButtonRows = tuple(
        (Button(label if len(theirs) == 1 else f"{label} · {case.code}", f"back:{case.id}"),)
        for case in theirs
    )
    turn.foot = Presentation(turn.say("member-rung"), rows)


async def _denies_release(turn: Turn, member: Member) -> bool:
    """Whether the words tell that somebody was not let go, though it was said: then the case goes on. It is the one they are
    about, the last that the member had, or one of theirs that was closed since yesterday.
    """
    words = (turn.incoming.typed or turn.incoming.text).strip()
    cases, past = await notes.cases_for_notes(turn, member), await notes.past_home(turn, member)
    known = cases if len(cases) == 1 else [past] if past is not None else []
    closed = await past_cases.closed_lately(turn.tx, member)
    named = await meant_cases.cases_named(turn, closed, words) if closed else []
    quoted = [case for case in closed if await meant_cases.answers_case(turn, case)]
    for case in (*quoted, *known, *(named or ([] if cases else closed[-1:]))):
        if await goes_on.is_denied(turn.tx, turn.service, case, words):
            await goes_on.go_on(turn.tx, turn.service, case, words, by=member)
            await notes.note_words(turn, case, member, words)
            turn.reply("held-still-noted", code=case.code)
            return True
    return False


async def _tell_others(turn: Turn, member: Member) -> bool:
    """What is a note of a case in hand, or of the last one, and that coordinators, or the other ones, must have at once."""
    words, past = (turn.incoming.typed or turn.incoming.text).strip(), await notes.past_home(turn, member)
    told, coordinates = _what_is_told(turn), member.role is Role.COORDINATOR
    concerns_desk = coordinates and bool(told.many or told.is_unable)
    if not concerns_desk and (past is None or not _is_grave(turn)):
        return False
    why = lawyer_without_case.MANY if told.many else lawyer_without_case.NO_CASE
    about = [past] if past is not None else []
    return await lawyer_without_case.send_words(turn.tx, turn.service, member, about, words, why)


async def on_chosen(turn: Turn, found: OnWords) -> None:
    """Which of them it is; pressed again, another."""
    await notes.take_back(turn, found.held)
    waits = await lawyer_without_case.end_waiting(turn.tx, found.held)
    shown = await _placed(turn, found.member, found.case, found.held, "", is_rung=not waits)
    turn.show_in_place(shown)


async def on_not_this(turn: Turn, found: OnWords) -> None:
    """*Not this*: it is no note of that case."""
    await notes.take_back(turn, found.held)
    await tasks.settle(turn.tx, turn.service, found.case, TaskKind.PAST_OWNER)
    turn.reply_in_place("jotted-past-not", code=found.case.code)


async def _cases_meant(turn: Turn, member: Member) -> list[Case]:
    """Empty where the words belong to a case that they have in hand, or had last, or to none."""
    words = (turn.incoming.typed or turn.incoming.text).strip()
    tells = any(map(str.isalpha, words))  # a number was meant for a list
    if not tells or turn.incoming.file is not None or member.role is Role.ADMINISTRATOR:
        return []
    known = await _known_cases(turn, member)
    if coded := meant_cases.cases_by_code(known, words):
        return coded
    past = await notes.past_home(turn, member)
    others = [case for case in known if past is None or case.id != past.id]
    quoted = [case for case in others if await meant_cases.answers_case(turn, case)]
    if quoted or await notes.has_home(turn, member):
        return quoted or await _named_beside_home(turn, member, words)
    seen = [case for case in known if await disclosure.may_see(turn.tx, case, turn.address.id)]
    named = await meant_cases.cases_named(turn, seen, words) if seen else []
    named = named or meant_cases.cases_in_cities(turn, known, words)
    return named or await meant_cases.cases_of_talk(turn, known) or known


async def _named_beside_home(turn: Turn, member: Member, words: str) -> list[Case]:
    """Where a coordinator's words name people or a town of other open cases, and none of those that they have open: these
    and those, to choose from.
    """
    homes = await notes.cases_open_to(turn, member)
    if member.role is not Role.COORDINATOR or await meant_cases.cases_named(turn, homes, words):
        return []
    every = await turn.tx.cases.select(case_rows.c.state != CaseState.CLOSED, order_by=case_rows.c.id)
    others = [case for case in every if not is_stub(case) and case.id not in {home.id for home in homes}]
    named = await meant_cases.cases_named(turn, others, words)
    return [*named, *homes] if named else []


async def _known_cases(turn: Turn, member: Member) -> list[Case]:
    """Those that they do not have, oldest first."""
    offers = [o for o in await turn.tx.alerts.by(member_id=member.id) if not is_conflict_of_interest(o)]
    numbers = {offer.case_id for offer in offers}
    if member.role is Role.COORDINATOR:
        shown = await turn.tx.cards.by(address_id=turn.address.id, subject="case")
        numbers |= {card.subject_id for card in shown}
    found = [case for number in sorted(numbers) if (case := await turn.tx.cases.get(number)) is not None]
    if member.role is Role.COORDINATOR and not any(map(_is_open, found)):
        found = list(
            await turn.tx.cases.select(case_rows.c.state != CaseState.CLOSED, order_by=case_rows.c.id)
        )
    theirs = {case.id for case in await notes.cases_for_notes(turn, member)}
    return [case for case in found if _is_open(case) and case.id not in theirs][-meant_cases.SHOWN :]


def _is_open(case: Case) -> bool:
    return case.state is not CaseState.CLOSED and not is_stub(case)


def _begins(turn: Turn) -> bool:
    """Whether it may be something new: then nobody but the writer says of which case it is."""
    told = _what_is_told(turn)
    return bool(told.many) or (message_of(turn).read.happening and told.step is None and not told.is_grave)


def _what_is_told(turn: Turn) -> MemberTold:
    return message_of(turn).told_by_member(turn.now, turn.service.zone)


def _is_grave(turn: Turn) -> bool:
    """Whether coordinators hear the words before anybody chooses."""
    told, read = _what_is_told(turn), message_of(turn).read
    happens = read.happening or read.situation in GOING_ON or not ALARMING.isdisjoint(read.alarms)
    return bool(told.is_grave or told.many or happens)


def _is_of_writer(turn: Turn) -> bool:
    words, told, service = turn.incoming.typed or turn.incoming.text, _what_is_told(turn), turn.service
    return turn.incoming.file is None and tells_of_writer(words, told, service.heard, service.cues)


async def _ring(turn: Turn, member: Member, known: Sequence[Case], held: Dialogue) -> bool:
    """Coordinators have a lawyer's words at once, and are rung until one of them reads them; a coordinator's go to the
    others, if there are any.
    """
    if not (_is_grave(turn) or _is_of_writer(turn)):
        return False
    why = lawyer_without_case.MANY if _what_is_told(turn).many else lawyer_without_case.NO_CASE
    if member.role is Role.LAWYER:
        await lawyer_without_case.show(turn.tx, turn.service, held.id, known, why)
        return True
    return await lawyer_without_case.send_words(turn.tx, turn.service, member, known, words_in(held), why)


async def _placed(
    turn: Turn, member: Member, case: Case, held: Dialogue, said: str, *, is_rung: bool
) -> Presentation:
    """It is a note of this case, of which its holders hear; coordinators too, if they have not."""
    await notes.add_note(turn, case, member, held)
    offers = await turn.tx.alerts.by(case_id=case.id)
    is_asked = any(o.member_id == member.id and o.state is OfferState.OFFERED for o in offers)
    says_little = is_asked and len(words_in(held).split()) < FEW_WORDS  # "ok" is no news
    if member.role is Role.LAWYER and not is_rung and not says_little:
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.PAST_OWNER, again=True)
    rows: ButtonRows = (
        (
            Button(turn.say("button-not-this"), f"elsewhere:{case.id}:{held.id}"),
            Button(turn.say("button-report"), f"report:{held.id}"),
        ),
    )
    if member.role is Role.COORDINATOR and asks_beside(words_in(held), turn.service.heard):
        rows = ((Button(turn.say("button-relay"), f"relay:{case.id}:{held.id}"),), *rows)
    offered = next((o for o in offers if o.member_id == member.id and o.state in STILL_FREE), None)
    if offered is not None and case.state is CaseState.OPEN:  # who has it may write to the reporter
        rows = ((Button(turn.say("button-accept"), f"accept:{offered.id}", Style.SUCCESS),), *rows)
    hears = "yes" if case.owner_id is not None and case.state is CaseState.ACCEPTED else "no"
    text = turn.say("home-done", code=case.code, role=member.role, hears=hears)
    answers = turn.say("home-offered") if is_asked else ""
    return Presentation("\n\n".join(filter(None, (said, text, answers))), rows)
