"""Somebody asks where a person is: the same answer to everybody, and a coordinator calls back."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from core.incoming import Forwarded, IncomingKind
from core.model import LANGUAGES
from core.vocabulary import CaseState
from handlers import dispatch
from storage.schema import lookups, outbox
from tests.casework.story_desk import Desk, Person

ASKS = {
    "en": "Where is Yerlan Kassymov?",
    "ru": "Не знаю, где мой брат Ерлан Касымов",
    "kk": "Ерлан Касымов қайда?",
}
KIN = {"en": "Where is my brother?", "ru": "Где мой брат?", "kk": "Ағам қайда?"}
GONE = {
    "en": "Where is my brother Yerlan Kassymov? Unknown people took him in Almaty",
    "ru": "Где мой брат Ерлан Касымов? Его забрали неизвестные в Алматы",
    "kk": "Ағам Ерлан Касымов қайда? Алматыда белгісіз адамдар алып кетті",
}
SINCE = {
    "en": "Where is Yerlan Kassymov, nobody has seen him since yesterday morning, Almaty",
    "ru": "Где Ерлан Касымов, со вчерашнего утра, Алматы",
    "kk": "Ерлан Касымов қайда, кеше таңнан бері, Алматы",
}
NUMBER = "+77010001122"


async def known(desk: Desk) -> None:
    """Yerlan Kassymov was taken in Almaty today, and somebody has told it."""
    await desk.reports("Police took Yerlan Kassymov in Almaty an hour ago", name="Witness")


async def asks(desk: Desk, text: str, *rest: str, language: str = "en") -> Person:
    aida = desk.person("Aida", language)
    await aida.writes(text, *rest)
    return aida


async def stored(desk: Desk) -> list[Any]:
    async with desk.reading() as tx:
        return await tx.lookups.select(order_by=lookups.c.id)


# --- what is a look-up


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_is_answered_with_one_sentence_and_opens_no_report(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    aida = await asks(desk, ASKS[language], language=language)
    say = desk.service.words.say
    aida.sees(say(language, "lookup-answer"), say(language, "lookup-place"))
    aida.sees_nothing_of("Kassymov", "Касымов")
    (one,) = await stored(desk)
    assert one.names[0].split()[-1] in ("Kassymov", "Касымов")
    async with desk.reading() as tx:
        assert not await tx.reports.select()
    assert marat.screen.text() == ""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_not_named_is_asked_for(desk: Desk, language: str) -> None:
    aida = await asks(desk, KIN[language], language=language)
    say = desk.service.words.say
    aida.sees(say(language, "lookup-answer"), say(language, "lookup-who"))
    await aida.writes("Ерлан Касымов")
    aida.sees(say(language, "lookup-place"))
    assert (await stored(desk))[0].names == ("Ерлан Касымов",)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_city_and_a_number_are_asked_once_and_each_can_be_skipped(
    desk: Desk, language: str
) -> None:
    aida = await asks(desk, ASKS[language], language=language)
    say = desk.service.words.say
    await aida.presses_data("lookup/place:unknown")
    aida.sees(say(language, "lookup-contact"))
    await aida.presses_data("lookup/contact:no")
    aida.sees(say(language, "lookup-noted-without-number"))
    assert aida.count(say(language, "lookup-answer")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_tells_that_somebody_was_taken_is_a_report_at_once(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    await asks(desk, GONE[language], language=language)
    assert (await desk.case()).alerting
    marat.sees("Almaty")
    assert not await stored(desk)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_gone_since_some_time_is_a_report_at_once(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    await asks(desk, SINCE[language], language=language)
    case = await desk.case()
    assert (case.situation, case.alerting, case.city) == ("missing", True, "almaty")
    marat.sees("somebody cannot be found")
    assert not await stored(desk)


@pytest.mark.parametrize(
    "text",
    ["I cannot find my brother", "не могу найти брата", "ағамды таба алмай жүрмін", "looking for my son"],
)
async def test_who_cannot_find_somebody_reports(desk: Desk, text: str) -> None:
    await asks(desk, text)
    assert not await stored(desk)
    async with desk.reading() as tx:
        assert await tx.reports.select()


@pytest.mark.parametrize("text", ["Where is your office?", "Где ваш офис?", "Кеңсеңіз қайда?", "hello"])
async def test_other_questions_are_answered_as_before(desk: Desk, text: str) -> None:
    await asks(desk, text)
    assert not await stored(desk)


async def test_a_reporter_who_asks_for_their_own_asks_about_that_case(desk: Desk) -> None:
    rita = await desk.reports("Police took Yerlan Kassymov in Almaty an hour ago")
    await desk.later(hours=13)  # nothing is asked any more
    await rita.writes("Where is Yerlan Kassymov?", "Where is he?")
    assert not await stored(desk)
    await rita.writes("Where is Aidos Saparov?")
    assert [one.names for one in await stored(desk)] == [("Aidos Saparov",)]


async def test_the_button_makes_a_report_of_what_was_told(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    aida = await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=3)
    await aida.presses("They were taken or are missing")
    case = await desk.case()
    assert (case.situation, case.city, case.identified, case.alerting) == ("missing", "almaty", 1, True)
    marat.sees("somebody cannot be found", "Almaty")
    aida.sees("code")
    olga.sees("it is a report now")
    (one,) = await stored(desk)
    assert (one.state, one.report_id) == ("reported", (await desk.report()).id)


async def test_cancelled_nothing_of_it_is_kept(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = await asks(desk, ASKS["en"], "/cancel")
    aida.sees("It is deleted")
    assert not await stored(desk)
    await desk.later(hours=3)
    assert olga.screen.text() == ""


# --- no oracle


async def everything(desk: Desk, text: str, edited: str, statements: list[int]) -> list[tuple[Any, ...]]:
    """All that leaves for somebody who asks, corrects it, hesitates, answers, and comes back; when, and in which order."""
    aida, began = desk.person("Aida"), desk.now

    async def says(*incoming: Any) -> None:
        async with desk.writing() as tx:
            await dispatch.prefetch(tx, desk.service, incoming)
            for one in incoming:
                await dispatch.handle(tx, desk.service, one, desk.now)
            await tx.flush()
            statements.append(tx.statements)

    incoming = aida._incoming
    first = incoming(IncomingKind.MESSAGE, text=text)
    await says(first)
    await says(incoming(IncomingKind.EDITED, message_id=first.message_id, text=edited))
    await desk.later(minutes=1)
    await says(incoming(IncomingKind.MESSAGE, text="I do not know what to do"))
    await says(incoming(IncomingKind.MESSAGE, text="Almaty"))
    await says(incoming(IncomingKind.MESSAGE, text=NUMBER))
    await desk.later(minutes=5)
    for _ in range(3):
        await says(incoming(IncomingKind.MESSAGE, text=text + " please"))
        await desk.later(minutes=12)
    await says(aida.tap("lookup/place:unknown", None))
    address = await desk.address(aida)
    async with desk.reading() as tx:
        rows = await tx.outgoing.select(outbox.c.address_id == address.id, order_by=outbox.c.id)
    return [(row.created_at - began, row.lane, row.kind, row.payload, row.topic, row.state) for row in rows]


@pytest.mark.slow
@pytest.mark.parametrize("asked", ["Where is {}?", "Где {}?", "{} қайда?"])
async def test_a_known_name_is_answered_as_an_unknown_one_byte_for_byte(desk: Desk, asked: str) -> None:
    await desk.coordinator()
    await known(desk)
    of_known: list[int] = []
    of_unknown: list[int] = []
    one = await everything(desk, asked.format("Yerlan Kassymov"), asked.format("Yerlan Kasymov"), of_known)
    other = await everything(
        desk, asked.format("Daniyar Bekzhanov"), asked.format("Daniyar Bekjanov"), of_unknown
    )
    assert one == other
    assert len(one) > 6
    assert of_known == of_unknown  # nor does the database do more


@pytest.mark.parametrize("language", LANGUAGES)
async def test_from_the_fourth_name_on_the_same_words_come_later(desk: Desk, language: str) -> None:
    aida = desk.person("Aida", language)
    answer = desk.service.words.say(language, "lookup-answer")
    for name in ("Ерлан Касымов", "Айдос Сапаров", "Нурлан Оспанов"):
        await aida.writes(ASKS[language].replace("Ерлан Касымов", name).replace("Yerlan Kassymov", name))
        await desk.later(minutes=10)
    first = aida.sees(answer)
    assert aida.count(answer) == 3
    for number, name in enumerate(("Тимур Садыков", "Марат Жумабаев"), start=1):
        await aida.writes(ASKS[language].replace("Ерлан Касымов", name).replace("Yerlan Kassymov", name))
        await desk.later(minutes=number - 0.5)
        assert aida.count(answer) == 2 + number
        await desk.later(minutes=1)
        assert aida.count(answer) == 3 + number
        assert aida.sees(answer) == first


@pytest.mark.slow
async def test_a_name_of_four_thousand_letters_is_kept_whole_and_answered_alike(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    aida = await asks(desk, KIN["en"], "Yerlan " + "Kassymov" * 500, "Almaty", NUMBER)
    aida.sees("A coordinator has your question")
    (one,) = await stored(desk)
    assert len(one.words[1]) == 4007
    assert len(olga.sees("asked")) < 1200


# --- the coordinators


async def test_coordinators_read_the_question_and_the_number_and_nothing_of_a_case(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await desk.later(minutes=30)
    olga.rang()
    await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=1)
    card = olga.sees(
        "Yerlan Kassymov", "Almaty", NUMBER, "1 possible case", "the city agrees", "the day fits"
    )
    assert (await desk.case()).code not in card
    assert "police" not in card.lower()
    assert olga.rang() == 1
    await olga.presses("Possible case 1")
    olga.sees_nothing_of("Police took")
    await olga.writes("the sister asks")
    olga.sees("Police took")


async def test_a_name_without_a_city_finds_nobody(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    aida = await asks(desk, ASKS["en"])
    await aida.presses_data("lookup/place:unknown")
    await aida.writes(NUMBER)
    await desk.later(minutes=1)
    assert "possible" not in olga.sees("Yerlan Kassymov", NUMBER)


async def test_another_city_finds_nobody(desk: Desk) -> None:
    olga = await desk.coordinator()
    await known(desk)
    await asks(desk, ASKS["en"], "Astana", NUMBER)
    await desk.later(minutes=1)
    assert "possible" not in olga.sees("Yerlan Kassymov", NUMBER)


async def test_who_does_not_answer_reaches_coordinators_within_two_minutes(desk: Desk) -> None:
    olga = await desk.coordinator()
    await asks(desk, ASKS["en"])
    await desk.later(minutes=1)
    assert olga.screen.text() == ""
    await desk.later(minutes=1.1)
    olga.sees("Yerlan Kassymov", "No number was left")


@pytest.mark.slow
async def test_one_tap_says_that_somebody_called_back_and_ends_it_for_all(desk: Desk) -> None:
    olga, nina = await desk.coordinator(), await desk.coordinator("Nina")
    await known(desk)
    await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=1)
    await olga.opens(await desk.case())
    await olga.presses("Called back")
    nina.sees("Olga has called back")
    nina.sees_nothing_of("Yerlan", NUMBER)
    (one,) = await stored(desk)
    assert (one.state, one.settled_by) == ("called-back", (await desk.membership(olga)).id)
    assert ("called_back", "Olga") in [line[:2] for line in await desk.history()]
    await desk.later(hours=30)
    nina.sees_nothing_of("asks where a person is. Please")


async def test_some_days_after_it_is_settled_nothing_is_kept(desk: Desk) -> None:
    olga = await desk.coordinator()
    await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=1)
    await olga.presses("Called back")
    await desk.later(hours=71)
    assert await stored(desk)
    await desk.later(hours=2)
    assert not await stored(desk)
    async with desk.reading() as tx:
        assert not await tx.dialogues.select()


async def test_one_tap_makes_a_report_of_it(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    aida = await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=1)
    await olga.presses("Make it a report: Yerlan Kassymov")
    await olga.writes("the sister says that he is gone")
    case = await desk.case()
    assert (case.situation, case.city, case.identified) == ("missing", "almaty", 1)
    olga.sees("Yerlan Kassymov", "Ask lawyers")
    assert marat.screen.text() == ""
    aida.sees("A coordinator has made a report")
    assert (await stored(desk))[0].state == "reported"


async def test_what_nobody_answers_is_asked_again_ever_more_rarely_and_not_at_night(desk: Desk) -> None:
    olga = await desk.coordinator()
    await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=5)
    assert olga.rang() == 1
    await desk.later(hours=9)  # until 21:05
    assert olga.rang() == 4
    await desk.later(hours=10)
    assert olga.rang() == 0
    await desk.later(hours=2)
    assert olga.rang() == 1
    assert olga.count("Yerlan Kassymov") == 1


async def test_many_names_of_one_account_are_one_card_that_says_how_many(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = desk.person("Aida")
    names = (
        "Aidos Saparov",
        "Nurlan Ospanov",
        "Timur Sadykov",
        "Marat Zhumabayev",
        "Dana Isayeva",
        "Olzhas Bekov",
    )
    for name in (*names, "Arman Tokhtarov", "Daniyar Musin"):
        await aida.writes(f"Where is {name}?")
    await desk.later(minutes=3)
    assert olga.rang() == 1
    assert olga.screen.text().count("names from one account") == 1
    olga.sees("8 names from one account", "Daniyar Musin", "and 4 earlier")
    await olga.presses("Called back")
    assert {one.state for one in await stored(desk)} == {"called-back"}


@pytest.mark.slow
async def test_forty_accounts_that_ask_make_a_few_sounds(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(40):
        aida = desk.person(f"Aida {number}")
        await aida.writes("Where is Yerlan Kassymov?", "Almaty", NUMBER)
    await desk.later(minutes=1)
    assert olga.lanes().count("news") <= 3
    assert olga.count("Yerlan Kassymov") == 40


async def test_no_coordinator_to_read_it_is_told_to_the_technician(desk: Desk) -> None:
    await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=1)
    desk.administrator.sees("no coordinator can be reached")
    desk.administrator.sees_nothing_of("Yerlan", NUMBER)


async def test_it_is_no_detention_in_the_digest(desk: Desk) -> None:
    await asks(desk, ASKS["en"], "Almaty", NUMBER)
    async with desk.reading() as tx:
        assert not await tx.cases.select()
        assert not await tx.reports.select()


# --- hidden chats


async def test_a_chat_that_is_hidden_hears_nothing_and_the_question_stays(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await aida.writes("/hide")
    await desk.later(minutes=3)
    olga.sees("Yerlan Kassymov", "This chat was hidden since")
    aida.rang()
    await aida.presses_data("gone:now")
    await olga.presses("Make it a report: Yerlan Kassymov")
    aida.sees_nothing_of("code", "coordinator", "lawyer")
    assert (await desk.case()).state is CaseState.OPEN


async def test_a_slow_answer_does_not_come_into_a_hidden_chat(desk: Desk) -> None:
    aida = desk.person("Aida")
    for name in ("Aidos Saparov", "Nurlan Ospanov", "Timur Sadykov", "Marat Zhumabayev"):
        await aida.writes(f"Where is {name}?")
    await aida.writes("/hide")
    await desk.later(minutes=15)
    aida.sees_nothing_of("coordinator")


async def test_a_slow_answer_does_not_come_into_a_muted_chat(desk: Desk) -> None:
    aida = desk.person("Aida")
    for name in ("Aidos Saparov", "Nurlan Ospanov", "Timur Sadykov", "Marat Zhumabayev"):
        await aida.writes(f"Where is {name}?")
    answer = desk.service.words.say("en", "lookup-answer")
    before = aida.count(answer)
    muted = replace(await desk.address(aida), muted_until=desk.now + timedelta(hours=24))
    async with desk.writing() as tx:
        tx.addresses.put(muted)
    await desk.later(minutes=15)
    assert aida.count(answer) == before


async def test_a_number_that_is_written_later_reaches_the_card(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = await asks(desk, ASKS["en"], "Almaty")
    await aida.presses_data("lookup/contact:no")
    await desk.later(minutes=1)
    olga.sees("No number was left")
    await aida.writes(NUMBER)
    olga.sees(NUMBER)
    assert len(await stored(desk)) == 1


LATER = {
    "en": ("his name is Yerlan Kassymov", "what now?", "he wears a red jacket"),
    "ru": ("его зовут Ерлан Касымов", "ну что?", "он в красной куртке"),
    "kk": ("оның аты Ерлан Касымов", "не болды?", "ол қызыл күртеше киген"),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_written_later_stays_with_the_question_and_is_answered_alike(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    aida = await asks(desk, KIN[language], language=language)
    await aida.presses_data("lookup/who:!skip")
    await aida.presses_data("lookup/place:almaty")
    await aida.writes(NUMBER)
    await desk.later(minutes=1)
    noted = desk.service.words.say(language, "lookup-noted")
    for number, text in enumerate(LATER[language], start=2):
        await aida.writes(text)
        await desk.later(minutes=1)
        assert aida.count(noted) == number
    assert olga.rang() == 1
    assert "Kassymov" in olga.sees(LATER[language][2]) or "Касымов" in olga.sees(LATER[language][2])
    assert len(await stored(desk)) == 1
    async with desk.reading() as tx:
        assert not await tx.reports.select()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_tells_more_later_is_a_report_at_once(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    aida = await asks(desk, ASKS[language], NUMBER, language=language)
    await aida.writes(GONE[language])
    assert (await desk.case()).alerting
    marat.sees("Almaty")


async def test_a_case_that_nobody_has_opened_says_nothing_of_a_call(desk: Desk) -> None:
    olga, nina = await desk.coordinator(), await desk.coordinator("Nina")
    await known(desk)
    await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=1)
    await nina.opens(await desk.case())
    await olga.presses("Called back")
    assert "called_back" not in [line[0] for line in await desk.history()]


async def test_of_a_member_it_is_no_look_up(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes(ASKS["en"])
    assert not await stored(desk)


async def test_who_is_no_coordinator_any_more_reads_no_question(desk: Desk) -> None:
    olga = await desk.coordinator()
    aida = await asks(desk, ASKS["en"], "Almaty", NUMBER)
    await desk.later(minutes=1)
    await desk.lawyer("Olga", person=olga)
    await aida.writes("he wears a red jacket")
    olga.sees_nothing_of("Yerlan", NUMBER)


async def test_what_somebody_else_has_written_is_no_question(desk: Desk) -> None:
    aida = desk.person("Aida")
    await aida.writes(ASKS["en"], forwarded=Forwarded(desk.now))
    assert not await stored(desk)


async def test_neither_names_nor_words_nor_numbers_stand_in_the_database(desk: Desk) -> None:
    await known(desk)
    await asks(desk, ASKS["ru"], "Almaty", NUMBER, language="ru")
    await desk.later(minutes=3)
    file = Path(desk.database.engine.url.database or "")
    stored_bytes = b"".join(part.read_bytes() for part in file.parent.iterdir())
    for word in ("Kassymov", "Касымов", "ARLN", "брат", NUMBER):
        for encoding in ("utf-8", "utf-16-le"):
            assert word.encode(encoding) not in stored_bytes


# --- an answer that tells what happened

TAKEN_THERE = {
    "en": "police took him in Almaty",
    "ru": "его забрала полиция в Алматы",
    "kk": "полиция алып кетті Алматыда",
}
ANOTHER_TAKEN = {
    "en": "police took my neighbour Bolat Inventov in Almaty",
    "ru": "полиция забрала соседа Болата Придуманова в Алматы",
    "kk": "Алматыда көршім Болат Ойдановты полиция алып кетті",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_happened_to_whoever_is_looked_for_is_a_report_that_has_the_name(
    desk: Desk, language: str
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await asks(desk, KIN[language], "Ерлан Касымов", TAKEN_THERE[language], language=language)
    await marat.presses("I'll take it")
    marat.sees("Ерлан Касымов", "Almaty")
    await desk.later(minutes=40)
    olga.sees_nothing_of("Ерлан Касымов")  # nothing is asked twice


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_happened_to_somebody_else_does_not_get_the_name_that_is_looked_for(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    await asks(desk, KIN[language], "Ерлан Касымов", ANOTHER_TAKEN[language], language=language)
    await marat.presses("I'll take it")
    marat.sees_nothing_of("Ерлан Касымов")
