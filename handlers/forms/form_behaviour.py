"""What a form says of itself beside its questions: what follows from answers, and where words and left drafts go."""

from collections.abc import Awaitable, Callable, Mapping
from enum import Enum

from msgspec import Struct, field

from core.conversation.forms import Answers, Form, FormState
from core.conversation.step import FormStep, StepOutcome
from core.model import Dialogue
from handlers.turn import Turn


class Interrupts(Enum):
    """Whose words leave a form for a report when they tell of something that is happening to somebody."""

    NOBODYS = "nobody's"  # it is told here: the form is the report's own
    STRANGERS = "strangers'"  # a member answers a question that we asked members; anybody else reports
    EVERYBODYS = "everybody's"


class TakenWords(Struct, frozen=True):
    """What a question for free words took, held in the dialogue of this number. ``subject`` and ``answers``: of the dialogue
    that asked, before it took them; ``message``: the number of the one that had them.
    """

    held: int
    form: str
    question: str
    subject: int
    answers: Answers
    words: str
    message: int | None


TakesBack = Callable[[Turn, TakenWords], Awaitable[TakenWords | None]]


class FormBehaviour(Struct, frozen=True):
    """What follows in a form. ``on_changed``: answers changed; ``on_ended``: confirmed, called off or cancelled.

    ``keep`` stores what was said before anything is understood and returns its entry's id. ``left`` is the kind of timer
    (routes.TIMERS) that decides what becomes of a dialogue that was left unfinished. ``hears_codes``: a receipt code is no
    answer; ``hears_everyday``: nor is "who are you?".
    ``on_tapped``: one of its buttons, with its open dialogue if there is one; None for the usual. ``reviewed``: else it ends
    when nothing is left to ask. ``shows``: how the actor sees what a step made of the state before it; ``asks``: how the
    form shows what it asks about a subject now; None for a message each time. ``takes_back``: by a member's question
    for free words what undoes its answer, and gives what is asked again, if anything; *Not this* stands below what it took.
    """

    form: Form
    left: str
    happenings: Interrupts
    keep: Callable[[Turn, Dialogue], Awaitable[int | None]]
    on_changed: Callable[[Turn, Dialogue, FormStep], Awaitable[None]]
    on_ended: Callable[[Turn, Dialogue, StepOutcome], Awaitable[None]]
    on_tapped: Callable[[Turn, Dialogue | None], Awaitable[None]] | None = None
    hears_codes: bool = False
    hears_everyday: bool = False
    reviewed: bool = True
    shows: Callable[[Turn, Dialogue, FormState, FormStep], Awaitable[None]] | None = None
    asks: Callable[[Turn, int], Awaitable[None]] | None = None
    takes_back: Mapping[str, TakesBack] = field(default_factory=dict)

    def lets_go(self, turn: Turn) -> bool:
        """Whether the actor's words leave the form when they tell of a happening."""
        if self.happenings is Interrupts.STRANGERS:
            return turn.active is None
        return self.happenings is Interrupts.EVERYBODYS


async def keep_nothing(turn: Turn, dialogue: Dialogue) -> int | None:
    """What is said there is no report: what comes of it is kept by the rows it changes."""
    return None


async def change_nothing(turn: Turn, dialogue: Dialogue, step: FormStep) -> None:
    """Nothing follows before the form ends."""


class OpenForm(Struct, frozen=True):
    """The one open dialogue of an actor, and what follows in its form."""

    follow: FormBehaviour
    dialogue: Dialogue
