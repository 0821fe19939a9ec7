"""Which words are a look-up, and when a question becomes a report: by its words at once if they tell more than a question,
by the person's button, or by a coordinator's.

A reporter who asks for somebody of their own report asks about that case. In the open form of a report words are answers.
"""

from msgspec.structs import replace

from core.conversation.forms import Answer, AnswerSource, answers_to_data
from core.incoming import IncomingKind
from core.intake.stages.beginning import AboutLookUp
from core.matching.likeness import PERHAPS, name_likeness
from core.matching.name_tokens import name_tokens
from core.model import Dialogue
from core.records.lookups import LookUp
from core.understanding.seeking import MISSING
from core.values import CountKind, People, Place
from core.vocabulary import LookUpState, TaskKind
from handlers.casework import opened_cases
from handlers.forms.dialogues import state_of
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import beginning_of, read_turn
from handlers.lookup import lookup_form, waiting_lookups
from handlers.reporting import on_behalf, receipt_codes, reports
from handlers.turn import Turn, id_in


async def become_report(turn: Turn, situation: str) -> None:
    """The words ask where somebody is, and tell what is no question any more."""
    await reports.begin_from_lookup(turn, situation, {})


async def become_report_of_same(turn: Turn, lookup: LookUp) -> None:
    """The words tell what happened to the person looked for: what was answered is kept. A place in them is the newer one."""
    known = _known_answers(turn, lookup, await turn.tx.dialogues.get(lookup.dialogue_id))
    if read_turn(turn).place is not None:
        known.pop("place", None)
    begun = await reports.begin_from_lookup(turn, MISSING, known)
    await waiting_lookups.settle_lookup(turn.tx, turn.service, lookup, LookUpState.REPORTED, report_id=begun)


async def own_lookup(turn: Turn, argument: str) -> LookUp | None:
    """The actor's newest question that waits."""
    found = await waiting_lookups.of_account(turn.tx, turn.address.id)
    return found[-1] if found else None


async def on_gone(turn: Turn, lookup: LookUp) -> None:
    """*They were taken or are missing*: a report, and lawyers are asked as soon as a place is known."""
    dialogue = await turn.tx.dialogues.get(lookup.dialogue_id)
    words = "\n".join(lookup.words)
    said = replace(turn.incoming, kind=IncomingKind.MESSAGE, text=beginning_of(words), typed=words)
    turn.incoming = replace(said, data="", message_id=None)
    begun = await reports.begin_from_lookup(turn, MISSING, _known_answers(turn, lookup, dialogue))
    await waiting_lookups.settle_lookup(turn.tx, turn.service, lookup, LookUpState.REPORTED, report_id=begun)


async def waiting_lookup(turn: Turn, argument: str) -> LookUp | None:
    """The question of that number, if nobody has settled it."""
    lookup = await turn.tx.lookups.get(id_in(argument) or 0)
    return lookup if lookup is not None and lookup.state is LookUpState.WAITING else None


async def on_vanished(turn: Turn, lookup: LookUp) -> None:
    """*Make it a report*: a case of somebody who is missing; the coordinator sees it, and asks lawyers there."""
    tx, service = turn.tx, turn.service
    address = await tx.addresses.get(lookup.address_id)
    member = turn.coordinator
    if address is None or member is None:
        return
    dialogue = await tx.dialogues.get(lookup.dialogue_id)
    answers = {
        "situation": Answer(MISSING, AnswerSource.IMPLIED, tx.now),
        "place": Answer(Place(unknown=True), AnswerSource.IMPLIED, tx.now),
        **_known_answers(turn, lookup, dialogue),
    }
    words = "\n".join(lookup.words)
    opened, case = await on_behalf.open_case(tx, service, address, answers, words, TaskKind.RECORD)
    report = await tx.reports.get(opened.id) or opened
    theirs = on_behalf.turn_of(tx, service, address)
    _, code = await receipt_codes.give_code(theirs, report)
    theirs.reply("lookup-made-report", code=code)
    await waiting_lookups.settle_lookup(
        tx, service, lookup, LookUpState.REPORTED, by=member, report_id=report.id
    )
    await opened_cases.ask_reason(turn, case)


def _known_answers(turn: Turn, lookup: LookUp, dialogue: Dialogue | None) -> dict[str, Answer]:
    """What a report says of it: whom it is about, the city and the number as they were answered."""
    said = state_of(dialogue).answers if dialogue is not None else {}
    known = {name: said[name] for name in ("place", "contact") if name in said and said[name].value}
    if lookup.names:
        people = People(lookup.names, len(lookup.names), CountKind.EXACT)
        known["who"] = Answer(people, AnswerSource.TYPED, turn.now)
    return known


async def on_said(turn: Turn, opened: OpenForm | None, about: AboutLookUp) -> None:
    """A question where somebody is, an answer of it, words for one that waits; or it tells more and becomes a report."""
    said, waiting = read_turn(turn), await waiting_lookups.of_account(turn.tx, turn.address.id)
    if about is AboutLookUp.VANISHED:
        await become_report(turn, said.seeks or MISSING)
    elif about is AboutLookUp.HAPPENED:
        await become_report_of_same(turn, waiting[-1])
    elif about is AboutLookUp.ADDS:
        await _add_words(turn, waiting[-1])
    elif about is AboutLookUp.ANSWERS and opened is not None:
        await lookup_form.give_answer(turn, opened.dialogue)
    else:
        await lookup_form.begin_lookup(turn, said.sought, said.place)


async def seeks_own(turn: Turn, names: tuple[str, ...]) -> bool:
    """Whether a reporter asks for nobody by name, or for whom they have reported."""
    mine = await reports.open_reports(turn)
    if not mine or not names:
        return bool(mine)
    rules = turn.service.name_rules
    sought = [name_tokens(name, rules) for name in names]
    for report in mine:
        claims = await turn.tx.claims.by(report_id=report.id)
        known = [name_tokens(str(claim.value), rules) for claim in claims if claim.kind == "name"]
        if any(name_likeness(a, b) >= PERHAPS for a in sought for b in known):
            return True
    return False


async def _add_words(turn: Turn, lookup: LookUp) -> None:
    """Words when the questions are over: a number, a name, "what now?"."""
    said, dialogue = read_turn(turn), await turn.tx.dialogues.get(lookup.dialogue_id)
    if dialogue is None:
        return
    if said.contact is not None:
        answers = {
            **state_of(dialogue).answers,
            "contact": Answer(said.contact, AnswerSource.TYPED, turn.now),
        }
        dialogue = turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(answers)))
    await lookup_form.keep_words(turn, dialogue)
    await waiting_lookups.touch_cards(turn.tx, turn.address.id)
    waiting_lookups.schedule(turn.tx, turn.address.id, at_once=True)
    lookup_form.say_noted(turn, dialogue)
