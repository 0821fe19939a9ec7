"""Only the writer's own phone, at this moment: everything else is somebody else's, told by somebody, over or feared."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.own_phone import Taking, is_taken, phone_taking

HEARD = load_heard()


@pytest.mark.parametrize(
    "text",
    [
        "у меня забирают телефон",
        "У МЕНЯ ЗАБИРАЮТ ТЕЛЕФОН!!!",
        "я в Алматы, задержали, отбирают у меня телефон",
        "у меня менты отбирают телефон",
        "у меня сейчас заберут телефон",
        "мой телефон забирают",
        "полиция забирает мой телефон",
        "у нас забирают телефоны",
        "телефон у меня забирают",
        "менің телефонымды алып жатыр",
        "менин телефонымды алып жатыр",
        "телефонымды тартып алып жатыр",
        "telefonymdy alyp jatyr",
        "they are taking my phone",
        "they're taking my phone",
        "I am in Almaty, police is taking my phone right now",
        "my phone is being taken",
        "Забирают телефон!",
        "телефонды алып жатыр",
        "taking the phone",
    ],
)
def test_the_own_phone_now(text: str) -> None:
    assert is_taken(text, HEARD)


@pytest.mark.parametrize(
    "text",
    [
        "отбирают телефо",
        "taking my pho",
        "телефонды алып жа",
        "my mobile is going to be tak",
        "у меня телефон заби",
        "они хотят забрать мой айфо",
        "менің смартфонымды алып жат",
        "my phone is about to be confis",
    ],
)
def test_it_is_heard_where_the_last_word_breaks_off(text: str) -> None:
    assert is_taken(text, HEARD)


@pytest.mark.parametrize(
    "text",
    [
        "they are taking my pho",
        "they want my phone",
        "they are asking for my phone",
        "просят мой телефон",
        "the officer is reaching for my phone",
        "he wants to see my phone",
        "they'll grab my phone",
        "требуют мой телефон",
        "хотят отобрать у меня телефон",
        "меня заставляют разблокировать телефон, то есть требуют мой телефон",
        "телефонымды жұлып алмақ",
        "менен телефонды сұрап тұр",
        "телефонымды тексереді қазір, телефонымды сұрайды",
    ],
)
def test_what_is_wanted_of_the_writer_counts_as_the_next_moment(text: str) -> None:
    assert phone_taking(text, HEARD) is Taking.OWN


@pytest.mark.parametrize(
    "text",
    [
        "now they'll grab the phone",
        "they are collecting phones",
        "the phones are being collected",
        "give me your phone they say",
        "hand over the phone he is shouting",
        "they want the ph",
        "сейчас заберут телефон",
        "щас телефон отожмут",
        "вырывают из рук телефон",
        "отдай телефон кричат",
        "телефон сюда давай, орёт",
        "говорят сейчас заберут телефоны",
        "отбирают те",
        "у меня телефон заб",  # забирают or забрали
        "қазір телефонды тартып алады",
        "олар телефондарды жинап жатыр",
        "телефоныңды бер дейді",
        "телефонды алмақшы",
    ],
)
def test_a_phone_that_is_about_to_be_taken_may_be_the_writers(text: str) -> None:
    assert phone_taking(text, HEARD) is Taking.PERHAPS


@pytest.mark.parametrize(
    "text",
    [
        "забирают её телефо",
        "police are taking his pho",
        "у меня забрали телефо",
        "they took my pho",
        "телефонын алып жа",
        "police are taking her phone",
        "they are grabbing the phone from my brother",
        "they want my husband's phone",
        "they want my phone number",
        "can I ask for my phone back",
        "i want my phone back",
        "can they take the phone at the station",
        "i will take my phone with me",
        "they took the phone and he is gone",
        "his phone was cut off in the middle of the call",
        "he hung up, the phone is off",
        "give me the phone of a lawyer",
        "у мужа отбирают телефон",
        "у моего брата сейчас заберут телефон",
        "телефон мужа забирают",
        "телефон забрали, связи нет",
        "связь оборвалась, телефон отключён",
        "дайте телефон адвоката",
        "как забрать телефон",
        "могут ли забрать телефон",
        "ағамның телефонын тартып алып жатыр",
        "телефонын алып қойды",
        "телефоны өшіп қалды",
        "адвокаттың телефоны бар ма",
    ],
)
def test_another_phone_a_number_and_what_is_over_are_nothing_of_the_kind(text: str) -> None:
    assert phone_taking(text, HEARD) is Taking.NO


@pytest.mark.parametrize(
    "text",
    [
        "у меня забирают сы",
        "у меня забирают телефо!",  # a sign: they had time to end it
        "забирают сына",
        "i want his phone number",
        "у меня",
        "т",
    ],
)
def test_not_every_beginning_is_a_phone(text: str) -> None:
    assert phone_taking(text, HEARD) is Taking.NO


@pytest.mark.parametrize(
    "text",
    [
        "police are taking her phone",
        "мужа задержали, у него забирают телефон",
        "муж задержан, забирают его телефон",
        "у моей сестры забирают телефон",
        "у меня сына забирают в отдел, телефон не отвечает",
        "телефонын алып жатыр",
        "адвокат говорит, телефон заберут",
        "counsel says the phone will be taken",
        "сын пишет: у меня забирают телефон",
        "he said they are taking my phone",
        "у меня вчера забрали телефон",
        "they took my phone yesterday",
        "у меня не забирают телефон",
        "если у меня заберут телефон",
        "у меня могут забрать телефон",
        "забирают телефон у сына",
        "husband detained, they take his phone",
    ],
)
def test_somebody_elses_phone_another_time_or_only_perhaps(text: str) -> None:
    assert not is_taken(text, HEARD)
