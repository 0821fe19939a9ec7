"""Each mistake gets its own helpful answer in the person's language, and the question stays."""

from datetime import UTC, datetime

import pytest

from core.conversation.events import Chose, Said
from core.incoming import File, FileKind, Forwarded, Incoming, IncomingKind, SharedContact
from core.model import LANGUAGES
from core.values import Contact, People, Place
from tests.conversation.person import SETTING, Person, check

ALMATY = Place("almaty", region="almaty-city")


def _at(question: str) -> Person:
    """A person at that question of a report about somebody else."""
    person = Person()
    for name, data in (("situation", "other"), ("place", "almaty")):
        if person.question == question:
            return person
        person.taps(f"report/{name}:{data}")
    while person.question != question:
        assert person.question is not None
        person.taps(f"report/{person.question}:!skip")
    return person


@pytest.mark.parametrize("text", ["", "   \n ", "\u202e\u200b", "\x00\x07"])
def test_an_empty_message_is_said_to_be_empty(text: str) -> None:
    assert _at("situation").writes(text).problem == "problem-empty"


@pytest.mark.parametrize("text", ["🙏🙏🙏", "???", "👮‍♂️", "..."])
def test_signs_alone_cannot_be_read(text: str) -> None:
    assert _at("where").writes(text).problem == "problem-signs"


@pytest.mark.slow
def test_the_longest_message_is_kept_whole() -> None:
    long = "улица " + "а" * 4090
    person = _at("where").writes(long)
    assert "note-long" in person.notes
    assert person.facts["where"] == long


def test_a_hundred_names_are_all_counted() -> None:
    given = ("Асан", "Болат", "Ерлан", "Данияр", "Марат", "Тимур", "Нурлан", "Рустем", "Серик", "Айдар")
    family = (
        "Усенов",
        "Ахметов",
        "Иванов",
        "Петров",
        "Оспанов",
        "Садыков",
        "Касымов",
        "Омаров",
        "Алиев",
        "Сапаров",
    )
    names = [f"{one} {other}" for one in given for other in family]
    person = _at("who").writes("\n".join(names))
    assert "note-many" in person.notes
    said = person.facts["who"]
    assert isinstance(said, People)
    assert len(said.names) == 100
    check(person.shown)
    assert "Усенов" not in person.shown.text


@pytest.mark.parametrize("text", ["у цирка\u202eтут", "у\u200b цирка", "у цирка\x07"])
def test_invisible_characters_are_taken_out_and_told(text: str) -> None:
    person = _at("where").writes(text)
    assert "note-invisible" in person.notes
    where = person.facts["where"]
    assert isinstance(where, str)
    assert where.isprintable()


def test_markup_in_a_name_is_a_name_and_is_not_echoed() -> None:
    person = _at("who").writes("<b>Асан</b> *Усенов*")
    assert "<b>" not in person.shown.text
    assert "Асан" not in person.shown.text


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("01.01.2030", "problem-moment-future"),
        ("завтра в 7 утра", "problem-moment-future"),
        ("31 февраля", "problem-moment-impossible"),
        ("31.02.2018", "problem-moment-impossible"),
        ("в 25:00", "problem-moment-impossible"),
        ("12.05.1988", "problem-moment-old"),
    ],
)
def test_a_date_that_cannot_be_is_named(text: str, problem: str) -> None:
    person = _at("when").writes(text)
    assert person.problem == problem
    assert person.question == "when"


def test_words_that_tell_no_time_are_no_answer_to_when() -> None:
    person = _at("when").writes("когда начался дождь")
    assert person.problem is None
    assert "when" not in person.facts
    assert person.question == "when"


def test_a_place_outside_is_accepted_and_said_to_be_outside() -> None:
    person = _at("place").writes("Берлин")
    assert person.notes[0] == "note-place-outside"
    place = person.facts["place"]
    assert isinstance(place, Place)
    assert place.outside


def test_a_point_outside_is_accepted_and_said_to_be_outside() -> None:
    person = _at("place").shares(52.52, 13.40)
    assert "note-place-outside" in person.notes
    assert person.question == "who"


def test_what_is_no_place_stays_words_and_nobody_is_scolded() -> None:
    for said in ("Зюзюкино", "көмектесіңіздерші", "asdfgh"):
        person = _at("place").writes(said)
        assert (person.problem, person.question, person.state.unanswered) == (None, "place", 1)


@pytest.mark.parametrize(
    "said",
    ["is it free?", "адвокат керек емес", "он не отпущен", "завтра в 25:00", "едут в Каскелен", "Алматы"],
)
def test_what_is_no_exact_place_does_not_become_one(said: str) -> None:
    assert "where" not in _at("where").writes(said).facts


@pytest.mark.parametrize(
    "said", ["Байтурсынова 5", "у вокзала", "Main street 1", "Абай көшесі 10", "near the market"]
)
def test_an_address_or_what_is_near_is_an_exact_place(said: str) -> None:
    assert _at("where").writes(said).facts["where"] == said


@pytest.mark.parametrize(
    ("typed", "first"),
    [("Жаноозен", "zhanaozen"), ("возле вокзала в Жаноозене, там где площадь", "zhanaozen")],
)
def test_a_misspelt_place_is_no_answer_and_is_offered_back(typed: str, first: str) -> None:
    person = _at("place").writes(typed)
    assert person.facts.get("place") is None
    assert person.problem == "problem-place-close"
    assert person.last is not None
    assert person.last.problem is not None
    assert person.last.problem.offers[0] == first


