"""What a reporter says later reaches anyone who can act on it, no matter what is open; who hears what: core.casework.turns.

The member who has the case sees it on the card at once and without a sound; with a sound when it tells a fact that matters
to a lawyer. If nobody has it, what is worse has lawyers asked again, as urgent. Coordinators hear of violence, refusals and
threats. The sound says which fact, and no word of the reporter; the reporter reads to whom it was passed on.
"""

from msgspec.structs import replace

from core.casework.turns import (
    ALIVE,
    BURST,
    CHILDREN,
    ENDS,
    GRAVE,
    IN_THEIR_HANDS,
    KEPT,
    MONEY,
    NEWS,
    TAKEN,
    TOLD,
    WORSE,
    HeardBy,
    heard_by,
    question_key,
)
from core.conversation.forms import Answer, AnswerSource, answers_to_data, applying_answers, values_of
from core.incoming import IncomingKind
from core.intake.belonging import Belonging
from core.intake.unasked import told_unasked, warns
from core.model import Case, Report
from core.presentation import Presentation
from core.timeline import TimelineKind
from core.traffic import Timer
from core.understanding import understand_situation
from core.understanding.later import READ, GoodNews, facts_told, good_news, leaves_somebody
from core.understanding.plain import readable
from core.understanding.slips import other_scenes
from core.values import Place
from core.vocabulary import PHONE, TURNED_WORSE, CaseState, TaskKind, WhoIsAsked
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.casework import case_opening, elsewhere, facts, goes_on, lifecycle, relay
from handlers.forms import dialogues
from handlers.forms.report_form import FORM
from handlers.people import warnings
from handlers.reporting import another_case, heard_at_once, lawyer_of_their_own, said_to_be_out
from handlers.reporting.heard_at_once import sound_facts
from handlers.reporting.told_of_case import facts_of, is_heard_otherwise, only_asked, stated_facts
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

GUEST = "standing"  # marks what was said by somebody who is not known to be the reporter
MOVED = "moved"  # a fact
HEARD_THERE = (
    Belonging.MOVED,
    Belonging.DOUBTFUL,
)  # of words after which lawyers of the town that they name are asked


async def on_heard(turn: Turn) -> None:
    """After everything else: the owner hears of words that were about a case. What is forwarded tells nothing of today."""
    entry = await turn.tx.entries.get(turn.entry_id) if turn.entry_id is not None else None
    report = await turn.tx.reports.get(entry.report_id) if entry is not None else None
    if entry is not None and report is not None and turn.incoming.kind is not IncomingKind.TAP:
        if (
            GUEST in entry.payload
        ):  # of a chat that has only the code: nothing ends by it, and no answer is awaited of it
            await _pass_on(turn.tx, turn.service, report, turn.incoming.text, by_code=True)
            return
        text = "" if turn.incoming.forwarded else turn.incoming.text
        opens = report.case_id is not None and entry.id < report.case_id
        if opens:
            await _tell_other_scenes(turn, report, text)
        is_elsewhere = not opens and await another_case.compare_with_report(turn, report) in HEARD_THERE
        await tell_owner(turn.tx, turn.service, report, text, opens=opens, is_elsewhere=is_elsewhere)
        await lawyer_of_their_own.ask_if_told(turn, report, text)
        if opens:
            return
        if await _is_in_its_form(turn, report) and (passed := await passed_on(turn, report)):
            turn.show(Presentation(passed), topic="problem")
        await said_to_be_out.ask_if_told(turn, report)


