"""However a lawyer writes that they are kept out, a coordinator hears it; and what is written of violence."""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
KEPT_OUT = [  # written before the vocabulary was read
    ("kk", "мені ішке кіргізбей қойды"),
    ("kk", "Есік алдында екі сағаттан бері күттіріп отыр"),
    ("kk", "мұнда ондай адам жоқ дейді кезекші"),
    ("kk", "адвокатқа рұқсат жоқ деп айтты"),
    ("kk", "ертең келіңіз дейді"),
    ("kk", "қақпа жабық, ешкім шықпайды"),
    ("kk", "Келдім, бірақ қорғаушыны жібермейді"),
    ("kk", "кездесуге рұқсат бермеді, тергеуші қол қоюы керек дейді"),
    ("kk", "ордерімді көрсеттім, бәрібір өткізбеді"),
    ("ru", "меня не пустили внутрь"),
    ("ru", "Приехал, держат на проходной уже второй час"),
    ("ru", "дежурный говорит, что такого у них нет"),
    ("ru", "сказали, адвокату нельзя пока идёт допрос"),
    ("ru", "велели приходить завтра с утра"),
    ("ru", "дверь заперта, на звонок никто не выходит"),
    ("ru", "не дают свидания с подзащитным"),
    ("ru", "требуют разрешение следователя, без него не пропускают"),
    ("ru", "развернули у ворот, ордер не приняли"),
    ("en", "they wouldn't let me in"),
    ("en", "I'm at the desk, been kept waiting for over an hour"),
    ("en", "The officer claims there is nobody by that name here"),
    ("en", "no lawyers allowed until the interrogation is over"),
    ("en", "was told to come back tomorrow"),
    ("en", "the gate is locked and no one answers"),
    ("en", "they are not letting me see my client"),
    ("en", "Arrived but they turned me away at the entrance"),
    ("en", "they say I need the investigator's permission first"),
]


async def taken(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """A case that Marat has taken and done nothing in yet, and a coordinator."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    olga.rang()
    return marat, olga


async def said(desk: Desk, kind: str) -> list[str]:
    """What holds of this kind, in its order."""
    async with desk.reading() as tx:
        return [str(fact.value) for fact in (await view_of(tx, await desk.case())).history(kind)]


@pytest.mark.parametrize(("language", "text"), KEPT_OUT)
async def test_a_lawyer_who_is_kept_out_reaches_a_coordinator(desk: Desk, language: str, text: str) -> None:
    marat, olga = await taken(desk, language)
    await marat.writes(text)
    assert await said(desk, "visit") == ["refused"]
    assert (olga.rang(), olga.lanes()) == (1, ["alert"])
    olga.sees(desk.service.words.say(language, "ask-refused"), "Marat: ")
    assert (await desk.case()).first_action_at is not None
    say = desk.service.words.say
    marat.sees(say(language, "button-unsaid"), say(language, "button-papers-refused"))


async def test_a_refusal_is_undone_with_one_press_and_the_words_stay(desk: Desk) -> None:
    marat, olga = await taken(desk)
    await marat.writes("on my way", "the gate is locked")
    olga.sees("The lawyer is not let in")
    await marat.presses("Undo")
    assert await said(desk, "visit") == ["on_my_way"]
    assert await said(desk, "note") == ["the gate is locked"]
    olga.sees("Settled:")
    olga.sees_nothing_of("The lawyer is not let in")
    assert ("visit_void", "Marat", {}) in await desk.history()
    marat.sees("taken back", "At the door")


async def test_a_refusal_after_which_something_else_was_said_is_not_undone(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await marat.writes("the gate is locked")
    message, undo = marat.screen.button("Undo")
    await marat.writes("let in")
    await marat.presses_data(undo.data, message)
    assert await said(desk, "visit") == ["refused", "admitted"]
    marat.sees("something else was said since")


async def test_from_a_refusal_one_press_leads_to_the_complaint(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await marat.writes("they turned me away")
    await marat.presses("📄 Complaint")
    marat.sees("Complaint about a detention")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "бьют, синяки на руках"),
        ("ru", "У него разбита голова. Скорую не вызывают"),
        ("en", "he was beaten, bruises on his arms"),
        ("kk", "ұрып жатыр, қолы көгерген"),
    ],
)
async def test_what_a_lawyer_writes_of_violence_is_quoted_and_rings(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await taken(desk, language)
    say = desk.service.words.say
    await marat.writes(text)
    assert await said(desk, "note") == [text]
    assert (olga.rang(), olga.lanes()) == (1, ["alert"])
    olga.sees(say(language, "ask-harmed"), "Marat: ")
    olga.sees_nothing_of(text)
    marat.sees(say(language, "button-not-harmed"), say(language, "button-papers-harmed"))
    await marat.presses(say(language, "button-not-harmed"))
    olga.sees_nothing_of(say(language, "ask-harmed"))
    assert await said(desk, "note") == [text]


async def test_violence_beside_a_step_is_both(desk: Desk) -> None:
    marat, olga = await taken(desk)
    await marat.writes("let in, he was beaten")
    assert await said(desk, "visit") == ["admitted"]
    olga.sees("The lawyer writes of violence")
    marat.sees("inside since", "Coordinators are told at once")


@pytest.mark.parametrize("text", ["was he beaten?", "he is not injured", "no injuries, she is fine"])
async def test_what_is_asked_or_denied_of_violence_rings_nobody(desk: Desk, text: str) -> None:
    marat, olga = await taken(desk)
    await marat.writes(text)
    assert olga.rang() == 0
    assert await said(desk, "note") == [text]
