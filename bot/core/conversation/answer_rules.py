"""What one new value makes of an answer: the newest explicit one counts, and proposals only fill in."""

from bot.core.conversation.events import Said
from bot.core.conversation.finer_values import merge
from bot.core.conversation.forms import EXPLICIT, Answer, Form, Question, Source, State, current
from bot.core.values import CountKind, People, Place, Value


def give(state: State, question: Question, answer: Answer) -> State:
    """The state with an answer to this question, which need not be revisited any more."""
    revisiting = None if state.revisiting == question.name else state.revisiting
    before = state.answers.get(question.name)
    if before is not None and before.value == answer.value and before.source in EXPLICIT:
        return State(state.answers, revisiting)
    return State({**state.answers, question.name: answer}, revisiting)


def with_details(before: Answer | None, value: Value) -> Value:
    """A place named again keeps the finer things known about it; names keep the greater count said before in words."""
    if (
        before is not None
        and before.source is Source.WORDS
        and _only_counted(before.value)
        and _only_named(value)
    ):
        return merge(before.value, value)  # type: ignore[arg-type]  # a count, so not None
    if before is not None and isinstance(before.value, Place) and isinstance(value, Place) and value.city:
        return merge(value, before.value) if before.value.city == value.city else value
    return value


def as_known(before: Answer | None, value: Value) -> Value:
    """Who says, asked who it was, that they do not know, takes back nothing of what they have told."""
    told = before is not None and isinstance(before.value, People)
    return before.value if told and value == People() else value  # type: ignore[union-attr,return-value]


def _only_counted(value: Value | None) -> bool:
    return isinstance(value, People) and not value.names and not value.withheld


def _only_named(value: Value) -> bool:
    return isinstance(value, People) and 0 < len(value.names) == value.count


def _is_one(value: Value) -> bool:
    return isinstance(value, People) and value.count == 1 and not value.names and not value.withheld


def _are_more(value: Value) -> bool:
    return isinstance(value, People) and ((value.count or 0) > 1 or value.kind is CountKind.SEVERAL)


def propose(
    question: Question, before: Answer | None, value: Value, event: Said
) -> tuple[Value, Source] | None:
    """What a proposal makes of an answer: the new value and its source, or None to leave it as it is.

    What an edited message gave is replaced by what it gives now. A guess is as if it followed from other answers.
    """
    source = Source.IMPLIED if question.name in event.guessed else event.source
    if before is None or before.value is None or before.source is Source.IMPLIED:
        return value, source
    if event.corrects is not None and before.entry == event.corrects:
        return value, Source.EDITED if before.source in EXPLICIT else event.source
    if question.name in event.replaces:
        return value, before.source
    if before.source is Source.WORDS and _is_one(before.value) and _are_more(value):
        return value, event.source  # "брата забрали", and then "их трое"
    merged = value if question.evolves(before.value, value) else merge(before.value, value)
    if merged == before.value:
        return None
    made_finer = before.source in EXPLICIT and merged != value
    return merged, before.source if made_finer else source


def unanswered(form: Form, before: State, after: State, event: Said) -> int:
    """How many messages in a row have answered nothing that was asked, with this one."""
    asked = current(form, before)
    if event.corrects is not None or event.aside or asked is None or not form.listens:
        return before.unanswered
    if event.question is not None or event.problem is not None or current(form, after) != asked:
        return 0
    return before.unanswered + 1
