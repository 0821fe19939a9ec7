"""GIVEN_BACK, LAPSED, UNOWNED: whoever had the case has it no more, and the search begins again."""

from datetime import timedelta

import pytest

from core.vocabulary import Role
from tests.casework.story_desk import START, Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def taken(desk: Desk) -> tuple[Person, Person, Person, Person]:
    """A case that Marat has, its words and a photo on his phone; Saule could take it; Olga coordinates; Rita told."""
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await rita.sends("photo-1")
    await marat.presses("I'll take it", "All words", "1 file")
    marat.sees("(file photo-1)")
    await olga.writes("/cases")
    for one in (marat, saule, olga, rita):
        one.rang()
    return marat, saule, olga, rita


async def loses(desk: Desk, marat: Person, how: str) -> None:
    if how == "given back":
        await marat.presses("Give back")
    elif how == "lapsed":
        await desk.later(minutes=30)
    else:
        assert await desk.suspends(marat)


LOST = pytest.mark.parametrize("how", ["given back", "lapsed", "suspended"])


@LOST
async def test_names_words_and_files_leave_the_phone_of_whoever_lost_it(desk: Desk, how: str) -> None:
    marat, _, _, _ = await taken(desk)
    await loses(desk, marat, how)
    marat.sees_nothing_of("Dana", "photo-1", "· yours")


async def test_whoever_let_it_lapse_hears_so_at_once(desk: Desk) -> None:
    marat, _, _, _ = await taken(desk)
    await desk.later(minutes=29)
    marat.lanes()
    await desk.later(minutes=1)
    assert "alert" in marat.lanes()
    assert marat.screen.drawn("was yours").startswith("🔒")


@LOST
async def test_others_are_asked_at_once_and_it_rings(desk: Desk, how: str) -> None:
    marat, saule, _, _ = await taken(desk)
    await loses(desk, marat, how)
    assert saule.rang() == 1
    saule.sees("somebody is detained", "[✅ I'll take it]")
    assert (await desk.states())["Saule"] == "offered"


@LOST
async def test_nobody_has_it_and_its_first_action_is_forgotten(desk: Desk, how: str) -> None:
    marat, _, _, _ = await taken(desk)
    if how != "lapsed":
        await marat.presses("On my way")
    await loses(desk, marat, how)
    case = await desk.case()
    assert (case.state, case.owner_id, case.first_action_at) == ("open", None, None)


@LOST
async def test_no_first_action_is_waited_for_and_a_round_is(desk: Desk, how: str) -> None:
    marat, _, _, _ = await taken(desk)
    await loses(desk, marat, how)
    assert await desk.waits_until("first-action") is None
    assert await desk.waits_until("reminder") is None
    assert await desk.waits_until("escalation") == desk.now + timedelta(minutes=5)


@LOST
async def test_the_search_begins_at_the_first_step(desk: Desk, how: str) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.coordinator("Olga", on_duty=True)
    await desk.reports(HELD)
    await desk.later(minutes=6)
    assert (await desk.case()).step == 2
    await marat.presses("I'll take it")
    saule.rang()
    await loses(desk, marat, how)
    assert (await desk.case()).step == 0
    assert saule.rang() == 1


@LOST
async def test_reporters_who_want_news_hear_that_another_lawyer_is_asked(desk: Desk, how: str) -> None:
    marat, _, _, rita = await taken(desk)
    await rita.allows_news("yes")
    await loses(desk, marat, how)
    assert rita.screen.texts()[-1].startswith(
        "That lawyer is not on it any more. We are contacting another one."
    )


@LOST
async def test_reporters_who_do_not_want_news_hear_nothing(desk: Desk, how: str) -> None:
    marat, _, _, rita = await taken(desk)
    await rita.allows_news("no")
    await loses(desk, marat, how)
    rita.sees_nothing_of("not on it any more")


