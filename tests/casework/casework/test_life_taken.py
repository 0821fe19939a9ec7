"""TAKEN: somebody has the case. Everything that follows, as people see it."""

from datetime import timedelta

import pytest

from tests.casework.story_desk import START, Desk

HELD = "police took Dana Made-Up in Almaty"


async def test_only_the_owner_reads_the_name_and_the_others_a_line(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    marat.sees_nothing_of("Dana")
    saule.sees_nothing_of("Dana")
    await marat.presses("I'll take it")
    marat.sees("yours", "Dana Made-Up")
    saule.sees("513-742: a colleague has taken it. Thank you.")
    saule.sees_nothing_of("Dana", "I'll take it")


async def test_the_card_comes_anew_without_a_sound_to_whoever_pressed_and_the_others_change(
    desk: Desk,
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    assert (marat.rang(), saule.rang()) == (1, 1)
    came = (marat.screen.came, saule.screen.came)
    await marat.presses("I'll take it")
    assert (marat.screen.came, saule.screen.came) == (came[0] + 1, came[1])
    assert (marat.rang(), saule.rang()) == (0, 0)
    assert marat.count("513-742") == 1


async def test_the_offer_is_accepted_the_others_are_withdrawn_and_both_say_when(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    await desk.later(minutes=2)
    await marat.presses("I'll take it")
    offers = await desk.offers()
    assert {name: (a.state, a.answered_at) for name, a in offers.items()} == {
        "Marat": ("accepted", START + timedelta(minutes=2)),
        "Saule": ("withdrawn", START + timedelta(minutes=2)),
    }
    assert offers["Marat"].reason is None


async def test_who_declined_is_not_made_a_withdrawn_one(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await saule.presses("I can't", "Too far")
    await marat.presses("I'll take it")
    assert await desk.states() == {"Marat": "accepted", "Saule": "declined"}


@pytest.mark.slow
async def test_the_search_ends_and_no_other_lawyer_is_rung_however_long_it_takes(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    assert await desk.waits_until("escalation") is None
    await desk.later(hours=48)
    assert igor.screen.came == 1  # that they are on the roster


async def test_the_owner_has_half_an_hour_for_a_first_action(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await desk.later(minutes=2)
    await marat.presses("I'll take it")
    assert await desk.waits_until("first-action") == START + timedelta(minutes=32)
    marat.sees('⏱ Say "Contacted" or "On my way" by 17.09 12:32')


async def test_case_and_timeline_say_who_took_it_and_when(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await desk.later(minutes=3)
    await marat.presses("I'll take it")
    case = await desk.case()
    assert (case.state, case.accepted_at) == ("accepted", START + timedelta(minutes=3))
    assert case.owner_id == (await desk.membership(marat)).id
    assert (await desk.history())[-1] == ("accepted", "Marat", {})


async def test_what_was_done_by_an_earlier_owner_is_not_the_new_ones_first_action(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted", "Give back")
    await desk.later(minutes=1)
    await saule.presses("I'll take it")
    saule.sees("[📞 Contacted]")
    case = await desk.case()
    assert case.first_action_at is None
    assert case.accepted_at == START  # a lawyer was found then: figures of the time to the first
    await desk.later(minutes=31)
    assert (await desk.case()).state == "open"


async def test_reporters_hear_it_who_want_to_and_nobody_else(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await marat.presses("I'll take it")
    assert rita.sees("A lawyer has taken your report.") == (
        "A lawyer has taken your report.\nHotline: +7 727 000 00 00\n[For relatives]"
    )
    vera = await desk.reports(HELD, name="Vera")
    await vera.allows_news("no")
    await marat.presses("I'll take it")
    vera.sees_nothing_of("A lawyer has taken")


async def test_news_come_in_the_language_of_the_reporter(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports("в Алматы задержали Дану Примерову", language="ru")
    await rita.allows_news()
    await marat.presses("I'll take it")
    rita.sees("Вашим сообщением занялся юрист")


async def test_boards_and_lists_say_so_at_once(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await desk.reports(HELD)
    for one in (marat, saule, olga):
        await one.writes("/cases")
    saule.sees("1 open offer")
    await marat.presses("Take 1 · Almaty")
    olga.sees("without a lawyer 0, with a lawyer 1", "513-742", "with Marat")
    marat.sees("Your cases (1)", "No open offers")
    saule.sees("No open offers")


async def test_of_two_accepts_the_first_wins_and_the_other_is_thanked(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    message, button = saule.screen.button("I'll take it")
    await marat.presses("I'll take it")
    await saule.presses_data(button.data, message)
    saule.sees("A colleague has taken this case already. Thank you.")
    assert await desk.states() == {"Marat": "accepted", "Saule": "withdrawn"}
    assert [line[:2] for line in await desk.history()].count(("accepted", "Saule")) == 0


async def test_a_second_press_of_the_owner_repeats_nothing(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    message, button = marat.screen.button("I'll take it")
    await marat.presses_data(button.data, message)
    marat.rang()
    await marat.presses_data(button.data, message)
    assert [line[0] for line in await desk.history()].count("accepted") == 1
    assert marat.count("Dana") == 1
    marat.sees_nothing_of("colleague")


async def test_a_lapsed_offer_can_still_be_taken_while_nobody_has_it(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule", cities=("konaev",))
    await desk.reports(HELD)
    await desk.later(minutes=6)
    assert (await desk.states())["Marat"] == "expired"
    marat.sees("Nobody has taken it yet. You still can.")
    await marat.presses("I'll take it")
    assert await desk.states() == {"Marat": "accepted", "Saule": "withdrawn"}


async def test_who_declined_can_take_it_after_all(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I can't", "Busy now")
    await marat.presses("I can after all")
    marat.sees("yours", "Dana Made-Up")
    assert (await desk.offers())["Marat"].reason is None


# --- by coordinators


async def test_a_coordinator_who_was_never_asked_takes_it_and_sees_it_whole(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await desk.later(minutes=6)  # the first step is over
    await olga.opens(await desk.case())
    await olga.presses("I'll take it")
    olga.sees("yours", "Dana Made-Up", "[📞 Contacted]", "[Give back]")
    marat.sees("a colleague has taken it")
    offer = (await desk.offers())["Olga"]
    case = await desk.case()
    assert (offer.state, offer.offered_at) == ("accepted", desk.now)
    assert (offer.step, offer.round) == (case.step, case.round) == (3, 1000)
    assert (await desk.history())[-1] == ("accepted", "Olga", {})
    await rita.presses_data("report/ongoing:yes")
    olga.sees("yours", "Still going on: yes")  # the card follows


@pytest.mark.slow
async def test_a_coordinator_writes_down_the_yes_of_somebody_rung(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await desk.later(minutes=60)
    await olga.presses("Marat takes it")
    marat.sees("yours", "Dana Made-Up")
    olga.sees_nothing_of("Dana")
    assert (await desk.history())[-1] == ("accepted", "Olga", {"member": "Marat"})
    olga.sees("Settled: nobody needs a call from you at this moment.")
