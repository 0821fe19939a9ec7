"""What a person says last about a fact wins: a wrong tap put right by words, an end that is none, somebody held still."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took my brother in Almaty",
    "ru": "в Алматы полиция забрала брата",
    "kk": "Алматыда полиция інімді алып кетті",
}
NOT_ME = {
    "en": ["it is not me, it is my brother", "sorry wrong button. my brother was taken, not me"],
    "ru": ["это не я, это мой брат", "ошиблась кнопкой, забрали брата а не меня"],
    "kk": ["мен емеспін, інім", "қате басып қойдым, мені емес, інімді алып кетті"],
}
ANOTHER_TOWN = {
    "en": ["I chose the wrong city, it is Semey", "not Almaty, Semey"],
    "ru": ["ой, город неправильно, Семей", "это не в Алматы было, в Семее"],
    "kk": ["қаланы қате бастым, Семей", "Алматы емес, Семейде болды"],
}
NO_END = {
    "en": ["it has not ended, they still hold him", "oops, wrong. he is still at the station"],
    "ru": ["не закончилось, он ещё там", "нет, его держат"],
    "kk": ["аяқталған жоқ, ол әлі сонда", "қате басып қойдым, әлі босатқан жоқ"],
}
SLIP = {"en": "I pressed the wrong button", "ru": "ой, не туда нажала", "kk": "қате басып қойдым"}
ALL_OUT = {
    "en": "three of us were taken in Almaty this morning and all were let go",
    "ru": "нас троих забрали в Алматы утром, всех отпустили",
    "kk": "Алматыда үшеуімізді ұстады, бәрін босатты",
}
GIRL_KEPT = {
    "en": "but the 17-year-old girl was not let go",
    "ru": "но девочку 17 лет не отпустили",
    "kk": "бірақ 17 жасар қызды босатпады",
}
THREE = {
    "en": "police took three people in Almaty",
    "ru": "в Алматы задержали троих",
    "kk": "Алматыда үш адамды ұстады",
}
TWO_OUT = {
    "en": "two of three were let go",
    "ru": "двоих из троих отпустили",
    "kk": "үшеуінен екеуін босатты",
}
THIRD_KEPT = {
    "en": "the third is still at the station",
    "ru": "третьего оставили",
    "kk": "үшіншісі әлі сонда",
}
EVERY = [(language, place) for language in LANGUAGES for place in range(2)]


def label(desk: Desk, language: str, key: str) -> str:
    return desk.service.words.say(language, key)


async def told(desk: Desk, language: str) -> tuple[Person, Person]:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    marat.rang()
    return rita, marat


@pytest.mark.parametrize(("language", "which"), EVERY)
async def test_who_tapped_that_it_is_me_says_in_words_that_it_is_another(
    desk: Desk, language: str, which: int
) -> None:
    rita, _ = await told(desk, language)
    await rita.presses_data("report/situation:me")
    assert (await desk.case()).situation == "me"
    await rita.writes(NOT_ME[language][which])
    assert (await desk.case()).situation == "other"
    old, new = (label(desk, language, f"report-situation-{name}") for name in ("me", "other"))
    rita.sees(f"{old} → {new}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_is_not_let_out_denies_nothing_of_themselves(desk: Desk, language: str) -> None:
    rita, _ = await told(desk, language)
    await rita.presses_data("report/situation:me")
    not_out = {"en": "they do not let me out", "ru": "меня не отпускают", "kk": "мені жібермей жатыр"}
    await rita.writes(not_out[language])
    assert (await desk.case()).situation == "me"


@pytest.mark.parametrize(("language", "which"), EVERY)
async def test_a_wrong_town_put_right_in_words_asks_lawyers_there(
    desk: Desk, language: str, which: int
) -> None:
    saule = await desk.lawyer("Saule", cities=("semey",))
    rita, _ = await told(desk, language)
    await rita.presses_data("report/place:almaty")
    await rita.writes(ANOTHER_TOWN[language][which])
    assert (await desk.case()).city == "semey"
    assert saule.rang() == 1
    names = [desk.service.gazetteer.name(city, language) for city in ("almaty", "semey")]
    rita.sees(" → ".join(names))


@pytest.mark.parametrize(("language", "which"), EVERY)
async def test_an_end_that_was_tapped_and_denied_in_words_is_none(
    desk: Desk, language: str, which: int
) -> None:
    rita, _ = await told(desk, language)
    await rita.presses_data("report/ongoing:no")
    assert (await desk.case()).says_over
    await rita.writes(NO_END[language][which])
    assert not (await desk.case()).says_over
    old, new = (label(desk, language, f"report-ongoing-{name}") for name in ("no", "yes"))
    rita.sees(f"{old} → {new}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_slip_alone_takes_back_the_end_and_asks_what_was_tapped_again(
    desk: Desk, language: str
) -> None:
    rita, _ = await told(desk, language)
    await rita.presses_data("report/ongoing:no")
    await rita.writes(SLIP[language])
    assert not (await desk.case()).says_over
    rita.sees(label(desk, language, "slip-asked-again"))
    await rita.presses(label(desk, language, "report-ongoing-yes"))
    assert not (await desk.case()).says_over


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_slip_without_a_tap_changes_nothing(desk: Desk, language: str) -> None:
    rita, _ = await told(desk, language)
    before = await desk.case()
    await rita.writes(SLIP[language])
    rita.sees_nothing_of(label(desk, language, "slip-asked-again"))
    assert (await desk.case()).situation == before.situation


@pytest.mark.parametrize("language", LANGUAGES)
async def test_somebody_not_let_go_after_a_record_of_a_release_rings_as_if_said_at_first(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(ALL_OUT[language], language=language)
    await desk.later(minutes=1)
    assert marat.rang() == 0
    await rita.writes(GIRL_KEPT[language])
    marat.sees(label(desk, language, "button-accept"))
    assert marat.rang() == 1
    rita.sees(label(desk, language, "report-ongoing-yes"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_three_two_are_out_and_the_third_rings_who_has_the_case(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(THREE[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=1)
    await rita.writes(TWO_OUT[language])
    case = await desk.case()
    assert (case.unidentified_min, case.says_over) == (1, False)
    marat.rang()
    await desk.later(minutes=1)
    await rita.writes(THIRD_KEPT[language])
    marat.sees(label(desk, language, "fact-kept"))
    assert marat.rang() == 1
