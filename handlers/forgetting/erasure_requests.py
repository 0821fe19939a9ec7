"""*Forget this case*: somebody asks for it, and a coordinator who has the closed case open says who, and confirms it. The
same is forgotten as by its term, at once. The history says in one word who asked, because a sentence might name them.
"""

from core.forgetting.retention_terms import ON_REQUEST, ForgettingReason, ForgettingStage
from core.model import Case
from core.presentation import Button, Presentation, Style
from core.traffic import Lane, Timer
from core.vocabulary import CaseState
from handlers.alerting import tasks
from handlers.arguments import OnCase
from handlers.forgetting import legal_holds, purge, traces
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

ERASURE = "erasure"
SURE = "sure-"
REST = "rest"  # all traces of it are found; what it is itself is left
WORDS = ("", *ON_REQUEST, *(f"{SURE}{why}" for why in ON_REQUEST))


async def on_pressed(turn: Turn, found: OnCase) -> None:
    """First it is asked who wants it, then whether it is meant; then it is done."""
    case, number = found.case, found.case.id
    no = (Button(turn.say("button-forget-not"), f"keep:{number}"),)
    if await legal_holds.holds_of(turn.tx, case):
        turn.reply("forget-held", code=case.code)
    elif not found.word:
        reasons = [(Button(turn.say(f"forgotten-{why}"), f"forget:{number}:{why}"),) for why in ON_REQUEST]
        turn.reply("forget-who", (*reasons, no), code=case.code)
    elif not found.word.startswith(SURE):
        yes = Button(turn.say("button-forget-sure"), f"forget:{number}:{SURE}{found.word}", Style.DANGER)
        turn.reply("forget-sure", ((yes,), no), code=case.code)
    else:
        why = ForgettingReason(found.word.removeprefix(SURE))
        turn.tx.timers.put(Timer(f"{ERASURE}:{why}:{number}", ERASURE, turn.now, number))
        turn.reply_in_place("forget-begun", code=case.code)


async def on_erasure_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """First its traces, while it is known whose they are; then the rest. A hold goes before, and who reopens it."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.CLOSED or case.forgotten_at is not None:
        return
    if await legal_holds.holds_of(tx, case):
        await _tell_stopped(tx, service, case)
        return
    _, why, _, *at = timer.key.split(":")
    again = f"{ERASURE}:{why}:{case.id}"
    if at != [REST]:
        reached = await traces.forget_traces(tx, case, traces.TraceProgress(*map(int, at)))
        again += f":{REST}" if reached is None else f":{reached.came}:{reached.left}"
        tx.timers.put(Timer(again, ERASURE, tx.now, case.id))
    elif not await purge.forget_parts(tx, service, case, tuple(ForgettingStage), ForgettingReason(why)):
        tx.timers.put(Timer(timer.key, ERASURE, tx.now + purge.PAUSE, case.id))


async def _tell_stopped(tx: Transaction, service: Service, case: Case) -> None:
    """Somebody who believes that it is gone hears that it is not."""
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        language = await language_of(tx, service, there)
        text = service.words.say(language, "forget-stopped", code=case.code)
        sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.NEWS)
