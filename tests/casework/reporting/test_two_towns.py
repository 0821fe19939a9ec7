"""A second town is named: in the first message, later, or by somebody who was heard of. The right lawyers hear it at once,
in doubt both, and what is told of the only person of an open case stays with that case.
"""

import pytest

from tests.casework.story_desk import Desk, Person

SURE = [
    ("ru", "Шымкент, брата увезли. Стоп, не Шымкент — Атырау", "atyrau"),
    ("ru", "Моего брата задержали, Тараз... ой, перепутала, Атырау", "atyrau"),
    ("en", "they detained my friend - Taraz. No! Atyrau!", "atyrau"),
    ("kk", "Астана, інімді ұстады. Қап, Астана емес, Атырау", "atyrau"),
    ("kk", "Қарағандыда күйеуімді ұстап кетті, жоқ-жоқ, Атырау ғой", "atyrau"),
]
IN_DOUBT = [
    ("ru", "в Таразе отца скрутили, тьфу, в Атырау!"),
    ("ru", "сына забрали в Таразе, хотя погодите, они же поехали, в Атырау забрали"),
    ("en", "My cousin was arrested in Taraz, oh dear, what am I saying, Atyrau"),
    ("en", "Taraz police grabbed my wife... Atyrau, she is in Atyrau"),
    ("kk", "Таразда ұлымды полиция әкетті, әй, не деп тұрмын, Атырау"),
]
LATER = [
    ("ru", "ой мы ошиблись, его взяли в Атырау"),
    ("ru", "город не тот. Атырау надо"),
    ("en", "actually it was Atyrau"),
    ("en", "wait, wrong town, Atyrau!"),
    ("kk", "жаңылдым, Атырауда болған"),
    ("kk", "дұрысы Атырау"),
]
THERE = [
    ("ru", "Набрал с чужого номера, сказал Атырау, и связь пропала"),
    ("ru", "Он позвонил, везут в Атырау"),
    ("ru", "мне сказали, его видели в Атырау, в автозаке"),
    ("ru", "смс пришла: я в Атырау, забрали"),
    ("en", "He called from a stranger's phone, said Atyrau and the line went dead"),
    ("en", "a cellmate says he was seen in Atyrau"),
    ("en", "they are holding him in Atyrau now"),
    ("kk", "Бөтен телефоннан соқты, Атырау деді де үзіліп кетті"),
    ("kk", "Атырауда отыр екен, біреу көріпті"),
    ("kk", "оны Атырауға алып кетіпті"),
]
OTHERS = [
    ("ru", "а ещё в Атырау задержали мою сестру"),
    ("en", "my neighbour was detained in Atyrau"),
    ("ru", "В Атырау полиция забрала троих студентов у акимата"),
    ("kk", "Атырауда көршімді де ұстады"),
]
NO_SCENE = [
    ("ru", "мама в Атырау, она приедет"),
    ("en", "our lawyer lives in Atyrau"),
    ("kk", "әкем Атырауда тұрады"),
]
FIRST = {
    "ru": "Алматы, задержали моего брата",
    "en": "Almaty, police took my brother",
    "kk": "Алматыда ағамды ұстады",
}
MEDICINE = {"ru": "ему нужен инсулин", "en": "he needs insulin", "kk": "оған инсулин керек"}


async def crew(desk: Desk) -> tuple[Person, Person, Person, Person]:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    dina = await desk.lawyer("Dina", cities=("taraz",))
    nur = await desk.lawyer("Nur", cities=("atyrau",))
    return marat, dina, nur, olga


