"""What a member types of themselves makes a sound for somebody else within a minute, whether or not the bot knows its words;
what is calm makes none.
"""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
THEMSELVES = [
    ("en", "I have a conflict of interest, I once defended the investigator"),
    ("en", "the ministry suspended my licence this morning"),
    ("en", "I have to recuse myself"),
    ("en", "an unknown man rang me and told me to think of my kids"),
    ("en", "two men grabbed me at the entrance"),
    ("ru", "мой ордер отозвали"),
    ("ru", "меня самого вызвали свидетелем по этому делу"),
    ("ru", "вынужден взять самоотвод"),
    ("ru", "за мной от суда едет серая машина"),
    ("ru", "у нас в конторе обыск"),
    ("kk", "менде мүдделер қақтығысы бар, бұрын тергеушіні қорғағанмын"),
    ("kk", "бүгін менің лицензиямды тоқтатты"),
    ("kk", "мені осы іс бойынша куә ретінде шақырды"),
    ("kk", "соттан бері артымнан сұр көлік келе жатыр"),
    ("kk", "қазір телефонымды алып қояды"),
]
CALM = [
    ("en", "on the way"), ("en", "court moved to 15:00"), ("en", "thanks"), ("en", "ok"),
    ("en", "good night"), ("en", "I'll write in the evening"),
    ("ru", "выехал"), ("ru", "суд перенесли на 15:00"), ("ru", "спасибо"), ("ru", "ок"),
    ("ru", "спокойной ночи"), ("ru", "напишу вечером"),
    ("kk", "жолға шықтым"), ("kk", "сот 15:00-ге ауыстырылды"), ("kk", "рахмет"), ("kk", "жарайды"),
    ("kk", "қайырлы түн"), ("kk", "кешке жазамын"),
]  # fmt: skip


async def with_case(desk: Desk, language: str) -> tuple[Person, Person]:
    """A lawyer who has one case, and a coordinator."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(seconds=30)
    olga.rang()
    return marat, olga


@pytest.mark.parametrize(("language", "text"), THEMSELVES)
async def test_a_lawyer_with_a_case_is_heard_and_can_give_it_up(desk: Desk, language: str, text: str) -> None:
    marat, olga = await with_case(desk, language)
    await marat.writes(text)
    await desk.later(minutes=1)
    assert olga.rang() == 1
    olga.sees(text)
    marat.sees(desk.service.words.say(language, "member-rung"))
    await marat.presses(desk.service.words.say(language, "button-ask-others"))
    assert (await desk.case()).owner_id is None


@pytest.mark.parametrize(("language", "text"), THEMSELVES)
async def test_a_lawyer_without_a_case_is_heard(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    await marat.writes(text)
    await desk.later(minutes=1)
    assert olga.rang() == 1
    olga.sees(text)


@pytest.mark.parametrize("named", ["Vera", "Esc"])
@pytest.mark.parametrize(("language", "text"), THEMSELVES)
async def test_a_coordinator_is_heard_by_another_or_by_the_list_for_emergencies(
    desk: Desk, language: str, text: str, named: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(HELD)
    if named == "Vera":
        other = await desk.coordinator("Vera", languages=(language,))
    else:
        other = await desk.lawyer(
            "Esc", languages=(language,), on_duty=False, escalation=True, cities=("aktau",)
        )
    await desk.later(seconds=30)
    other.rang()
    await olga.writes(text)
    await desk.later(minutes=1)
    assert other.rang() == 1
    other.sees(text)


@pytest.mark.parametrize(("language", "text"), CALM)
async def test_what_is_calm_makes_no_sound(desk: Desk, language: str, text: str) -> None:
    marat, olga = await with_case(desk, language)
    await marat.writes(text)
    await desk.later(minutes=5)
    assert olga.rang() == 0