@LOST
async def test_the_board_says_so_at_once(desk: Desk, how: str) -> None:
    marat, _, olga, _ = await taken(desk)
    olga.sees("without a lawyer 0, with a lawyer 1")
    await loses(desk, marat, how)
    olga.sees("without a lawyer 1, with a lawyer 0")


@LOST
async def test_the_timeline_says_what_happened_and_to_whom(desk: Desk, how: str) -> None:
    marat, _, _, _ = await taken(desk)
    await loses(desk, marat, how)
    lines = {
        "given back": ("given_back", "Marat", {}),
        "lapsed": ("no_first_action", "", {"member": "Marat"}),
        "suspended": ("owner_suspended", "", {"member": "Marat"}),
    }
    assert lines[how] in await desk.history()


async def test_the_card_of_who_gave_back_says_so_and_lets_them_take_it_after_all(desk: Desk) -> None:
    marat, saule, _, _ = await taken(desk)
    await desk.later(minutes=1)
    await marat.presses("Give back")
    assert marat.sees("given back") == (
        "513-742: given back, others are being asked. Why?\n"
        "[Busy now] [Too far]\n[Conflict of interest] [Another reason]\n[✅ I can after all]"
    )
    offer = (await desk.offers())["Marat"]
    assert (offer.state, offer.reason, offer.answered_at) == ("declined", "gave_back", desk.now)
    await marat.presses("Too far")
    marat.sees("513-742: given back, too far.\n[✅ I can after all]")
    await saule.presses("I can't", "Busy now")
    await desk.later(minutes=30)
    assert (await desk.states())["Marat"] == "declined"  # not asked again at all
    assert marat.rang() == 0
    await marat.presses("I can after all")
    marat.sees("yours", "Dana Made-Up")


@pytest.mark.slow
@pytest.mark.parametrize("had", [True, False])
async def test_who_has_a_conflict_of_interest_is_not_offered_it_again(desk: Desk, had: bool) -> None:
    marat = await desk.lawyer("Marat", escalation=True)
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses(*(["I'll take it", "Give back"] if had else ["I can't"]), "Conflict of interest")
    marat.sees("conflict of interest")
    marat.sees_nothing_of("I can after all")
    marat.rang()
    await desk.later(hours=20)
    assert marat.rang() == 0


async def test_the_offer_of_who_let_it_lapse_has_expired_and_they_are_asked_last(desk: Desk) -> None:
    await desk.lawyer("Zhan")
    await desk.lawyer("Dina")
    marat, saule, _, _ = await taken(desk)
    await desk.later(minutes=30)
    assert await desk.states() == {
        "Zhan": "offered",
        "Dina": "offered",
        "Saule": "offered",
        "Marat": "expired",
    }
    assert (await desk.offers())["Marat"].reason is None
    assert marat.screen.drawn("was yours") == (
        "🔒\n⏱ 513-742 was yours. In 30 minutes nothing was said, so others are being asked. "
        "If you are on it, say so: while nobody has taken it, it is yours again.\n\n"
        "🟠 perhaps: somebody is detained (urgency not known yet)\n📍 Almaty\n👤 1 person\n"
        "🗣 English · reported 17.09 12:00 · not verified\n"
        "[✅ It is still mine | success]\n"
        "[📞 Contacted | primary] [🚗 On my way | primary] [🚪 At the door | primary]\n"
        "[I can't]"
    )
    assert (marat.rang(), saule.rang()) == (2, 1)  # the reminder before, and that it is lost


async def test_the_owner_is_reminded_once_before_the_case_is_lost(desk: Desk) -> None:
    marat, _, _, _ = await taken(desk)
    marat.sees('⏱ Say "Contacted" or "On my way" by 17.09 12:30')
    await desk.later(minutes=19.9)
    assert marat.rang() == 0
    marat.lanes()
    await desk.later(minutes=0.1)
    assert (marat.rang(), "alert" in marat.lanes()) == (1, True)
    marat.sees("⏱ Nothing was said yet.", "by 17.09 12:30", "Dana Made-Up")
    assert marat.count("Dana Made-Up", "yours") == 1
    await marat.presses("Contacted")
    await desk.later(hours=1)
    assert (await desk.case()).state == "accepted"


