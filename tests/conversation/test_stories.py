"""People in the report form: some tap, some type, some do both, in three languages."""

from datetime import UTC, datetime

import pytest

from core.conversation.events import Said
from core.conversation.step import StepOutcome
from core.incoming import File, FileKind, IncomingKind
from core.values import CountKind, Moment, People, Place, Precision
from tests.conversation.person import Person


def test_somebody_who_only_taps_reaches_the_alert_with_two_taps_and_the_end_with_the_rest() -> None:
    person = Person("en")
    person.taps("report/situation:other").taps("report/place:almaty")
    assert person.outcome is StepOutcome.ENOUGH
    for data in (
        "report/who:two",
        "report/where:!skip",
        "report/when:hour",
        "report/ongoing:yes",
        "report/taken:!skip",
        "report/contact:no",
        "report/urgent:+minor",
        "report/urgent:!done",
        "report/link:witness",
        "report/files:!skip",
    ):
        assert data.partition(":")[0] == f"report/{person.question}"
        person.taps(data)
    assert person.question is None
    assert "City: Almaty" in person.shown.text
    assert "Urgent: Under 18" in person.shown.text
    assert person.taps("report/review:!confirm").outcome is StepOutcome.FINISHED


def test_somebody_who_only_types_in_russian() -> None:
    person = Person("ru").writes("это кто то другой").writes("алматы")
    assert person.facts["situation"] == "other"
    assert person.question == "who"
    person.writes("3")
    assert person.facts["who"] == People(count=3, kind=CountKind.EXACT)
    assert person.question == "where"
    person.writes("возле цирка, на углу")
    person.writes("сегодня в 10 утра")
    assert person.facts["when"] == Moment(
        datetime(2018, 9, 18, 4, tzinfo=UTC), Precision.HOUR, True, "сегодня в 10 утра"
    )
    person.writes("да")
    assert person.facts["ongoing"] == "yes"
    person.writes("не знаю")
    assert person.question == "contact"
    person.writes("8 701 123 45 67")
    assert "1234567" not in person.shown.text.replace(" ", "")
    person.writes("нужны лекарства, журналист")
    assert person.facts["urgent"] == ("medicine", "journalist")
    person.writes("родственник").writes("нет").writes("да")
    assert person.question is None
    assert "Срочное: Нужны лекарства, Журналист" in person.shown.text
    assert person.writes("да").outcome is StepOutcome.FINISHED


def test_somebody_who_only_types_in_kazakh_without_its_letters() -> None:
    person = Person("kk").writes("бул мен").writes("Шымкент")
    assert person.facts["situation"] == "me"
    assert person.question == "who"
    person.writes("екеу")
    assert person.facts["who"] == People(count=2, kind=CountKind.EXACT)
    assert person.question == "where"
    person.writes("откизип жиберу")
    person.writes("жана гана")
    assert person.question == "taken"
    person.writes("билмеймин")
    assert person.question == "contact"
    person.writes("ешкимге")
    assert person.question == "urgent"
    person.writes("артка")
    assert person.question == "contact"


@pytest.mark.parametrize(
    ("text", "situation", "city"),
    [
        ("в алматы задержали двоих, сегодня в 9 утра", "other", "almaty"),
        ("меня задержали, астана", "me", "astana"),
        ("Павлодарда екі адамды ұстап кетті", "other", "pavlodar"),
        ("police took my brother in Almaty", "other", "almaty"),
    ],
)
def test_one_message_that_names_a_city_is_enough(text: str, situation: str, city: str) -> None:
    person = Person().writes(text)
    assert person.outcome is StepOutcome.ENOUGH
    assert person.facts["situation"] == situation
    place = person.facts["place"]
    assert isinstance(place, Place)
    assert place.city == city


def test_what_was_understood_is_told_without_names() -> None:
    person = Person("en").taps("report/situation:other").taps("report/place:almaty")
    person.writes("Asan Usenov\nDana Omarova")
    assert person.facts["who"] == People(("Asan Usenov", "Dana Omarova"), 2, CountKind.EXACT)
    assert person.shown.text.startswith("Noted: 2 names.")
    assert "Asan" not in person.shown.text


