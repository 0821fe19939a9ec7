"""Others were let go, and who is told of was not: no release, but bad news for who has the case, else for lawyers. The
other way round, that the others are kept, it is a release, and is asked about as ever.
"""

import pytest

from tests.casework.reporting.test_every_emergency import every
from tests.casework.reporting.test_told_unasked import crew, guest_of
from tests.casework.story_desk import Desk

LEFT = {
    "en": [
        "they let the others go but not her",
        "they let everyone go except Dan",
        "we are all out, my brother isn't with us",
        "they released twenty people, he is not among them",
        "everyone walked out, Dan didn't",
        "the rest were let go. Not him.",
        "only he was not let go",
        "they let the women go and kept him",
    ],
    "ru": [
        "всех отпустили, кроме мужа",
        "других отпустили, но не её",
        "остальных отпустили, его — нет",
        "мы все вышли, а брата с нами нет",
        "ребят отпустили, Дана среди них нет",
        "вышли все, кроме Дана",
        "только его не отпустили",
        "отпустили всех, за исключением мужа",
        "всех отпустили. Его нет.",
    ],
    "kk": [
        "бәрін босатты, күйеуімнен басқа",
        "Айгүлден басқасының бәрін босатты",
        "басқаларын босатты, бірақ оны емес",
        "басқаларын жіберді, оны жібермеді",
        "босатылғандардың ішінде ол жоқ",
        "бәріміз шықтық, ағам қасымызда жоқ",
        "қалғандары шықты, Дан жоқ",
        "тек оны ғана босатпады",
        "баскасын босатты, куйеуім гана калды",
    ],
}
FREE = {
    "en": [
        "the others are kept but she was let go",
        "they kept everyone except Dan, he is free",
        "he is out, the others are not",
        "they let him go, but without his phone",
        "he was released, not a scratch on him",
        "besides him they let two more go",
        "everyone was released, he too",
    ],
    "ru": [
        "остальных оставили, а её отпустили",
        "всех оставили, кроме Дана: его отпустили",
        "его отпустили, остальных нет",
        "его отпустили, но без телефона",
        "его отпустили, травм нет",
        "отпустили всех, и его тоже",
    ],
    "kk": [
        "басқалары қалды, оны босатты",
        "оны босатты, басқаларын жоқ",
        "оны босатты, телефоны қасында жоқ",
        "оны босатты, бірақ телефонсыз",
        "оны босатты, одан басқа тағы үшеуін",
        "бәрі шықты, ол да",
    ],
}
TWO = {
    "en": (
        "police took Askhat and Erlan in Almaty",
        "they let Askhat go but not Erlan, everyone except Erlan is out",
    ),
    "ru": ("в Алматы задержали Асхата и Ерлана", "всех отпустили, кроме Ерлана"),
    "kk": ("Алматыда Асхат пен Ерланды ұстады", "бәрін босатты, Ерланнан басқа"),
}
ASKED = {
    "en": "did they let everyone go except him?",
    "ru": "всех отпустили, кроме него?",
    "kk": "одан басқасын босатты ма?",
}


@pytest.mark.parametrize(("language", "text"), every(LEFT))
async def test_who_has_the_case_hears_that_they_are_held_still(desk: Desk, language: str, text: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=True)
    await rita.writes(text)
    assert marat.rang() == 1
    marat.sees(desk.service.words.say("en", "fact-kept"))
    rita.sees(desk.service.words.say(language, "report-passed-on", to="lawyer", coordinators="no"))
    rita.sees_nothing_of(desk.service.words.say(language, "out-some"))


@pytest.mark.parametrize(("language", "text"), every(LEFT))
async def test_while_nobody_has_it_lawyers_are_asked_again(desk: Desk, language: str, text: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=False)
    await rita.writes(text)
    assert marat.rang() == 1
    assert (await desk.case()).priority == "urgent"
    rita.sees_nothing_of(desk.service.words.say(language, "out-some"))


@pytest.mark.parametrize(("language", "text"), every(FREE))
async def test_the_other_way_round_it_is_a_release(desk: Desk, language: str, text: str) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=False)
    await rita.writes(text)
    rita.sees(desk.service.words.say(language, "out-some"))
    assert (marat.rang(), olga.rang()) == (0, 0)


@pytest.mark.parametrize("language", TWO)
async def test_of_several_who_is_free_is_asked_too(desk: Desk, language: str) -> None:
    told, then = TWO[language]
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await desk.later(minutes=1)
    marat.rang()
    await rita.writes(then)
    assert marat.rang() == 1
    rita.sees(desk.service.words.say(language, "out-some"))
    rita.sees_nothing_of(desk.service.words.say(language, "out-all"))


@pytest.mark.parametrize("language", ASKED)
async def test_what_is_only_asked_asks_no_lawyer_again(desk: Desk, language: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=False)
    await rita.writes(ASKED[language])
    assert marat.rang() == 0


@pytest.mark.parametrize("language", LEFT)
async def test_as_the_first_words_it_is_an_arrest(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    first = {
        "en": "Almaty, they let everyone go except my brother",
        "ru": "Алматы, всех отпустили, кроме брата",
        "kk": "Алматы, бауырымнан басқасын босатты",
    }
    await desk.reports(first[language], language=language)
    assert marat.rang() == 1


@pytest.mark.parametrize("language", LEFT)
async def test_it_takes_back_what_was_said_to_be_over(desk: Desk, language: str) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=True)
    await rita.tells_all_out({"en": "he was released", "ru": "его отпустили", "kk": "оны босатты"}[language])
    assert (await desk.case()).says_over
    await desk.later(minutes=1)
    marat.rang(), olga.rang()
    await rita.writes(LEFT[language][0])
    assert not (await desk.case()).says_over
    assert marat.rang() + olga.rang() >= 1


@pytest.mark.parametrize("language", LEFT)
async def test_a_guest_says_so_too(desk: Desk, language: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=True)
    guest = await guest_of(desk, rita, language)
    marat.rang()
    await guest.writes(LEFT[language][0])
    assert marat.rang() == 1
    marat.sees(desk.service.words.say("en", "fact-kept"))