async def _tell_other_scenes(turn: Turn, report: Report, text: str) -> None:
    """Words that open a case name two cities, and do not say which it is: lawyers of both are asked."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or case.region is None or not text:
        return
    shown, scene = readable(text[:READ]), Place(region=case.region)
    named = turn.service.gazetteer.cities_named(shown)
    no = turn.service.evidence.words.no
    for match in other_scenes(named, scene, shown, no, turn.service.heard)[:1]:
        await elsewhere.tell_of(turn.tx, turn.service, case, match)


async def _is_in_its_form(turn: Turn, report: Report) -> bool:
    """Whether the form of this report is open: outside it is said where the words are joined to it. Words that may be of
    another case are asked about instead.
    """
    dialogue = await dialogues.active(turn)
    if dialogue is None or dialogue.form != FORM.name or dialogue.subject_id != report.id:
        return False
    return await another_case.compare_with_report(turn, report) is not Belonging.DOUBTFUL


async def show_on_cards(tx: Transaction, report: Report) -> None:
    """What is said in this report stands on its cards."""
    for card in await tx.cards.by(case_id=report.case_id) if report.case_id is not None else ():
        live_cards.touch(tx, card)


async def tell_owner(
    tx: Transaction,
    service: Service,
    report: Report,
    text: str,
    *,
    opens: bool = False,
    is_elsewhere: bool = False,
) -> None:
    """These words were put into this report. ``opens``: its case was opened by them, and those who are asked read so;
    ``is_elsewhere``: they tell that its people may be in another town.
    """
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None:
        return
    await relay.tell_answered(tx, service, report, case)
    if opens:
        await show_on_cards(tx, report)
    else:
        await _pass_on(tx, service, report, text, is_elsewhere=is_elsewhere)


async def passed_on(turn: Turn, report: Report) -> str:
    """To whom the actor's words go at once, in words; empty where they tell nothing worse of an open case."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or turn.incoming.forwarded is not None or await _is_just_asked(turn.tx, case):
        return ""
    told = [
        fact
        for fact in await facts_of(turn.tx, turn.service, report, case, turn.incoming.text)
        if fact in (*WORSE, *GRAVE, *TOLD) and fact != NEWS  # of that it is enough that it is added
    ]
    heard = heard_by(case, told, stated_facts(turn.service, report, turn.incoming.text, turn.now))
    asked = await tasks.who_is_asked(turn.tx, case)
    again = heard.asks_again and asked is WhoIsAsked.LAWYERS
    to = "lawyer" if heard.owner else "lawyers" if again else "nobody"
    coordinators = asked is not WhoIsAsked.NOBODY and (bool(heard.tasks) or (heard.asks_again and not again))
    if to == "nobody" and not coordinators:
        return ""
    passed = turn.say("report-passed-on", to=to, coordinators="yes" if coordinators else "no")
    return f"{passed}\n{turn.say('report-money')}" if MONEY in told else passed


async def _pass_on(
    tx: Transaction,
    service: Service,
    report: Report,
    text: str,
    *,
    by_code: bool = False,
    is_elsewhere: bool = False,
) -> None:
    await show_on_cards(tx, report)
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is None or case.state is CaseState.CLOSED:
        return
    told = [
        fact for fact in await facts_of(tx, service, report, case, text) if not (by_code and fact in ENDS)
    ]
    if not by_code and await goes_on.is_denied(tx, service, case, text):
        told = [
            fact for fact in told if fact not in (*TOLD, KEPT)
        ]  # it rings that the case goes on: said_to_be_out
    if not told and await is_in_doubt(tx, report):
        told = [NEWS]  # another may be writing: nothing is surely harmless
    if is_elsewhere and MOVED not in told:
        told.append(MOVED)
    if CHILDREN in told:
        await _note_children(tx, service, case)
    if not by_code and warns(text[:READ], service.heard):
        warnings.note(tx, report)
    new = [fact for fact in told if fact not in TOLD and await _is_new(tx, case, fact)]
    is_asked = await _is_just_asked(tx, case)
    if not new and told and ENDS.issuperset(told) and await is_heard_otherwise(tx, report):
        return
    if not new and told and not is_asked:
        kind = next(
            (fact for fact in told if fact in TOLD), NEWS
        )  # what was heard lately is told again: it may be worse
        await heard_at_once.ring_of_words(tx, service, case, kind, by_code=by_code)
        return
    if is_asked and new == [ALIVE] and case.state is not CaseState.ACCEPTED:
        return  # coordinators have been asked to answer it
    heard = heard_by(case, new, stated_facts(service, report, text, tx.now))
    for kind in heard.tasks:
        if kind != TaskKind.TOLD or not await heard_at_once.is_read_already(tx, case):
            await tasks.ask_coordinators(tx, service, case, kind, again=True)
    if heard.owner:
        answering = report if is_asked else None
        asked = only_asked(service, text, heard.owner)
        await sound_facts(tx, service, case, heard, by_code=by_code, answering=answering, asked=asked)
    if heard.asks_again:
        await _ask_lawyers_again(tx, service, case, report)
    if new:
        heard_at_once.note_heard(tx, case)


async def _is_just_asked(tx: Transaction, case: Case) -> bool:
    """Whether these words were passed on as a question already."""
    asked = await tx.timers.get(question_key(case.id))
    return asked is not None and asked.due_at == tx.now + BURST


