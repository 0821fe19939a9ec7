"""Whatever a reporter writes in an open case is heard within a minute, though nobody has listed its words; only what surely
tells nothing is not. What is written in these stories stands in no table.
"""

import pytest

from tests.casework.reporting.test_every_emergency import every
from tests.casework.reporting.test_told_unasked import crew, guest_of
from tests.casework.story_desk import Desk, Person

UNKNOWN = {
    "en": [
        "they put a bag over something and the lights went off",
        "I will end it all tonight, forgive me",
        "I am standing on the roof",
        "the judge handed him a fortnight behind the fence",
        "two million by evening or you get a box",
        "smoke from the window",
        "blood",
        "thank you, she hangs from the pipe",
    ],
    "ru": [
        "они надели мешок на что-то и погас свет",
        "я сегодня всё закончу, простите меня",
        "стою на крыше",
        "отсыпали ему две недели за забором",
        "два миллиона к вечеру или получите коробку",
        "дым из окна",
        "кровь",
        "спасибо, она висит на трубе",
    ],
    "kk": [
        "бірдеңенің үстіне қап кигізіп, жарық сөнді",
        "бүгін бәрін бітіремін, кешіріңдер",
        "шатырдың үстінде тұрмын",
        "оған екі апта шегеріпті қоршаудың артында",
        "кешке дейін екі миллион немесе қорап аласың",
        "терезеден түтін шығып жатыр",
        "қан",
        "рахмет, ол құбырда ілулі тұр",
    ],
}
CALM = {
    "en": ["I will wait", "ok", "thank you, I will wait", "thanks", "he is asleep", "good night"],
    "ru": ["я подожду", "ок", "спасибо, я подожду", "спасибо", "он спит", "поняла вас"],
    "kk": ["күтемін", "мен күте тұрамын", "рахмет, күтемін", "рахмет", "ол ұйықтап жатыр", "түсіндім"],
}
ANSWERS = {
    "en": ["today at 10:00", "+7 701 000 00 00"],
    "ru": ["сегодня в 10:00", "+7 701 000 00 00"],
    "kk": ["бүгін 10:00", "+7 701 000 00 00"],
}
UNSURE = {
    "en": "now they'll grab the phone",
    "ru": "сейчас заберут телефон",
    "kk": "қазір телефонды тартып алады",
}
STATES = ("held", "open", "guest")


async def people_of(desk: Desk, language: str, state: str) -> tuple[Person, Person, Person]:
    """Who writes; a lawyer; a coordinator."""
    rita, marat, olga = await crew(desk, language, is_taken=state != "open")
    writer = await guest_of(desk, rita, language) if state == "guest" else rita
    for person in (marat, olga):
        person.rang()
    return writer, marat, olga


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "text"), every(UNKNOWN))
async def test_what_nobody_knows_is_heard(desk: Desk, language: str, text: str, state: str) -> None:
    writer, marat, olga = await people_of(desk, language, state)
    await writer.writes(text)
    await desk.later(seconds=59)
    assert marat.rang() or olga.rang()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "text"), every(CALM))
async def test_what_surely_tells_nothing_is_not(desk: Desk, language: str, text: str, state: str) -> None:
    writer, marat, olga = await people_of(desk, language, state)
    await writer.writes(text)
    await desk.later(seconds=59)
    assert (marat.rang(), olga.rang()) == (0, 0)


@pytest.mark.parametrize(("language", "text"), every(ANSWERS))
async def test_a_bare_answer_to_the_form_makes_no_sound(desk: Desk, language: str, text: str) -> None:
    writer, marat, olga = await people_of(desk, language, "held")
    await writer.writes(text)
    await desk.later(seconds=59)
    assert (marat.rang(), olga.rang()) == (0, 0)


@pytest.mark.parametrize("state", ["held", "open"])
@pytest.mark.parametrize("language", UNKNOWN)
async def test_words_within_a_minute_are_one_sound_and_one_more_when_it_is_over(
    desk: Desk, language: str, state: str
) -> None:
    writer, marat, olga = await people_of(desk, language, state)
    hears = olga if state == "open" else marat
    for number in (0, 2, 5):
        await writer.writes(UNKNOWN[language][number])
        await desk.later(seconds=5)
    assert hears.rang() == 1
    await desk.later(seconds=50)
    assert hears.rang() == 1
    await desk.later(seconds=59)
    assert hears.rang() == 0
    await writer.writes(UNKNOWN[language][7])
    assert hears.rang() == 1


@pytest.mark.parametrize("state", ["held", "open"])
@pytest.mark.parametrize("hides", [False, True])
@pytest.mark.parametrize("language", UNKNOWN)
async def test_a_chat_in_other_hands_is_heard_each_minute_and_told_nothing(
    desk: Desk, language: str, hides: bool, state: str
) -> None:
    rita, marat, olga = await people_of(desk, language, state)
    await rita.writes("/hide" if hides else UNSURE[language])
    if hides:
        await rita.presses_data("hide:sure")
    await desk.later(minutes=2)
    if state == "held":
        await marat.presses("On my way")
    hears = olga if state == "open" else marat
    seen = set(rita.screen.messages)
    rita.rang()
    for text in (*UNKNOWN[language], CALM[language][3]):
        marat.rang(), olga.rang()
        await rita.writes(text)
        await desk.later(seconds=59)
        assert marat.rang() + olga.rang() >= 1, text
        await desk.later(minutes=2)
    await desk.later(minutes=50)
    hears.rang()
    await rita.writes(UNKNOWN[language][0])
    await desk.later(seconds=59)
    assert hears.rang() >= 1
    said = {shown.text for number, shown in rita.screen.messages.items() if number not in seen}
    assert said <= {desk.service.words.say(language, "bland")}
    assert rita.rang() == 0


@pytest.mark.parametrize("language", UNKNOWN)
async def test_one_message_of_a_guest_is_one_sound_for_the_owner(desk: Desk, language: str) -> None:
    writer, marat, _ = await people_of(desk, language, "guest")
    await writer.writes(UNKNOWN[language][0])
    await desk.later(minutes=2)
    assert marat.rang() == 1
