"""Only the writer's own phone, at this moment: everything else is somebody else's, told by somebody, over or feared."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.flags import is_taken, taken, tells_taken_already

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
        "they want the ph",
        "отбирают те",
        "у меня телефон заб",  # забирают or забрали
        "забирают её телефо",
        "police are taking his pho",
        "у меня забрали телефо",
        "they took my pho",
        "телефонын алып жа",
        "мама говорит: у меня забирают теле",
    ],
)
def test_a_word_that_breaks_off_and_may_be_of_another_phone_or_time_is_asked_about(text: str) -> None:
    assert taken(text, HEARD) == (False, True)


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
    assert taken(text, HEARD) == (False, False)


def test_what_was_taken_before_is_told_from_what_is_being_taken() -> None:
    assert tells_taken_already("меня отпустили, телефон изъяли", HEARD)
    assert tells_taken_already("I was released, they confiscated my phone", HEARD)
    assert tells_taken_already("мені босатты, телефонымды алып қойды", HEARD)
    assert not tells_taken_already("they are taking his phone", HEARD)
    assert not tells_taken_already("меня отпустили", HEARD)


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
