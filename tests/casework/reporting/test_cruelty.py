"""Cruelty and coercion in an open case, told by words of their kinds: who has the case hears which it is; where nobody has
it coordinators read the words at one tap, and for violence lawyers are asked again as urgent. No sentence has its own row.
"""

import pytest

from tests.casework.reporting.test_every_emergency import every
from tests.casework.reporting.test_told_unasked import crew
from tests.casework.story_desk import Desk

FACTS = {
    "beaten": {
        "en": [
            "they hosed them in the snow",
            "he was stripped",
            "he has been kept standing for six hours",
            "they put a bag on his head",
            "dogs were set on them",
        ],
        "ru": [
            "их поливают из шланга на снегу",
            "его раздели",
            "шестой час стоит у стены",
            "надели мешок на голову",
            "натравили собак",
        ],
        "kk": [
            "оларды қарда шлангпен сулап жатыр",
            "оны шешіндірді",
            "алты сағат түрегеп тұр",
            "басына қап кигізді",
            "ит қосты",
        ],
    },
    "signing": {
        "en": ["they press him to sign a paper", "they make him confess on camera"],
        "ru": ["давят, чтобы подписал бумагу", "заставляют признаться на камеру"],
        "kk": ["камераға мойында деп мәжбүрлейді"],
    },
    "planted": {
        "en": ["they planted drugs on him", "they slipped something into his pocket"],
        "ru": ["ему подкинули наркотики", "в карман что-то подложили"],
        "kk": ["оған есірткі салып жіберді", "қалтасына бірдеңе салып қойды"],
    },
    "threatened": {
        "en": ["they said they would do to her what they do to girls", "they say his wife will be next"],
        "ru": ["обещают пустить по кругу", "сказали, жена следующая"],
        "kk": ["қызға не істейтінін білеміз деді", "келесі әйелің дейді"],
    },
    "withheld": {
        "en": ["no water since morning", "they don't let her lie down"],
        "ru": ["у него одна почка, воды не дают", "в туалет не выводят"],
        "kk": ["бір бүйрегі ғана бар, су бермей жатыр", "екі түн ұйықтатпай отыр"],
    },
}
ALL = [(fact, *told) for fact, texts in FACTS.items() for told in every(texts)]
HARMLESS = {
    "en": [
        "the yard was hosed in the morning, there is no snow",
        "we stand by the wall of the station and wait",
        "he has a dog at home",
        "I told you to sign me up",
        "which papers do I put in the bag for him?",
    ],
    "ru": [
        "мы стоим у стены отдела и ждём",
        "у нас дома собака",
        "подбросили бы вы нас до отдела",
        "положила вам документы в машину",
        "спасибо, собака дома",
    ],
    "kk": ["біз бөлімнің қасында тұрмыз", "үйде итіміз бар", "сөмкесіне не салып берейін?", "су ішіп алдым"],
}
DENIED = {"en": "he was not stripped", "ru": "его не раздевали", "kk": "оны шешіндірген жоқ"}


@pytest.mark.parametrize(("fact", "language", "text"), ALL)
async def test_who_has_the_case_hears_which_it_is(desk: Desk, fact: str, language: str, text: str) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=True)
    await rita.writes(text)
    assert marat.rang() >= 1
    marat.sees(desk.service.words.say("en", f"fact-{fact}"))
    assert olga.rang() == int(fact != "signing")


@pytest.mark.parametrize(("fact", "language", "text"), ALL)
async def test_while_nobody_has_it_lawyers_hear_again_or_coordinators_read_it(
    desk: Desk, fact: str, language: str, text: str
) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=False)
    await rita.writes(text)
    await desk.later(seconds=59)
    assert olga.rang() >= 1
    assert marat.rang() == int(fact != "signing")


@pytest.mark.parametrize(("language", "text"), every(HARMLESS))
async def test_what_only_sounds_so_is_no_cruelty(desk: Desk, language: str, text: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=False)
    await rita.writes(text)
    assert marat.rang() == 0
    rita.sees_nothing_of(
        desk.service.words.say(language, "report-passed-on", to="lawyers", coordinators="yes")
    )


@pytest.mark.parametrize("language", DENIED)
async def test_what_is_denied_asks_no_lawyer_again(desk: Desk, language: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=False)
    await rita.writes(DENIED[language])
    assert marat.rang() == 0