def test_a_name_that_two_places_bear_offers_them() -> None:
    person = _at("place").writes("Аксай")
    assert person.problem == "problem-place-close"
    assert person.last is not None
    assert person.last.problem is not None
    offered = person.last.problem.offers
    first = [row[0].data for row in person.shown.rows]
    assert f"report/place:{offered[0]}" in first


def test_somebody_elses_contact_is_noted_as_such() -> None:
    person = _at("contact").sends_contact("77011234567", "99")
    assert person.notes[0] == "note-contact-other"
    contact = person.facts["contact"]
    assert isinstance(contact, Contact)
    assert (contact.phone, contact.own, contact.name) == ("+77011234567", False, "Айгуль")
    assert "1234" not in person.shown.text


def test_the_own_contact_is_noted_as_own() -> None:
    person = _at("contact").sends_contact("+7 701 123 45 67", "7")
    assert person.facts["contact"] == Contact("+77011234567", own=True)


@pytest.mark.parametrize(
    ("phone", "problem"), [("", "problem-contact-empty"), ("12", "problem-phone"), ("abc", "problem-phone")]
)
def test_a_contact_without_a_number_is_told(phone: str, problem: str) -> None:
    person = _at("contact").sends_contact(phone, "7")
    assert person.problem == problem
    assert person.question == "contact"


def test_digits_that_are_no_number_are_told() -> None:
    assert _at("contact").writes("8 701 123 45").problem == "problem-phone"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("", "problem-button"),
        ("report", "problem-button"),
        ("report/place", "problem-button"),
        ("report/place:berlin", "problem-button"),
        ("report/situation:king", "problem-button"),
        ("report/situation:+me", "problem-button"),
        ("report/urgent:minor", "problem-button"),
        ("report/where:hello", "problem-button"),
        ("report/review:!edit", "problem-button"),
        ("report/place:'; DROP TABLE report", "problem-button"),
        ("\x00/\x00:\x00", "problem-button"),
        ("report/gone:x", "problem-button-old"),
        ("enrol/name:x", "problem-button-old"),
        ("report/accused:nobody", "problem-button-old"),
    ],
)
def test_forged_and_unknown_buttons_change_nothing(data: str, problem: str) -> None:
    person = _at("where")
    before = person.state
    person.taps(data)
    assert person.problem == problem
    assert person.state == before


def test_a_tap_on_last_weeks_keyboard_answers_its_own_question() -> None:
    person = _at("when").taps("report/place:astana")
    assert person.facts["place"] == Place("astana", region=SETTING.gazetteer.region_of("astana"))
    assert person.question == "when"


def test_a_sticker_cannot_be_read() -> None:
    assert _at("where").sends_file(File(FileKind.STICKER, "s")).problem == "problem-sticker"


def test_a_file_that_is_too_big_is_told_and_noted() -> None:
    person = _at("where").sends_file(File(FileKind.VIDEO, "v", size=21 * 1024 * 1024))
    assert person.problem == "problem-file-big"
    assert person.facts["files"] == ("v",)


def test_an_unknown_kind_of_update_cannot_be_read() -> None:
    assert _at("where").sends(kind=IncomingKind.OTHER).problem == "problem-kind"


def test_an_unknown_command_in_mid_form_is_told() -> None:
    assert _at("where").writes("/frobnicate").problem == "problem-command"


@pytest.mark.parametrize("text", ["0", "9", "77"])
def test_a_number_without_an_answer_is_told_how_many_there_are(text: str) -> None:
    person = _at("situation").writes(text)
    assert person.problem == "problem-number"
    assert "8" in person.shown.text


@pytest.mark.parametrize("question", ["situation", "who", "when", "contact"])
def test_a_forwarded_message_is_no_answer_and_proposes_nothing(question: str) -> None:
    person = _at(question)
    before, told = person.state, Forwarded(datetime(2018, 9, 10, 10, tzinfo=UTC))
    person.sends(text="вчера вечером в Шымкенте забрали троих, +7 701 000 00 00", forwarded=told)
    assert person.notes[0] == "note-forwarded"
    assert person.state == before
    assert isinstance(
        event := person.understood(IncomingKind.MESSAGE, None, text="үйден алып кетті", forwarded=told), Said
    )
    assert event.language is None


def test_who_only_forwards_is_asked_for_their_own_words() -> None:
    told = Forwarded(datetime(2018, 9, 10, 10, tzinfo=UTC))
    assert "note-own-words" in _at("situation").sends(text="забрали троих", forwarded=told).notes
    assert "note-own-words" not in _at("who").sends(text="забрали троих", forwarded=told).notes


def test_two_taps_at_once_are_one() -> None:
    person = _at("place").taps("report/place:almaty")
    state = person.state
    assert person.taps("report/place:almaty").state == state
    assert person.outcome == "unchanged"


PROBLEMS = sorted(key for key in SETTING.words.keys("ru") if key.startswith("problem-"))


@pytest.mark.parametrize("key", PROBLEMS)
def test_every_problem_has_its_own_words_in_every_language(key: str) -> None:
    said = {SETTING.words.say(language, key, options=3, megabytes=20) for language in LANGUAGES}
    assert len(said) == len(LANGUAGES)
    for language in LANGUAGES:
        others = {
            SETTING.words.say(language, other, options=3, megabytes=20) for other in PROBLEMS if other != key
        }
        assert SETTING.words.say(language, key, options=3, megabytes=20) not in others


def test_malformed_fields_are_problems_too() -> None:
    person = Person().does(Chose("nothing", "x"))
    assert person.problem == "problem-button"
    shared = SharedContact("＋７", "\u202ex", None)
    assert person.sends(contact=shared).problem == "problem-phone"
    assert Incoming("telegram", IncomingKind.MESSAGE, "7", "7", "private").text == ""
    assert person.sends().problem == "problem-empty"
