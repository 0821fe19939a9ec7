"""Thanks and apologies with their reason ("sorry to write so late", "thank you for your lawyer") wake nobody; the same
opening before something that happened, or a farewell in the form of an apology, does.
"""

import pytest

from tests.casework.reporting.test_every_emergency import every
from tests.casework.reporting.test_unknown_words_sound import STATES, people_of
from tests.casework.story_desk import Desk

POLITE = {
    "en": [
        "sorry for bothering you",
        "sorry to write so late at night",
        "thank you for your lawyer, he is great",
        "you helped us so much, thank you",
        "ok got it, I will let you know",
        "hope I am not bothering you, sorry",
        "may I write at night?",
        "is it ok that I ask so much?",
        "ok, I'll write if something happens",
    ],
    "ru": [
        "спасибо вам за вашего адвоката",
        "извините за беспокойство",
        "спасибо большое, вы нам очень помогли",
        "хорошо, потом напишу",
        "извините что пишу ночью",
        "ничего что я спрашиваю?",
        "можно писать ночью?",
        "хорошо, если что напишу",
    ],
    "kk": [
        "көмегіңізге көп рахмет",
        "мазалағаным үшін кешіріңіз",
        "түнде жазғаным үшін кешіріңіз",
        "адвокатыңызға рахмет, өте жақсы адам екен",
        "бізге көп көмектестіңіздер, рахмет",
        "жақсы, кейін хабарласамын",
        "түнде жазып жатқаным үшін кешіріңіз",
        "көп сұрай берсем бола ма?",
        "жақсы, бірдеңе болса жазам",
    ],
}
NOT_ONLY_POLITE = {
    "en": [
        "sorry for everything",
        "thank you, he is without your lawyer",
        "sorry to write, they came again",
        "thank you for your lawyer, he was not let in",
    ],
    "ru": [
        "простите за всё",
        "спасибо, он без вашего адвоката",
        "извините что пишу, они опять пришли",
        "спасибо за адвоката, его не пустили",
    ],
    "kk": [
        "бәрі үшін кешіріңіз",
        "рахмет, ол адвокатсыз отыр",
        "жазғаным үшін кешіріңіз, олар тағы келді",
        "адвокатыңызға рахмет, оны кіргізбеді",
    ],
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "text"), every(POLITE))
async def test_a_courtesy_wakes_nobody(desk: Desk, language: str, text: str, state: str) -> None:
    writer, marat, olga = await people_of(desk, language, state)
    await writer.writes(text)
    await desk.later(seconds=59)
    assert (marat.rang(), olga.rang()) == (0, 0)


@pytest.mark.parametrize(("language", "text"), every(NOT_ONLY_POLITE))
async def test_a_courtesy_before_something_else_is_heard(desk: Desk, language: str, text: str) -> None:
    writer, marat, olga = await people_of(desk, language, "held")
    await writer.writes(text)
    await desk.later(seconds=59)
    assert marat.rang() or olga.rang()
