"""On the card of who may read words a value stands beside the sentence it was read from; what has no evidence is *perhaps*,
and starts no clock, is in no digest and on no offer.
"""

from datetime import timedelta

import pytest

from core.casework.claim_kinds import Certainty
from core.model import LANGUAGES
from core.values import People
from handlers.cards.case_loading import view_of
from handlers.daily import digest_figures
from tests.casework.story_desk import Desk, Person

OTHERS = {
    "en": "The other 8 were taken there too, Almaty",
    "ru": "Остальных 8 увезли туда же, Алматы",
    "kk": "Екеуін жіберді, үшеуі әлі отыр полицияда, Алматы",
}
PERHAPS = {"en": 8, "ru": 8, "kk": 3}
ASKED = {
    "en": "They took my sister in Almaty. Is she beaten?",
    "ru": "Сестру забрали в Алматы. Её бьют?",
    "kk": "Әпкемді Алматыда ұстады. Оны ұрып жатыр ма?",
}
SEARCHED = {
    "en": "My son was taken in Almaty. I am looking for him since noon.",
    "ru": "Сына забрали в Алматы. Ищу с обеда.",
    "kk": "Ұлымды Алматыда алып кетті. Түстен бері іздеп жүрмін.",
}
TAKEN = {
    "en": "My brother Aidos was detained at 14:30 in Almaty",
    "ru": "Моего брата Айдоса задержали в 14:30 в Алматы",
    "kk": "Бауырым Айдосты Алматыда 14:30-да ұстады",
}


def said(desk: Desk, language: str, key: str, **values: str) -> str:
    return desk.service.words.say(language, key, **values)


def perhaps(desk: Desk, language: str, value: str) -> str:
    return said(desk, language, "guessed", value=value)


async def accepted(desk: Desk, language: str, text: str) -> tuple[Person, str]:
    """The lawyer, and what the offer said before it was accepted."""
    marat = await desk.lawyer(languages=(language,))
    await desk.reports(text, language=language)
    offer = marat.screen.texts()[-1]
    await marat.presses(said(desk, language, "button-accept").partition(" ")[2])
    return marat, offer


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_injury_that_is_asked_about_rings_and_is_perhaps_beside_its_sentence(
    desk: Desk, language: str
) -> None:
    marat, offer = await accepted(desk, language, ASKED[language])
    injured = said(desk, language, "report-urgent-injured")
    assert injured not in offer
    assert "«" not in offer
    marat.sees(perhaps(desk, language, injured), f"«{ASKED[language].split('. ')[1]}»")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_time_of_a_search_is_perhaps_and_starts_no_clock(desk: Desk, language: str) -> None:
    marat, offer = await accepted(desk, language, SEARCHED[language])
    assert "«" not in offer
    shown = marat.sees(perhaps(desk, language, "").strip())
    assert SEARCHED[language].split(". ")[1].rstrip(".") in shown
    case = await desk.case()
    assert case.started_at is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_proven_is_a_value_beside_its_sentence_on_the_card_alone(
    desk: Desk, language: str
) -> None:
    marat, offer = await accepted(desk, language, TAKEN[language])
    assert "«" not in offer
    await marat.opens_more()
    card = marat.sees(said(desk, language, "case-name", value="").strip())
    assert f"«{TAKEN[language]}»" in card
    assert card.count(f"«{TAKEN[language]}»") == 2  # once beside a value, once among the last messages


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_many_others_there_may_be_is_perhaps_and_no_number_of_the_case(
    desk: Desk, language: str
) -> None:
    marat, offer = await accepted(desk, language, OTHERS[language])
    number = PERHAPS[language]
    people = desk.service.words.say(language, "count-exact", count=number)
    assert people not in offer
    marat.sees(perhaps(desk, language, people))
    assert (await desk.case()).unidentified_min != number


async def test_an_answer_settles_a_guess(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(OTHERS["en"])
    await marat.presses("I'll take it")
    marat.sees("perhaps: 8 persons")
    await rita.presses_data("report/who:two")
    marat.sees_nothing_of("perhaps: 8 persons")


async def test_a_guess_keeps_the_words_that_it_came_from(desk: Desk) -> None:
    await desk.reports(OTHERS["en"])
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
        (guess,) = view.guesses["count"]
        assert isinstance(guess.value, People)
        assert guess.claim.certainty is Certainty.GUESSED
        (entry,) = [
            e for e in await tx.entries.by(report_id=guess.claim.report_id) if e.id == guess.claim.entry_id
        ]
        assert entry.payload["text"] == OTHERS["en"]


async def unclear(desk: Desk) -> tuple[int, int]:
    async with desk.reading() as tx:
        figures = await digest_figures.count(tx, desk.service, None, desk.now + timedelta(seconds=1))
        return figures.new.detentions, figures.unclear


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_kind_it_is_stays_perhaps_until_a_tap_and_rings_at_once(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(TAKEN[language], language=language)
    assert marat.rang() == 1
    other = said(desk, language, "situation-other")
    marat.sees(perhaps(desk, language, other))
    assert await unclear(desk) == (0, 1)
    await rita.presses_data("report/situation:other")
    marat.sees_nothing_of(perhaps(desk, language, other))
    assert await unclear(desk) == (1, 0)


async def test_that_somebody_is_still_held_is_an_answer_too(desk: Desk) -> None:
    rita = await desk.reports(TAKEN["en"])
    await rita.presses_data("report/ongoing:yes")
    assert await unclear(desk) == (1, 0)


async def test_the_last_three_messages_stand_on_the_card_however_long_they_are(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(TAKEN["en"])
    for number in range(4):
        await rita.writes(f"message {number} " + "and on it goes " * 90)
    await marat.presses("I'll take it")
    card = marat.sees("message 3")
    assert "message 1" in card
    assert "message 2" in card
