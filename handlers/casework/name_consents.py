"""May the name go to authorities and the UN, may it be published? Asked of the person or the family, one after the other, in
one quiet message; each answer is a claim with the wording that was answered and its time.

A coordinator sees what was said about using the name, has the family asked, and decides if they disagree.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.casework.answering import Way
from core.casework.case_view import CaseView
from core.casework.claim_kinds import Certainty
from core.casework.claims import NO, SourceKind
from core.casework.consents import (
    BLOCKED,
    FREE,
    UNDERTAKING,
    UNDERTAKING_DECIDED,
    YES,
    consent_answer,
    consent_answers,
    is_allowed_by_family,
    is_disputed,
    is_entitled,
    is_of_old_question,
    undertakings,
)
from core.model import Case, Report
from core.presentation import Button, ButtonRows, Presentation
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.values import Consent, value_to_data
from core.vocabulary import OF_NAMES, ConsentUse, TaskKind
from handlers.alerting import tasks
from handlers.arguments import OnCase
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.casework import consent_lines, disclosure, facts, report_claims
from handlers.casework.report_claims import Saying
from handlers.outbox import sending
from handlers.people.addresses import way_to
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

AFTER = timedelta(hours=3)  # the report
ASKED_ONCE = timedelta(days=180)
LATER = "later"  # beside yes and no: asked no more by itself
QUESTIONS = {ConsentUse.WRITE: "report-consent", **{use: f"consent-{use}" for use in OF_NAMES}}


def consent_timer_key(report_id: int) -> str:
    """The timer after which it is asked; and then the one that remembers that it was."""
    return f"consents:{report_id}"


async def ask_later(tx: Transaction, report_id: int) -> None:
    """It is asked when the alarm is over, unless it was or will be."""
    if await tx.timers.get(consent_timer_key(report_id)) is None:
        tx.timers.put(Timer(consent_timer_key(report_id), "consents", tx.now + AFTER, report_id))


async def record_answer(
    tx: Transaction,
    service: Service,
    report: Report,
    use: ConsentUse,
    answer: str,
    *,
    asked_in: str = "",
    by_telephone: bool = False,
    certainty: Certainty = Certainty.SAID,
) -> Report:
    """The reporter allows or forbids it. ``asked_in``: the language of the question; empty where there was none."""
    wording = int(service.words.say(asked_in, f"{QUESTIONS[use]}-version")) if asked_in else 0
    said = value_to_data(Consent(answer, wording, asked_in, by_telephone))
    before = report_claims.newest_claims(await tx.claims.by(report_id=report.id)).get((use, None))
    if before is None or before.value != said:
        tx.claims.add(report_claims.make_claim(tx, report, Saying(use, said, certainty)))
    if use is ConsentUse.WRITE:
        report = tx.reports.put(replace(report, consent=answer))
    return report


async def on_answer_changed(tx: Transaction, service: Service, case: Case) -> None:
    """Something was allowed or forbidden: it stands on the cards, and where it is disputed a coordinator decides."""
    await live_cards.touch_case(tx, case.id)
    view = await view_of(tx, case)
    if any(is_disputed(view, use) for use in OF_NAMES):
        await tasks.ask_coordinators_once(tx, service, case, TaskKind.CONSENT)


async def ask_reporter(tx: Transaction, service: Service, report: Report, view: CaseView) -> bool:
    """Ask what this report has not answered, if its writer may speak and news may come there. Whether it was."""
    use = next_unanswered(view, report)
    if use is None or not is_entitled(view, (SourceKind.REPORT, report.id)):
        return False
    if await way_to(tx, report) is not Way.NEWS:
        return False
    language = await language_of(tx, service, report.address_id)
    shown = question(service, language, report, use, service.words.say(language, "consent-why"))
    sending.send_message(tx, service, report.address_id, shown, Lane.REMINDER, topic=f"consents:{report.id}")
    tx.timers.put(Timer(consent_timer_key(report.id), "forget", tx.now + ASKED_ONCE, report.id))
    return True


def next_unanswered(view: CaseView, report: Report) -> ConsentUse | None:
    """What is to be asked next of this report: also what it has allowed when the question said less."""
    own = (SourceKind.REPORT, report.id)
    answered = {
        use
        for use in OF_NAMES
        for fact in consent_answers(view, use)
        if fact.source == own and not (consent_answer(fact) == YES and is_of_old_question(fact))
    }
    return next((use for use in OF_NAMES if use not in answered), None)


def question(service: Service, language: str, report: Report, use: ConsentUse, before: str) -> Presentation:
    """One question, under what is said before it."""
    say = service.words.say
    may, may_not, later = (
        Button(say(language, f"consent-{use}-{answer}"), f"consent:{report.id}:{use}-{answer}")
        for answer in (YES, NO, LATER)
    )
    text = f"{before}\n\n{say(language, f'consent-{use}')}"
    return Presentation(text, ((may, may_not), (later,)), silent=True)


def report_answer(view: CaseView, use: ConsentUse, report: Report) -> str:
    """What this report answers now; empty for nothing."""
    own = (SourceKind.REPORT, report.id)
    return next((consent_answer(fact) for fact in consent_answers(view, use) if fact.source == own), "")


ASK = "ask"
DECISIONS = {f"{use}-{answer}": (use, answer) for use in OF_NAMES for answer in (YES, NO)}
OF_UNDERTAKING = {f"{UNDERTAKING}-{answer}": answer for answer in (FREE, BLOCKED)}
ACTS = ("", ASK, *DECISIONS, *OF_UNDERTAKING)


async def on_consents(turn: Turn, found: OnCase) -> None:
    """*Consents*: what was said, by whom, when; then what is pressed below it."""
    if found.word == ASK:
        await _ask_family(turn, found)
    elif found.word in OF_UNDERTAKING:
        await _decide_undertaking(turn, found, OF_UNDERTAKING[found.word])
    elif found.word:
        await _decide(turn, found, *DECISIONS[found.word])
    else:
        shown = await _screen(turn, found.case)
        key = disclosure.new_key(turn.tx, found.case)
        sending.send_message(turn.tx, turn.service, turn.address.id, shown, key=key)


async def _decide(turn: Turn, found: OnCase, use: ConsentUse, answer: str) -> None:
    tx, case = turn.tx, found.case
    decided = facts.member_claim(tx, case, found.member, use, Consent(answer))
    await facts.record(tx, turn.service, case, decided)
    details = {"use": use.value, "answer": answer}
    await timeline.append(tx, case.id, found.member.id, TimelineKind.CONSENT_DECIDED, details)
    await tasks.settle(tx, turn.service, case, TaskKind.CONSENT)
    await live_cards.touch_case(tx, case.id)
    await _show_in_place(turn, case)


async def _decide_undertaking(turn: Turn, found: OnCase, answer: str) -> None:
    """Whether names may be used though somebody promised not to disclose."""
    tx, case = turn.tx, found.case
    decided = facts.member_claim(tx, case, found.member, UNDERTAKING_DECIDED, answer)
    await facts.record(tx, turn.service, case, decided)
    details = {"use": UNDERTAKING, "answer": answer}
    await timeline.append(tx, case.id, found.member.id, TimelineKind.CONSENT_DECIDED, details)
    await tasks.settle(tx, turn.service, case, TaskKind.UNDERTAKING)
    await live_cards.touch_case(tx, case.id)
    await _show_in_place(turn, case)


async def _ask_family(turn: Turn, found: OnCase) -> None:
    tx, case = turn.tx, found.case
    view = await view_of(tx, case)
    reports = await tx.reports.by(case_id=case.id)
    asked = [report for report in reports if await ask_reporter(tx, turn.service, report, view)]
    if asked:
        await timeline.append(tx, case.id, found.member.id, TimelineKind.CONSENT_ASKED, {})
    turn.reply_in_place("consents-asked" if asked else "consents-nobody", code=case.code)


async def _show_in_place(turn: Turn, case: Case) -> None:
    shown = await _screen(turn, case)
    turn.show_in_place(shown, key=disclosure.new_key(turn.tx, case))


async def _screen(turn: Turn, case: Case) -> Presentation:
    view = await view_of(turn.tx, case)
    lines = await consent_lines.name_lines(turn.tx, turn.service, turn.language, case, view, OF_NAMES)
    lines += await consent_lines.undertaking_lines(turn.tx, turn.service, turn.language, case, view)
    text = "\n".join([turn.say("consents-head", code=case.code), "", *lines])
    return Presentation(text, await _buttons(turn, case, view), protect=True)


async def _buttons(turn: Turn, case: Case, view: CaseView) -> ButtonRows:
    """A "yes" is there to be decided only where the family has given one."""
    rows = []
    for use in OF_NAMES:
        choices = (YES, NO) if is_allowed_by_family(view, use) else (NO,)
        rows.append(
            tuple(
                Button(turn.say(f"consents-{use}-{answer}"), f"consents:{case.id}:{use}-{answer}")
                for answer in choices
            )
        )
    if undertakings(view):
        rows.append(
            tuple(
                Button(turn.say(f"consents-{UNDERTAKING}-{answer}"), f"consents:{case.id}:{word}")
                for word, answer in OF_UNDERTAKING.items()
            )
        )
    reports = await turn.tx.reports.by(case_id=case.id)
    if any(
        next_unanswered(view, report) and is_entitled(view, (SourceKind.REPORT, report.id))
        for report in reports
    ):
        rows.append((Button(turn.say("consents-ask"), f"consents:{case.id}:{ASK}"),))
    return tuple(rows)