async def test_who_has_acted_is_not_reminded(desk: Desk) -> None:
    marat, _, _, _ = await taken(desk)
    await marat.presses("On my way")
    marat.rang()
    await desk.later(hours=1)
    assert marat.rang() == 0


@pytest.mark.slow
async def test_still_mine_works_while_nobody_else_has_it(desk: Desk) -> None:
    marat, saule, _, _ = await taken(desk)
    await desk.later(minutes=31)
    still = (await desk.offers())["Marat"].id
    await marat.presses("It is still mine")
    marat.sees("yours", "Dana Made-Up", "[📞 Contacted] [🚗 On my way]")
    await desk.later(minutes=31)
    await saule.presses("I'll take it")
    marat.sees("513-742: a colleague has taken it.")
    marat.sees_nothing_of("still mine")
    await marat.presses_data(f"accept:{still}")
    marat.sees("A colleague has taken this case already.")


async def test_coordinators_are_asked_to_ring_whoever_let_it_lapse(desk: Desk) -> None:
    marat, _, olga, _ = await taken(desk)
    await desk.later(minutes=30)
    assert olga.rang() == 1
    olga.sees("Taken, but no first step in the time for it.", f"• Marat: +7701000{marat.chat}")
    assert olga.count("• Saule") == 0
    await marat.presses("It is still mine")
    olga.sees("Settled:", "with Marat")
    await desk.later(minutes=30)
    assert olga.rang() == 1  # asked again, at the end of the chat
    assert olga.count("no first step") == 1


async def test_a_suspended_owner_reads_that_and_can_do_nothing(desk: Desk) -> None:
    marat, _, olga, _ = await taken(desk)
    case = await desk.case()
    await desk.suspends(marat)
    assert marat.count("membership is suspended") == 1
    assert (await desk.states())["Marat"] == "expired"
    for data in (f"first:{case.id}:contacted", f"back:{case.id}", f"closing:{case.id}", f"open:{case.id}"):
        await marat.presses_data(data)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    assert (await desk.case()).state == "open"
    assert marat.count("membership is suspended") == 6
    olga.sees_nothing_of("☎️")  # nobody need be rung: others are asked


async def test_a_coordinator_offers_a_case_to_others(desk: Desk) -> None:
    marat, saule, olga, _ = await taken(desk)
    await olga.opens(await desk.case())
    await olga.presses("Offer to others")
    assert ("taken_away", "Olga", {"member": "Marat"}) in await desk.history()
    marat.sees_nothing_of("Dana", "photo-1")
    assert (marat.rang(), saule.rang()) == (1, 1)
    marat.sees("513-742: a coordinator has offered it to others.", "[✅ I can after all]")
    olga.sees("nobody has it yet", "Dana Made-Up")


async def test_a_case_that_nobody_has_cannot_be_given_back(desk: Desk) -> None:
    marat, _, olga, _ = await taken(desk)
    await marat.presses("Give back")
    before = await desk.history()
    await olga.presses_data(f"back:{(await desk.case()).id}")
    assert await desk.history() == before


# --- a first action


@pytest.mark.parametrize(("label", "line"), [("Contacted", "contacted"), ("On my way", "on_my_way")])
async def test_a_first_action_ends_the_wait_and_is_shown(desk: Desk, label: str, line: str) -> None:
    marat, _, _, _ = await taken(desk)
    await desk.later(minutes=29)
    await marat.presses(label)
    assert await desk.waits_until("first-action") is None
    assert await desk.waits_until("reminder") is None
    assert (await desk.history())[-1] == (line, "Marat", {})
    assert (await desk.case()).first_action_at == START + timedelta(minutes=29)
    marat.sees_nothing_of("⏱", f"[📞 {label}]", f"[🚗 {label}]")
    await desk.later(hours=2)
    assert (await desk.case()).state == "accepted"