def test_free_words_at_a_question_with_buttons_are_kept_and_the_next_open_question_follows() -> None:
    person = Person().taps("report/situation:other")
    person.writes("их было двое, вчера вечером")
    assert person.question == "place"
    assert person.facts["who"] == People(count=2, kind=CountKind.EXACT)
    assert person.notes == ["note-understood"]
    person.taps("report/place:almaty")
    assert person.question == "who"  # a count was said in passing; a lawyer needs the names
    person.writes("Dana Omarova\nAsan Usenov")
    assert person.question == "where"


def test_who_is_named_by_the_way_is_not_somebody_to_whom_it_happened() -> None:
    person = Person().taps("report/situation:other").taps("report/place:almaty").writes("Дана Выдуманова")
    person.writes("Она хотела говорить о деле её сына, Асета Придуманова")
    assert person.facts["who"] == People(("Дана Выдуманова",), 1, CountKind.EXACT)
    person.writes("ещё задержали Ерлана Невсамделишного")
    assert person.facts["who"] == People(("Дана Выдуманова", "Ерлана Невсамделишного"), 2, CountKind.EXACT)


def test_who_is_tried_and_then_held_stays_named() -> None:
    person = Person().taps("report/situation:trial").taps("report/place:almaty").writes("Дана Выдуманова")
    person.writes("её прямо в зале задержали")
    assert person.facts["situation"] == "other"
    assert person.facts["who"] == People(("Дана Выдуманова",), 1, CountKind.EXACT)


def test_words_that_say_nothing_known_are_said_to_be_kept() -> None:
    person = (
        Person().taps("report/situation:other").writes("стоит синий автобус и много машин вокруг, все кричат")
    )
    assert person.notes == ["note-kept"]
    assert person.problem is None
    assert person.question == "place"


def test_numbers_pick_options_only_where_options_are_what_is_asked() -> None:
    person = Person().writes("2").writes("1")
    assert person.facts["situation"] == "other"
    place = person.facts["place"]
    assert isinstance(place, Place)
    assert place.city is not None
    person.writes("1")
    assert person.facts["who"] == People(count=1, kind=CountKind.EXACT)
    person.writes("/skip").writes("/skip").writes("3")
    assert person.facts["ongoing"] == "unknown"


def test_the_time_is_read_in_the_zone_of_the_place() -> None:
    person = Person().taps("report/situation:other").writes("Актау").writes("/skip").writes("/skip")
    person.writes("сегодня в 7:00")
    when = person.facts["when"]
    assert isinstance(when, Moment)
    assert when.at == datetime(2018, 9, 18, 2, tzinfo=UTC)
    assert "07:00" in person.shown.text


def test_a_label_of_another_language_answers_too() -> None:
    person = Person("kk").writes("It is someone else").writes("Не знаю где")
    assert person.outcome is StepOutcome.ENOUGH
    assert person.facts["place"] == Place(unknown=True)


def test_an_edited_message_corrects_its_answer_and_the_question_stays() -> None:
    person = Person().taps("report/situation:other").writes("Алматы")
    gave = person.entry
    person.writes("/skip").writes("у вокзала")
    person.edits(gave, "Астана")
    place = person.facts["place"]
    assert isinstance(place, Place)
    assert place.city == "astana"
    assert person.question == "when"


def test_an_edited_yes_becomes_a_no() -> None:
    person = Person().taps("report/situation:other").taps("report/place:almaty")
    while person.question != "ongoing":
        person.writes("/skip")
    person.writes("да")
    gave = person.entry
    person.edits(gave, "нет")
    assert person.facts["ongoing"] == "no"
    assert person.question == "taken"
    person.edits(gave, "назад")
    assert person.question == "taken"


def test_an_edited_message_that_nobody_remembers_is_free_words() -> None:
    person = Person().taps("report/situation:other").taps("report/place:almaty")
    person.sends(kind=IncomingKind.EDITED, text="их двое, возле цирка")
    assert person.question == "who"
    assert person.facts["who"] == People(count=2, kind=CountKind.EXACT)


def test_a_voice_message_answers_a_question_for_words_and_a_photo_only_joins() -> None:
    person = Person().taps("report/situation:other").taps("report/place:almaty").taps("report/who:!skip")
    person.sends_file(File(FileKind.PHOTO, "p"))
    assert person.question == "where"
    person.sends_file(File(FileKind.VOICE, "v"))
    assert person.question == "when"
    assert person.facts["files"] == ("p", "v")


