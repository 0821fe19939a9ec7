"""A lawyer's way to the station: one row of what can come next, the state on every card, and what follows from it."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from handlers.cards import visit_way
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import START, Desk, Person
from tests.casework.told_stations import CALLED

HELD = "police took Dana Made-Up in Almaty"
TAKEN_TO = "the made-up Almaly station"


async def taken(desk: Desk, language: str = "en") -> tuple[Person, Person, Person]:
    """Marat has the case of Rita; Olga coordinates."""
    marat, olga = await desk.lawyer("Marat", languages=(language,)), await desk.coordinator()
    rita = await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    for one in (marat, olga, rita):
        one.rang()
    return marat, olga, rita


async def acts(desk: Desk, person: Person, *words: str, every: float = 5) -> None:
    """These, one after the other, each some minutes after the one before."""
    for word in words:
        await desk.later(minutes=every)
        await person.presses_data(f"first:{(await desk.case()).id}:{word}")


def row(person: Person) -> str:
    """The first row of buttons on the card of the case."""
    return next(line for line in person.sees("Case ").splitlines() if line.startswith("["))


async def test_the_row_of_buttons_follows_what_was_said_last(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    assert row(marat) == "[📞 Contacted] [🚗 On my way] [🚪 At the door]"
    for label, following in (
        ("Contacted", "[🚗 On my way] [🚪 At the door]"),
        ("On my way", "[🚪 At the door]"),
        ("At the door", "[✅ Let in] [⛔ Not let in]"),
        ("Not let in", "[✅ Let in] [⛔ Not let in]"),
        ("Let in", "[🚶 I am out]"),
        ("I am out", "[🚗 On my way] [🚪 At the door]"),
    ):
        await marat.presses(label)
        assert row(marat) == following, label


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_state_stands_with_its_time_on_the_owners_card_and_on_the_coordinators(
    desk: Desk, language: str
) -> None:
    marat, olga, _ = await taken(desk, language)
    await olga.opens(await desk.case())
    await olga.writes("/cases")
    await acts(desk, marat, "on_my_way", "at_station", "refused", "refused", "admitted")
    say = desk.service.words.say

    def said(act: str, minute: int, of: str) -> str:
        return f"{say(of, f'done-{act}')} 17.09 12:{minute:02}"

    for person, of in ((marat, language), (olga, "en")):
        way = (("on-my-way", 5), ("at-station", 10), ("refused", 15), ("refused", 20), ("admitted", 25))
        person.sees(" · ".join(said(act, minute, of) for act, minute in way))
    olga.sees("Open now", "with Marat · ✅ inside 17.09 12:25")
    async with desk.reading() as tx:
        history = (await view_of(tx, await desk.case())).history("visit")
    assert [(fact.value, fact.time) for fact in history][-1] == ("admitted", START + timedelta(minutes=25))


async def test_what_an_earlier_owner_said_is_not_the_new_ones_way(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    saule = await desk.lawyer("Saule")
    await acts(desk, marat, "on_my_way", "at_station")
    await marat.presses("Give back")
    await saule.presses("I'll take it")
    await acts(desk, saule, "contacted")
    assert row(saule) == "[🚗 On my way] [🚪 At the door]"
    saule.sees_nothing_of("🚪 at the door")


async def test_every_act_is_a_line_of_the_timeline_too(desk: Desk) -> None:
    marat, olga, _ = await taken(desk)
    await acts(desk, marat, "at_station", "refused", "admitted", "out")
    assert [line[:2] for line in await desk.history()][-4:] == [
        ("at_station", "Marat"),
        ("refused", "Marat"),
        ("admitted", "Marat"),
        ("out", "Marat"),
    ]
    await olga.opens(await desk.case())
    await olga.presses("History")
    olga.sees("12:10 not let in · Marat", "12:15 let in · Marat", "12:20 out again · Marat")


# --- not let in


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_coordinators_hear_of_a_refusal_at_once_with_the_place_and_the_lawyers_number(
    desk: Desk, language: str
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator(languages=(language,))
    rita = await desk.reports("police took a man in Almaty")
    await rita.writes("Dana Made-Up", "Abay street 10")
    await rita.presses_data("report/when:now")
    await rita.presses_data("report/ongoing:yes")
    await rita.writes(TAKEN_TO)
    await marat.presses("I'll take it")
    olga.rang()
    await acts(desk, marat, "at_station", "refused")
    say = desk.service.words.say
    olga.sees(
        say(language, "ask-refused"),
        say(language, "ask-refused-at", time="17.09 12:10"),
        say(language, "ask-refused-where", where=f"{CALLED[language]} «{TAKEN_TO}»"),
        f"• Marat: {(await desk.membership(marat)).phone}",
    )
    olga.sees_nothing_of("Dana", "Abay")
    assert olga.rang() == 1
    marat.sees("not let in, 17.09 12:10. Coordinators are told.")
    await acts(desk, marat, "refused")
    assert olga.rang() == 1  # one more, and again with a sound
    olga.sees(say(language, "ask-refused-at", time="17.09 12:15"))


async def test_a_refusal_is_settled_when_the_lawyer_is_let_in(desk: Desk) -> None:
    marat, olga, _ = await taken(desk)
    await acts(desk, marat, "refused")
    olga.sees("not let in", "Which station it is, nobody has said.")
    await acts(desk, marat, "admitted")
    olga.sees_nothing_of("Call the station")
    olga.sees("Settled")


# --- inside


@pytest.mark.parametrize("language", LANGUAGES)
async def test_three_hours_inside_are_asked_about_and_without_an_answer_coordinators_ring(
    desk: Desk, language: str
) -> None:
    desk.without_clocks()
    marat, olga, _ = await taken(desk, language)
    await acts(desk, marat, "admitted")
    say, code = desk.service.words.say, (await desk.case()).code
    asked = say(language, "visit-inside-asked", code=code, time="17.09 12:05")
    await desk.later(hours=2, minutes=59)
    marat.sees_nothing_of(asked)
    await desk.later(minutes=1)
    marat.sees(asked, say(language, "button-out"), say(language, "button-still-inside"))
    await desk.later(minutes=29)
    olga.sees_nothing_of("does not answer")
    await desk.later(minutes=1)
    olga.sees("does not answer whether they are out", f"• Marat: {(await desk.membership(marat)).phone}")
    await marat.presses_data(f"first:{(await desk.case()).id}:out")
    olga.sees_nothing_of("does not answer")


async def test_whoever_is_still_inside_is_asked_again_three_hours_later(desk: Desk) -> None:
    desk.without_clocks()
    marat, olga, _ = await taken(desk)
    await acts(desk, marat, "admitted")
    await desk.later(hours=3)
    await marat.presses("Still inside")
    marat.sees("still inside. You will be asked again")
    await desk.later(hours=2, minutes=50)
    olga.sees_nothing_of("does not answer")
    marat.rang()
    await desk.later(minutes=10)
    assert marat.rang() == 1
    marat.sees("inside since 17.09 12:05")


async def test_nobody_is_asked_who_is_out_or_has_the_case_no_more(desk: Desk) -> None:
    marat, olga, _ = await taken(desk)
    await acts(desk, marat, "admitted", "out")
    assert await desk.waits_until("inside") is None
    await acts(desk, marat, "admitted")
    await marat.presses("Released", "Released")
    marat.rang(), olga.rang()
    await desk.later(hours=5)
    assert (marat.rang(), olga.rang()) == (0, 0)


@pytest.mark.slow
async def test_a_button_of_being_inside_from_before_does_nothing_once_out(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    await acts(desk, marat, "admitted")
    await desk.later(hours=3)
    message, button = marat.screen.button("Still inside")
    await acts(desk, marat, "out")
    await marat.presses_data(button.data, message)
    assert await desk.waits_until("inside") is None


async def test_the_board_asks_the_ways_of_all_cases_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    marat, olga, _ = await taken(desk)
    await acts(desk, marat, "contacted")
    await desk.reports(HELD, name="Vera")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await acts(desk, marat, "on_my_way")
    asked = []
    fetch = visit_way.prefetch_steps

    async def counted(tx, cases):  # type: ignore[no-untyped-def]
        cases = list(cases)
        await fetch(tx, cases)
        asked.append(len(cases))

    monkeypatch.setattr(visit_way, "prefetch_steps", counted)
    await olga.writes("/cases")
    assert asked == [2]
    olga.sees("📞 contacted 17.09 12:05", "🚗 on the way 17.09 12:10")


async def test_what_they_said_before_they_gave_it_back_is_not_their_way_now(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    await acts(desk, marat, "admitted")
    await marat.presses("Give back")
    await desk.later(minutes=1)
    await marat.presses("I can after all")
    await acts(desk, marat, "contacted")
    assert row(marat) == "[🚗 On my way] [🚪 At the door]"
