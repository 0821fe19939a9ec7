"""How people say that the phone in their hand is wanted, searched, unlocked or about to go; and what sounds like it."""

import pytest

from core.intake.stages.safety import phone_taking_told
from core.resources.word_files import load_cues, load_heard
from core.understanding.own_phone import Taking

HEARD, CUES = load_heard(), load_cues()
WANTED = [
    # demanded, shown, put down
    "they want me to unlock my phone",
    "im being forced to unlock my ph",
    "they say hand over phones everyone",
    "they told us to put phones on the table",
    "I have to hand in my phone",
    "заставляют разблокировать телефон",
    "говорят сдать телефоны",
    "всем велели положить телефоны на стол",
    "просят показать телефон",
    "телефонды ашып бер дейді",
    "телефондарды үстелге қойыңдар дейді",
    "телефонымды көрсет дейді",
    "айфонымды бұғаттан шығар дейді",
    "телефонды тапсыр деп жатыр",
    # its code, a finger
    "they're making me give the password",
    "they demand the pin code of my phone",
    "they put my finger on the phone to unlock",
    "требуют пароль от телефона",
    "требует код от айфо",
    "приложили мой палец к телефону",
    "телефонымның паролін сұрап жатыр",
    "телефонымды ашуға мәжбүрлеп жатыр",
    # looked into
    "cop is scrolling through my messages",
    "somebody is looking over my shoulder at my phone",
    "someone is trying to get into my phone",
    "they will check phones at the exit",
    "он смотрит в мой телефон",
    "полез в мой телефон",
    "они читают мои сообщения",
    "сейчас будут досматривать телефон",
    "телефоныма қарап отыр",
    "хат алмасуымды оқып отыр",
    "полиция телефонымды көргісі келеді",
    "телефонымды тексереміз дейді",
    # about to go, cut off too
    "the guard is coming to take the phones",
    "my telephone is being seized",
    "they're seizing our devices",
    "будут изымать телефоны",
    "щас отнимут трубу",
    "ща телефон заб",
    "қазір телефонды алып қояды",
    "қолымдағы телефонды жұлып алмақшы",
    "смартфонымды тартып ал",
    "телефонымды аламыз деді",
]
OTHERWISE = [
    "they didnt take my phone calm down",
    "are they taking phones?",
    "they asked for a phone number",
    "give me the phone of a lawyer, tell me please",
    "I must show my phone to the doctor",
    "i am looking at my phone every minute",
    "she is not reading my messages",
    "могут ли забрать телефон",
    "мне угрожают по телефону говорят заберут детей",
    "надо отдать телефон брату",
    "он не читает мои сообщения",
    "скажите телефон, сейчас проверю код",
    "телефоныма қарап отырмын, хабар жоқ",
    "телефонды алып шық деді",
    "ұлымды алып кетті, телефоны өшірулі",
]


@pytest.mark.parametrize("text", WANTED)
def test_a_phone_that_is_wanted_or_looked_into_puts_the_chat_in_doubt_at_least(text: str) -> None:
    assert phone_taking_told(text, HEARD, CUES) is not Taking.NO


@pytest.mark.parametrize("text", OTHERWISE)
def test_what_sounds_like_it_does_not(text: str) -> None:
    assert phone_taking_told(text, HEARD, CUES) is Taking.NO


@pytest.mark.parametrize(
    "text", ["can the police take my phone on the street", "why are they taking my phone"]
)
def test_a_question_about_the_own_phone_hides_no_chat(text: str) -> None:
    assert phone_taking_told(text, HEARD, CUES) is Taking.PERHAPS
