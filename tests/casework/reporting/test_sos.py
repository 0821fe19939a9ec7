"""SOS: two taps or one message; urgent, at once, one case however often it is pressed; by buttons and by words alike."""

import sys
from collections.abc import Awaitable, Callable

import pytest

from core.incoming import Location
from core.model import LANGUAGES
from core.vocabulary import TaskKind
from tests.casework.story_desk import Desk, Person

ALMATY = (43.2560, 76.9450)
CITY = {"kk": "Алматы", "ru": "Алматы", "en": "Almaty"}
CRIES = {
    "kk": ("көмек", "көмектесіңіз", "SOS", "sos!"),
    "ru": ("помогите", "Помогите!!!", "спасите", "SOS", "сос"),
    "en": ("sos", "SOS!!!", "help me", "help us please", "help", "HELP!!!"),
}
CRIES_THERE = {"kk": "көмек Алматы", "ru": "SOS Алматы", "en": "help me Almaty"}
POLICE = {"kk": "полиция", "ru": "полиция", "en": "police"}
Act = Callable[[Desk, Person, str], Awaitable[None]]


async def _presses_sos(desk: Desk, person: Person, language: str) -> None:
    await person.presses(desk.service.words.say(language, "button-sos"))


async def _taps_the_city(desk: Desk, person: Person, language: str) -> None:
    await person.presses(CITY[language])


async def _shares_the_place(desk: Desk, person: Person, language: str) -> None:
    await person.shares_place(*ALMATY)


async def _presses_somebody(desk: Desk, person: Person, language: str) -> None:
    await person.presses(desk.service.words.say(language, "report-situation-other"))


def _writes(of: dict[str, str]) -> Act:
    async def writes(desk: Desk, person: Person, language: str) -> None:
        await person.writes(of[language])

    return writes