async def test_the_first_action_counts_from_the_first(desk: Desk) -> None:
    marat, _, _, _ = await taken(desk)
    await marat.presses("Contacted")
    await desk.later(minutes=5)
    marat.sees_nothing_of("[📞 Contacted]")
    await marat.presses("On my way")
    assert (await desk.case()).first_action_at == START
    assert [line[0] for line in await desk.history()][-2:] == ["contacted", "on_my_way"]
    marat.sees("not verified\n📞 contacted 17.09 12:00 · 🚗 on the way 17.09 12:05")
    await marat.presses("Give back")
    await marat.presses("I can after all")
    marat.sees_nothing_of("on the way")  # of before


async def test_a_late_first_action_takes_it_again_while_nobody_has_it(desk: Desk) -> None:
    marat, saule, _, _ = await taken(desk)
    message, button = marat.screen.button("Contacted")
    await desk.later(minutes=31)
    await marat.presses_data(button.data, message)
    marat.sees("yours", "Dana Made-Up")
    saule.sees("a colleague has taken it")
    assert [line[:2] for line in await desk.history()][-2:] == [("accepted", "Marat"), ("contacted", "Marat")]


async def test_a_late_first_action_is_too_late_when_somebody_else_has_it(desk: Desk) -> None:
    marat, saule, _, _ = await taken(desk)
    message, button = marat.screen.button("Contacted")
    await desk.later(minutes=31)
    await saule.presses("I'll take it")
    await marat.presses_data(button.data, message)
    marat.sees("This case is not shown to you.")
    assert (await desk.history())[-1][:2] == ("accepted", "Saule")


async def test_only_who_let_it_lapse_last_may_come_late(desk: Desk) -> None:
    marat, saule, olga, _ = await taken(desk)
    case = await desk.case()
    await desk.later(minutes=31)
    await saule.presses_data(f"first:{case.id}:contacted")
    await olga.presses_data(f"first:{case.id}:contacted")
    assert (await desk.case()).state == "open"
    saule.sees("This case is not shown to you.")
    olga.sees("This case is not shown to you.")
    await saule.presses("I'll take it")
    await desk.later(minutes=31)
    await marat.presses_data(f"first:{case.id}:contacted")
    assert (await desk.case()).state == "open"
    await saule.presses_data(f"first:{case.id}:contacted")
    assert (await desk.history())[-1][:2] == ("contacted", "Saule")


@pytest.mark.slow
async def test_who_let_another_case_lapse_later_takes_nothing_from_who_may_come_late(desk: Desk) -> None:
    marat, _, _, rita = await taken(desk)
    zhan = await desk.lawyer("Zhan")
    await desk.later(minutes=5)
    await desk.reports("police took Asel Example in Almaty", name="Vera")
    await zhan.presses_data(f"accept:{(await desk.offers())['Zhan'].id}")
    await desk.later(minutes=31)
    await rita.writes("the door is blue")
    marat.sees((await desk.case(0)).code, "was yours", "[✅ It is still mine]")


async def test_who_is_an_administrator_now_cannot_come_late(desk: Desk) -> None:
    marat, _, _, _ = await taken(desk)
    case = await desk.case()
    await desk.later(minutes=31)
    await desk.member("Marat", Role.ADMINISTRATOR, person=marat)
    await marat.presses_data(f"first:{case.id}:contacted")
    assert (await desk.case()).state == "open"


async def test_an_unknown_action_and_an_unknown_case_are_told_so(desk: Desk) -> None:
    marat, saule, olga, _ = await taken(desk)
    case = await desk.case()
    await marat.presses_data(f"first:{case.id}:slept")
    marat.sees("This is not possible any more.")
    await saule.presses_data("first:77:contacted")
    saule.sees("This is not possible any more.")
    await olga.presses_data(f"first:{case.id}:contacted")  # may act on it, and has it not
    olga.sees("This case is not shown to you.")
    assert (await desk.history())[-1][0] == "accepted"
