"""A member writes that some or all are free: good news, so nothing follows before they say who it is. *All* closes the case,
as its button does; *These* are free and their reporters hear it; *No* leaves everything as it is.
"""

from datetime import datetime

from core.casework.claims import Fact, SourceKind
from core.casework.visits import RELEASED, WHO
from core.model import Case, Member
from core.presentation import Button, ButtonRows, Presentation, Style
from core.traffic import Timer
from core.understanding.member_news import freed_among
from core.values import Moment
from core.vocabulary import Role
from handlers.arguments import OnCase, OnWords
from handlers.cards import case_lines
from handlers.cards.case_loading import claims_of, view_of
from handlers.casework import disclosure, notes
from handlers.casework.court_timers import MORNING, PROMISED, promised_key
from handlers.forms.held_words import forget_words, words_in
from handlers.outbox import news
from handlers.turn import Turn
from handlers.visits import observations


async def ask_who_is_free(turn: Turn, case: Case, member: Member, words: str) -> None:
    """The people who are named are offered; *All* is for the owner and for coordinators."""
    view = await view_of(turn.tx, case)
    freed, rows = await _named(turn, case, words), list[tuple[Button, ...]]()
    if case.owner_id == member.id or member.role is Role.COORDINATOR:
        rows.append((Button(turn.say("button-free-all"), f"allout:{case.id}", Style.SUCCESS),))
    if freed and len(view.persons) > 1:
        held = notes.hold_words(turn, words)
        rows.append((Button(turn.say("button-free-these"), f"freed:{case.id}:{held.id}", Style.SUCCESS),))
    elif len(view.persons) > 1:
        rows.append((Button(turn.say("button-free-these"), f"saw:{case.id}:0:{WHO}"),))
    rows.append((Button(turn.say("button-free-no"), f"unfreed:{case.id}"),))
    called = {person.id: person.names[-1] for person in view.persons if person.names}
    names = ", ".join(called[id] for id in freed if id in called)
    text = turn.say("free-asked", code=case.code, names=names or "none")
    disclosure.show(turn, case, Presentation(text, tuple(rows), protect=True))
    turn.is_answered = True


def note_day(turn: Turn, case: Case, day: Moment) -> None:
    """A day that is still to come: on it they are asked whether it is so."""
    zone = case_lines.zone_of(turn.service, case)
    local = (day.at or turn.now).astimezone(zone)
    due = datetime.combine(local.date(), MORNING, zone)
    turn.tx.timers.put(Timer(promised_key(case.id), PROMISED, max(due, turn.now), case.id))
    no = Button(turn.say("button-not-this"), f"unfreed:{case.id}")
    turn.reply("free-day", ((no,),), code=case.code, day=f"{local:%d.%m}")


async def on_these(turn: Turn, found: OnWords) -> None:
    """*These*: each of them is free, and who told us of them hears it."""
    case = found.case
    freed = await _named(turn, case, words_in(found.held))
    forget_words(turn.tx, found.held)
    for person in freed:
        await observations.record_status(turn.tx, turn.service, case, found.member, person, "released")
    reports = {
        claim.source_id
        for claim in await claims_of(turn.tx, case)
        if claim.person_id in freed and claim.source_kind is SourceKind.REPORT
    }
    told = await news.tell(turn.tx, turn.service, case, "news-some-free", only=reports or None)
    view = await view_of(turn.tx, case)
    still = [person.id for person in view.persons if not _is_free(view.of(person.id, "status"))]
    rows: ButtonRows = ()
    if not still and case.owner_id == found.member.id:
        rows = ((Button(turn.say("button-released"), f"closing:{case.id}:released"),),)
    turn.reply_in_place("free-noted", rows, code=case.code, count=len(freed), chats=len(told.reports))


async def on_nobody(turn: Turn, found: OnCase) -> None:
    """*No*: the words stay a note, and nothing else."""
    turn.tx.timers.remove(promised_key(found.case.id))
    turn.reply_in_place("free-nobody", code=found.case.code)


async def _named(turn: Turn, case: Case, words: str) -> tuple[int, ...]:
    people = {person.id: person.names for person in (await view_of(turn.tx, case)).persons if person.names}
    return freed_among(words, people, turn.service.heard)


def _is_free(status: Fact | None) -> bool:
    return status is not None and status.value in RELEASED
