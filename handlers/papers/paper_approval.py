"""Two people make a paper to the UN: one asks, and another coordinator has to say yes within a day.

The paper is made of the facts as they were when it was asked for; if the case has changed since, it is asked again.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.casework.consents import consent_answer, consent_answers
from core.model import Case
from core.papers.drafting import naming_bar
from core.presentation import Button, Presentation, Style
from core.records.papers import Paper, PaperState
from core.timeline import TimelineKind
from core.traffic import Card, Lane, Timer
from core.vocabulary import OF_NAMES
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.cards.paper_names import kind_of, paper_name
from handlers.cards.stub import stub
from handlers.casework import disclosure
from handlers.outbox import sending
from handlers.papers import paper_drafts, paper_making
from handlers.papers.paper_arguments import OnPaper
from handlers.papers.paper_drafts import PreparedPaper
from handlers.people.membership import home_address
from handlers.people.readers import is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

CARD = "two-people"
WAITS = timedelta(days=1)


async def ask_second_person(turn: Turn, ready: PreparedPaper, template: bytes) -> Paper:
    """All other coordinators; the facts are sealed as they are."""
    tx, paper = turn.tx, paper_making.seal(turn.service, ready.paper, ready.kind, ready.dossier, template)
    await paper_making.keep_template(tx, paper.template, template)
    paper = tx.papers.put(replace(paper, state=PaperState.ASKED))
    tx.timers.put(Timer(f"paper:{paper.id}", "unallowed-paper", tx.now + WAITS, paper.id))
    await timeline.append(
        tx, ready.case.id, paper.member_id, TimelineKind.PAPER_ASKED, timeline_details(paper)
    )
    for member in await tasks.coordinators(tx):
        if member.id != paper.member_id:
            await live_cards.renew(tx, CARD, paper.id, await home_address(turn.tx, member), Lane.NEWS)
    return paper


def timeline_details(paper: Paper) -> dict[str, str]:
    """What the timeline keeps of it."""
    return {"paper": paper.kind, "language": paper.language, "template": paper.template[:12]}


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """What would go out: no names, no words of the case."""
    language = await language_of(tx, service, card.address_id)
    paper = await tx.papers.get(card.subject_id)
    case = await tx.cases.get(paper.case_id or 0) if paper is not None else None
    if paper is None or case is None or not await is_coordinator(tx, card.address_id):
        return stub(service, language, "case-not-yours")
    say, name = service.words.say, paper_name(service, language, paper.kind)
    if paper.state is not PaperState.ASKED:
        key = f"papers-second-{'refused' if paper.state is PaperState.REFUSED else 'over'}"
        return stub(service, language, key, name=name, code=case.code)
    asker = await tx.members.get(paper.member_id)
    lines = [
        say(language, "papers-second-asked", name=name, code=case.code, who=asker.name if asker else "—"),
        say(language, "papers-second-whom", initials=await _initials(tx, case, paper) or "—"),
        *await _consent_lines(tx, service, language, case),
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
    names = [person.names[-1] for person in people if person.names and paper.person_id in (None, person.id)]
    return ", ".join("".join(f"{word[0]}." for word in name.split()) for name in names)


async def _consent_lines(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    known, say = await view_of(tx, case), service.words.say
    found = []
    for use in OF_NAMES:
        said = [consent_answer(fact) for fact in consent_answers(known, use)]
        answer = "no" if "no" in said else "yes" if "yes" in said else "none"
        found.append(say(language, f"papers-second-{use.value}", answer=answer))
    return found


def _ticked(service: Service, language: str, paper: Paper) -> str:
    names = dict.fromkeys(paper_making.field_name(service, language, path) for path in paper.ticked)
    return ", ".join(names) or service.words.say(language, "papers-second-none")


async def on_answered(turn: Turn, found: OnPaper) -> None:
    """*Yes* or *No* of a coordinator who did not ask."""
    tx, service, paper, case = turn.tx, turn.service, found.paper, found.case
    answered = replace(paper, second_id=found.member.id, answered_at=turn.now)
    kind, case_view = kind_of(service, paper.kind), await view_of(tx, case)
    tx.timers.remove(f"paper:{paper.id}")
    if found.act == "no":
        tx.papers.put(replace(answered, state=PaperState.REFUSED))
        await timeline.append(
            tx, case.id, found.member.id, TimelineKind.PAPER_REFUSED, timeline_details(paper)
        )
        await _tell_asker(tx, service, paper, case, "papers-refused")
    elif (
        kind is None or naming_bar(case_view, kind, paper.person_id) or await _has_changed(turn, case, paper)
    ):
        paper_drafts.keep_draft(tx, replace(paper, state=PaperState.DRAFT, facts={}, facts_hash=""))
        await _tell_asker(tx, service, paper, case, "papers-changed-since")
    elif not await paper_making.may_be_handed_out(tx, paper):
        tx.papers.put(replace(answered, state=PaperState.REFUSED))
        await timeline.append(tx, case.id, 0, TimelineKind.PAPER_REFUSED, timeline_details(paper))
    else:
        await timeline.append(
            tx, case.id, found.member.id, TimelineKind.PAPER_AGREED, timeline_details(paper)
        )
        await timeline.append(tx, case.id, paper.member_id, TimelineKind.PAPER_MADE, timeline_details(paper))
        await paper_making.hand_out(tx, service, answered)
    await settle_cards(tx, paper)


async def _has_changed(turn: Turn, case: Case, paper: Paper) -> bool:
    ready = await paper_drafts.prepare(turn.tx, turn.service, case, paper)
    return ready is None or ready.basis != paper.basis


async def on_unanswered(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has said anything for a day."""
    paper = await tx.papers.get(timer.subject_id)
    case = await tx.cases.get(paper.case_id or 0) if paper is not None else None
    if paper is None or case is None or paper.state is not PaperState.ASKED:
        return
    tx.papers.put(replace(paper, state=PaperState.REFUSED))
    await timeline.append(tx, case.id, 0, TimelineKind.PAPER_REFUSED, timeline_details(paper))
    await _tell_asker(tx, service, paper, case, "papers-unanswered")
    await settle_cards(tx, paper)


async def withdraw_request(tx: Transaction, paper: Paper) -> Paper:
    """The member who asked does not want it any more: it is a draft again."""
    tx.timers.remove(f"paper:{paper.id}")
    paper = paper_drafts.keep_draft(tx, replace(paper, state=PaperState.DRAFT, facts={}, facts_hash=""))
    await settle_cards(tx, paper)
    return paper


async def settle_cards(tx: Transaction, paper: Paper) -> None:
    """The cards say how it ended."""
    for card in await tx.cards.by(subject=CARD, subject_id=paper.id):
        live_cards.touch(tx, card)


async def _tell_asker(tx: Transaction, service: Service, paper: Paper, case: Case, key: str) -> None:
    """The member who asked, if the case is still theirs."""
    if not await paper_making.may_be_handed_out(tx, paper):
        return
    language = await language_of(tx, service, paper.address_id)
    text = service.words.say(language, key, name=paper_name(service, language, paper.kind), code=case.code)
    row = ((Button(service.words.say(language, "button-papers-page"), f"paper:{paper.id}"),),)
    shown = Presentation(text, row, protect=True)
    sending.send_message(tx, service, paper.address_id, shown, Lane.NEWS, key=disclosure.new_key(tx, case))
