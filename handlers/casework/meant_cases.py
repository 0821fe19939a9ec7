"""Which of their cases a member writes about: that of the message they answer, those that they name by a code, a person, a
station or a town, that in which they were inside if they are out now, that of which they wrote, or on which they pressed,
within half an hour; or else they are asked.
"""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from core.casework.case_view import CaseView, where_held
from core.casework.visits import AFTER_INSIDE, last_visit_step
from core.intake.member_told import MOVED
from core.model import Case, Dialogue
from core.presentation import Button, ButtonRows, Presentation
from core.timeline import TimelineKind
from core.understanding.later import facts_told, names_person
from core.understanding.lawyer_words import visit_said
from handlers.cards import case_lines, visit_way
from handlers.cards.case_labels import load_labels
from handlers.cards.case_lists import case_line
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure
from handlers.forms.held_words import WORDS, hold_answers, words_waiting
from handlers.forms.message_reading import message_of
from handlers.turn import Turn
from storage.schema import timeline as lines

SHOWN = 6  # cases to choose from, the newest
MOST = 40  # words in which a city is looked for
_CODE = re.compile(r"(?<!\d)\d{3}[ –-]?\d{3}(?!\d)")
TALK = timedelta(minutes=30)  # so long the case of the talk stays meant
# After these nothing is meant: a case more is theirs, or what they said was of another.
ENDS_TALK = (
    TimelineKind.ACCEPTED,
    TimelineKind.JOINED,
    TimelineKind.HANDED_OVER,
    TimelineKind.VISIT_VOID,
)


async def cases_meant(turn: Turn, cases: Sequence[Case], words: str) -> list[Case]:
    """Of those that they have; all of them, if the words do not tell."""
    told = await _cases_told(turn, cases, words)
    return await cases_of_talk(turn, told) or told


async def is_only_of_talk(turn: Turn, cases: Sequence[Case], words: str) -> bool:
    """Whether nothing but what was written or pressed before tells which of them it is."""
    return bool(await cases_of_talk(turn, await _cases_told(turn, cases, words)))


async def _cases_told(turn: Turn, cases: Sequence[Case], words: str) -> list[Case]:
    if len(cases) < 2:
        return list(cases)
    code = await _quoted(turn, cases)
    quoted = [case for case in cases if case.code == code]
    told = quoted or await cases_named(turn, cases, words) or list(cases)
    return await _cases_left(turn, told, words) or told


async def _cases_left(turn: Turn, cases: Sequence[Case], words: str) -> list[Case]:
    """Those in which they were inside, if the words say that they are out again."""
    said, member = visit_said(words, turn.service.heard, turn.language), turn.active
    if said is None or said.act is not TimelineKind.OUT or member is None:
        return []
    ways = [(case, await visit_way.load_steps(turn.tx, case, member.id)) for case in cases]
    return [case for case, way in ways if last_visit_step(way) in AFTER_INSIDE]


async def cases_of_talk(turn: Turn, cases: Sequence[Case]) -> list[Case]:
    """The one in whose history the member has done or written something last; nothing while it is asked which they mean."""
    member = turn.active
    if member is None or len(cases) < 2 or await words_waiting(turn.tx, turn.address.id):
        return []
    done = await turn.tx.timeline.select(
        lines.c.case_id.in_([case.id for case in cases]),
        lines.c.actor_id == member.id,
        lines.c.at > turn.now - TALK,
    )
    last = max(done, key=lambda line: (line.at, line.id), default=None)
    return [case for case in cases if last and last.case_id == case.id and last.kind not in ENDS_TALK]


async def mark_meant(
    turn: Turn, case: Case, others: Sequence[Case], words: str, held: Dialogue | None = None
) -> None:
    """The words were taken to be about this one of several. Where only the talk told so, it stands below the answer, with
    a way to say that it is another. ``held``: the words, if they are held.
    """
    if await is_only_of_talk(turn, others, words):
        held = held or hold_answers(turn, {WORDS: words})
        labels = await load_labels(turn.tx, turn.service, turn.language, [case], turn.address.id)
        no = Button(turn.say("button-not-this-case"), f"unmeant:{case.id}:{held.id}")
        text = turn.say("meant-as-before", case=labels.button(case))
        turn.foot = Presentation(text, ((no,),), protect=True)
        turn.foot_key = disclosure.new_key(turn.tx, case)


