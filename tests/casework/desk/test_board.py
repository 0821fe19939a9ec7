"""The coordinators' board: what is chosen of it, in one message, and in which order it stands while lawyers are short."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.presentation import Button
from core.traffic import Lane
from core.vocabulary import Role
from handlers.cards import live_cards
from tests.casework.clocks.test_clocks_of_a_case import almaty, claims
from tests.casework.proceedings.test_hearings import waiting
from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
ALL = {"en": "▾ All open", "ru": "▾ Все открытые", "kk": "▾ Бәрі ашық"}
WHERE = {"en": "▾ All regions", "ru": "▾ Все регионы", "kk": "▾ Барлық өңір"}
TAKEN = {
    "en": ("With a lawyer 1", "With a lawyer: 1"),
    "ru": ("С юристом 1", "С юристом: 1"),
    "kk": ("Заңгері бар 1", "Заңгері бар: 1"),
}


def board(person: Person) -> str:
    """Its text and buttons."""
    return person.screen.texts()[list(person.screen.messages).index(_number(person))]


def _number(person: Person) -> int:
    messages = person.screen.messages.items()
    return [
        number
        for number, shown in messages
        if any(b.data.startswith(("sift:", "accept:")) for row in shown.rows for b in row)
    ][-1]


async def chooses(person: Person, label: str) -> str:
    """One of the choices, whatever is chosen now; the board then."""
    which = next(b.label for b in buttons(person) if b.data.endswith("ask-which"))
    await person.presses(which, label)
    return board(person)


def buttons(person: Person) -> list[Button]:
    """Of the board."""
    return [button for row in person.screen.messages[_number(person)].rows for button in row]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_one_message_shows_what_is_chosen_and_follows_it(desk: Desk, language: str) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator(languages=(language,))
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.reports("police took a man in Almaty, near the old theatre", name="Sara")
    taken, free = await desk.case(0), await desk.case(1)
    await olga.writes("/cases")
    await olga.presses(ALL[language], TAKEN[language][0])
    assert TAKEN[language][1] in board(olga)
    assert taken.code in board(olga)
    assert free.code not in board(olga)
    await marat.presses_data(f"back:{taken.id}")
    assert taken.code not in board(olga)  # it is live
    drawn = [shown for shown in olga.screen.messages.values() if "sift:" in str(shown.rows)]
    assert len(drawn) == 1
    await olga.writes("/cases")
    assert ALL[language] in board(olga)  # nothing is left out of sight by an old choice
    assert taken.code in board(olga)


@pytest.mark.slow
async def test_each_choice_says_how_many_there_are(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await desk.reports("a trial began in Astana", name="Sara")
    await desk.reports("police took a man in Almaty", name="Timur")
    await olga.presses_data(f"closed:{(await desk.case(2)).id}:other")
    await olga.writes("it has ended otherwise")
    await rita.presses_data("hide:now")
    await olga.writes("/cases")
    await olga.presses("▾ All open")
    labels = [button.label for button in buttons(olga)]
    assert labels == [
        "All open 2",
        "By station 1",
        "Waiting for me 2",  # the phone that is being taken, and a record that wakes nobody
        "No lawyer 1",
        "With a lawyer 0",
        "Not let in 0",
        "Inside 0",
        "Overdue 0",
        "Station unknown 1",
        "Records 1",
        "Hearings 0",
        "Chat silent 1",
        "❔ Not verified 2",
        "Closed lately 1",
        "Mine 0",
    ]
    await olga.presses("Chat silent 1")
    assert (await desk.case(0)).code in board(olga)
    assert (await desk.case(1)).code not in board(olga)
    for_olga = await chooses(olga, "Waiting for me 2")
    assert [(await desk.case(number)).code in for_olga for number in range(3)] == [True, True, False]
    assert (await desk.case(2)).code in await chooses(olga, "Closed lately 1")
    assert "Closed in the last 7 days: 1" in board(olga)
    assert "other" in board(olga).lower()
    await desk.later(hours=24 * 7 + 1)
    await olga.writes("/cases")
    await olga.presses("▾ All open")
    assert "Closed lately 0" in [button.label for button in buttons(olga)]


@pytest.mark.slow
async def test_overdue_clocks_are_found(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it")
    await claims(desk, marat, "started", almaty(17, "12:00"))
    await olga.writes("/cases")
    await olga.presses("▾ All open")
    assert "Overdue 0" in [button.label for button in buttons(olga)]
    await desk.later(hours=80)
    await olga.writes("/cases")
    assert "Held longer than the law allows: surely 1, perhaps 0" in await chooses(olga, "Overdue 1")
    assert (await desk.case()).code in board(olga)


@pytest.mark.slow
async def test_hearings_within_two_days_stand_with_their_time(desk: Desk) -> None:
    await waiting(desk, time="19.09 10:00")
    olga = await desk.coordinator()
    await olga.writes("/cases")
    shown = await chooses(olga, "Hearings 1")
    assert "A hearing within 48 hours: 1" in shown
    assert "· hearing 19.09 10:00" in shown
    await desk.later(hours=48)
    await olga.writes("/cases")
    await olga.presses("▾ All open")
    assert "Hearings 0" in [button.label for button in buttons(olga)]


async def test_a_hearing_in_a_week_is_not_soon(desk: Desk) -> None:
    await waiting(desk, time="25.09 10:00")
    olga = await desk.coordinator()
    await olga.writes("/cases")
    await olga.presses("▾ All open")
    assert "Hearings 0" in [button.label for button in buttons(olga)]


async def test_mine_are_those_that_i_have_and_those_that_i_opened(desk: Desk) -> None:
    olga, igor = await desk.coordinator(), await desk.coordinator("Igor")
    for name in ("Rita", "Sara", "Timur"):
        await desk.reports(HELD, name=name)
    first, second, third = [await desk.case(number) for number in range(3)]
    await olga.opens(first)
    await olga.opens(second)
    await olga.presses_data(f"take:{second.id}")
    await igor.opens(third)
    await olga.writes("/cases")
    shown = await chooses(olga, "Mine 2")
    assert first.code in shown
    assert second.code in shown
    assert third.code not in shown


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_region_is_chosen_among_those_where_something_is_open(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(HELD)
    await desk.reports("police took a man in Astana", name="Sara")
    here, there = await desk.case(0), await desk.case(1)
    await olga.writes("/cases")
    await olga.presses(WHERE[language])
    labels = [button.label for button in buttons(olga)]
    assert len(labels) == 3
    region = desk.service.gazetteer.name(str(there.region), language)
    await olga.presses(f"{region} 1")
    assert region in board(olga).splitlines()[0]
    assert there.code in board(olga)
    assert here.code not in board(olga)
    await olga.presses(ALL[language], TAKEN[language][0].replace("1", "0"))
    assert region in board(olga)  # the region stays while something else is chosen


async def test_pages_of_a_choice_begin_anew(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(14):
        await desk.reports("a trial began in Almaty", name=f"Rita {number}")
    await olga.writes("/cases")
    await olga.presses("▶")
    shown = await chooses(olga, "Records 14")
    assert "[1/2]" in shown
    await olga.presses("▶")
    assert "[2/2]" in board(olga)
    assert "Records: 14" in board(olga)


@pytest.mark.parametrize("word", ["nobody", "in-nowhere", "in-", "ask-", "ask-when", "", "open/x"])
async def test_what_no_button_carries_chooses_nothing(desk: Desk, word: str) -> None:
    olga = await desk.coordinator()
    await olga.writes("/cases")
    before = board(olga)
    card = buttons(olga)[-1].data.split(":")[1]
    await olga.presses_data(f"sift:{card}:{word}")
    assert before in olga.screen.texts()


async def test_a_region_that_is_not_known_any_more_and_a_choice_of_another_version_show_what_there_is(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.writes("/cases")
    for chosen, expected in (("taken/atlantis/", "With a lawyer: 0 · atlantis"), ("later/x/y", "Open now")):
        async with desk.writing() as tx:
            (card,) = await tx.cards.by(subject="board")
            tx.cards.put(replace(card, chosen=chosen, wanted=card.wanted + 1))
        assert expected in board(olga)


async def test_nobody_chooses_on_the_board_of_another_and_administrators_not_at_all(desk: Desk) -> None:
    olga, igor = await desk.coordinator(), await desk.coordinator("Igor")
    vera = await desk.member("Vera", Role.ADMINISTRATOR)
    await desk.reports(HELD)
    for one in (olga, vera):
        await one.writes("/cases")
    card = buttons(olga)[-1].data.split(":")[1]
    shown = board(olga)
    for one in (igor, vera):
        await one.presses_data(f"sift:{card}:taken")
    assert board(olga) == shown
    assert vera.screen.drawn("Open now").count("[") == 0


async def test_a_board_of_very_many_cases_follows_a_little_later_and_a_press_on_it_shows_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    for number in range(2):
        await desk.reports(HELD, name=f"Rita {number}")
    await marat.presses("I'll take it")
    await olga.writes("/cases")
    for many, follows in ((3, None), (2, desk.now + live_cards.BOARD_FOLLOWS)):
        monkeypatch.setattr(live_cards, "MANY", many)
        async with desk.database.write(desk.now) as tx:
            (before,) = await tx.cards.by(subject="board")
            for _ in range(3):
                await live_cards.touch_boards(tx)
            (card,) = await tx.cards.by(subject="board")
            assert (card.wanted, card.not_before) == (before.wanted + 1, follows)
            pressed = live_cards.touch_at_once(tx, card)
            assert (pressed.lane, pressed.not_before) == (Lane.REPLY, None)
            told_to_wait = replace(card, attempts=1, not_before=desk.now)
            assert live_cards.touch_at_once(tx, told_to_wait).not_before == desk.now
            tx.cards.put(card)
            asked_anew = await live_cards.renew(tx, "board", 0, card.address_id, Lane.REPLY)
            assert (asked_anew.message_id, asked_anew.not_before) == (None, None)
            assert live_cards.move_to_end(tx, card).not_before is None
            tx.cards.put(before)


async def test_while_lawyers_are_short_children_come_first_and_it_says_why(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    told = (
        "police took a man in Almaty, he needs medicine",
        "police took a man in Almaty, he is injured",
        "police took a boy of 15 in Almaty",
    )
    for number, words in enumerate(told):
        await desk.reports(words, name=f"Rita {number}")
    medicine, injured, child = [(await desk.case(number)).code for number in range(3)]
    await olga.writes("/cases")
    shown = board(olga)
    assert shown.index(child) < shown.index(injured) < shown.index(medicine)
    assert "⬆ a child" in shown.partition(child)[2].partition("\n")[0]
    assert "⬆ injured" in shown.partition(injured)[2].partition("\n")[0]
    assert "⬆" not in shown.partition(medicine)[2].partition("\n")[0]
    await marat.writes("/cases")
    shown = board(marat)
    assert shown.index(child) < shown.index(injured) < shown.index(medicine)
    assert "⬆ Please look at this one first" in shown
    marat.sees_nothing_of("child")
    for name in ("Saule", "Timur"):
        await desk.lawyer(name)
    await olga.writes("/cases")
    shown = board(olga)
    assert "⬆" not in shown
    assert shown.index(medicine) < shown.index(child)


async def test_cases_that_look_for_nobody_make_lawyers_no_shorter(desk: Desk) -> None:
    """One has a lawyer, one is only a record: beside them as many cases wait as there are lawyers."""
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.reports(HELD, name="Rita 0")
    await marat.presses("I'll take it")
    await desk.lawyer("Saule")
    for number, words in enumerate((HELD, HELD, "police took a boy of 15 in Almaty"), 1):
        await desk.reports(words, name=f"Rita {number}")
    async with desk.writing() as tx:
        record = await desk.case(1)
        tx.cases.put(replace(record, alerting=False))
    await olga.writes("/cases")
    assert "⬆" not in board(olga)
    async with desk.writing() as tx:
        tx.cases.put(replace(record, alerting=True))
    await olga.writes("/cases")
    assert "⬆ a child" in board(olga)


async def test_lawyers_of_elsewhere_are_no_help(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(5):
        await desk.lawyer(f"Lawyer {number}", cities=("aktau",))
    for words in (HELD, "police took a boy of 15 in Almaty"):
        await desk.reports(words, name=words)
        await desk.later(seconds=timedelta(minutes=1).total_seconds())
    await olga.writes("/cases")
    assert "⬆ a child" in board(olga)


@pytest.mark.slow
async def test_in_the_morning_lawyers_are_asked_about_the_child_first(desk: Desk) -> None:
    """All that nobody has taken in the night is asked about at one moment: who comes first rings first."""
    await desk.coordinator()
    for name in ("Rita", "Sara"):
        await desk.reports(HELD, name=name)
    await desk.reports("police took a boy of 15 in Almaty", name="Timur")
    child = await desk.case()
    await desk.later(hours=14)  # 2:00 in Almaty: everybody was asked, and there was nobody
    await desk.lawyer("Marat")
    async with desk.writing() as tx:  # all are due at one moment
        for timer in await tx.timers.by(kind="morning", parked=False):
            tx.timers.put(replace(timer, due_at=desk.now))
    await desk.later()
    offer = await desk.offer_to("Marat", child)
    assert offer.number == 1
