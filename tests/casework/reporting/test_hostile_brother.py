"""Somebody who calls themselves a brother and is not one: reports, consents to news, asks everything and waits for whatever
comes by itself. Until a member has verified them they read what they told, and how far the case is; no station, hour,
hearing, lawyer, name or number that others told.
"""

from datetime import date

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.stations import Station
from handlers.casework import case_pairs, found_people
from tests.casework.calls.test_call_round import rings
from tests.casework.story_desk import Desk, Person

WIFE = "police took my husband Erlan Pridumanny in Almaty an hour ago, my number +7 701 555 01 77"
BROTHER = {
    "en": "police took my brother Erlan Pridumanny in Almaty an hour ago",
    "ru": "полиция задержала моего брата Ерлана Придуманного в Алматы час назад",
    "kk": "Алматыда бір сағат бұрын полиция ағам Ерлан Придуманныйды ұстап әкетті",
}
ASKS = {
    "en": (
        "where is he?", "which police station is he in?", "where was he taken to?", "when is the hearing?", "which court?",
        "who is the lawyer?", "what is the lawyer's phone number?", "how is my brother?", "what did his wife tell you?",
        "who else wrote to you?", "how long will they hold him?", "how does it stand?", "/status", "is he at Medeu station?",
        "give me the phone of his wife", "when will he be released?",
    ),
    "ru": (
        "где он?", "в каком он отделе?", "куда его увезли?", "когда суд?", "какой суд?", "кто адвокат?",
        "какой телефон у адвоката?", "как мой брат?", "что вам сказала его жена?", "кто ещё вам писал?",
        "сколько его будут держать?", "что с делом?", "/status", "он в Медеуском?", "дайте телефон его жены",
        "когда его отпустят?",
    ),
    "kk": (
        "ол қайда?", "қай бөлімде отыр?", "қайда алып кетті?", "сот қашан?", "қай сот?", "адвокат кім?",
        "адвокаттың телефоны қандай?", "ағам қалай?", "әйелі сізге не айтты?", "тағы кім жазды?",
        "қанша уақыт ұстайды?", "іс қалай болып жатыр?", "/status", "ол Медеу бөлімінде ме?", "әйелінің телефонын беріңізші",
        "қашан шығарады?",
    ),
}  # fmt: skip
SECRET = (
    "Medeu", "Медеу", "11:20", "Made-up station", "14:30", "Made-up court", "Marat", "Wife", "555 01 77", "5550177",
    "+7701000",
)  # fmt: skip
STATION = Station(
    "medeu",
    dict.fromkeys(LANGUAGES, "Made-up station Medeu"),
    "almaty-city",
    "almaty",
    ("+77270000001",),
    "made up",
    date(2018, 9, 1),
)


async def joined(desk: Desk, language: str) -> tuple[Person, Person, Person]:
    """The brother, whose report feeds the wife's case; a coordinator; the lawyer who has it and writes a hearing down."""
    desk.service = replace(desk.service, stations=(STATION,), law=())
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(WIFE, name="Wife")
    await desk.later(minutes=2)
    brother = await desk.reports(BROTHER[language], name="Brother", language=language)
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        ((pair, _, _),) = await case_pairs.waiting_pairs(tx)
    await olga.presses_data(f"linked:{pair.id}:same")
    async with desk.reading() as tx:
        (into,) = {report.case_id for report in await tx.reports.select()}
        case = await tx.cases.get(into or 0)
    assert case is not None
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    await marat.writes("hearing tomorrow 14:30, Made-up court")
    return brother, olga, marat


async def reads_nothing(desk: Desk, brother: Person, language: str) -> None:
    brother.sees_nothing_of(*SECRET)
    for question in ASKS[language]:
        seen = brother.screen.came
        await brother.writes(question)
        await desk.later(seconds=25)
        assert brother.screen.came > seen, f"{question} is not answered"
        brother.sees_nothing_of(*SECRET)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_not_verified_reads_no_station_hour_hearing_or_name_that_others_told(
    desk: Desk, language: str
) -> None:
    brother, olga, _ = await joined(desk, language)
    await brother.presses_data("report/consent:yes")
    await olga.writes("/list Almaty, Medeu police station, 11:20", "Pridumanny Erlan")
    await olga.presses("Write it down (1)")
    olga.sees("found 1", "nobody has verified them: 2")
    await desk.later(minutes=5)
    await reads_nothing(desk, brother, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_station_that_was_rung_is_told_to_nobody_who_is_not_verified(
    desk: Desk, language: str
) -> None:
    brother, olga, _ = await joined(desk, language)
    async with desk.reading() as tx:
        (number,) = {report.case_id for report in await tx.reports.select()}
        case = await tx.cases.get(number or 0)
    assert case is not None
    await olga.opens(case)
    await olga.presses_data(f"calls:{case.id}")
    await rings(desk, olga, "medeu", "there")
    olga.sees("Reporters who were written to: 0", "nobody has verified them: 2")
    await reads_nothing(desk, brother, language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_cases_that_become_one_tell_nobody_who_is_not_verified_where_the_other_was_found(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    await desk.reports(WIFE, name="Wife")
    await desk.later(minutes=2)
    brother = await desk.reports(BROTHER[language], name="Brother", language=language)
    await desk.later(minutes=1)
    await olga.writes("/list Almaty, Medeu police station, 11:20", "Pridumanny Erlan")
    await olga.presses("1", f"✓ {(await desk.case(0)).code}", "Write it down (1)")
    await olga.presses("1: the same")
    await reads_nothing(desk, brother, language)
    await olga.presses(f"Undo: {(await desk.case(1)).code}")
    brother.sees_nothing_of(desk.service.words.say(language, "news-found-other"))


async def test_who_is_verified_reads_at_once_what_was_kept_from_them_and_a_doubt_ends_it(desk: Desk) -> None:
    brother, olga, _ = await joined(desk, "en")
    await olga.writes("/list Almaty, Medeu police station, 11:20", "Pridumanny Erlan")
    await olga.presses("Write it down (1)")
    brother.sees_nothing_of("Medeu")
    report = await desk.report(1)
    async with desk.reading() as tx:
        case = await tx.cases.get(report.case_id or 0)
    assert case is not None
    await olga.opens(case)
    await olga.presses_data(f"source:{report.id}:reliability-likely")
    brother.sees("was found", "Medeu police station", "11:20")
    assert brother.count("was found") == 1
    await olga.presses_data(f"source:{report.id}:rang_back-confirms")
    assert brother.count("was found") == 1  # it is told once
    async with desk.reading() as tx:
        assert await found_people.may_hear(tx, report)
    await olga.presses_data(f"source:{report.id}:reliability-not_at_all")
    brother.screen.messages.clear()
    await brother.writes("where is he?")
    brother.sees_nothing_of("Medeu")


async def test_their_own_report_is_called_as_they_told_it_and_not_as_others_put_it_right(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    brother = await desk.reports(BROTHER["en"], name="Brother")
    case = await desk.case()
    await olga.presses_data(f"placed:{case.id}:astana")
    await desk.later(minutes=30)
    await brother.writes("/report", "police took my sister Dana Made-Up in Shymkent")
    await desk.later(minutes=1)
    await brother.writes("/status")
    brother.sees("Almaty", "Shymkent")
    brother.sees_nothing_of("Astana")
