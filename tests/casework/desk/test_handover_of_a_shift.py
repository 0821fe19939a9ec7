"""``/handover``: a coordinator's open questions go to the next one at the end of a shift, and back by one tap until then."""

import pytest

from tests.casework.story_desk import Desk, Person

NOTHING = {"en": "Nothing to add", "ru": "Добавить нечего", "kk": "Қосарым жоқ"}
TAKE = {"en": "I have it", "ru": "Принимаю", "kk": "Қабылдаймын"}
UNDO = {"en": "Take it back", "ru": "Отменить", "kk": "Қайтарып алу"}
TAKEN = {
    "en": "Igor has taken over your open questions",
    "ru": "Igor: ваши открытые вопросы приняты",
    "kk": "Igor ашық мәселелеріңізді қабылдады",
}
BACK = {"en": "Olga has taken it back", "ru": "Olga отменяет передачу", "kk": "Olga қайтарып алды"}
MOVED = {"en": "With Igor now", "ru": "Теперь этим занимается Igor", "kk": "Енді мұнымен Igor айналысады"}


async def shift(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """Olga was asked about a record and has opened an alarm; Igor is on duty after her."""
    olga = await desk.coordinator(languages=(language,))
    igor = await desk.coordinator("Igor", languages=(language,), on_duty=True)
    await desk.coordinator("Vera")
    await desk.reports("police took Dana Made-Up in Almaty")
    await olga.opens(await desk.case())
    await desk.reports("a trial began in Almaty", name="Sara")
    for one in (olga, igor):
        one.rang()
    return olga, igor


async def hands_over(olga: Person, note: str = "") -> None:
    """To Igor."""
    await olga.writes("/handover")
    await olga.presses("Igor")
    if note:
        await olga.writes(note)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_the_next_one_reads_one_card_and_has_it_when_they_say_so(desk: Desk, language: str) -> None:
    olga, igor = await shift(desk, language)
    first, second = await desk.case(0), await desk.case(1)
    await olga.writes("/handover")
    shown = olga.screen.texts()[-1]
    assert first.code in shown
    assert second.code in shown
    assert shown.index("[Igor]") < shown.index("[Vera]")  # who is on duty comes first
    await olga.presses("Igor")
    await olga.writes("the family will call at eight")
    assert igor.rang() == 1
    card = igor.sees("«the family will call at eight»", first.code, second.code)
    assert "Dana" not in card
    olga.sees("«the family will call at eight»", "Igor")
    await igor.presses(TAKE[language])
    igor.sees("«the family will call at eight»", f"• 🟠 {first.code}", f"[{second.code}] [{first.code}]")
    olga.sees(TAKEN[language])
    olga.sees(MOVED[language])
    olga.sees_nothing_of("Dana")
    assert igor.screen.has(f"open:{second.id}")
    assert await desk.waits_until("handover") is None


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_one_tap_takes_it_back_and_nothing_has_moved(desk: Desk, language: str) -> None:
    olga, igor = await shift(desk, language)
    await hands_over(olga)
    await olga.presses(NOTHING[language])
    taking = next(
        b.data for m in igor.screen.messages.values() for r in m.rows for b in r if "handtake" in b.data
    )
    await olga.presses(UNDO[language])
    igor.sees(BACK[language])
    await igor.presses_data(taking)
    olga.sees_nothing_of(MOVED[language], TAKEN[language])
    assert olga.screen.has(f"open:{(await desk.case()).id}")


async def test_whoever_is_not_answered_hears_it_after_half_an_hour_and_still_has_all(desk: Desk) -> None:
    olga, _ = await shift(desk)
    await hands_over(olga, "nothing new")
    await desk.later(minutes=29)
    olga.rang()
    await desk.later(minutes=1)
    assert olga.rang() >= 1
    olga.sees("who has not accepted yet")


async def test_the_card_follows_what_is_open_until_it_is_accepted(desk: Desk) -> None:
    olga, igor = await shift(desk)
    await hands_over(olga, "nothing new")
    first = await desk.case(0)
    await olga.presses_data(f"closed:{first.id}:other")
    await olga.writes("/handover")
    assert first.code not in olga.screen.texts()[-1]
    await igor.presses("I have it")
    olga.sees("Igor has taken over")


async def test_only_whom_it_is_for_takes_it_and_only_who_gave_it_takes_it_back(desk: Desk) -> None:
    olga, igor = await shift(desk)
    vera = await desk.coordinator("Zarina")
    await hands_over(olga, "nothing new")
    cards = {
        b.data
        for m in (*igor.screen.messages.values(), *olga.screen.messages.values())
        for r in m.rows
        for b in r
    }
    for data in (one for one in cards if one.startswith(("handtake", "handback"))):
        await vera.presses_data(data)
    for person, way in ((olga, "handtake"), (igor, "handback")):
        await person.presses_data(next(one for one in cards if one.startswith(way)))
    olga.sees("who has not accepted yet")


async def test_with_nothing_open_nobody_is_asked_and_lawyers_have_no_such_command(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await olga.writes("/handover")
    olga.sees("Nothing is open: there is nothing to hand over.")
    await marat.writes("/handover")
    marat.sees("no such command")


async def test_where_nobody_else_coordinates_it_says_so(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("a trial began in Almaty")
    await olga.writes("/handover")
    olga.sees("There is no other coordinator")