def test_a_photo_with_a_caption_that_names_a_city_is_enough() -> None:
    person = Person().sends_file(File(FileKind.PHOTO, "p"), "задержали человека в Астане")
    assert person.outcome is StepOutcome.ENOUGH


def test_a_voice_message_first_of_all_opens_nothing_but_is_kept() -> None:
    person = Person().sends_file(File(FileKind.VOICE, "v"))
    assert person.notes == ["note-voice", "note-unread"]
    assert person.question == "situation"
    assert person.facts["files"] == ("v",)


def test_a_shared_location_answers_the_city_and_where_exactly() -> None:
    person = Person().taps("report/situation:me").shares(43.2389, 76.9455)
    assert person.outcome is StepOutcome.ENOUGH
    assert person.question == "who"


def test_it_was_released_said_at_any_question_is_heard() -> None:
    person = Person().taps("report/situation:other").taps("report/place:almaty").taps("report/ongoing:yes")
    person.writes("/skip").writes("его уже отпустили")
    assert person.facts["ongoing"] == "no"


def test_cancel_is_understood_in_every_language_and_asks_after_enough() -> None:
    for word in ("отмена", "Бас тарту", "cancel", "/cancel"):
        assert Person().writes(word).outcome is StepOutcome.CANCELLED
        person = Person().taps("report/situation:other").taps("report/place:almaty").writes(word)
        assert person.outcome is StepOutcome.CANCEL_ASKED
    assert person.writes("ложная тревога").outcome is StepOutcome.CALLED_OFF


def test_the_review_can_be_edited_by_typing_the_name_of_a_line() -> None:
    person = Person().taps("report/situation:other").taps("report/place:almaty")
    while person.question is not None:
        person.writes("пропустить")
    assert person.writes("город").question == "place"
    assert person.writes("астана").question is None
    assert "Астана" in person.shown.text


def test_the_form_offers_the_hiding_button_at_every_question() -> None:
    person = Person().taps("report/situation:other")
    while person.question is not None:
        assert "hide:now" in [button.data for row in person.shown.rows for button in row]
        person.taps(f"report/{person.question}:" + ("almaty" if person.question == "place" else "!skip"))
    assert "hide:now" in [button.data for row in person.shown.rows for button in row]


def test_short_labels_stand_side_by_side_and_long_ones_alone() -> None:
    person = Person().taps("report/situation:other")
    assert max(len(row) for row in person.shown.rows) > 1
    person.writes("/back")
    options = [
        row
        for row in person.shown.rows
        if row[0].data.startswith("report/situation:") and "!" not in row[0].data
    ]
    labels = [[len(button.label) for button in row] for row in options]
    assert all(max(row) <= 19 for row in labels if len(row) > 1)
    assert 1 in map(len, options)


@pytest.mark.parametrize("text", ["да", "ok", "иә", "+", "готово"])
def test_a_yes_where_nothing_can_be_affirmed_is_no_answer(text: str) -> None:
    person = (
        Person()
        .taps("report/situation:other")
        .taps("report/place:almaty")
        .taps("report/who:!skip")
        .writes(text)
    )
    assert person.question == "where"
    assert person.notes == ["note-kept"]
    assert person.writes("нет").question == "when"


@pytest.mark.parametrize(
    ("text", "answer"), [("+", "yes"), ("👍", "yes"), ("-", "no"), ("жоқ", "no"), ("ok", "yes")]
)
def test_a_yes_and_a_no_are_understood_in_any_language(text: str, answer: str) -> None:
    person = Person().taps("report/situation:other").taps("report/place:almaty")
    while person.question != "ongoing":
        person.writes("/skip")
    assert person.writes(text).facts["ongoing"] == answer


def test_a_sentence_tells_the_language_and_a_name_does_not() -> None:
    event = Person("ru").hears("Алматыда екі адамды ұстап кетті")
    assert isinstance(event, Said)
    assert event.language == "kk"
    person = Person("ru").taps("report/situation:other").taps("report/place:almaty").writes("/skip")
    event = person.hears("Әсел Көпжанова\nӘйгерім Қасенова")
    assert isinstance(event, Said)
    assert event.language is None
