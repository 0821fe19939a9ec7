"""Only the writer's own phone, at this moment: everything else is somebody else's, told by somebody, over or feared."""

import pytest

from core.resources.word_files import load_heard
from core.understanding.flags import is_taken

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
