"""What a member writes without being asked is a note of a case: of one that they have, or of one that was opened to them in
the last hours. If it is one case the note goes there at once; if there are several they choose. It opens no report, and a
reporter reads it only if it is sent on.

The words are held for a day in a dialogue that asks nothing (its subject is the note that they became), so that a press can
still put them elsewhere.
"""

from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from core.casework.claims import Claim
from core.casework.ownership import has_case, is_conflict_of_interest
from core.conversation.forms import (
    Answer,
    AnswerSource,
    answers_from_data,
    answers_to_data,
)
from core.incoming import IncomingKind
from core.intake.stated import stated_words
from core.model import Case, Dialogue, Member, Offer
from core.presentation import Button, ButtonRows, Presentation, Style
from core.sent_files import FileState
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.understanding.lawyer_words import harm_told, is_lost, relay_wanted, second_wanted
from core.understanding.member_news import release_told
from core.understanding.own_steps import rings_told
from core.understanding.situations import GOING_ON, understand_situation
from core.vocabulary import CaseState, ReportState, Role, TaskKind
from handlers.alerting import owner_activity, second_lawyer, tasks
from handlers.arguments import OnPastCase, OnWords
from handlers.cards import live_cards, visit_way
from handlers.cards.card_lines import CardReading
from handlers.cards.words_and_files import NOTES_SHOWN, note_lines
from handlers.casework import disclosure, facts, interrogations, meant_cases, past_cases
from handlers.casework.meant_cases import answers_case, ask_which_case, cases_meant
from handlers.forms import entries
from handlers.forms.held_words import WORDS, hold_answers, wait_for_case, words_in, words_waiting
from handlers.outbox import sending
from handlers.people.membership import held_cases, home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.schema import timeline as lines
from storage.transaction import Transaction

SENT = "sent"  # beside them, when the reporters have them
AT = "at"  # the number of the case in which they stand already
FILE = "file"  # the number of what was sent with them, or alone
OPEN_FOR = timedelta(hours=6)  # since a coordinator said why they open it, or did something in it
READ = 1000  # characters in which it is looked for whether they tell of a happening
MOST = 3  # buttons below a note


async def newest_notes(reading: CardReading) -> list[str]:
    """What the card of the case has room for of its notes."""
    return await note_lines(
        reading.tx, reading.service, reading.language, reading.case, reading.view, NOTES_SHOWN
    )


async def writes_notes(turn: Turn, member: Member) -> bool:
    """Whether what the member writes outside any form is a note, and not about the one report that they made."""
    reported = await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.OPEN)
    return (
        not reported
        or bool(await cases_for_notes(turn, member))
        or await past_cases.last_case(turn.tx, member) is not None
    )


async def take_words(turn: Turn, answer: str = "", *, is_told: bool = False) -> None:
    """What the member writes is a note of their case, or held until they say of which. ``answer``: what is said to it;
    ``is_told``: coordinators have the words.
    """
    member = turn.active
    if member is None:
        return
    if turn.incoming.kind is IncomingKind.EDITED and turn.incoming.location is not None:
        return  # a live location goes on
    cases = await cases_for_notes(turn, member)
    past = await past_cases.last_case(turn.tx, member)
    if past is not None and cases and not await answers_case(turn, past[1]):
        past = None
    words, file = _typed_words(turn), entries.file_row(turn) if cases or past else None
    if words or file is not None:
        held = hold_words(turn, words, file)
        if past is None:
            await _put_note(turn, member, cases, held, words, answer)
        else:
            await _note_past_case(turn, member, *past, held, answer, is_told=is_told)
    if file is None and (turn.incoming.file is not None or not words):
        turn.reply("jotted-not-kept")


async def on_noted(turn: Turn, found: OnWords) -> None:
    """One of several cases was chosen; another one afterwards: then the note goes there."""
    case, held = found.case, found.held
    before = await turn.tx.claims.get(held.subject_id) if held.subject_id else None
    if before is None or before.case_id != case.id:
        await take_back(turn, held)
        await add_note(turn, case, found.member, held)
    done = "jotted-kept" if FILE in held.answers else "jotted-done"
    turn.reply_in_place(done, _next_buttons(turn, case, found.member, held), code=case.code)