async def taken(desk: Desk, language: str) -> tuple[Person, Person, Person, Person]:
    """Marat in Almaty has the case of Rita; Nur is a lawyer in Atyrau; Olga coordinates."""
    marat, _, nur, olga = await crew(desk)
    rita = await desk.reports(FIRST[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    for person in (marat, nur, olga, rita):
        person.rang()
    return rita, marat, nur, olga


async def number_of_cases(desk: Desk) -> int:
    async with desk.reading() as tx:
        return len(await tx.cases.select())


@pytest.mark.parametrize(("language", "text", "city"), SURE)
async def test_the_last_city_rings_its_lawyers_alone_where_the_first_is_rejected(
    desk: Desk, language: str, text: str, city: str
) -> None:
    _, dina, nur, olga = await crew(desk)
    await desk.reports(text, language=language)
    assert (await desk.case()).city == city
    assert (dina.rang(), nur.rang(), olga.rang()) == (0, 1, 0)


@pytest.mark.parametrize(("language", "text"), IN_DOUBT)
async def test_in_doubt_lawyers_of_both_towns_ring_and_a_coordinator(
    desk: Desk, language: str, text: str
) -> None:
    _, dina, nur, olga = await crew(desk)
    await desk.reports(text, language=language)
    assert (dina.rang(), nur.rang(), olga.rang()) == (1, 1, 1)
    case = await desk.case()
    names = {"taraz": "Taraz", "atyrau": "Atyrau"}
    both = f"{names[str(case.city)]}; perhaps now {names[str(case.elsewhere)]}"
    nur.sees(both, "[✅ I'll take it]")
    olga.sees("names another city", both, f"[{names[str(case.elsewhere)]}]")
    await nur.presses("I'll take it")
    assert (await desk.case()).state == "accepted"


@pytest.mark.parametrize(("language", "text"), LATER)
async def test_a_correction_in_any_words_rings_the_right_lawyers_at_once(
    desk: Desk, language: str, text: str
) -> None:
    _, _, nur, _ = await crew(desk)
    rita = await desk.reports(FIRST[language], language=language)
    nur.rang()
    await rita.writes(text)
    assert (nur.rang(), await number_of_cases(desk)) == (1, 1)


@pytest.mark.parametrize(("language", "text"), THERE)
async def test_another_town_told_of_the_only_person_rings_owner_lawyers_there_and_coordinators(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, nur, olga = await taken(desk, language)
    await rita.writes(text)
    assert await number_of_cases(desk) == 1
    assert (marat.rang(), nur.rang(), olga.rang()) == (1, 1, 1)
    nur.sees("Almaty; perhaps now Atyrau", "A second lawyer is wanted")
    await desk.later(minutes=1)
    await rita.writes(MEDICINE[language])
    assert marat.rang() >= 1  # what is told after it is of the same case
    assert (await number_of_cases(desk), (await desk.case()).priority) == (1, "urgent")


MORE = [
    ("ru", "Алматы, задержали троих наших ребят", "Он позвонил, везут в Атырау"),
    ("en", "Almaty, police took three of our boys", "they are holding him in Atyrau now"),
    ("kk", "Алматыда үш жігітімізді ұстады", "оны Атырауға алып кетіпті"),
]


@pytest.mark.parametrize(("language", "first", "text"), MORE)
@pytest.mark.parametrize(("tap", "city"), [("Atyrau", "atyrau"), ("Almaty", "almaty")])
async def test_who_has_it_says_with_one_tap_which_town_it_is(
    desk: Desk, language: str, first: str, text: str, tap: str, city: str
) -> None:
    marat, _, nur, olga = await crew(desk)
    rita = await desk.reports(first, language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await rita.writes(text)
    marat.sees("Almaty; perhaps now Atyrau", "[📍 Almaty] [📍 Atyrau]")
    await marat.presses_data(f"placed:{(await desk.case()).id}:{city}")
    case = await desk.case()
    assert (case.city, case.elsewhere, case.owner_id) == (city, None, (await desk.membership(marat)).id)
    marat.sees_nothing_of("perhaps now", f"[📍 {tap}]")
    nur_is_asked = any("[✅ I'll take it]" in seen for seen in nur.screen.texts())
    assert nur_is_asked is (city == "atyrau")
    olga.sees("Settled")


async def test_for_one_person_the_second_place_ends_with_the_town_where_nobody_is(desk: Desk) -> None:
    rita, marat, _, _ = await taken(desk, "en")
    await rita.writes("they are holding him in Atyrau now")
    assert (await desk.case()).wants_second
    await marat.presses_data(f"placed:{(await desk.case()).id}:almaty")
    assert not (await desk.case()).wants_second


@pytest.mark.parametrize(("language", "text"), OTHERS)
async def test_somebody_who_is_clearly_another_is_another_report(
    desk: Desk, language: str, text: str
) -> None:
    rita, _, nur, _ = await taken(desk, language)
    await rita.writes(text)
    assert (await number_of_cases(desk), nur.rang()) == (2, 1)


@pytest.mark.parametrize(("language", "text"), NO_SCENE)
async def test_where_somebody_lives_is_no_scene(desk: Desk, language: str, text: str) -> None:
    rita, _, nur, olga = await taken(desk, language)
    await rita.writes(text)
    assert (nur.rang(), olga.rang(), await number_of_cases(desk)) == (0, 0, 1)


async def test_a_coordinator_who_chooses_the_town_ends_the_doubt(desk: Desk) -> None:
    marat, _, _, olga = await crew(desk)
    rita = await desk.reports(FIRST["en"])
    await rita.writes("they are holding him in Atyrau now")
    marat.sees("Almaty; perhaps now Atyrau")
    await olga.presses("Atyrau")
    assert ((await desk.case()).city, (await desk.case()).elsewhere) == ("atyrau", None)


NAMED_NOW = [
    ("ru", "моего сына задержали в Таразе", "полиция в Атырау забрала Тимура Небылова"),
    ("en", "police took my son in Taraz", "Timur Madeup was arrested in Atyrau by the police"),
    ("kk", "Таразда ұлымды ұстап кетті", "Атырауда Тимур Ойдановты полиция ұстап кетті"),
]


@pytest.mark.parametrize(("language", "first", "text"), NAMED_NOW)
async def test_a_name_that_may_be_the_one_told_of_makes_no_second_case_before_its_writer_says_so(
    desk: Desk, language: str, first: str, text: str
) -> None:
    _, _, nur, olga = await crew(desk)
    rita = await desk.reports(first, language=language)
    nur.rang(), olga.rang()
    await rita.writes(text)
    assert (await number_of_cases(desk), nur.rang(), olga.rang()) == (1, 1, 1)
    await rita.presses(desk.service.words.say(language, "button-another"))
    assert await number_of_cases(desk) == 2


async def test_a_name_beside_one_that_was_told_is_another_report(desk: Desk) -> None:
    await crew(desk)
    rita = await desk.reports("моего сына Аскара задержали в Таразе", language="ru")
    await rita.writes("полиция в Атырау забрала Тимура Небылова")
    assert await number_of_cases(desk) == 2