async def ring_of_guest(turn: Turn, case: Case, *, proves: bool) -> bool:
    """Somebody with the code writes: who has the case hears it, and what it tells; but good news rings nobody so, nor the
    place that ``proves`` who they are. Whether it is grave.
    """
    text, heard = turn.incoming.text, turn.service.heard
    is_new = turn.incoming.forwarded is None and turn.incoming.kind is IncomingKind.MESSAGE
    good = good_news(text, heard)
    is_end = good in (GoodNews.ALL, GoodNews.WELL)  # that others are held still is no end
    if not is_new or case.state is CaseState.CLOSED or is_end:
        return False
    every = facts_told(text[:READ], heard)
    told = [fact for fact in every if fact in (*WORSE, *GRAVE)]
    if not told and good is None and not ENDS.isdisjoint(every):
        return False
    if leaves_somebody(text, heard):
        told.insert(0, KEPT)
    if not told and understand_situation(text, heard) in IN_THEIR_HANDS:
        told = [TAKEN]
    unasked = told_unasked(text, heard, turn.service.cues)
    told += [fact for fact in unasked if fact not in TOLD]
    if CHILDREN in told:
        await _note_children(turn.tx, turn.service, case)
    new = [fact for fact in told if await _is_new(turn.tx, case, fact)]
    if new:
        await sound_facts(turn.tx, turn.service, case, HeardBy(tuple(new)), by_code=True)
        heard_at_once.note_heard(turn.tx, case)
    elif told or (unasked and not proves):
        await heard_at_once.ring_of_words(turn.tx, turn.service, case, (*unasked, NEWS)[0], by_code=True)
    return bool(new)


async def _note_children(tx: Transaction, service: Service, case: Case) -> None:
    """Children are left without those who are held: urgent, as a guess, until a member says otherwise."""
    if any(claim.value == [CHILDREN] for claim in await tx.claims.by(case_id=case.id)):
        return
    before = case.priority
    case = await facts.record(tx, service, case, facts.urgent_claim(tx, case, (CHILDREN,)))
    if before != "urgent" and case.state is CaseState.OPEN and case.alerting:
        await lifecycle.search_again(tx, service, case)


async def is_in_doubt(tx: Transaction, report: Report) -> bool:
    """Whether somebody else may be writing in the chat of this report."""
    chat = await tx.addresses.get(report.address_id)
    return chat is not None and chat.doubted_at is not None


async def ring_unread(tx: Transaction, service: Service, report: Report) -> None:
    """Something came of this report from a chat that may be in other hands: nobody but a person reads it."""
    await show_on_cards(tx, report)
    case = await tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await heard_at_once.ring_of_words(tx, service, case)


async def ring_of_phone(tx: Transaction, service: Service, case: Case) -> None:
    """The reporter's phone is being taken, or perhaps theirs: the owner and all coordinators hear it, once a burst."""
    if case.state is CaseState.CLOSED or not await _is_new(tx, case, PHONE):
        return
    await sound_facts(tx, service, case, HeardBy((PHONE,)))
    await tasks.ask_coordinators(tx, service, case, TaskKind.PHONE_TAKEN, again=True)


async def _is_new(tx: Transaction, case: Case, fact: str) -> bool:
    key = f"fact:{case.id}:{case.owner_id or 0}:{fact}"
    if await tx.timers.get(key) is not None:
        return False
    tx.timers.put(Timer(key, "forget", tx.now + BURST, case.id))
    return True


async def _ask_lawyers_again(tx: Transaction, service: Service, case: Case, report: Report) -> None:
    """As urgent, from the first step; unless the same words have brought that about already."""
    for dialogue in (await tx.dialogues.by(form=FORM.name, subject_id=report.id))[-1:]:
        answers = dialogues.state_of(dialogue).answers
        question = FORM.question("urgent")
        if question is not None and question.applies(values_of(answers)):
            before = answers[question.name].value if question.name in answers else ()
            flags = (*(before if isinstance(before, tuple) else ()), TURNED_WORSE)
            chosen = tuple(option for option in question.options if option in flags)
            answers = {**answers, question.name: Answer(chosen, AnswerSource.WORDS, tx.now)}
            tx.dialogues.put(replace(dialogue, answers=answers_to_data(answers)))
            case = await case_opening.follow_report(
                tx, service, case, report, applying_answers(FORM, answers)
            )
    lines = await tx.timeline.by(case_id=case.id)
    if not any(line.kind is TimelineKind.ASKED_ANEW and line.at == tx.now for line in lines):
        await lifecycle.search_again(tx, service, case)
