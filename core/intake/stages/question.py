"""What is asked of us: a wish about the bot, a language or the menu by its name, everyday questions.

What is asked is answered, and claims nothing; what tells something too goes on without what it asks.
"""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from core.conversation.corrections import puts_right
from core.conversation.events import Chose, Said
from core.conversation.everyday import EVERYDAY, MOST, EverydayIntent, everyday_wanted
from core.conversation.forms import WHEREVER, AnswerKind
from core.conversation.input import is_shortcut, understand_input
from core.intake.message import ReadMessage
from core.intake.standing import AskingForm, Standing, recently_closed
from core.intake.subject import may_be_held, told_good_news
from core.intake.unasked import asks_and_tells, asks_of_claimant, is_polite
from core.intake.weight import asks_of_known
from core.model import LANGUAGES
from core.understanding import Understood, is_foreign, tells_spot, wishes
from core.understanding.fitting import is_address
from core.understanding.language import heard_sentence
from core.understanding.later import GoodNews, demands_money
from core.understanding.plain import plain, readable
from core.understanding.questions import (
    ASKED,
    asks,
    member_topic_of,
    topic_of,
    topics_of,
    without_questions,
)
from core.understanding.spoken_languages import language_wanted
from core.vocabulary import ReportState

WHICH_LAWYER = "which-lawyer"  # the topic in which a language is the lawyer's
MENU, LANGUAGE = "menu", "language"  # things that are called by their name; else one of LANGUAGES
LONGEST = 60  # characters of such a name
TOLD_LONG = 8  # words beside a question about somebody of whom nothing is reported: a person reads them
SPAM = "spam"
HOURS = "hours"  # that they may write at any of them answers who asks our pardon
REPORTED = (ReportState.OPEN, ReportState.CLOSED)
COURTESIES = frozenset({"thanks", "hello"})  # nobody need read them
WRONG = "wrong"
SITUATION = "situation"  # the first question of a report
MARK = "?"
ANY_WORDS = frozenset({AnswerKind.WORDS, AnswerKind.COURT})  # questions that take all that is written


def hides_later(message: ReadMessage, standing: Standing) -> bool:
    """ "Hide this chat when it is closed"."""
    return _is_heard(message, standing) and wishes.empties_at_closing(message.text, message.setting.heard)


def thing_named(message: ReadMessage, standing: Standing) -> str:
    """What is called by its name, if nothing else is said."""
    text, names = message.text, message.setting.heard.names
    if not _is_heard(message, standing) or len(text) > LONGEST:
        return ""
    said = plain(readable(text).strip(" .!?\n").replace("-", " "))
    for chosen in LANGUAGES:
        if said in getattr(names, chosen):
            return chosen
    if said in names.language:
        return LANGUAGE
    return MENU if said in names.menu else ""


def _is_heard(message: ReadMessage, standing: Standing) -> bool:
    """Whether such words are heard here: what a member writes is theirs, a note or an answer."""
    asking = standing.asking
    return message.is_typed and standing.member is None and (asking is None or asking.hears_everyday)


def language_asked(message: ReadMessage, standing: Standing) -> str | None:
    """The language that they ask for, and tell nothing else."""
    wished = language_besides(message, standing)
    if wished is None:
        return None
    heard = _heard(message)
    return None if heard.happening or heard.summons or heard.situation or _topics(message) else wished


def language_besides(message: ReadMessage, standing: Standing) -> str | None:
    """The language that they ask for."""
    if not message.is_words or not _is_heard(message, standing):
        return None
    wished = language_wanted(message.text, message.setting.heard)
    return wished if wished is not None and WHICH_LAWYER not in _topics(message) else None


def _topics(message: ReadMessage) -> list[str]:
    heard = message.setting.heard
    return topics_of(heard_sentence(readable(message.text), heard), heard)


def asked_by_member(message: ReadMessage, standing: Standing) -> str | None:
    """What a member asks about their work, or ``ASKED``: it is answered, and kept as their note all the same."""
    member = standing.member
    if member is None or not standing.writes_notes or not message.is_words or message.number_of_words > MOST:
        return None
    heard = message.setting.heard
    said = heard_sentence(readable(message.text), heard)
    topic = member_topic_of(said, member.role, heard)
    if (
        topic is None and MARK in message.text
    ):  # without it, words of a visit are as like a note as a question
        return ASKED
    return topic


