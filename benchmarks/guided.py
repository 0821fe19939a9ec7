"""The guided report that all bots of a comparison have: the same questions, presses and numbers of messages.

A person sends 14 updates: the start, three messages of words and ten presses of a button. They get 15 messages: 13 that
ask, a receipt and thanks; every press is answered (answerCallbackQuery). The press of a city opens the case: the receipt
and one alert to a lawyer leave, then the next question. The last question shows all answers for review.

Dabyl asks these questions in a detention report about somebody else, where the number of people is not known, nothing
urgent is marked and no file is sent. Its buttons are ``report/place:almaty`` where the peers have ``place:almaty``; the
phones look for the end. Dabyl also understands the free words, which the peers keep as they are, and its lawyers get
buttons that do something. Its questions are edits of one message, which count as messages. For the peers it is an advantage
in the count of losses that they alert early too: an alert after the last answer would die with the answers.
"""

from dataclasses import dataclass

CITIES = (
    "almaty astana shymkent aktau aktobe atyrau zhezkazgan karaganda kokshetau konaev kostanay kyzylorda oral oskemen "
    "pavlodar petropavl semey taldykorgan taraz turkistan unknown"
)
URGENT = "minor injured medicine pregnant elderly alone phone raid journalist defender"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, with which buttons; and what the person of the comparison does: a press of ``answer``, or words."""

    name: str
    text: str
    options: tuple[str, ...]
    answer: str = ""
    words: str = ""


QUESTIONS = (
    Question(
        "situation",
        "Has somebody been detained, is not let out, cannot be found? Write here and we ask the lawyers on duty at once.\n\n"
        "Who sees what. Telegram can see and keep this chat. Names and phone numbers are seen only by the lawyer who takes "
        "the case.\n\nWhat is happening, and to whom?",
        ("me", "other", "blocked", "missing", "trial", "over", "saw"),
        "other",
    ),
    Question(
        "place",
        "In which city is it?\nPress a city, type it, or send your location.",
        tuple(CITIES.split()),
        "almaty",
    ),
    Question(
        "who",
        "Who was detained?\nNames, each on its own line, or how many people. Only the lawyer who takes the case sees them.",
        ("one", "two", "three", "several", "unknown", "withheld"),
        "unknown",
    ),
    Question(
        "where",
        "Where exactly?\nStreet, building, what is near. You can also send a point on the map.",
        ("!skip",),
        words="Main street 1",
    ),
    Question(
        "when",
        'When did it start?\nYou can write "yesterday at 7 am" or "18.09 at 14:30".',
        ("now", "hour", "morning", "today", "yesterday", "unknown"),
        "now",
    ),
    Question("ongoing", "Are they still held?", ("yes", "no", "unknown"), "yes"),
    Question(
        "taken",
        "Where were they taken?\nPolice station, address, whatever you know. If you do not know, skip it.",
        ("!skip",),
        words="District police",
    ),
    Question(
        "contact",
        "Whom can we phone?\nType a number, send your own or another person's contact.",
        ("no", "!skip"),
        words="+7 700 000 00 01",
    ),
    Question(
        "urgent", "Is anything urgent? Mark all that is true.", (*URGENT.split(), "!done", "!skip"), "!skip"
    ),
    Question(
        "link",
        "Who are you to this person?",
        ("self", "witness", "relative", "colleague", "lawyer", "other"),
        "witness",
    ),
    Question(
        "files", "Is there a photo, video, document or voice message?\nSend it here.", ("!skip",), "!skip"
    ),
    Question("review", "Please check.", ("!confirm", "!cancel"), "!confirm"),
)
OPENING = "place"  # whose answer opens the case
RECEIPT = "Received, we are asking lawyers now. Your code: {code}."
ALERT = "Somebody was detained.\nCity: {place}\nHow many: not known\nReported just now, not verified"
THANKS = "Thank you, everything is noted. If you learn something new, just write."

UPDATES = 1 + len(QUESTIONS)  # of a report
MESSAGES = 3 + len(
    QUESTIONS
)  # that a report makes the bot send: the questions, receipt, thanks, and the alert
BY_NAME = {question.name: place for place, question in enumerate(QUESTIONS)}


def review(answers: dict[str, str]) -> str:
    """The text of the last question."""
    return "\n".join((QUESTIONS[-1].text, *(f"{name}: {answer}" for name, answer in answers.items())))
