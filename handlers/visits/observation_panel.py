"""The screens on which a lawyer says what they saw: a menu, and a question each; one message that changes in place."""

from collections.abc import Iterable

from core.casework.case_view import CaseView
from core.casework.visits import (
    AGO,
    ANSWERED_KINDS,
    CLOCKED,
    MENU,
    OFFERED_ANSWERS,
    RELEASED,
    SINCE,
    STATUSES,
    WHO,
    VisitQuestion,
)
from core.model import Case
from core.presentation import Button, ButtonRows, Presentation, in_button_rows
from core.values import Moment, Precision
from handlers.arguments import NEW_PERSON
from handlers.cards import case_lines
from handlers.cards.fact_lines import CaseReading, when_words
from handlers.casework import disclosure
from handlers.turn import Turn
from handlers.visits import visit_lines


def person_choices(case: Case, view: CaseView) -> list[str]:
    """About whom something can be said, in addition to all: people who have a name or were spoken of, and one more
    without a name.
    """
    nameless = sum(not person.names for person in view.persons)
    more = [NEW_PERSON] if case.unidentified_min > nameless else []
    return [*(str(person.id) for person in view.persons), *more]


def open_panel(turn: Turn, case: Case, view: CaseView, who: str = "0", head: Iterable[str] = ()) -> None:
    """A new message with the menu; it goes when its reader may not see the case any more."""
    disclosure.show(turn, case, _shown(menu_screen(turn, case, view, who, head)))


def menu_screen(
    turn: Turn, case: Case, view: CaseView, who: str, head: Iterable[str] = ()
) -> tuple[str, ButtonRows]:
    """All questions, with what was answered; ``head``: what stands above them."""
    name = _person_name(turn, case, view, who)
    others = person_choices(case, view)
    whom = (Button(turn.say("saw-who", who=name), f"saw:{case.id}:{who}:{WHO}"),)
    buttons = [
        Button(_label(turn, case, view, who, seen), f"saw:{case.id}:{who}:{seen}") for seen in VisitQuestion
    ]
    door = (Button(turn.say("button-door"), f"doorat:{case.id}"),)
    text = turn.say("saw-head", code=case.code, who=name)
    return "\n".join([*head, text]), (*((whom,) if len(others) > 1 else ()), *in_button_rows(buttons), door)


def whom_screen(turn: Turn, case: Case, view: CaseView) -> tuple[str, ButtonRows]:
    """About whom it is said."""
    rows = [
        (Button(_person_name(turn, case, view, who), f"saw:{case.id}:{who}:{MENU}"),)
        for who in ("0", *person_choices(case, view))
    ]
    return turn.say("saw-who-asked", code=case.code), tuple(rows)


def question_screen(turn: Turn, case: Case, who: str, seen: str, head: str = "") -> tuple[str, ButtonRows]:
    """One question and its answers; ``head``: what stands above it."""
    question, answers = (
        (VisitQuestion.STATUS, RELEASED)
        if seen == VisitQuestion.FREED
        else (seen, STATUSES)
        if seen == VisitQuestion.STATUS
        else (seen, OFFERED_ANSWERS[seen])
    )
    buttons = [
        Button(_answer_words(turn, question, answer), f"saw:{case.id}:{who}:{question}-{answer}")
        for answer in answers
    ]
    asked = turn.say("saw-since-asked") if seen == SINCE else turn.say(f"saw-{seen}-asked")
    return "\n".join(filter(None, (head, asked))), (*in_button_rows(buttons), back_button(turn, case, who))


def back_button(turn: Turn, case: Case, who: str) -> tuple[Button, ...]:
    """To the menu."""
    return (Button(turn.say("saw-back"), f"saw:{case.id}:{who}:{MENU}"),)


def change_screen(turn: Turn, case: Case, screen: tuple[str, ButtonRows]) -> None:
    """Show a screen in place of the one on which a button was pressed."""
    shown = _shown(screen)
    if turn.incoming.message_id is None or not turn.presses:
        disclosure.show(turn, case, shown)
    else:
        turn.show_in_place(shown)


def _shown(screen: tuple[str, ButtonRows]) -> Presentation:
    text, rows = screen
    return Presentation(text, rows, protect=True)


def _person_name(turn: Turn, case: Case, view: CaseView, who: str) -> str:
    person = None if who == "0" else 0 if who == NEW_PERSON else int(who)
    return visit_lines.who_words(turn.service, turn.language, case, view, person)


def _answer_words(turn: Turn, question: str, answer: str) -> str:
    if question == VisitQuestion.STATUS:
        return turn.say(f"status-{answer.replace('_', '-')}")
    return turn.say(f"saw-ago-{answer}") if answer in AGO else turn.say(f"saw-{answer}")


def _label(turn: Turn, case: Case, view: CaseView, who: str, seen: VisitQuestion) -> str:
    """The question, with what is known."""
    person = int(who) if who.isdecimal() and who != "0" else None
    label = turn.say(f"saw-{seen}")
    if seen is VisitQuestion.STATUS and (fact := view.of(person, "status")):
        return f"{label}: {visit_lines.status_words(turn.service, turn.language, fact)}"
    timed = {**CLOCKED, VisitQuestion.FREED: "released_at"}.get(seen)
    found = view.of(person, timed) if timed is not None else None
    if found is not None and isinstance(found.value, Moment):
        return f"{label}: {_short_moment(turn, case, view, found.value)}"
    sign = visit_lines.answer_mark(view, person, seen) if seen in ANSWERED_KINDS and who != NEW_PERSON else ""
    return f"{sign} {label}".strip()


def _short_moment(turn: Turn, case: Case, view: CaseView, moment: Moment) -> str:
    """As much as fits on a button: a minute without its year."""
    zone = case_lines.zone_of(turn.service, case)
    if moment.at is not None and moment.precision is Precision.MINUTE:
        return case_lines.local_time(moment.at, zone, turn.service.zone)
    return when_words(CaseReading(turn.service, turn.language, case, view, zone), moment)