async def _note_past_case(
    turn: Turn, member: Member, offer: Offer, case: Case, held: Dialogue, answer: str, *, is_told: bool
) -> None:
    """They have none, and had this one last: it is a note of it, and coordinators hear it. While nobody has taken it, they
    can take it again.
    """
    await add_note(turn, case, member, held)
    words, heard = words_in(held), turn.service.heard
    harmed = harm_told(words, heard) or is_lost(words, heard)
    kind = TaskKind.HARMED if harmed else TaskKind.PAST_OWNER
    await tasks.ask_coordinators(turn.tx, turn.service, case, kind, again=True, quietly=is_told)
    mine = Button(turn.say("button-still-mine"), f"accept:{offer.id}", Style.SUCCESS)
    no = Button(turn.say("button-not-this"), f"past:{offer.id}:{held.id}")
    report = Button(turn.say("button-report"), f"report:{held.id}")
    is_free = case.state is CaseState.OPEN and not is_conflict_of_interest(offer)
    rows = ((mine,), (no, report)) if is_free else ((no, report),)
    _show(turn, answer, turn.say("jotted-past-done", code=case.code), rows)


async def on_not_past(turn: Turn, found: OnPastCase) -> None:
    """*Not this*: it is no note of that case."""
    await take_back(turn, found.held)
    for kind in (TaskKind.PAST_OWNER, TaskKind.HARMED):
        await tasks.settle(turn.tx, turn.service, found.case, kind)
    turn.reply_in_place("jotted-past-not", code=found.case.code)


async def take_back(turn: Turn, held: Dialogue) -> None:
    """The words are no note, or of another case."""
    claim = await turn.tx.claims.get(held.subject_id) if held.subject_id else None
    if claim is not None and claim.case_id is not None and claim.withdrawn_at is None:
        turn.tx.claims.put(replace(claim, withdrawn_at=turn.now))
        await live_cards.touch_case(turn.tx, claim.case_id)


def sends_on(turn: Turn, held: Dialogue) -> bool:
    """That the words are sent to the reporters now; False if they were before."""
    if SENT in held.answers:
        return False
    sent = answers_to_data({SENT: Answer("yes", AnswerSource.TAP, turn.now)})
    turn.tx.dialogues.put(replace(held, answers={**held.answers, **sent}))
    return True


async def on_forgotten(tx: Transaction, service: Service, timer: Timer) -> None:
    """A day is over: what no case has, nobody has; a note stays where it is."""
    held = await tx.dialogues.get(timer.subject_id)
    tx.dialogues.remove(timer.subject_id)
    file = await tx.files.get(_file_in(held)) if held is not None else None
    if file is not None and not await tx.entries.by(file_id=file.id):
        tx.files.put(replace(file, state=FileState.UNWANTED))


def _show(turn: Turn, answer: str, text: str, rows: ButtonRows) -> None:
    turn.show(Presentation("\n\n".join(filter(None, (answer, text))), rows))


async def _put_note(
    turn: Turn,
    member: Member,
    cases: list[Case],
    held: Dialogue,
    words: str,
    answer: str,
) -> None:
    report = ((Button(turn.say("button-report"), f"report:{held.id}"),),)
    if len(cases) == 1:
        await meant_cases.mark_meant(turn, cases[0], await cases_open_to(turn, member), words, held)
        await add_note(turn, cases[0], member, held)
        happening = understand_situation(words[:READ], turn.service.heard) in GOING_ON
        after = _next_buttons(turn, cases[0], member, held)
        after = (*after, *(report if happening else ()))
        rows = (*await _next_steps(turn, cases[0], member, MOST - len(after)), *after)
        if FILE in held.answers:
            turn.reply("jotted-kept", rows, code=cases[0].code, topic=f"jotted-kept:{cases[0].id}")
        else:
            again = await second_lawyer.ask_again(turn.tx, turn.service, cases[0], member, words_in(held))
            wants = after and relay_wanted(words_in(held), turn.service.heard)
            key = "jotted-second" if again else "jotted-relay" if wants else "jotted-done"
            _show(turn, answer, turn.say(key, code=cases[0].code), after if wants else rows)
    elif cases and (waiting := await words_waiting(turn.tx, turn.address.id)):
        wait_for_case(turn, held)
        if (there := await turn.tx.cases.get(stands_in(waiting[-1]))) is not None:
            await add_note(turn, there, member, _standing_in(turn, held, there))
            _show(turn, answer, turn.say("visit-another-above"), _next_buttons(turn, there, member, held))
        else:
            _show(turn, answer, turn.say("visit-which-above"), ())
    elif cases:
        wait_for_case(turn, held)
        await ask_which_case(
            turn,
            turn.say("jotted-which"),
            cases,
            lambda case, label: Button(label, f"note:{case.id}:{held.id}"),
            report,
            answer=answer,
        )
    else:
        _show(turn, answer, "" if answer else turn.say("jotted-nowhere", role=member.role), report)


