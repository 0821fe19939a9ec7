"""*Released* where the reports told of more people, or of somebody who is kept: first it is asked who is out, *All · These ·
No*. Nothing closes unasked while somebody is told to be held.

Who is out is said of each person; the reporters who named them hear that a member says so, and no name.
"""

from core.casework.case_view import PersonView
from core.casework.claims import SourceKind
from core.casework.turns import is_out, may_hold_more, people_left
from core.model import Case
from core.presentation import Button, Presentation, Style
from core.understanding.later import GoodNews, good_news
from core.values import Moment, Precision
from handlers.arguments import NEW_PERSON, OnCase, OnPerson
from handlers.cards import live_cards
from handlers.cards.case_loading import view_of
from handlers.cards.words_and_files import all_entries
from handlers.casework import closing_together, disclosure, facts, lifecycle, opened_cases
from handlers.forms.input_reading import readable
from handlers.outbox import news
from handlers.turn import Turn

RELEASED = "released"


async def is_asked_first(turn: Turn, case: Case) -> bool:
    """Whether more people are told of than one who is out now, or somebody who is kept."""
    said = readable(await all_entries(turn.tx, case))
    texts = (str(entry.payload.get("text", "")) for entry in said)
    some = any(good_news(text, turn.service.heard) is GoodNews.SOME for text in texts if text)
    lines = await turn.tx.timeline.by(case_id=case.id)
    return may_hold_more(case, await view_of(turn.tx, case), lines, some_out=some)


async def ask_who_is_out(turn: Turn, case: Case) -> None:
    """All, these, or nobody."""
    rows = (
        (Button(turn.say("close-all-out"), f"allout:{case.id}", Style.DANGER),),
        (Button(turn.say("close-these-out"), f"someout:{case.id}"),),
        (Button(turn.say("close-none-out"), f"keep:{case.id}"),),
    )
    turn.reply("close-who-is-out", rows, code=case.code)


async def on_all_out(turn: Turn, found: OnCase) -> None:
    """*All are out*: the case is closed; a coordinator who has not opened it says why first."""
    if await closing_together.is_unseen(turn, [found.case]):
        await closing_together.ask_reason(turn, [found.case], RELEASED)
        return
    await lifecycle.close(turn.tx, turn.service, found.case, found.member, RELEASED)
    turn.reply_in_place("close-done", code=found.case.code)


async def on_some_out(turn: Turn, found: OnCase) -> None:
    """*These*: whom. Names are for members who see the case whole."""
    if not await disclosure.may_see(turn.tx, found.case, turn.address.id):
        await opened_cases.ask_reason(turn, found.case)
        return
    await _show_people(turn, found.case, in_place=False)


async def on_out(turn: Turn, found: OnPerson) -> None:
    """One of them is out. Nothing is closed; when nobody is left it is asked whether to close."""
    tx, case, member = turn.tx, found.case, found.member
    person = next((p for p in (await view_of(tx, case)).persons if str(p.id) == found.who), None)
    if person is None and found.who != NEW_PERSON:
        turn.reply("button-unknown")
        return
    whom = person.id if person is not None else tx.persons.add(facts.unnamed_person(tx, case)).id
    now = Moment(turn.now, Precision.MINUTE)
    said = (
        facts.member_claim(tx, case, member, "status", RELEASED, person=whom, when=now),
        facts.member_claim(tx, case, member, "released_at", now, person=whom),
    )
    case = await facts.record(tx, turn.service, case, *said)
    await live_cards.touch_case(tx, case.id)
    if person is not None:
        await news.tell(tx, turn.service, case, "news-one-out", only=_named_in(person))
    await _show_people(turn, case)


def _named_in(person: PersonView) -> set[int]:
    """The reports that name the person."""
    name = person.facts.get("name")
    said = () if name is None else (name, *name.others)
    return {source[1] for source in (fact.source for fact in said) if source[0] is SourceKind.REPORT}


async def _show_people(turn: Turn, case: Case, *, in_place: bool = True) -> None:
    view = await view_of(turn.tx, case)
    held = [person for person in view.persons if not is_out(person)]
    left = people_left(case, view)
    if not left:
        closes = Button(turn.say("close-all-out"), f"allout:{case.id}", Style.DANGER)
        no = Button(turn.say("button-no"), f"keep:{case.id}")
        turn.reply_in_place("close-nobody-left", ((closes,), (no,)), code=case.code)
        return
    rows = [
        (
            Button(
                person.names[-1] if person.names else turn.say("close-unnamed"),
                f"isout:{case.id}:{person.id}",
            ),
        )
        for person in held
    ]
    if left > len(held):
        rows.append((Button(turn.say("close-unnamed"), f"isout:{case.id}:{NEW_PERSON}"),))
    shown = Presentation(turn.say("close-which-out", code=case.code, count=left), tuple(rows), protect=True)
    if in_place:
        disclosure.show_in_place(turn, case, shown)
    else:
        disclosure.show(turn, case, shown)