class Asked(Struct, frozen=True):
    """``intent``: the row of core.conversation.everyday; None for words in none of our languages. Beside words that tell
    something ``told`` is what goes on without the question; ``is_answered``: whether it is, before.
    """

    intent: EverydayIntent | None = None
    told: str = ""
    is_answered: bool = True


def everyday_asked(message: ReadMessage, standing: Standing) -> Asked | None:
    """One of the everyday questions, and nothing else; or words in none of the three languages."""
    if not _may_ask(message, standing):
        return None
    row, asking = _row(message, standing), standing.asking
    if row is not None and row.asks and (_tells_release(message, standing) or _only_tells(message, standing)):
        return None
    if row is None:
        question = standing.report_question
        is_first = question is None or question.name == SITUATION
        return Asked() if _heard(message).foreign and is_first else None
    if row.asks:
        if standing.meant is None and _asks_whether_taken(_heard(message)):
            return None  # a person reads it
        return Asked(row) if _told_beside(message, standing, row) is None else None
    is_slip = (
        row.intent == WRONG
        and asking is not None
        and puts_right(message.text, asking.state.answers, message.setting, message.language)
    )
    is_reported = standing.meant is not None and standing.meant.report.state in REPORTED
    is_courtesy = row.intent in COURTESIES and recently_closed(standing) is not None
    if row.intent == SPAM and is_reported:
        return None  # who has told us of somebody is no stranger who jokes
    return None if is_slip or is_courtesy else Asked(row)


def _only_tells(message: ReadMessage, standing: Standing) -> bool:
    """Whether it asks nothing, and tells of a known case by words that also stand in a question: "the girls are free, he
    stayed".
    """
    heard = message.setting.heard
    said = heard_sentence(readable(message.text), heard)
    is_reported = standing.meant is not None and standing.meant.report.state is ReportState.OPEN
    return is_reported and topic_of(said, heard) is None and asks_and_tells(message.text, heard)


def _asks_whether_taken(told: Understood) -> bool:
    """Whether it asks of somebody by their name if they were taken."""
    guessed = told.guesses.people
    return told.denied and guessed is not None and bool(guessed.names)


def _tells_release(message: ReadMessage, standing: Standing) -> bool:
    """Whether it tells of a release in a known case, and asks nothing: "all five are free" is no word about a price."""
    known, heard = standing.meant, message.setting.heard
    if known is None or not may_be_held(known) or asks(heard_sentence(readable(message.text), heard), heard):
        return False
    return told_good_news(message, known) not in (None, GoodNews.WELL)


def asked_beside(message: ReadMessage, standing: Standing) -> Asked | None:
    """A question beside words that tell something: it is answered, or they go on without it."""
    row = _row(message, standing) if _may_ask(message, standing) else None
    beside = _told_beside(message, standing, row) if row is not None and row.asks else None
    return beside if beside is not None and (beside.is_answered or beside.told) else None


def _may_ask(message: ReadMessage, standing: Standing) -> bool:
    """Whether everyday words are heard here, and these do not stand for a button."""
    if not message.is_words or not _is_heard(message, standing):
        return False
    if demands_money(message.text, message.setting.heard):  # no question what writing costs
        return False
    is_reported = standing.meant is not None and standing.meant.report.state is ReportState.OPEN
    if is_reported and asks_of_claimant(message.text, message.setting.heard):
        return False  # a person says who it is
    asking, now = standing.asking, message.said_at(standing.now)
    return asking is None or not is_shortcut(
        message.incoming, asking.form, asking.state, message.setting, now=now, language=message.language
    )


def _heard(message: ReadMessage) -> Understood:
    """A long text is not everyday words, and takes long to read."""
    is_short = message.number_of_words <= MOST
    return message.read if is_short else Understood(foreign=is_foreign(message.text))