async def _next_steps(turn: Turn, case: Case, member: Member, most: int) -> ButtonRows:
    """What can come next of the visit of the member who has the case, the farthest if there is no room for all."""
    if not has_case(case, member.id) or case.state is CaseState.CLOSED or most < 1:
        return ()
    way = await visit_way.load_steps(turn.tx, case, member.id)
    steps = visit_way.next_buttons(turn.service, turn.language, case, way)[0]
    return (steps[-most:],)


def _next_buttons(turn: Turn, case: Case, member: Member, held: Dialogue) -> tuple[tuple[Button, ...], ...]:
    """What can follow from the words: the member who has the case says that a second lawyer is wanted, or that they were
    released; and they can be sent to the reporters (handlers.casework.relay). Nothing for a case that is closed.
    """
    words, heard, found = words_in(held), turn.service.heard, list[Button]()
    if case.state is CaseState.CLOSED or not words:
        return ()
    if case.owner_id == member.id:
        if not case.wants_second and case.second_id is None and second_wanted(words, heard):
            found.append(Button(turn.say("button-second-yes"), f"second:{case.id}:yes"))
        if release_told(stated_words(words[:READ], heard, turn.service.cues, turn.language), heard):
            found.append(Button(turn.say("button-released"), f"closing:{case.id}:released"))
    return (
        *((button,) for button in found),
        (Button(turn.say("button-relay"), f"relay:{case.id}:{held.id}"),),
    )


async def has_home(turn: Turn, member: Member) -> bool:
    """Whether they have a case in hand, or had one until lately."""
    return bool(await cases_for_notes(turn, member)) or await past_home(turn, member) is not None


async def past_home(turn: Turn, member: Member) -> Case | None:
    """The case that they had last, while they have none."""
    past = None if await cases_for_notes(turn, member) else await past_cases.last_case(turn.tx, member)
    return past[1] if past is not None else None


async def cases_for_notes(turn: Turn, member: Member) -> list[Case]:
    """Where this note of theirs may go, oldest first."""
    words = turn.incoming.typed or turn.incoming.text
    return await cases_meant(turn, await cases_open_to(turn, member), words)


async def cases_open_to(turn: Turn, member: Member) -> list[Case]:
    """Where notes of theirs may go, oldest first. Administrators read no cases."""
    if member.role is Role.ADMINISTRATOR:
        return []
    found = {case.id: case for case in await held_cases(turn.tx, member)}
    if member.role is Role.COORDINATOR:
        shown = [c.case_id for c in await turn.tx.cards.by(address_id=turn.address.id) if c.subject == "case"]
        done = await turn.tx.timeline.select(
            lines.c.case_id.in_(shown),
            lines.c.actor_id == member.id,
            lines.c.at >= turn.now - OPEN_FOR,
        )
        for id in {line.case_id for line in done}:
            if case := await turn.tx.cases.get(id):
                found[id] = case
    return [found[id] for id in sorted(found)]


def _typed_words(turn: Turn) -> str:
    incoming = turn.incoming
    parts = [(incoming.typed or incoming.text).strip()]
    if incoming.location is not None:
        parts.append(f"📍 {incoming.location.latitude:.5f}, {incoming.location.longitude:.5f}")
    if incoming.contact is not None:
        parts.append(f"📞 {incoming.contact.phone} {incoming.contact.name}".strip())
    return " ".join(part for part in parts if part)