async def answers_case(turn: Turn, case: Case) -> bool:
    """Whether they answer a message about it."""
    return await _quoted(turn, [case]) is not None


async def answers_another(turn: Turn, cases: Sequence[Case]) -> bool:
    """Whether they answer the card of a case that is not one of these."""
    number = turn.incoming.answers
    cards = (
        await turn.tx.cards.by(address_id=turn.address.id, message_id=number) if number is not None else []
    )
    about = {card.case_id for card in cards if card.case_id is not None}
    return bool(about) and about.isdisjoint(case.id for case in cases)


async def _quoted(turn: Turn, cases: Sequence[Case]) -> str | None:
    """The code of the case of the message of ours that is answered: of a card, or of one that begins with it."""
    number, here = turn.incoming.answers, turn.address.id
    if number is None:
        return None
    for card in await turn.tx.cards.by(address_id=here, message_id=number):
        for case in cases:
            if card.case_id == case.id:
                return case.code
    rows = [row for row in await turn.tx.outgoing.by(address_id=here) if row.message_id == number]
    texts = [str(row.payload.get("text", "")) for row in rows]
    return next((case.code for case in cases for text in texts if case.code in text), None)


async def cases_named(turn: Turn, cases: Sequence[Case], words: str) -> list[Case]:
    """Those that the words name by their code; else by one of their people; else by their station or city."""
    if coded := cases_by_code(cases, words):
        return coded
    views = [(case, await view_of(turn.tx, case)) for case in cases]
    named = [
        case
        for case, view in views
        if any(names_person(words, name) for person in view.persons for name in person.names)
    ]
    held = [case for case, view in views if _is_held_where_said(turn, case, view, words)]
    return named or held or cases_in_cities(turn, cases, words)


def _is_held_where_said(turn: Turn, case: Case, view: CaseView, words: str) -> bool:
    """Whether they name the station where somebody of it is, and do not tell of one to which somebody was moved."""
    place, service = where_held(view), turn.service
    if place is None or MOVED in facts_told(words, service.heard):
        return False
    town = place.city or case.city or ""
    said = case_lines.held_label(service, turn.language, words, town)
    return bool(said) and said == case_lines.held_label(service, turn.language, place.text, town)


def cases_by_code(cases: Sequence[Case], words: str) -> list[Case]:
    """Those whose code stands among the words."""
    said = {re.sub(r"\D", "", code) for code in _CODE.findall(words)}
    return [case for case in cases if re.sub(r"\D", "", case.code) in said]


def cases_in_cities(turn: Turn, cases: Sequence[Case], words: str) -> list[Case]:
    """Those in a city that the words name; each may be named by a word."""
    if message_of(turn).place is None:
        return []
    found = map(turn.service.gazetteer.find, (words, *words.split()[:MOST]))
    cities = {place.city for place in found if place is not None}
    return [case for case in cases if case.city is not None and case.city in cities]


async def ask_which_case(
    turn: Turn,
    asked: str,
    cases: Sequence[Case],
    draw: Callable[[Case, str], Button],
    more: ButtonRows = (),
    *,
    answer: str = "",
) -> None:
    """Each by who is held, where, how far the visit is and for how long. ``draw``: a button of a case and a label."""
    shown = cases[-SHOWN:]
    working = [c for c in shown if turn.coordinator or await disclosure.may_see(turn.tx, c, turn.address.id)]
    labels = await load_labels(turn.tx, turn.service, turn.language, working, turn.address.id)
    lines = [
        f"• {case_line(turn.service, turn.language, case, labels.label(case).step, labels)}" for case in shown
    ]
    rows = tuple((draw(case, labels.button(case)),) for case in shown)
    text = "\n".join(("\n\n".join(filter(None, (answer, asked))), *lines))
    disclosure.show_several(turn, labels.named(shown), Presentation(text, (*rows, *more), protect=True))
