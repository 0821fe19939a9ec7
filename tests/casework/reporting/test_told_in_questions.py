"""What is told in a question is heard within a minute, also if another has just been asked; a question that tells nothing
besides makes one sound in ten minutes, however often it is asked.
"""

import pytest

from tests.casework.reporting.test_every_emergency import every
from tests.casework.reporting.test_unknown_words_sound import STATES, people_of
from tests.casework.story_desk import Desk

BEFORE = {"en": "when does the lawyer come?", "ru": "когда приедет адвокат?", "kk": "адвокат қашан келеді?"}
TOLD = {
    "en": [
        "why is he not breathing?",
        "is it normal that they took off all his clothes?",
        "why do they pour water on him?",
        "where can I bring his insulin, he is shaking?",
        "is there anything to do, he says he will hang himself?",
        "who helps if the policeman asks for 200 000 tenge?",
        "they paid me to confess, is it ok?",
    ],
    "ru": [
        "почему он не дышит?",
        "это нормально что с него сняли всю одежду?",
        "зачем они льют на него воду?",
        "куда принести инсулин, его трясёт?",
        "что делать он говорит что повесится?",
        "кто поможет если полицейский просит 200 тысяч?",
        "заставляют подписать пустой лист, подписывать?",
    ],
    "kk": [
        "неге ол дем алмай жатыр?",
        "оның киімін түгел шешіп алғаны дұрыс па?",
        "неге оған су құйып жатыр?",
        "инсулинді қайда апарамын, ол қалтырап жатыр?",
        "оны тағы ұрғанын білесіз бе?",
        "полицей 200 мың сұраса кім көмектеседі?",
        "бос параққа қол қойғызып жатыр, қоя ма?",
    ],
}
ONLY_ASKED = {
    "en": ["when will he be released?", "can I bring him food?", "how long can they hold him?"],
    "ru": ["когда его отпустят?", "можно передачу?", "сколько его могут держать?"],
    "kk": ["оны қашан босатады?", "тамақ апаруға бола ма?", "қанша ұстай алады?"],
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "text"), every(TOLD))
async def test_what_a_second_question_tells_is_heard(
    desk: Desk, language: str, text: str, state: str
) -> None:
    writer, marat, olga = await people_of(desk, language, state)
    await writer.writes(BEFORE[language])
    await desk.later(minutes=2)
    for person in (marat, olga):
        person.rang()
    await writer.writes(text)
    await desk.later(seconds=59)
    assert marat.rang() or olga.rang()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "text"), every(ONLY_ASKED))
async def test_a_second_question_that_tells_nothing_makes_no_sound(
    desk: Desk, language: str, text: str, state: str
) -> None:
    writer, marat, olga = await people_of(desk, language, state)
    await writer.writes(BEFORE[language])
    await desk.later(minutes=2)
    for person in (marat, olga):
        person.rang()
    await writer.writes(text)
    await desk.later(seconds=59)
    assert (marat.rang(), olga.rang()) == (0, 0)


MORE_THAN_ANSWERED = {
    "en": "is it safe to write, my uncle is a prosecutor and drinks?",
    "ru": "сюда писать безопасно, у меня дядя прокурор и пьёт?",
    "kk": "мұнда жазу қауіпсіз бе, ағам прокурор әрі ішеді?",
}
ANSWERED = {
    "en": "is it safe to write here?",
    "ru": "сюда писать безопасно?",
    "kk": "мұнда жазу қауіпсіз бе?",
}


@pytest.mark.parametrize("language", MORE_THAN_ANSWERED)
async def test_a_person_reads_what_the_answer_does_not_know(desk: Desk, language: str) -> None:
    writer, marat, _ = await people_of(desk, language, "held")
    passed = desk.service.words.say(language, "asked-passed", to="lawyer", answered=1)
    await writer.writes(ANSWERED[language])
    assert passed not in writer.screen.texts()[-1]
    await desk.later(minutes=2)
    assert not marat.rang()
    await writer.writes(MORE_THAN_ANSWERED[language])
    assert passed in writer.screen.texts()[-1]
    assert marat.rang() == 1


FREE = {
    "en": "the girls are free. Timur stayed inside",
    "ru": "девочек отпустили бесплатно. Тимур остался внутри",
    "kk": "қыздарды тегін босатты. Тимур ішінде қалды",
}


@pytest.mark.parametrize("language", FREE)
async def test_words_of_a_question_ask_nothing_where_nothing_is_asked(desk: Desk, language: str) -> None:
    writer, marat, _ = await people_of(desk, language, "held")
    free = desk.service.words.say(language, "everyday-free")
    await writer.writes(FREE[language])
    assert free not in writer.screen.texts()[-1]
    assert marat.rang() == 1
