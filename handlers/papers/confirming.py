"""Two people make a paper to the UN: one asks, another coordinator says yes within a day. Whoever asks cannot say it.

What is made are the facts as they were when it was asked; if the case has changed since, it is asked anew.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.casework.consents import answer_of, answers
from bot.core.model import Case
from bot.core.papers.allowing import barred
from bot.core.papers.made import Paper, PaperState
from bot.core.presentation import Button, Presentation, Style
from bot.core.timeline import Line
from bot.core.traffic import Card, Lane, Timer
from bot.core.vocabulary import OF_NAMES
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.cards.case_card import stub
from handlers.cards.case_view import view_of
from handlers.cards.paper_lines import kind_of, name_of
from handlers.casework import handed_out
from handlers.outbox import sending
from handlers.papers import drafts, making
from handlers.papers.about import OnPaper
from handlers.papers.drafts import Prepared
from handlers.people.membership import home
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

CARD = "two-people"
WAITS = timedelta(days=1)


async def ask(turn: Turn, ready: Prepared, template: bytes) -> Paper:
    """All other coordinators; the facts are sealed as they are."""
    tx, paper = turn.tx, making.sealed(turn.service, ready.paper, ready.kind, ready.dossier, template)
    await making.keep(tx, paper.template, template)
    paper = tx.papers.put(replace(paper, state=PaperState.ASKED))
    tx.timers.put(Timer(f"paper:{paper.id}", "unallowed-paper", tx.now + WAITS, paper.id))
    await timeline.append(tx, ready.case.id, paper.member_id, Line.PAPER_ASKED, details(paper))
    for member in await asks.coordinators(tx):
        if member.id != paper.member_id:
            await tracking.renew(tx, CARD, paper.id, await home(turn.tx, member), Lane.NEWS)
    return paper


def details(paper: Paper) -> dict[str, str]:
    """What the timeline keeps of it."""
    return {"paper": paper.kind, "language": paper.language, "template": paper.template[:12]}


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """What would go out: no names, no words of the case."""
    language = await language_of(tx, service, card.address_id)
    paper = await tx.papers.get(card.subject_id)
    case = await tx.cases.get(paper.case_id or 0) if paper is not None else None
    if paper is None or case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    say, name = service.words.say, name_of(service, language, paper.kind)
    if paper.state is not PaperState.ASKED:
        key = f"papers-second-{'refused' if paper.state is PaperState.REFUSED else 'over'}"
        return stub(service, language, key, name=name, code=case.code)
    asker = await tx.members.get(paper.member_id)
    lines = [
        say(language, "papers-second-asked", name=name, code=case.code, who=asker.name if asker else "—"),
        say(language, "papers-second-whom", initials=await _initials(tx, case, paper) or "—"),
        *await _consents(tx, service, language, case),
        say(language, "papers-second-ticked", what=_ticked(service, language, paper)),
    ]
    rows = (
        (
            Button(say(language, "button-papers-agree"), f"agree:{paper.id}:yes", Style.SUCCESS),
            Button(say(language, "button-papers-disagree"), f"agree:{paper.id}:no", Style.DANGER),
        ),
        (Button(say(language, "button-open"), f"open:{case.id}"),),
    )
    return Presentation("\n".join(lines), rows, protect=True)


async def _initials(tx: Transaction, case: Case, paper: Paper) -> str:
    people = (await view_of(tx, case)).persons
    names = [one.names[-1] for one in people if one.names and paper.person_id in (None, one.id)]
    return ", ".join("".join(f"{word[0]}." for word in name.split()) for name in names)


async def _consents(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    known, say = await view_of(tx, case), service.words.say
    found = []
    for use in OF_NAMES:
        said = [answer_of(fact) for fact in answers(known, use)]
        answer = "no" if "no" in said else "yes" if "yes" in said else "none"
        found.append(say(language, f"papers-second-{use.value}", answer=answer))
    return found


def _ticked(service: Service, language: str, paper: Paper) -> str:
    names = dict.fromkeys(making.field(service, language, path) for path in paper.ticked)
    return ", ".join(names) or service.words.say(language, "papers-second-none")


async def on_answered(turn: Turn, found: OnPaper) -> None:
    """*Yes* or *No* of a coordinator who did not ask."""
    tx, service, paper, case = turn.tx, turn.service, found.paper, found.case
    answered = replace(paper, second_id=found.member.id, answered_at=turn.now)
    kind, case_view = kind_of(service, paper.kind), await view_of(tx, case)
    tx.timers.remove(f"paper:{paper.id}")
    if found.act == "no":
        tx.papers.put(replace(answered, state=PaperState.REFUSED))
        await timeline.append(tx, case.id, found.member.id, Line.PAPER_REFUSED, details(paper))
        await _tell(tx, service, paper, case, "papers-refused")
    elif kind is None or barred(case_view, kind, paper.person_id) or await _has_changed(turn, case, paper):
        drafts.keep(tx, replace(paper, state=PaperState.DRAFT, facts={}, facts_hash=""))
        await _tell(tx, service, paper, case, "papers-changed-since")
    elif not await making.may_have(tx, paper):
        tx.papers.put(replace(answered, state=PaperState.REFUSED))
        await timeline.append(tx, case.id, 0, Line.PAPER_REFUSED, details(paper))
    else:
        await timeline.append(tx, case.id, found.member.id, Line.PAPER_AGREED, details(paper))
        await timeline.append(tx, case.id, paper.member_id, Line.PAPER_MADE, details(paper))
        await making.hand_out(tx, service, answered)
    await settle(tx, paper)


async def _has_changed(turn: Turn, case: Case, paper: Paper) -> bool:
    ready = await drafts.prepared(turn.tx, turn.service, case, paper)
    return ready is None or ready.basis != paper.basis


async def on_unanswered(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has said anything for a day."""
    paper = await tx.papers.get(timer.subject_id)
    case = await tx.cases.get(paper.case_id or 0) if paper is not None else None
    if paper is None or case is None or paper.state is not PaperState.ASKED:
        return
    tx.papers.put(replace(paper, state=PaperState.REFUSED))
    await timeline.append(tx, case.id, 0, Line.PAPER_REFUSED, details(paper))
    await _tell(tx, service, paper, case, "papers-unanswered")
    await settle(tx, paper)


async def withdraw(tx: Transaction, paper: Paper) -> Paper:
    """Whoever asked does not want it any more: it is a draft again."""
    tx.timers.remove(f"paper:{paper.id}")
    paper = drafts.keep(tx, replace(paper, state=PaperState.DRAFT, facts={}, facts_hash=""))
    await settle(tx, paper)
    return paper


async def settle(tx: Transaction, paper: Paper) -> None:
    """The cards say how it ended."""
    for card in await tx.cards.by(subject=CARD, subject_id=paper.id):
        tracking.touch(tx, card)


async def _tell(tx: Transaction, service: Service, paper: Paper, case: Case, key: str) -> None:
    """Whoever asked, if the case is still theirs."""
    if not await making.may_have(tx, paper):
        return
    language = await language_of(tx, service, paper.address_id)
    text = service.words.say(language, key, name=name_of(service, language, paper.kind), code=case.code)
    row = ((Button(service.words.say(language, "button-papers-page"), f"paper:{paper.id}"),),)
    shown = Presentation(text, row, protect=True)
    sending.message(tx, service, paper.address_id, shown, Lane.NEWS, key=handed_out.new_key(tx, case))