WAYS: dict[str, tuple[Act, ...]] = {
    "SOS, a city": (_presses_sos, _taps_the_city),
    "SOS, a pin": (_presses_sos, _shares_the_place),
    "SOS, a city in words": (_presses_sos, _writes(CITY)),
    "one message of SOS": (_writes(CRIES_THERE),),
    "a report by taps": (_presses_somebody, _taps_the_city),
    "one message": (
        _writes(
            {
                "kk": "Алматыда ағамды полиция алып кетті",
                "ru": "в Алматы полиция забрала брата",
                "en": "police took my brother in Almaty",
            }
        ),
    ),
}
AT_MOST = {"one message of SOS": 1, "one message": 1}  # acts; of the other ways two


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
async def test_lawyers_are_asked_after_so_many_acts(
    desk: Desk, way: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    marat = await desk.lawyer()
    person = desk.person("Aset", language)
    await person.writes("/start")
    begun, acts = desk.now, 0
    for act in WAYS[way]:
        assert marat.rang() == 0
        await act(desk, person, language)
        acts += 1
    assert marat.rang() == 1
    marat.sees("Almaty", "URGENT" if "SOS" in way else "somebody is detained")
    assert (await desk.case()).alerting
    seconds = (desk.now - begun).total_seconds()
    with capsys.disabled():
        sys.stdout.write(f" {way} ({language}): {acts} acts, the bot adds {seconds:g} s ")
    assert acts <= AT_MOST.get(way, 2)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_button_stands_first_and_its_screen_asks_for_the_place(desk: Desk, language: str) -> None:
    person = desk.person("Aset", language)
    await person.writes("/start")
    say = desk.service.words.say
    label = say(language, "button-sos")
    assert next(line for line in person.screen.text().splitlines() if line.startswith("[")) == f"[{label}]"
    await person.presses(label)
    person.sees(say(language, "sos-where"))
    person.sees(CITY[language], say(language, "report-place-help"))


@pytest.mark.parametrize(("language", "cry"), [(of, cry) for of, cries in CRIES.items() for cry in cries])
async def test_a_cry_that_is_typed_is_the_button(desk: Desk, language: str, cry: str) -> None:
    marat = await desk.lawyer()
    person = desk.person("Aset", language)
    await person.writes(cry)
    person.sees(desk.service.words.say(language, "sos-where"))
    await person.writes(CITY[language])
    marat.sees("URGENT", "the detained person is writing", "Almaty")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_word_that_names_no_place_is_the_coordinators_at_once(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    person = desk.person("Aset", language)
    await person.writes("/sos", POLICE[language])
    await desk.later()
    olga.sees("nobody has said where", "🔴")
    assert olga.rang() == 1
    assert olga.lanes() == ["alert"]
    person.sees(desk.service.words.say(language, "report-without-place", code="").split(";")[0].split(",")[0])


async def test_without_a_word_it_is_theirs_after_half_a_minute_and_not_before(desk: Desk) -> None:
    olga = await desk.coordinator()
    person = desk.person("Aset")
    await person.writes("/sos")
    await desk.later(minutes=0.4)
    assert olga.rang() == 0
    await desk.later(minutes=0.2)
    assert olga.rang() == 1
    assert (await desk.case()).priority == "urgent"
    marat = await desk.lawyer()
    await person.writes("Almaty")
    marat.sees("URGENT", "Almaty")


async def test_what_is_pressed_again_waits_no_longer(desk: Desk) -> None:
    olga = await desk.coordinator()
    person = desk.person("Aset")
    await person.writes("/start")
    await person.presses_data("sos:now")
    for _ in range(3):
        await desk.later(minutes=0.15)
        await person.presses_data("sos:now")
    await desk.later(minutes=0.1)
    assert olga.rang() == 1


async def test_more_cities_are_no_word(desk: Desk) -> None:
    olga = await desk.coordinator()
    person = desk.person("Aset")
    await person.writes("/sos")
    await person.presses("Another city…")
    await desk.later(minutes=0.4)
    assert olga.rang() == 0


@pytest.mark.slow
@pytest.mark.parametrize("again", ["/sos", "sos", "help me", "SOS Almaty"])
async def test_pressed_twice_it_is_one_case(desk: Desk, again: str) -> None:
    marat = await desk.lawyer()
    person = await desk.reports("SOS Almaty")
    assert marat.rang() == 1
    await person.writes(again)
    person.sees("the same report")
    await person.presses_data("sos:now")
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 1
    assert marat.rang() == 0


@pytest.mark.slow
async def test_after_hours_or_in_another_city_it_is_a_new_one(desk: Desk) -> None:
    await desk.lawyer()
    aida = await desk.lawyer("Aida", cities=("shymkent",))
    person = await desk.reports("SOS Almaty")
    await person.writes("SOS Shymkent")
    aida.sees("URGENT", "Shymkent")
    await desk.later(hours=3)
    await person.writes("/sos", "Almaty")
    async with desk.reading() as tx:
        assert [case.city for case in await tx.cases.select()] == ["almaty", "shymkent", "almaty"]


async def test_of_somebody_elses_report_the_button_makes_ones_own(desk: Desk) -> None:
    await desk.lawyer()
    person = await desk.reports("police took my brother in Almaty")
    await person.writes("/sos", "Almaty")
    async with desk.reading() as tx:
        assert [case.situation for case in await tx.cases.select()] == ["other", "me"]


async def test_a_cry_in_somebody_elses_report_makes_that_one_urgent(desk: Desk) -> None:
    marat = await desk.lawyer()
    person = await desk.reports("police took my brother in Almaty")
    assert marat.rang() == 1
    await person.writes("help us please")
    person.sees("marked as urgent")
    assert (await desk.case()).priority == "urgent"
    assert marat.rang() == 1
    async with desk.reading() as tx:
        assert len(await tx.cases.select()) == 1


@pytest.mark.parametrize(
    "text", ["help my son", "помогите маме", "помогите, мужа забрали", "әкеме көмектесіңіз", "help yourself"]
)
async def test_what_is_cried_for_somebody_else_is_not_said_to_be_the_writer(desk: Desk, text: str) -> None:
    person = await desk.reports(text)
    person.sees_nothing_of("SOS")


async def test_a_member_who_writes_sos_reports_nothing_and_by_the_command_does(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("sos")
    async with desk.reading() as tx:
        assert not await tx.reports.select()
    await marat.writes("/sos", "Almaty")
    assert (await desk.case()).situation == "me"


async def test_a_member_who_cries_for_help_is_not_asked_to_come_to_themselves(desk: Desk) -> None:
    marat = await desk.lawyer()
    dana = await desk.lawyer("Dana")
    await marat.writes("/sos", "Almaty")
    assert await desk.states() == {"Dana": "offered"}
    dana.sees("the detained person is writing")
    marat.sees("1 lawyer contacted")


async def test_the_only_lawyer_who_cries_for_help_reaches_coordinators_at_once(desk: Desk) -> None:
    marat = await desk.lawyer()
    olga = await desk.coordinator(on_duty=True)
    await marat.writes("/sos", "Almaty")
    assert await desk.states() == {"Olga": "offered"}
    assert olga.rang() >= 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_ones_own_and_somebody_elses_of_the_same_minute_are_told_apart(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    await desk.lawyer()
    person = await desk.reports(
        {
            "kk": "Алматыда ағамды алып кетті",
            "ru": "брата забрали в Алматы",
            "en": "they took my brother in Almaty",
        }[language],
        language=language,
    )
    await person.writes("/sos", CITY[language])
    mine, others = say(language, "report-situation-me"), say(language, "report-situation-other")
    await person.writes("/status")
    person.sees(f"12:00, {mine}: ", f"12:00, {others}: ")


async def test_reports_that_are_alike_in_all_are_numbered(desk: Desk) -> None:
    person = desk.person()
    for _ in range(2):
        await person.writes("/report", "police took somebody in Almaty")
    await person.writes("/status")
    person.sees("It is someone else (1): ", "It is someone else (2): ")


@pytest.mark.slow
async def test_everything_else_is_asked_afterwards_also_what_else_is_urgent(desk: Desk) -> None:
    person = desk.person("Aset")
    await person.writes("/sos", "Almaty")
    person.sees("Received", "Your code:")
    person.sees("What is your name?")
    await person.presses_data("report/urgent:!edit")
    person.sees("[✅ Calls for help (SOS)]", "[Under 18]")
    other = await desk.reports("police took my brother in Almaty", name="Dana")
    await other.presses_data("report/urgent:!edit")
    other.sees_nothing_of("SOS")


async def test_a_press_by_mistake_can_be_cancelled_before_anybody_is_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    person = desk.person("Aset")
    await person.writes("/sos", "/cancel")
    await desk.later(minutes=5)
    assert olga.rang() == 0


async def test_the_place_is_asked_also_of_whoever_told_one_before(desk: Desk) -> None:
    marat = await desk.lawyer()
    person = await desk.reports("police took my brother in Almaty")
    marat.rang()
    await person.writes("/sos")
    assert marat.rang() == 0
    person.sees("Choose a city")


async def test_half_a_minute_later_the_ask_is_that_of_a_case_without_a_place(desk: Desk) -> None:
    await desk.coordinator()
    person = desk.person("Aset")
    await person.writes("/sos")
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        assert await tx.cards.by(subject=f"ask-{TaskKind.NO_PLACE}", subject_id=(await desk.case()).id)
    await person.writes("", location=Location(*ALMATY))
    assert (await desk.case()).city == "almaty"


@pytest.mark.parametrize(
    ("cry", "language"),
    [("помогите", "ru"), ("көмектесіңіздер", "kk"), ("help me", "en")],
)
async def test_a_cry_is_answered_in_its_language_where_the_phone_tells_none(
    desk: Desk, cry: str, language: str
) -> None:
    marat = await desk.lawyer()
    rita = desk.on_signal(language="ru" if language == "en" else "en")
    await rita.writes(cry)
    rita.sees(desk.service.words.say(language, "sos-where"))
    await rita.writes("Алматы")
    marat.sees({"ru": "Russian", "kk": "Kazakh", "en": "English"}[language])
