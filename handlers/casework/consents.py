"""May the name go to authorities and the UN, may it be published? Asked of the person or the family, one after the other, in
one quiet message; each answer is a claim with the wording that was answered and its time.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.casework.answering import Way
from bot.core.casework.claims import Certainty, SourceKind
from bot.core.casework.consents import YES, answer_of, answers, is_disputed, is_entitled
from bot.core.casework.describe import CaseView
from bot.core.casework.rules import NO
from bot.core.model import Case, Report
from bot.core.presentation import Button, Presentation
from bot.core.traffic import Lane, Timer
from bot.core.values import Consent, to_data
from bot.core.vocabulary import OF_NAMES, AskKind, Use
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.cards.case_view import view_of
from handlers.casework import sayings
from handlers.casework.sayings import Saying
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.people.written_to import way_to
from handlers.service import Service
from storage.transaction import Transaction

AFTER = timedelta(hours=3)  # the report
ASKED_ONCE = timedelta(days=180)
LATER = "later"  # beside yes and no: asked no more by itself
QUESTIONS = {Use.WRITE: "report-consent", **{use: f"consent-{use}" for use in OF_NAMES}}


def key_of(report_id: int) -> str:
    """The timer after which it is asked; and then the one that remembers that it was."""
    return f"consents:{report_id}"


async def wait(tx: Transaction, report_id: int) -> None:
    """It is asked when the alarm is over, unless it was or will be."""
    if await tx.timers.get(key_of(report_id)) is None:
        tx.timers.put(Timer(key_of(report_id), "consents", tx.now + AFTER, report_id))


async def say(
    tx: Transaction,
    service: Service,
    report: Report,
    use: Use,
    answer: str,
    *,
    asked_in: str = "",
    by_telephone: bool = False,
    certainty: Certainty = Certainty.SAID,
) -> Report:
    """The reporter allows or forbids it. ``asked_in``: the language of the question; empty where there was none."""
    wording = int(service.words.say(asked_in, f"{QUESTIONS[use]}-version")) if asked_in else 0
    said = to_data(Consent(answer, wording, asked_in, by_telephone))
    before = sayings.newest(await tx.claims.by(report_id=report.id)).get((use, None))
    if before is None or before.value != said:
        tx.claims.add(sayings.claim_of(tx, report, Saying(use, said, certainty)))
    if use is Use.WRITE:
        report = tx.reports.put(replace(report, consent=answer))
    return report


async def after(tx: Transaction, service: Service, case: Case) -> None:
    """Something was allowed or forbidden: it stands on the cards, and where it is disputed a coordinator decides."""
    await tracking.touch_case(tx, case.id)
    view = await view_of(tx, case)
    if any(is_disputed(view, use) for use in OF_NAMES):
        await asks.put_once(tx, service, case, AskKind.CONSENT)


async def ask(tx: Transaction, service: Service, report: Report, view: CaseView) -> bool:
    """Ask what this report has not answered, if its writer may speak and news may come there. Whether it was."""
    use = unanswered(view, report)
    if use is None or not is_entitled(view, (SourceKind.REPORT, report.id)):
        return False
    if await way_to(tx, report) is not Way.NEWS:
        return False
    language = await language_of(tx, service, report.address_id)
    shown = question(service, language, report, use, service.words.say(language, "consent-why"))
    sending.message(tx, service, report.address_id, shown, Lane.REMINDER, topic=f"consents:{report.id}")
    tx.timers.put(Timer(key_of(report.id), "forget", tx.now + ASKED_ONCE, report.id))
    return True


def unanswered(view: CaseView, report: Report) -> Use | None:
    """What is to be asked next of this report."""
    return next((use for use in OF_NAMES if not own_answer(view, use, report)), None)


def question(service: Service, language: str, report: Report, use: Use, before: str) -> Presentation:
    """One question, under what is said before it."""
    say = service.words.say
    may, may_not, later = (
        Button(say(language, f"consent-{use}-{answer}"), f"consent:{report.id}:{use}-{answer}")
        for answer in (YES, NO, LATER)
    )
    text = f"{before}\n\n{say(language, f'consent-{use}')}"
    return Presentation(text, ((may, may_not), (later,)), silent=True)


def own_answer(view: CaseView, use: Use, report: Report) -> str:
    """What this report answers now; empty for nothing."""
    own = (SourceKind.REPORT, report.id)
    return next((answer_of(fact) for fact in answers(view, use) if fact.source == own), "")
