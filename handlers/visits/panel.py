"""The screens on which a lawyer says what they saw: a menu, and a question each; one message that changes in place."""

from collections.abc import Iterable

from bot.core.casework.describe import CaseView
from bot.core.casework.seen import AGO, ANSWERS, CLOCKED, KINDS, MENU, SINCE, WHO, Seen
from bot.core.casework.visits import RELEASED, STATUSES
from bot.core.model import Case
from bot.core.presentation import Button, Presentation, Rows, in_rows
from bot.core.values import Moment, Precision
from handlers.cards import case_lines, seen_lines
from handlers.cards.fact_lines import Reading, when_words
from handlers.casework import handed_out
from handlers.pressed import NEW
from handlers.turn import Turn


def persons(case: Case, view: CaseView) -> list[str]:
    """Of whom something can be said, besides all: whoever has a name or was spoken of, and one more without a name."""
    nameless = sum(not person.names for person in view.persons)
    more = [NEW] if case.unidentified_min > nameless else []
    return [*(str(person.id) for person in view.persons), *more]


def opened(turn: Turn, case: Case, view: CaseView, who: str = "0", head: Iterable[str] = ()) -> None:
    """A new message with the menu; it goes when its reader may not see the case any more."""
    handed_out.show(turn, case, _shown(menu(turn, case, view, who, head)))


def menu(turn: Turn, case: Case, view: CaseView, who: str, head: Iterable[str] = ()) -> tuple[str, Rows]:
    """All questions, with what was answered; ``head``: what stands above them."""
    name = _name(turn, case, view, who)
    others = persons(case, view)
    whom = (Button(turn.say("saw-who", who=name), f"saw:{case.id}:{who}:{WHO}"),)
    buttons = [Button(_label(turn, case, view, who, seen), f"saw:{case.id}:{who}:{seen}") for seen in Seen]
    door = (Button(turn.say("button-door"), f"doorat:{case.id}"),)
    text = turn.say("saw-head", code=case.code, who=name)
    return "\n".join([*head, text]), (*((whom,) if len(others) > 1 else ()), *in_rows(buttons), door)


def whom(turn: Turn, case: Case, view: CaseView) -> tuple[str, Rows]:
    """Of whom it is said."""
    rows = [
        (Button(_name(turn, case, view, who), f"saw:{case.id}:{who}:{MENU}"),)
        for who in ("0", *persons(case, view))
    ]
    return turn.say("saw-who-asked", code=case.code), tuple(rows)


def question(turn: Turn, case: Case, who: str, seen: str, head: str = "") -> tuple[str, Rows]:
    """One question and its answers; ``head``: what stands above it."""
    question, answers = (
        (Seen.STATUS, RELEASED)
        if seen == Seen.FREED
        else (seen, STATUSES)
        if seen == Seen.STATUS
        else (seen, ANSWERS[seen])
    )
    buttons = [
        Button(_answer(turn, question, answer), f"saw:{case.id}:{who}:{question}-{answer}")
        for answer in answers
    ]
    asked = turn.say("saw-since-asked") if seen == SINCE else turn.say(f"saw-{seen}-asked")
    return "\n".join(filter(None, (head, asked))), (*in_rows(buttons), back(turn, case, who))


def back(turn: Turn, case: Case, who: str) -> tuple[Button, ...]:
    """To the menu."""
    return (Button(turn.say("saw-back"), f"saw:{case.id}:{who}:{MENU}"),)


def change(turn: Turn, case: Case, screen: tuple[str, Rows]) -> None:
    """Show a screen in place of the one on which a button was pressed."""
    shown = _shown(screen)
    if turn.incoming.message_id is None or not turn.presses:
        handed_out.show(turn, case, shown)
    else:
        turn.show_in_place(shown)


def _shown(screen: tuple[str, Rows]) -> Presentation:
    text, rows = screen
    return Presentation(text, rows, protect=True)


def _name(turn: Turn, case: Case, view: CaseView, who: str) -> str:
    person = None if who == "0" else 0 if who == NEW else int(who)
    return seen_lines.who_words(turn.service, turn.language, case, view, person)


def _answer(turn: Turn, question: str, answer: str) -> str:
    if question == Seen.STATUS:
        return turn.say(f"status-{answer.replace('_', '-')}")
    return turn.say(f"saw-ago-{answer}") if answer in AGO else turn.say(f"saw-{answer}")


def _label(turn: Turn, case: Case, view: CaseView, who: str, seen: Seen) -> str:
    """The question, with what is known."""
    person = int(who) if who.isdecimal() and who != "0" else None
    label = turn.say(f"saw-{seen}")
    if seen is Seen.STATUS and (fact := view.of(person, "status")):
        return f"{label}: {seen_lines.status_words(turn.service, turn.language, fact)}"
    timed = {**CLOCKED, Seen.FREED: "released_at"}.get(seen)
    found = view.of(person, timed) if timed is not None else None
    if found is not None and isinstance(found.value, Moment):
        return f"{label}: {_short(turn, case, view, found.value)}"
    sign = seen_lines.mark(view, person, seen) if seen in KINDS and who != NEW else ""
    return f"{sign} {label}".strip()


def _short(turn: Turn, case: Case, view: CaseView, moment: Moment) -> str:
    """As much as fits on a button: a minute without its year."""
    zone = case_lines.zone_of(turn.service, case)
    if moment.at is not None and moment.precision is Precision.MINUTE:
        return case_lines.local(moment.at, zone, turn.service.zone)
    return when_words(Reading(turn.service, turn.language, case, view, zone), moment)
