"""The bot does not understand words, and a coordinator will read them: meanwhile three buttons ask the writer whether
somebody is held. Somebody who has just said what happened is not asked "what has happened?".
"""

from datetime import timedelta

from core.conversation.forms import FormState, current_question
from core.conversation.keyboard import button_data
from core.model import Report
from core.presentation import Button, ButtonRows, Presentation, Style
from core.traffic import Timer
from handlers.cards.draft_card import question_key
from handlers.forms.report_form import FORM, HIDE, may_be_urgent
from handlers.reporting import drafts
from handlers.service import Service
from storage.transaction import Transaction

SITUATION = "situation"
HELD = ("me", "other")  # answers by which the report goes on
REMEMBERED = timedelta(hours=12)  # that it is a question


async def held_question(
    tx: Transaction, service: Service, language: str, report: Report, state: FormState, *, hides: bool
) -> Presentation | None:
    """What is shown in place of the form's first question; None if that is not asked, or nobody will read the words.
    ``hides``: with the button that hides the chat.
    """
    question = current_question(FORM, state)
    urgent = "urgent" in state.answers or may_be_urgent(state.answers)
    if question is None or question.name != SITUATION or urgent:
        return None  # somebody who called for help has not written what nobody understands
    if not await drafts.will_be_read(tx, report):
        return None
    say = service.words.say
    is_question = await tx.timers.get(question_key(report.id)) is not None
    rows: ButtonRows = tuple(
        (Button(say(language, f"reader-{who}"), button_data(FORM.name, SITUATION, who)),) for who in HELD
    )
    if not is_question:
        rows = (*rows, (Button(say(language, "reader-question"), f"question:{report.id}"),))
    if hides:
        rows = (*rows, (Button(say(language, "report-hide"), HIDE, Style.DANGER),))
    return Presentation(say(language, "reader-noted" if is_question else "reader-asked"), rows)


def note(tx: Transaction, report: Report) -> None:
    """The writer says that nobody is held: it is not asked again."""
    tx.timers.put(Timer(question_key(report.id), "forget", tx.now + REMEMBERED, report.id))
