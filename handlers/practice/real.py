"""What is typed or sent while somebody practises: an answer to what is asked there, or else it is real.

Practice is pressed. Words are taken for it where they answer the question that stands, and say nothing besides. All that
may be a cry, what happens to somebody, a place with words, what nobody understands, a file that nobody asked for, ends the
practice, and goes the way of true words. Doubtful is real.
"""

from msgspec.structs import replace

from core import folding
from core.conversation.events import Problem, Said
from core.conversation.everyday import everyday_wanted
from core.conversation.forms import AnswerKind, Question, current_question
from core.conversation.input import understand_input
from core.conversation.typed_shortcuts import typed_control
from core.incoming import FileKind
from core.model import Dialogue
from core.understanding import Understood, tells_spot
from core.understanding.happenings import is_real
from core.understanding.later import facts_told
from core.values import Contact, Moment, People, Place, Value
from core.vocabulary import ReportState
from handlers.cards import draft_card
from handlers.forms import dialogues
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.input_reading import read_turn
from handlers.forms.report_form import PRACTICE
from handlers.practice import practice_run
from handlers.reporting import message_routing, sos, without_place
from handlers.reporting.message_routing import BEGINNING
from handlers.turn import Turn

SMALL = 3  # letters of a word that tells nothing: "in", "г."
OPTIONS = frozenset({AnswerKind.CHOICE, AnswerKind.CONSENT})
OPTION = 2  # words of an option
CLOCK = 4  # words that tell of a time: "17 September 2018 at nine"
SPOT = 3  # words of an exact place: a street, what it is, a number
REAL_WISHES = frozenset({"fear", "nobody", "where", "delete"})  # not of somebody who only tries it out


async def on_words(turn: Turn, opened: OpenForm | None = None) -> bool:
    """Before anything reads them: whether they end a practice. True where nothing else would hear that it is real."""
    dialogue = await dialogues.active(turn)
    if dialogue is None or dialogue.form != PRACTICE.name or _is_practised(turn, dialogue):
        return False
    practice = await practice_run.current_practice(turn.tx, turn.address.id)
    if practice is not None:
        await practice_run.end(turn.tx, turn.service, practice, tell=False)
    turn.head, turn.ends_practice = "", True
    turn.reply("practice-real")
    heard = read_turn(turn)
    if _says_real(turn) and not heard.happening:
        await sos.begin_sos(turn, heard.place, situation="")
        return True
    if turn.active is not None and heard.happening:  # else what a member types begins no report
        await (sos.begin_sos(turn, heard.place) if sos.is_cry(turn) else message_routing.on_said(turn))
        return True
    return False


async def hurry(turn: Turn) -> None:
    """After it: coordinators are asked about anything begun by words that ended a practice as soon as about an SOS."""
    if not turn.ends_practice:
        return
    for report in (await turn.tx.reports.by(address_id=turn.address.id, state=ReportState.DRAFT))[-1:]:
        without_place.wait_after_sos(
            turn, report, await turn.tx.timers.get(draft_card.no_place_key(report.id))
        )


def _says_real(turn: Turn) -> bool:
    """Whether it is said to be real, in words or by a command that reports."""
    if turn.incoming.forwarded is not None:
        return False
    commanded = replace(turn.incoming, text=turn.incoming.typed).command in BEGINNING
    return commanded or is_real(turn.incoming.text, turn.service.heard)


def _is_practised(turn: Turn, dialogue: Dialogue) -> bool:
    """Whether it surely belongs to the practice."""
    incoming, state = turn.incoming, dialogues.state_of(dialogue)
    asked = current_question(PRACTICE, state)
    if incoming.forwarded is not None:
        return False
    if incoming.file is not None:
        asked_for = asked is not None and asked.kind is AnswerKind.FILE
        return not incoming.text and (asked_for or incoming.file.kind is FileKind.STICKER)
    if incoming.location is not None:
        return asked is not None and asked.kind in (AnswerKind.PLACE, AnswerKind.SPOT)
    heard, vocabulary = read_turn(turn), turn.service.heard
    if _tells(heard) or _says_real(turn) or facts_told(incoming.text, vocabulary):
        return False
    if typed_control(incoming.text.strip().removeprefix("/"), turn.service.words) is not None:
        return True
    if (row := everyday_wanted(heard, incoming.text)) is not None:
        return row.intent not in REAL_WISHES
    event = understand_input(
        incoming,
        PRACTICE,
        state,
        dialogues.setting_of(turn),
        now=incoming.sent_at or turn.now,
        language=turn.language,
    )
    if isinstance(event, Problem):
        return (
            bool(event.offers) and len(folding.folded_words(incoming.text)) == 1
        )  # a slip in a name of a place
    if not isinstance(event, Said):
        return True  # it stands for a button
    return _is_all(turn, asked, event)


def _tells(heard: Understood) -> bool:
    """Whether anything is told of somebody."""
    happens = heard.happening or heard.summons or heard.situation is not None or heard.denied
    return bool(happens or heard.ongoing == "yes" or heard.flags or heard.seeks or heard.foreign)


def _is_all(turn: Turn, asked: Question | None, said: Said) -> bool:
    """Whether what was understood, as far as it may answer something, is all that the words say."""
    text = turn.incoming.text
    if asked is not None and said.question == asked.name:
        if asked.kind is AnswerKind.SPOT:
            return len(folding.folded_words(text)) <= SPOT and tells_spot(text, turn.service.heard)
        if asked.kind in OPTIONS:
            return len(folding.folded_words(text)) <= OPTION
    return 0 < _telling(text) <= sum(map(_room, said.values.values()))


def _telling(text: str) -> int:
    """How many words may tell something: "in" and "at" do not."""
    return sum(len(word) > SMALL or word.isdecimal() for word in folding.folded_words(text))


def _room(value: Value) -> int:
    """How many words that value takes; 0 for a question that is answered in any words."""
    match value:
        case Place():
            return max(1, _telling(value.text)) + 2 * (value.district is not None)
        case Moment():
            return min(max(2, _telling(value.words)), CLOCK)
        case People() if value.withheld:
            return 0  # "I can't say" may be no answer
        case People():
            return _telling(" ".join(value.names)) + 1 + (not value.names)
        case Contact():
            return 1 + _telling(value.name)
        case _:
            return 0
