"""What a lawyer types of their way does all that its button does, whatever else stands beside it."""

import pytest

from core.model import Case
from handlers.cards.case_loading import view_of
from storage import audit
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def taken(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """A case that Marat has taken and done nothing in yet, and a coordinator."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    olga.rang()
    return marat, olga


async def stands(desk: Desk) -> list[str]:
    """The steps of the case, in their order."""
    async with desk.reading() as tx:
        return [str(fact.value) for fact in (await view_of(tx, await desk.case())).history("visit")]


async def waits_for_a_first_action(desk: Desk) -> bool:
    case: Case = await desk.case()
    timers = [await desk.waits_until(kind) for kind in ("first-action", "reminder")]
    assert (case.first_action_at is None) == (timers != [None, None]), "the case and its timers disagree"
    return case.first_action_at is None


@pytest.mark.parametrize(
    ("language", "text", "step"),
    [
        ("ru", "Еду, буду через час", "on_my_way"),
        ("ru", "выезжаю в Алмалинский отдел", "on_my_way"),
        ("ru", "Добрый день! Выехал из офиса", "on_my_way"),
        ("ru", "приехала в отдел, жду дежурного", "at_station"),
        ("en", "I'm at Medeu police. They confirm 12", "at_station"),
        ("ru", "я в Медеуском РОВД, подтвердили двенадцать", "at_station"),
        ("kk", "бөлімдемін, кезекшіні күтіп отырмын", "at_station"),
        ("ru", "пустили, говорю со следователем", "admitted"),
        ("ru", "не пустили, сказали ждать до утра", "refused"),
        ("en", "On my way, there in an hour", "on_my_way"),
        ("en", "on my way to the Almaly station", "on_my_way"),
        ("en", "arrived at the station, waiting for the officer", "at_station"),
        ("en", "let in, talking to the investigator", "admitted"),
        ("kk", "Жолдамын, бір сағаттан кейін боламын", "on_my_way"),
        ("kk", "Алмалы бөліміне бара жатырмын", "on_my_way"),
        ("kk", "бөлімге келдім, кезекшіні күтіп тұрмын", "at_station"),
        ("kk", "кіргізді, тергеушімен сөйлесіп отырмын", "admitted"),
    ],
)
async def test_a_step_with_other_words_beside_it_ends_the_wait_for_a_first_action(
    desk: Desk, language: str, text: str, step: str
) -> None:
    marat, _ = await taken(desk, language)
    assert await waits_for_a_first_action(desk)
    await marat.writes(text)
    assert await stands(desk) == [step]
    assert not await waits_for_a_first_action(desk)
    await desk.later(minutes=40)
    assert (await desk.case()).owner_id == (await desk.membership(marat)).id


async def test_the_watchman_finds_nobody_unminded_after_it(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await marat.writes("on my way, there in an hour")
    async with desk.reading() as tx:
        assert "unminded" not in await audit.read_sights(tx)


@pytest.mark.parametrize(
    "text",
    [
        "еду брали с собой",  # food
        "не выезжаю пока",
        "выезжаю?",
        "пустили слух, что его увезли",
        "мать говорит, пустили",
        "вышел следователь, сказал ждать",
        "the mother was not let in",
        "анасын кіргізбеді",
    ],
)
async def test_what_only_sounds_like_a_step_is_a_note_with_the_buttons_below(desk: Desk, text: str) -> None:
    marat, olga = await taken(desk, "ru")
    await marat.writes(text)
    assert await stands(desk) == []
    assert await waits_for_a_first_action(desk)
    assert olga.rang() == 0
    marat.sees("[🚗")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "приехал, не пускают"),
        ("ru", "приехал не пускают"),
        ("ru", "стою у Алмалинского РОВД, не пускают"),
        ("ru", "я на месте, но меня не пускают"),
        ("ru", "Я в отделе. Дежурный сказал, что адвокатов сегодня не пускают"),
        ("ru", "пустили в здание, к задержанному не пускают"),
        ("ru", "у входа, отказали в допуске"),
        ("en", "arrived, they won't let me in"),
        ("en", "I am at the door of the station, not let in"),
        ("en", "standing outside, they are not letting me in"),
        ("kk", "келдім, кіргізбей жатыр"),
        ("kk", "бөлімнің есігі алдында тұрмын, кіргізбейді"),
    ],
)
async def test_who_has_arrived_and_is_not_let_in_is_not_let_in(desk: Desk, language: str, text: str) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(text)
    assert await stands(desk) == ["refused"]
    assert not await waits_for_a_first_action(desk)
    assert olga.rang() == 1
    olga.sees(desk.service.words.say(language, "ask-refused"), "Marat: ")
    marat.sees(desk.service.words.say(language, "button-admitted"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "не могу доехать, машина сломалась"),
        ("ru", "К сожалению, сегодня не смогу приехать"),
        ("ru", "застрял в пробке, не успеваю доехать"),
        ("ru", "выехал, но не доеду"),
        ("en", "I can't get there, my car broke down"),
        ("en", "Sorry, I won't be able to come today"),
        ("kk", "бара алмаймын, көлігім бұзылды"),
        ("kk", "кешіріңіз, бүгін жете алмайтын болдым"),
    ],
)
async def test_who_cannot_come_is_offered_to_hand_it_over_and_coordinators_hear_it(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await taken(desk, language)
    say = desk.service.words.say
    await marat.writes(text)
    assert await stands(desk) == []
    assert await waits_for_a_first_action(desk)  # nobody is on the way: the case is offered again in time
    assert (olga.rang(), olga.lanes()) == (1, ["alert"])
    olga.sees(say(language, "ask-cannot-come"), "Marat: ", f"[{say(language, 'button-offer-again')}]")
    olga.sees_nothing_of(text)
    await marat.presses(say(language, "button-hand-over").lstrip("🤝 "))
    marat.sees(say(language, "handing-whom"))


async def test_what_coordinators_read_of_it_ends_when_the_lawyer_comes_after_all(desk: Desk) -> None:
    marat, olga = await taken(desk)
    await marat.writes("I can't get there, my car broke down")
    await marat.writes("on my way, a neighbour drives me")
    olga.sees_nothing_of("cannot come")
    assert await stands(desk) == ["on_my_way"]


async def test_a_second_lawyer_who_cannot_come_can_give_it_back_and_the_first_hears_of_it(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports("police took a child and Dana Made-Up in Almaty, they are beaten")
    await marat.presses("I'll take it")
    await saule.presses("I'll take it")
    await marat.writes("on my way")
    marat.rang(), olga.rang()
    await saule.writes("I can't get there, my car broke down")
    saule.sees("[Give back]")
    assert marat.rang() == 1
    assert olga.rang() == 0  # the first lawyer is on the way
    await saule.presses("Give back")
    assert (await desk.case()).second_id is None
