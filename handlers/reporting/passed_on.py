"""A question goes on to a person: to the owner of the case, else to coordinators. Their card sounds once in ten minutes, and
has *Answer*; no word of the question leaves the cards of those who may read them.
"""

from core.casework.ownership import has_case
from core.casework.turns import BURST, question_key
from core.intake.weight import Weight, tells_beside
from core.model import Case, Member, Report
from core.presentation import Button, Presentation, Style
from core.traffic import Lane, Timer
from core.understanding import Understood
from core.understanding.questions import ASKED
from core.vocabulary import CaseState, Role, TaskKind, WhoIsAsked
from handlers.alerting import tasks
from handlers.cards import draft_card, live_cards
from handlers.casework import disclosure, relay
from handlers.casework.verification import CaseSource
from handlers.forms import dialogues
from handlers.forms.input_reading import READ, read_words
from handlers.outbox import sending
from handlers.people.addresses import may_be_answered
from handlers.people.membership import home_address
from handlers.people.readers import is_reachable, language_of
from handlers.reporting import drafts
from handlers.reporting.words_read import ANSWERING
from handlers.turn import Turn

KINDS = {"where": TaskKind.WHERE}


async def pass_on(turn: Turn, report: Report, case: Case | None, topic: str) -> str:
    """To whom it went, said to the person who asks; empty if nobody can be reached."""
    if case is None:
        return await _pass_on_draft(turn, report, topic)
    owner = await _owner(turn, case)
    key = question_key(case.id)
    is_new = await turn.tx.timers.get(key) is None
    if is_new:
        turn.tx.timers.put(Timer(key, "forget", turn.now + BURST, case.id))
    await live_cards.touch_case(turn.tx, case.id)
    if owner is not None:
        if is_new:
            turn.tx.timers.remove(
                relay.relay_timer_key(report.id)
            )  # one sound, not also "they have answered"
            await _sound_at(turn, owner, report, case)
        to = "lawyer" if owner.role is Role.LAWYER else "coordinator"
    else:
        kind = (
            TaskKind.AFTER_CLOSED if case.state is CaseState.CLOSED else KINDS.get(topic, TaskKind.QUESTION)
        )
        await tasks.ask_coordinators(turn.tx, turn.service, case, kind, again=is_new)
        if await tasks.who_is_asked(turn.tx, case) is WhoIsAsked.NOBODY:
            return ""
        to = "coordinator"
    answered = await may_be_answered(turn.tx, report)
    return turn.say("asked-passed", to=to, answered=int(answered))


async def _pass_on_draft(turn: Turn, report: Report, topic: str) -> str:
    """Before any case a question that was answered is among what coordinators read when they can, without a sound, unless it
    tells something beside.
    """
    weight = Weight.CHATTER if topic == ASKED else Weight.IDLE
    weight = Weight.POSSIBLE if tells_of_somebody(turn) else weight
    if not await tasks.coordinators(turn.tx):
        return ""
    await drafts.show_to_coordinators(turn.tx, turn.service, report, draft_card.UNCLEAR, weight=weight)
    return turn.say("asked-passed", to="coordinator", answered=0)


def tells_of_somebody(turn: Turn) -> bool:
    """Whether what the actor asks has something beside it that may be of somebody in need."""
    service, at = turn.service, turn.incoming.sent_at or turn.now

    def read(part: str) -> Understood:
        return read_words(service, part, at, turn.language)

    return tells_beside(turn.incoming.text[:READ], service.cues, service.heard, read)


async def _owner(turn: Turn, case: Case) -> Member | None:
    """Who has it and can be reached."""
    if case.state is not CaseState.ACCEPTED or case.owner_id is None:
        return None
    member = await turn.tx.members.get(case.owner_id)
    reached = member is not None and member.suspended_at is None and await is_reachable(turn.tx, member)
    return member if reached else None


async def _sound_at(turn: Turn, owner: Member, report: Report, case: Case) -> None:
    there = await home_address(turn.tx, owner)
    say, language = turn.service.words.say, await language_of(turn.tx, turn.service, there)
    button = Button(say(language, "button-words-answer"), f"respond:{report.id}", Style.PRIMARY)
    rows = ((button,),) if await may_be_answered(turn.tx, report) else ()
    shown = Presentation(say(language, "asked-owner", code=case.code), rows, protect=True)
    sending.send_message(
        turn.tx,
        turn.service,
        there,
        shown,
        Lane.ALERT,
        key=disclosure.new_key(turn.tx, case),
        topic=question_key(case.id),
    )


async def on_answer(turn: Turn, found: CaseSource) -> None:
    """*Answer*: what is written next goes to the person who asked."""
    if found.member.role is Role.COORDINATOR or has_case(found.case, found.member.id):
        dialogue = await dialogues.begin(turn, ANSWERING, found.report.id)
        await dialogues.ask_question(turn, ANSWERING, dialogue)