def _row(message: ReadMessage, standing: Standing) -> EverydayIntent | None:
    heard = message.setting.heard
    if is_polite(heard_sentence(readable(message.text), heard), heard):
        return EVERYDAY[HOURS]
    row = everyday_wanted(_heard(message), message.text, standing.report_question)
    if message.number_of_words <= MOST and (row is None or row.intent == ASKED):
        row = _question_beside(message, standing, row)
    return row


def _question_beside(
    message: ReadMessage, standing: Standing, row: EverydayIntent | None
) -> EverydayIntent | None:
    """The question in words that tell of something too; one without a topic only where a report knows what it is about, or a
    form is open that may be for it.
    """
    heard, phrases, known = message.read, message.setting.heard, standing.meant
    is_reported = known is not None and known.report.state in REPORTED
    if row is None and heard.intent in (None, SPAM) and not heard.foreign:
        row = EVERYDAY.get(topic_of(heard_sentence(readable(message.text), phrases), phrases) or "")
    tells = _names_anything(heard) if is_reported else _values_of(heard)
    is_begun = standing.asking is not None and standing.report_question is not None
    if row is not None and row.intent == ASKED and tells:
        return None  # "perhaps in Almaty?" answers
    return row if row is not None and (is_reported or is_begun or row.leads) else None


def _told_beside(message: ReadMessage, standing: Standing, row: EverydayIntent) -> Asked | None:
    """If the words are not all asked: they are answered, and what they tell goes its own way."""
    heard, state = _heard(message), standing.meant.report.state if standing.meant is not None else None
    told, asked = without_questions(message.text, message.setting.heard)
    known, is_of_closed = (
        state is ReportState.OPEN,
        state is ReportState.CLOSED and not (heard.happening or heard.summons),
    )
    happens = heard.happening or heard.summons or heard.situation is not None
    elsewhere = not (known or is_of_closed) or heard.place is not None
    may_tell = elsewhere and len(told.split()) >= TOLD_LONG
    beside = bool(told and asked) and (may_tell or _tells(message, standing, told))
    if not beside and not (happens and elsewhere):
        return None
    # without the mark they may be told after all, and then nothing is left out; nor what is feared or known in the question
    fears = bool(message.read.guesses.flags - message.read_words(told).guesses.flags) if told else False
    heard_words = message.setting.heard
    fears = fears or asks_of_known(readable(message.text), message.clauses, heard_words, message.read_words)
    goes_on = told if beside and MARK in asked and not fears else ""
    return Asked(row, goes_on, is_answered=row.leads or (beside and known))


def _tells(message: ReadMessage, standing: Standing, told: str) -> bool:
    """Whether what stands beside a question answers the form, or tells what a report has a place for."""
    asking = standing.asking
    is_answer = asking is not None and _answers(message, asking, told, standing.now)
    return is_answer or _values_of(message.read_words(told))


def _answers(message: ReadMessage, asking: AskingForm, text: str, now: datetime) -> bool:
    """Whether these words answer the question that stands; where any words would, they do not."""
    said, at = replace(message.incoming, text=text), message.said_at(now)
    event = understand_input(
        said, asking.form, asking.state, message.setting, now=at, language=message.language
    )
    if not isinstance(event, Said):
        return isinstance(event, Chose)
    answered = asking.form.question(event.question or "")
    if answered is None or answered.kind in ANY_WORDS:
        return False
    is_any = answered.kind in WHEREVER and isinstance(
        event.values[answered.name], str
    )  # any few words are taken
    heard = message.setting.heard
    return not is_any or tells_spot(text, heard) or is_address(text, heard)


def _values_of(heard: Understood) -> bool:
    """Whether they tell anything that a report has a place for."""
    counted = heard.people is not None and heard.people.count
    told = heard.happening or heard.summons or heard.situation or heard.alarms
    return bool(told or counted or _names_anything(heard))


def _names_anything(heard: Understood) -> bool:
    """Whether they name a place, a person or a number to ring."""
    place = heard.place is not None and not heard.place.unknown
    return bool(place or (heard.people is not None and heard.people.names) or heard.contact)
