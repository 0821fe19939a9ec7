"""Which answers are shown back to the person, because they may have been misread."""

from bot.core.conversation.forms import IN_WORDS, Form, Kind
from bot.core.values import Contact, Moment, People, Place, Value

UNLABELLED = frozenset({Kind.PLACE, Kind.MOMENT, Kind.PEOPLE, Kind.CONTACT})  # their values say what they are
ECHOED = UNLABELLED | {Kind.APPOINTMENT, Kind.WHEN}  # shown back when typed
PROPOSED = frozenset({Kind.COURT})  # words that are also found beside other answers
NOTHING_KNOWN: tuple[Value, ...] = (People(), Moment(), Contact(), Place(unknown=True))


def is_shown_back(form: Form, name: str, value: Value, asked: str | None) -> bool:
    """Proposals are shown, and typed answers that may have been misread. "I do not know" is not repeated."""
    question = form.question(name)
    if question is None or question.kind in (Kind.FILE, *IN_WORDS - PROPOSED) or value in NOTHING_KNOWN:
        return False
    return name != asked or question.kind in ECHOED
