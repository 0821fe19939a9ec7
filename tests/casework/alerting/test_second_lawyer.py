"""JOINED, SECOND_LEFT, INHERITED: two lawyers are wanted for a child, for somebody beaten, for several, or by a member."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.traffic import Timer
from handlers import timing
from tests.casework.story_desk import Desk, Person

ONE = "police took Dana Made-Up in Almaty"
CHILD = "police took Dana Made-Up in Almaty, she is 15 years old"


async def two(desk: Desk, text: str = CHILD) -> tuple[Person, Person, Person, Person]:
    """Marat has the case and Saule is the second; Timur was asked too; Olga coordinates."""
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    timur, olga = await desk.lawyer("Timur"), await desk.coordinator()
    await desk.reports(text)
    await marat.presses("I'll take it")
    await saule.presses("I'll take it")
    for one in (marat, saule, timur, olga):
        one.rang()
    return marat, saule, timur, olga


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (ONE, False),
        ("police took two people in Almaty", False),
        (CHILD, True),
        ("police took Dana Made-Up in Almaty and beat her badly", True),
        ("police took three people in Almaty", True),
        ("police took several people in Almaty", True),
    ],
)
async def test_for_whom_two_lawyers_are_wanted(desk: Desk, text: str, wanted: bool) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(text)
    await marat.presses("I'll take it")
    assert (await desk.case()).wants_second == wanted
    assert (await desk.states())["Saule"] == ("offered" if wanted else "withdrawn")
    assert (marat.count("A second lawyer is wanted") == 1) == wanted
    assert (saule.count("A colleague has it. A second lawyer is wanted.") == 1) == wanted
    saule.sees_nothing_of("Dana")


@pytest.mark.slow
async def test_the_first_accepts_and_the_offers_of_the_others_stand_without_a_sound(desk: Desk) -> None:
    marat, saule, igor = (
        await desk.lawyer("Marat"),
        await desk.lawyer("Saule"),
        await desk.lawyer("Igor", cities=("konaev",)),
    )
    await desk.reports(CHILD)
    saule.rang()
    look = await desk.waits_until("escalation")
    await marat.presses("I'll take it", "Contacted")
    assert saule.rang() == 0
    assert await desk.waits_until("escalation") == look  # at the pace of the policy, and not faster
    igor.rang()
    await desk.later(minutes=5.1)  # the region has nobody new: the neighbours
    assert (saule.rang(), igor.rang()) == (0, 1)
    igor.sees("A second lawyer is wanted")
    await desk.later(hours=3)
    assert (saule.rang(), igor.rang()) == (0, 0)
    assert await desk.waits_until("escalation") is None


async def test_whoever_has_it_and_presses_once_more_is_not_the_second_too(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(CHILD)
    message, button = marat.screen.button("I'll take it")
    await marat.presses("I'll take it")
    await marat.presses_data(button.data, message)
    marat.sees("yours", "A second lawyer is wanted")
    await saule.presses("I'll take it")
    saule.sees("Dana Made-Up")


@pytest.mark.slow
async def test_whoever_has_it_says_that_a_second_is_needed_and_coordinators_hear_it_each_time(
    desk: Desk,
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(CHILD)
    await marat.presses("I'll take it", "Contacted")
    for _ in range(2):
        before = olga.screen.came
        await marat.writes("need a second lawyer")
        marat.sees("coordinators are asked to find one, too")
        assert (olga.screen.came, olga.rang()) == (before + 1, 0)


async def test_an_open_offer_of_the_second_place_ends_with_the_chat_and_whoever_has_it_hears_nothing(
    desk: Desk,
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(CHILD)
    await marat.presses("I'll take it", "Contacted")
    marat.rang()
    await desk.blocks(saule)
    await desk.later(seconds=1)
    assert (await desk.states())["Saule"] == "unreachable"
    assert marat.rang() == 0


async def test_both_read_who_the_other_is_and_by_what_number(desk: Desk) -> None:
    marat, saule, timur, _ = await two(desk)
    marat.sees("· yours", f"👥 Second lawyer: Saule, +7701000{saule.chat}", "Dana Made-Up")
    saule.sees(
        "· you are the second lawyer", f"👥 Marat has it and closes it: +7701000{marat.chat}", "Dana Made-Up"
    )
    saule.sees("[📞 Contacted]", "[Give back]", "[More…]")
    saule.sees_nothing_of("⏱")  # it is the first who has to show it
    saule.sees_nothing_of("[Released]", "[Close…]", "[False alarm]", "Hand over")
    timur.sees("a colleague has taken it")
    timur.sees_nothing_of("Dana")
    case = await desk.case()
    assert case.owner_id == (await desk.membership(marat)).id
    assert case.second_id == (await desk.membership(saule)).id
    assert await desk.states() == {"Marat": "accepted", "Saule": "accepted", "Timur": "withdrawn"}
    assert (await desk.history())[-1] == ("joined", "Saule", {})
    assert await desk.waits_until("escalation") is None


@pytest.mark.slow
async def test_that_a_second_joins_gives_the_first_no_more_time_to_show_that_they_are_on_it(
    desk: Desk,
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    due = await desk.waits_until("first-action")
    await desk.later(minutes=4)
    await saule.presses("I'll take it")
    assert await desk.waits_until("first-action") == due


@pytest.mark.slow
async def test_who_declines_the_second_place_says_why_and_can_after_all_while_it_is_free(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    await saule.presses("I can't")
    saule.sees("Why?", "[Too far]", "[✅ I can after all]")
    await saule.presses("Too far", "I can after all")
    saule.sees("you are the second lawyer")


async def test_when_all_have_declined_the_second_place_the_next_are_asked_at_once(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    assert igor.rang() == 0
    await saule.presses("I can't")
    assert igor.rang() == 1


async def test_of_whom_no_number_is_known_a_dash_stands_there(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    async with desk.writing() as tx:
        tx.members.put(replace(await desk.membership(saule), phone=""))
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    await saule.presses("I'll take it")
    marat.sees("👥 Second lawyer: Saule, —")


@pytest.mark.slow
async def test_a_third_is_too_late(desk: Desk) -> None:
    _, _, timur, _ = await two(desk)
    await timur.presses_data(f"accept:{(await desk.offers())['Timur'].id}")
    timur.sees("A colleague has taken this case already.")
    assert (await desk.states())["Timur"] == "withdrawn"


@pytest.mark.slow
async def test_the_second_acts_and_writes_and_reads_and_closes_nothing(desk: Desk) -> None:
    marat, saule, _, _ = await two(desk)
    case = await desk.case()
    await saule.presses("On my way")
    marat.sees("yours", "Saule: 🚗 on the way")
    assert await desk.waits_until("first-action") is None
    await saule.writes("He is in room 4")
    marat.sees("He is in room 4", "yours")
    assert marat.count("a new note") == 1
    await marat.writes("I am at the court")
    assert saule.count("a new note") == 1
    await saule.presses("All words")
    for data in (
        f"closing:{case.id}",
        f"closed:{case.id}:released",
        f"hand:{case.id}",
        f"second:{case.id}:no",
    ):
        await saule.presses_data(data)
    assert saule.count("This case is not shown to you.") == 4
    assert (await desk.case()).state == "accepted"
    await saule.writes("/cases")
    saule.sees("Your cases (1)")
    await marat.presses("Close…", "Remand")
    saule.sees("closed (Remand)")
    saule.sees_nothing_of("Dana", "She is 15")


@pytest.mark.slow
async def test_while_it_is_handed_over_the_second_reads_that_it_is_with_the_first(desk: Desk) -> None:
    marat, saule, _, _ = await two(desk)
    await marat.presses("Hand over")
    await marat.writes("timur")
    await marat.presses("In court")
    marat.sees("asked to take it over", "Until then it is yours.")
    saule.sees("asked to take it over", "Until then it is with its first lawyer.")


@pytest.mark.slow
async def test_the_second_gives_it_back_and_the_place_is_looked_for(desk: Desk) -> None:
    marat, saule, timur, _ = await two(desk)
    await saule.presses("All words")
    await saule.presses("Give back")
    saule.sees_nothing_of("Dana", "second lawyer: ")
    saule.sees("given back, others are being asked. Why?")
    await saule.presses("Too far")
    assert timur.rang() == 1
    timur.sees("A second lawyer is wanted")
    marat.sees("yours", "A second lawyer is wanted and looked for")
    case = await desk.case()
    assert (case.state, case.second_id) == ("accepted", None)
    assert ("second_left", "Saule", {}) in await desk.history()
    await timur.presses("I'll take it")
    timur.sees("you are the second lawyer")


@pytest.mark.parametrize("how", ["suspended", "blocked"])
async def test_a_second_who_is_gone_is_it_no_more(desk: Desk, how: str) -> None:
    _, saule, timur, _ = await two(desk)
    await (desk.suspends(saule) if how == "suspended" else desk.blocks(saule))
    await desk.later(minutes=0.1)
    assert (await desk.case()).second_id is None
    assert ("second_left", "", {"member": "Saule"}) in await desk.history()
    assert (await desk.states())["Saule"] == ("expired" if how == "suspended" else "unreachable")
    assert timur.rang() == 1


async def test_whoever_gave_the_second_place_back_and_can_after_all_has_no_reason_any_more(
    desk: Desk,
) -> None:
    _, saule, *_ = await two(desk)
    await saule.presses("Give back")
    assert (await desk.offers())["Saule"].reason == "gave_back"
    await saule.presses("I can after all")
    offer = (await desk.offers())["Saule"]
    assert (offer.state, offer.reason, offer.answered_at) == ("accepted", None, desk.now)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["given back", "lapsed", "suspended", "taken away"])
async def test_if_the_first_leaves_the_second_has_it(desk: Desk, how: str) -> None:
    marat, saule, timur, olga = await two(desk)
    if how == "given back":
        await marat.presses("Give back")
    elif how == "lapsed":
        await desk.later(minutes=30)
    elif how == "suspended":
        await desk.suspends(marat)
    else:
        await olga.opens(await desk.case())
        await olga.presses("Offer to others")
    case = await desk.case()
    assert (case.state, case.owner_id) == ("accepted", (await desk.membership(saule)).id)
    assert (case.second_id, case.first_action_at) == (None, None)
    assert saule.rang() == 1
    await saule.opens_more()
    saule.sees("· yours", "Dana Made-Up", "[Close…]", "[📞 Contacted]")
    marat.sees_nothing_of("Dana")
    assert await desk.waits_until("first-action") == desk.now + timedelta(minutes=30)
    assert await desk.waits_until("still-yours") == desk.now + timedelta(hours=4)
    assert timur.rang() == 1
    timur.sees("A second lawyer is wanted")
    assert ("inherited", "", {"member": "Saule"}) in await desk.history()
    olga.sees_nothing_of("no first step in the time")


async def test_whoever_reported_does_not_hear_that_the_lawyer_is_lost_while_the_second_has_it(
    desk: Desk,
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    rita = await desk.reports(CHILD)
    await rita.allows_news()
    await marat.presses("I'll take it")
    await saule.presses("I'll take it")
    await marat.presses("Give back")
    rita.sees_nothing_of("not on it any more")
    await saule.presses("Give back")
    rita.sees("That lawyer is not on it any more.")


async def test_a_second_who_is_on_it_need_not_say_so_again(desk: Desk) -> None:
    marat, saule, _, _ = await two(desk)
    await saule.presses("On my way")
    await marat.presses("Contacted")
    await desk.later(minutes=5)
    await marat.presses("Give back")
    assert await desk.waits_until("first-action") is None
    saule.sees("yours\n", "👥 A second lawyer is wanted and looked for.\n🚗 on the way 17.09 12:00\n")
    saule.sees("[🚪 At the door]")


async def test_who_handed_it_over_leaves_the_second_where_they_are(desk: Desk) -> None:
    marat, saule, timur, _ = await two(desk)
    await marat.presses("Hand over")
    await marat.writes("Timur")
    await marat.presses("In court")
    await timur.presses("I'll take it")
    timur.sees("yours", "Second lawyer: Saule")
    saule.sees("Timur has it and closes it")
    await timur.presses("Hand over")
    await timur.writes("Saule", "I am ill")
    timur.sees("Saule is the second lawyer. Give the case back, and it is theirs.")
    timur.sees_nothing_of("if somebody of this name can take it")


async def test_two_are_wanted_by_a_tap_and_lawyers_are_asked(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(ONE)
    await desk.later(minutes=1)
    await marat.presses("I'll take it")
    saule.rang()
    await marat.presses("A second lawyer")
    await desk.later(minutes=1)
    assert saule.rang() == 1
    marat.sees("A second lawyer is wanted and looked for")
    async with desk.writing() as tx:  # a timer that comes too late
        for number in ((await desk.case()).id, 77):
            await timing.on_timer(tx, desk.service, Timer("second-gone:x", "second-gone", desk.now, number))
    assert ("second_wanted", "Marat", {"answer": "yes"}) in await desk.history()
    await marat.presses("One is enough")
    saule.sees("a colleague has taken it")
    offer = (await desk.offers())["Saule"]
    assert (offer.state, offer.answered_at) == ("withdrawn", desk.now)
    assert await desk.waits_until("escalation") is None
    assert (await desk.case()).wants_second is False


async def test_for_the_second_place_lawyers_are_asked_from_the_first_step(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    igor, _ = await desk.lawyer("Igor", cities=("konaev",)), await desk.lawyer("Aida", cities=("konaev",))
    await desk.reports(ONE)
    await desk.later(minutes=11)
    await igor.presses("I'll take it")
    marat.rang()
    await igor.presses("A second lawyer")
    assert marat.rang() == 1
    marat.sees("A second lawyer is wanted")


async def test_of_a_case_that_is_opened_again_nobody_is_the_second(desk: Desk) -> None:
    marat, saule, _, olga = await two(desk)
    await marat.presses_data(f"closed:{(await desk.case()).id}:fine")
    await desk.lawyer("Saule", person=saule, on_duty=False)
    await desk.later(minutes=1)
    await olga.opens(await desk.case())
    await olga.presses_data(f"reopen:{(await desk.case()).id}")
    offer = (await desk.offers())["Saule"]
    assert (offer.state, offer.answered_at) == ("expired", desk.now)
    saule.sees_nothing_of("Dana", "second lawyer")
    assert (await desk.case()).second_id is None


async def test_a_member_says_that_one_is_enough_for_a_child_and_that_stays(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    rita = await desk.reports(CHILD)
    await marat.presses("I'll take it", "One is enough")
    saule.rang()
    await rita.writes("he is beaten")
    assert saule.rang() == 0


async def test_what_is_told_later_makes_it_two(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    rita = await desk.reports(ONE)
    await marat.presses("I'll take it")
    saule.rang()
    await rita.writes("she is 15 years old")
    assert saule.rang() == 1
    saule.sees("A second lawyer is wanted")


@pytest.mark.slow
async def test_at_night_nobody_is_asked_for_a_second_place_that_is_not_urgent(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.later(hours=11)  # 23:00 in Almaty
    await desk.reports("police took three people in Almaty")
    saule.rang()
    await marat.presses("I'll take it", "Contacted")
    saule.sees("a colleague has taken it")
    await desk.later(hours=8.9)
    assert saule.rang() == 0
    await desk.later(hours=0.2)
    assert saule.rang() == 1
    saule.sees("A second lawyer is wanted")


async def test_at_night_somebody_is_asked_where_it_is_urgent(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.later(hours=11)
    await desk.reports(CHILD)
    await marat.presses("I'll take it", "Contacted")
    saule.sees("A second lawyer is wanted")


async def test_where_nobody_is_found_coordinators_read_it_without_a_sound_and_nobody_else_is_woken(
    desk: Desk,
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator(escalation=True)
    await desk.reports(CHILD)
    await marat.presses("I'll take it", "Contacted")
    olga.rang()
    await desk.later(hours=3)
    assert olga.rang() == 0
    olga.sees("Nobody was found as the second lawyer of this case.")
    await marat.presses("One is enough")
    olga.sees_nothing_of("Nobody was found as the second")


async def test_nobody_is_asked_for_the_second_place_of_what_is_said_to_be_over(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    rita = await desk.reports(CHILD)
    await marat.presses("I'll take it", "Contacted")
    await rita.writes("she was released, she is at home")
    igor.rang()
    await desk.later(hours=1)
    assert igor.rang() == 0


async def test_a_reopened_case_has_neither(desk: Desk) -> None:
    marat, saule, _, olga = await two(desk)
    await marat.presses("Close…", "Remand")
    await olga.opens(await desk.case())
    await olga.presses("Open again")
    case = await desk.case()
    assert (case.state, case.owner_id, case.second_id) == ("open", None, None)
    assert (await desk.offers())["Saule"].state in ("expired", "offered")
    saule.sees_nothing_of("Dana")


WORDS = {
    "kk": ("Аламын", "Екінші заңгер керек", "сіз екінші заңгерсіз"),
    "ru": ("Беру", "Нужен второй юрист", "вы второй юрист"),
}


@pytest.mark.parametrize("language", WORDS)
async def test_a_second_joins_in_every_language(desk: Desk, language: str) -> None:
    accept, wanted, second = WORDS[language]
    marat = await desk.lawyer("Marat", languages=(language,))
    saule = await desk.lawyer("Saule", languages=(language,))
    await desk.reports(CHILD)
    await marat.presses(accept)
    saule.sees(wanted)
    await saule.presses(accept)
    saule.sees(second, "Marat")
    marat.sees("Saule", saule.chat)


ASKS = [
    ("en", "we need a second lawyer"), ("en", "I need another lawyer here!"), ("ru", "нужен второй адвокат"),
    ("ru", "Мне нужен ещё один адвокат"), ("ru", "второй адвокат нужен срочно"),
    ("ru", "дайте второго адвоката пожалуйста"), ("kk", "екінші адвокат керек"), ("kk", "Маған тағы бір адвокат керек"),
]  # fmt: skip


@pytest.mark.parametrize("buttons", [True, False])
@pytest.mark.parametrize(("language", "text"), ASKS)
async def test_a_second_lawyer_is_asked_for_in_words(
    desk: Desk, language: str, text: str, *, buttons: bool
) -> None:
    if not buttons:
        desk.without_buttons()
    marat, saule = await desk.lawyer("Marat", languages=(language,)), await desk.lawyer("Saule")
    await desk.reports(ONE)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    saule.rang()
    await marat.writes(text)
    assert saule.rang() == 1
    marat.sees(desk.service.words.say(language, "holding-sought"))
    await marat.writes(text)  # once more: that is no "one is enough"
    assert (await desk.case()).wants_second


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "they have moved her to the ivs, we need a second lawyer"),
        ("ru", "Её увезли в ИВС. Нужен второй адвокат!"),
        ("kk", "оны ИВС-ке апарды, екінші адвокат керек"),
    ],
)
async def test_where_more_is_told_beside_it_the_note_has_the_button(
    desk: Desk, language: str, text: str
) -> None:
    marat, saule = await desk.lawyer("Marat", languages=(language,)), await desk.lawyer("Saule")
    await desk.reports(ONE)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    saule.rang()
    await marat.writes(text)
    assert saule.rang() == 0
    label = desk.service.words.say(language, "button-second-yes")
    assert label in marat.screen.texts()[-1]
    await marat.presses(label.removeprefix("👥 "))
    assert saule.rang() == 1


async def test_that_no_second_lawyer_is_needed_asks_nobody(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(ONE)
    await marat.presses("I'll take it")
    await marat.writes("a second lawyer is not needed", "the second lawyer has come")
    assert not (await desk.case()).wants_second
    assert "second" not in marat.screen.texts()[-1].partition("\n")[2]


@pytest.mark.parametrize(
    "words", ["I need a second lawyer", "нужен второй адвокат срочно", "екінші адвокат керек"]
)
async def test_a_second_lawyer_asked_for_while_one_is_sought_is_asked_of_coordinators_too(
    desk: Desk, words: str
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    await marat.writes("the parents wait at the third entrance")
    marat.sees("noted")
    olga.sees_nothing_of("Nobody was found as the second lawyer")
    before = olga.screen.came
    await marat.writes(words)
    marat.sees("noted. A second lawyer is being looked for")
    olga.sees("Nobody was found as the second lawyer")
    assert olga.screen.came == before + 1


@pytest.mark.parametrize("said", ["over", "false"])
@pytest.mark.parametrize("back", ["a coordinator", "words", "an answer"])
async def test_what_is_not_over_after_all_looks_for_its_second_again(
    desk: Desk, said: str, back: str
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    rita = await desk.reports(CHILD)
    await marat.presses("I'll take it", "Contacted")
    await rita.writes("/cancel")
    await rita.presses_data(f"report/cancel:{said}")
    await desk.later(minutes=10)
    assert await desk.states() == {"Marat": "accepted", "Saule": "expired"}
    if back == "a coordinator":
        await olga.presses("It is not over")
    elif back == "words":
        await rita.writes("they have detained her again")
    else:
        await rita.presses_data("report/ongoing:yes")
    sought = said == "over" or back == "a coordinator"  # who called it a false alarm is called back first
    assert (await desk.states())["Saule"] == ("offered" if sought else "expired")


@pytest.mark.slow
async def test_who_is_asked_for_the_second_place_already_is_not_rung_again_when_it_is_not_over(
    desk: Desk,
) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    rita = await desk.reports(CHILD)
    await marat.presses("I'll take it", "Contacted")
    await rita.tells_all_out("she was released, she is at home")
    await desk.later(minutes=2)
    saule.rang()
    await olga.presses("It is not over")
    assert (saule.rang(), (await desk.states())["Saule"]) == (0, "offered")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
async def test_who_has_it_reads_that_no_second_was_found_once_coordinators_do(
    desk: Desk, language: str
) -> None:
    marat, olga = await desk.lawyer("Marat", languages=(language,)), await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty, she is 15 years old")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:on_my_way")
    await desk.later(minutes=40)
    olga.sees((await desk.case()).code, desk.service.words.say("en", "ask-second"))
    marat.sees(desk.service.words.say(language, "holding-not-found"))
    marat.sees_nothing_of(desk.service.words.say(language, "holding-sought"))