def hold_words(turn: Turn, words: str, file: int | None = None, *, at: int = 0) -> Dialogue:
    """Keep the words, and the file of this number, for a day, until it is known where they belong. ``at``: the case in which
    they stand until then.
    """
    given = {WORDS: words, FILE: str(file) if file is not None else "", AT: str(at) if at else ""}
    return hold_answers(turn, {name: value for name, value in given.items() if value or name == WORDS})


def stands_in(held: Dialogue) -> int:
    """The number of that case; 0 if they stand nowhere."""
    return _number_in(held, AT)


def _standing_in(turn: Turn, held: Dialogue, case: Case) -> Dialogue:
    """What is held stands in this case until it is known where it belongs, as what was written before it does."""
    given = answers_to_data({AT: Answer(str(case.id), AnswerSource.TYPED, turn.now)})
    return turn.tx.dialogues.put(replace(held, answers={**held.answers, **given}))


def without_place(held: Dialogue) -> dict[str, Any]:
    """What is held, where it stands nowhere any more."""
    return {name: value for name, value in held.answers.items() if name != AT}


async def add_note(turn: Turn, case: Case, member: Member, held: Dialogue) -> None:
    """What is held is a note of the case, its file a file of it."""
    await _put_file(turn.tx, case, member, held)
    if words_in(held):
        words = words_in(held)
        claim = await keep_note(turn.tx, turn.service, case, member, words)
        turn.tx.dialogues.put(replace(held, subject_id=claim.id))
    else:
        await _mark_noted(turn.tx, turn.service, case, member)


def _file_in(held: Dialogue) -> int:
    """The number of the file that is held; 0 without a file."""
    return _number_in(held, FILE)


def _number_in(held: Dialogue, name: str) -> int:
    return int(str(answers_from_data(held.answers)[name].value)) if name in held.answers else 0


async def _put_file(tx: Transaction, case: Case, member: Member, held: Dialogue) -> None:
    """What was sent is a file of this case, and of no other."""
    file = await tx.files.get(_file_in(held))
    reports = await tx.reports.by(case_id=case.id)
    if file is None or not reports:
        return
    before = await tx.entries.by(file_id=file.id)
    here = {report.id for report in reports}
    if not any(entry.report_id in here for entry in before):
        entries.append_member_file(tx, reports[-1].id, file, member.id)
    for entry in before:
        if entry.report_id not in here:
            await entries.forget(tx, entry)


async def note_words(turn: Turn, case: Case, member: Member, words: str) -> Claim:
    """The words are a note of the case."""
    return await keep_note(turn.tx, turn.service, case, member, words)


async def keep_note(tx: Transaction, service: Service, case: Case, member: Member, words: str) -> Claim:
    """The same where nobody has just written."""
    claim = facts.member_claim(tx, case, member, "note", words)
    case = await facts.record(tx, service, case, claim)
    if has_case(case, member.id) and rings_told(words, service.heard):
        case = owner_activity.end_first_wait(tx, case)
    await interrogations.follow_note(tx, service, case, member, words)
    await _mark_noted(tx, service, case, member)
    return claim


async def _mark_noted(tx: Transaction, service: Service, case: Case, member: Member) -> None:
    await timeline.append(tx, case.id, member.id, TimelineKind.NOTED, {})
    if case.owner_id == member.id:
        await owner_activity.note_sign(tx, service, case)
    await live_cards.touch_case(tx, case.id)
    await tell_holders(tx, service, case, member)


async def tell_holders(tx: Transaction, service: Service, case: Case, by: Member) -> None:
    """The other lawyer of the case hears that somebody wrote something about it."""
    for holder in (case.owner_id, case.second_id) if case.state is CaseState.ACCEPTED else ():
        if holder not in (None, by.id):
            await _tell_holder(tx, service, case, holder)


async def _tell_holder(tx: Transaction, service: Service, case: Case, holder: int | None) -> None:
    """A sound that names the case only."""
    owner = await tx.members.get(holder or 0)
    if owner is not None:
        there = await home_address(tx, owner)
        text = service.words.say(await language_of(tx, service, there), "jotted-new", code=case.code)
        shown = Presentation(text, protect=True)
        key = disclosure.new_key(tx, case)
        sending.send_message(tx, service, there, shown, Lane.ALERT, key=key)
