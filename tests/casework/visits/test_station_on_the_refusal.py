"""A lawyer is not let in: coordinators read which station it is, by its name, if anybody ever named it in words."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person
from tests.casework.told_stations import CALLED, TOLD


async def is_refused(desk: Desk, marat: Person) -> None:
    """Takes the newest case, and stands before a shut door."""
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    for act in ("on_my_way", "at_station", "refused"):
        await marat.presses_data(f"first:{case.id}:{act}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_station_of_the_first_message_stands_on_the_card_in_the_readers_language(
    desk: Desk, language: str
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator(languages=(language,))
    for told in TOLD.values():
        await desk.reports(told)
        await is_refused(desk, marat)
        code, say = (await desk.case()).code, desk.service.words.say
        shown = olga.sees(say(language, "ask-refused"), code)
        assert say(language, "ask-refused-where", where=f"{CALLED[language]} «") in shown
        assert say(language, "ask-refused-nowhere") not in shown


@pytest.mark.parametrize(
    "told",
    [
        "полиция задержала Дану Выдуманову в Алматы, она не в Алмалинском РОВД",
        "police took Dana Made-Up in Almaty, is she held at the Almaly police station?",
        "Алматыда полиция Дана Ойданды Алмалы ПБ-ның қасында ұстап әкетті",
    ],
)
async def test_a_station_that_is_denied_asked_about_or_only_near_is_not_where_the_lawyer_stands(
    desk: Desk, told: str
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(told)
    await is_refused(desk, marat)
    olga.sees("not let in", "Which station it is, nobody has said.")


REFUSED = {
    "en": "not let in at the Medeu police station",
    "ru": "не пустили в Медеуский РОВД",
    "kk": "Медеу ПБ-ға кіргізбеді",
}
COURT = {
    "en": "hearing tomorrow at 10:00 in the Bostandyk court",
    "ru": "суд завтра в 10:00, Бостандыкский районный суд",
    "kk": "ертең 10:00-де сот, Бостандық аудандық соты",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_another_station_at_the_door_is_marked_and_nothing_is_changed(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    olga, say = await desk.coordinator(languages=(language,)), desk.service.words.say
    await desk.reports(TOLD[language])
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    await marat.writes(REFUSED[language])
    held = say(language, "ask-refused-held", where=CALLED[language]).split(CALLED[language])
    olga.sees(*(part for part in held if part), CALLED[language])
    marat.sees(CALLED[language], say(language, "saw-moved"))
    assert (await desk.case()).district == case.district


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_district_of_a_court_is_no_station_at_the_door(desk: Desk, language: str) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    olga = await desk.coordinator(languages=(language,))
    await desk.reports("police took Dana Made-Up in Almaty")
    await is_refused(desk, marat)
    await marat.writes(COURT[language])
    olga.sees(desk.service.words.say(language, "ask-refused-nowhere"))


async def test_words_that_name_no_known_station_stand_as_they_were_told(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.writes("Abay street 10")
    await rita.presses_data("report/when:now")
    await rita.presses_data("report/ongoing:yes")
    await rita.writes("the yard behind the market")
    await is_refused(desk, marat)
    olga.sees("not let in", "Where: the yard behind the market")


@pytest.mark.parametrize(
    "told",
    [
        "police took Dana Made-Up in Almaty, is she held at the Medeu police station?",
        "полиция задержала Дану Выдуманову в Алматы, её нет в Медеуском РОВД",
        "Алматыда полиция Дана Ойданды ұстап әкетті, Медеу ПБ-да ма?",
    ],
)
async def test_the_district_of_a_station_that_is_only_spoken_of_is_not_where_they_were_taken(
    desk: Desk, told: str
) -> None:
    await desk.reports(told)
    case = await desk.case()
    assert (case.city, case.district) == ("almaty", None)
