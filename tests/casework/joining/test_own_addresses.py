"""A member adds another messenger: a word goes from one chat to the other, and the first one confirms it."""

import re
from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.vocabulary import DialogueState, Role
from handlers.casework import roster
from handlers.outbox import administrators
from tests.casework.joining.test_joining import answers, invites, sends
from tests.casework.story_desk import Desk, Person

TOLD = "police took Dana Made-Up in Almaty"


async def word_of(person: Person) -> str:
    """The word that ``/addresses`` gives."""
    await person.writes("/addresses")
    await person.presses("Add another messenger")
    return str(re.findall(r"phone-[\w-]+", person.screen.text())[-1])


async def added(desk: Desk, person: Person) -> Person:
    """The other phone of a member, added as they do it."""
    signal = desk.on_signal(person.name)
    await signal.writes(await word_of(person))
    number = signal.sees("Your number").split(": ")[1][:2]
    await person.presses(f"Yes, {number} is mine")
    return signal


async def test_a_word_and_one_tap_add_the_other_address_and_coordinators_see_it(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator("Olga")
    signal = await added(desk, marat)
    signal.sees("known to Test Bureau")
    marat.sees("Signal is added")
    message, add = marat.screen.button("Add another messenger")  # of before: there is room for one
    await marat.presses_data(add.data, message)
    marat.sees("You are asked on Telegram first", "[Remove Signal]")
    olga.sees("Marat is reached on Signal too")
    await olga.writes("/members Marat")
    await olga.presses("2")
    olga.sees("Reached on: Telegram, Signal")
    assert (await desk.membership(signal)).name == "Marat"


async def test_nothing_of_the_way_can_be_passed_on_and_coordinators_are_not_woken_by_it(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator("Olga")
    signal = desk.on_signal("Marat")
    word = await word_of(marat)
    marat.sees("within 15 minutes")
    assert marat.screen.drawn(word).startswith("🔒")
    await signal.writes(word)
    number = signal.sees("Your number").split(": ")[1][:2]
    shown = marat.screen.drawn("Somebody has sent your word")
    assert shown.startswith("🔒")
    assert f"[Yes, {number} is mine | success]\n" in shown
    olga.rang()
    olga.lanes()
    await marat.presses(f"Yes, {number} is mine")
    assert signal.screen.drawn("known to Test Bureau").startswith("🔒")
    assert olga.screen.drawn("is reached on Signal too").startswith("🔒")
    assert (olga.rang(), olga.lanes()) == (0, ["reminder"])


@pytest.mark.parametrize("how", ["suspended", "has another", "late"])
async def test_the_word_of_who_may_add_none_any_more_is_not_valid(desk: Desk, how: str) -> None:
    marat, signal = await desk.lawyer("Marat"), desk.on_signal("Marat")
    word = await word_of(marat)
    if how == "suspended":
        await desk.suspends(marat)
    elif how == "late":
        desk.now += timedelta(minutes=15)  # and the timer that removes it has not run yet
    else:
        await desk.also_on_signal(marat)
    await signal.writes(word)
    signal.sees("not valid any more")
    marat.sees_nothing_of("Somebody has sent your word")


async def test_which_is_first_is_chosen_in_the_first_chat_and_nothing_is_removed_where_there_is_one(
    desk: Desk,
) -> None:
    marat = await desk.lawyer("Marat")
    await marat.writes("/addresses")
    message, _ = marat.screen.button("Add another messenger")
    marat.screen.shows(message, replace(marat.screen.messages[message], text="as it was"))
    await marat.presses_data("addresses:remove", message)
    marat.sees("You are asked on Telegram. With a second messenger")
    before = (await desk.membership(marat)).address_id
    signal = await added(desk, marat)
    await signal.presses_data("addresses:first")
    assert (await desk.membership(marat)).address_id == before


async def test_a_form_that_somebody_else_has_open_goes_on_when_an_address_is_removed(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator("Olga")
    signal = await added(desk, marat)
    await desk.reports(TOLD)
    await olga.writes(f"/case {(await desk.case()).code}")
    await marat.writes("/addresses")
    await marat.presses("Remove Signal")
    await olga.writes("the family has called")
    olga.sees("Case ", "Dana Made-Up")
    signal.sees_nothing_of("Dana")


async def test_who_says_no_adds_nothing(desk: Desk) -> None:
    marat, signal = await desk.lawyer("Marat"), desk.on_signal("Marat")
    await signal.writes(await word_of(marat))
    number = marat.screen.button("It is not me")[0]
    await marat.presses("It is not me")
    marat.sees("Not added")
    assert number in marat.screen.messages
    assert (await desk.membership(marat)).other_id is None


async def test_the_word_is_answered_in_the_language_of_whose_it_is(desk: Desk) -> None:
    marat, signal = await desk.lawyer("Marat", languages=("ru",)), desk.on_signal("Marat", language="")
    await marat.writes("/addresses")
    await marat.presses("Добавить другой мессенджер")
    await signal.writes(str(re.findall(r"phone-[\w-]+", marat.screen.text())[-1]))
    signal.sees("Ваше число")


async def test_everything_of_a_member_is_done_from_both(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    signal = await added(desk, marat)
    rita = await desk.reports(TOLD)
    assert "I'll take it" in marat.screen.text()
    await signal.writes("/cases")
    assert "Dana" not in signal.screen.text()
    await marat.presses("I'll take it")
    code = (await desk.case()).code
    await signal.writes(f"/case {code}")
    signal.sees("Dana Made-Up")
    await signal.presses("Give back")
    assert (await desk.states())["Marat"] == "declined"
    marat.sees_nothing_of("Dana Made-Up")
    await signal.writes("/duty")
    signal.sees("duty")
    rita.sees("lawyer")


async def test_what_a_coordinator_takes_comes_where_they_are(desk: Desk) -> None:
    olga = await desk.coordinator("Olga")
    signal = await added(desk, olga)
    await desk.reports(TOLD)
    await signal.writes(f"/case {(await desk.case()).code}", "the family has called")
    await signal.presses("I'll take it")
    signal.sees("· yours", "Dana Made-Up")
    olga.sees_nothing_of("· yours")


async def test_a_stolen_word_adds_nothing_without_the_first_chat(desk: Desk) -> None:
    marat, thief = await desk.lawyer("Marat"), desk.on_signal("Thief")
    await thief.writes(await word_of(marat))
    await desk.reports(TOLD)
    await thief.writes("/cases")
    assert "Almaty" not in thief.screen.text()
    assert (await desk.membership(marat)).other_id is None
    await marat.presses("It is not me")
    marat.sees("Not added")
    assert (await desk.membership(marat)).other_id is None


async def test_the_yes_counts_in_the_first_chat_alone(desk: Desk) -> None:
    marat, thief = await desk.lawyer("Marat"), desk.on_signal("Thief")
    dina = await desk.lawyer("Dina")
    await thief.writes(await word_of(marat))
    (yes,) = [
        b.data
        for shown in marat.screen.messages.values()
        for row in shown.rows
        for b in row
        if ":yes:" in b.data
    ]
    for other in (thief, dina):
        await other.presses_data(yes)
    assert (await desk.membership(marat)).other_id is None
    await marat.presses_data(yes)
    assert (await desk.membership(marat)).other_id is not None


async def test_a_word_works_once_and_for_a_quarter_of_an_hour(desk: Desk) -> None:
    marat, one, two = await desk.lawyer("Marat"), desk.on_signal("One"), desk.on_signal("Two")
    word = await word_of(marat)
    await one.writes(word)
    await two.writes(word)
    two.sees("not valid any more")
    late = await word_of(marat)
    await desk.later(minutes=15)
    await two.writes(late)
    assert two.count("not valid any more") == 2
    async with desk.reading() as tx:
        assert await tx.bindings.select() == []


async def test_a_new_word_ends_the_one_before(desk: Desk) -> None:
    marat, signal = await desk.lawyer("Marat"), desk.on_signal("Marat")
    first = await word_of(marat)
    second = await word_of(marat)
    await signal.writes(first)
    signal.sees("not valid any more")
    await signal.writes(second)
    signal.sees("Your number")


async def test_a_yes_that_was_said_adds_nothing_again_after_it_was_removed(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator("Olga")
    await desk.later(hours=5)
    signal = desk.on_signal("Marat")
    await signal.writes(await word_of(marat))
    number = signal.sees("Your number").split(": ")[1][:2]
    message, yes = marat.screen.button(f"Yes, {number} is mine")
    await marat.presses_data(yes.data, message)
    await marat.writes("/addresses")
    await marat.presses("Remove Signal")
    olga.sees("Marat", "Signal", "no")
    await marat.presses_data(yes.data, message)
    assert (await desk.membership(marat)).other_id is None


async def test_what_was_shown_or_begun_at_a_removed_address_is_over(desk: Desk) -> None:
    olga = await desk.coordinator("Olga")
    signal = await added(desk, olga)
    rita = await desk.reports(TOLD)
    case = await desk.case()
    await signal.writes(f"/case {case.code}", "the family has called")
    signal.sees("Dana Made-Up")
    await signal.presses("All words")
    assert signal.count("police took Dana") == 2
    await desk.reports("they arrested my neighbour Kairat Made-Up in Almaty", name="Sara")
    await signal.writes(f"/case {(await desk.case()).code}")
    signal.sees("Why do you need to see this case?")
    await olga.writes("/addresses")
    signal.lanes()
    await olga.presses("Remove Signal")
    assert set(signal.lanes()) == {"hide"}  # at once: nothing else makes it wait
    signal.sees_nothing_of("Dana Made-Up")
    came = signal.screen.came
    address = await desk.address(signal)
    async with desk.reading() as tx:
        assert await tx.cards.by(address_id=address.id) == []
        assert [d.state for d in await tx.dialogues.by(address_id=address.id)] == [DialogueState.FINISHED]
    await rita.writes("he is ill")
    await desk.later(hours=1)
    assert signal.screen.came == came


async def test_a_call_that_was_written_down_is_not_left_at_a_removed_address(desk: Desk) -> None:
    olga = await desk.coordinator("Olga")
    signal = await added(desk, olga)
    await signal.writes("/new police took Dana Made-Up in Almaty")
    signal.sees("Dana Made-Up")
    await olga.writes("/addresses")
    await olga.presses("Remove Signal")
    signal.sees_nothing_of("Dana Made-Up")


async def test_a_word_under_a_photo_is_none(desk: Desk) -> None:
    marat, signal = await desk.lawyer("Marat"), desk.on_signal("Marat")
    await signal.sends("a-photo", await word_of(marat))
    signal.sees_nothing_of("Your number")


async def test_words_are_guessed_a_few_times_only_and_are_no_report(desk: Desk) -> None:
    rita = desk.on_signal("Rita")
    for _ in range(6):
        await rita.writes("phone-aaaa-bbbb-cccc")
    rita.sees("wait an hour")
    async with desk.reading() as tx:
        assert await tx.reports.select() == []


async def test_a_chat_of_the_same_messenger_or_of_another_member_is_not_added(desk: Desk) -> None:
    marat, dina, rita = await desk.lawyer("Marat"), await desk.lawyer("Dina"), desk.person("Rita")
    await rita.writes(await word_of(marat))
    rita.sees("on Telegram too")
    await dina.writes(await word_of(marat))
    dina.sees("on the roster already")


async def test_a_chat_that_sent_two_members_words_is_the_one_s_who_confirms_first(desk: Desk) -> None:
    marat, dina, signal = await desk.lawyer("Marat"), await desk.lawyer("Dina"), desk.on_signal("Marat")
    for member in (marat, dina):
        await signal.writes(await word_of(member))
    for member in (marat, dina):
        (yes,) = re.findall(r"Yes, (\d\d) is mine", member.screen.text())
        await member.presses(f"Yes, {yes} is mine")
    assert (await desk.membership(marat)).other_id is not None
    assert (await desk.membership(dina)).other_id is None
    await signal.writes("/cases")
    assert (await desk.membership(signal)).name == "Marat"


async def test_the_other_becomes_the_first_and_alerts_go_there(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    signal = await added(desk, marat)
    await signal.writes("/addresses")
    signal.sees("in the chat on Telegram")
    await marat.writes("/addresses")
    await marat.presses("Signal first")
    before = len(marat.screen.messages)
    await desk.reports(TOLD)
    signal.sees("Almaty")
    assert len(marat.screen.messages) == before


@pytest.mark.parametrize("by_suspending", [False, True])
async def test_an_address_that_is_removed_or_whose_member_is_suspended_sees_nothing(
    desk: Desk, by_suspending: bool
) -> None:
    marat = await desk.lawyer("Marat")
    signal = await added(desk, marat)
    await desk.reports(TOLD)
    await marat.presses("I'll take it")
    code = (await desk.case()).code
    await signal.writes(f"/case {code}")
    signal.sees("Dana Made-Up")
    if by_suspending:
        await desk.suspends(marat)
    else:
        await marat.writes("/addresses")
        await marat.presses("Remove Signal")
        marat.sees("Signal is removed")
    signal.sees_nothing_of("Dana Made-Up")
    await signal.writes(f"/case {code}", "/cases")
    signal.sees_nothing_of("Dana Made-Up", "Almaty")


async def test_who_exports_cannot_allow_it_from_the_other_address(desk: Desk) -> None:
    olga = await desk.coordinator("Olga")
    signal = await added(desk, olga)
    await desk.reports(TOLD)
    await olga.writes("/export 2018-09-01 2018-09-30 authorities for a made-up letter")
    async with desk.reading() as tx:
        (permit,) = await tx.export_permits.select()
    await signal.presses_data(f"permit:{permit.id}:yes")
    signal.sees("you asked for it yourself")


async def test_who_is_invited_sends_the_word_and_joins_without_telegram(desk: Desk) -> None:
    olga, lena = await desk.coordinator("Olga"), desk.on_signal("Lena")
    await lena.writes(await invites(desk, olga, "Lena Made-Up"))
    await answers(lena, "Lena Made-Up", "Almaty")
    await sends(lena)
    await olga.presses("Approve: on the roster, on duty")
    await desk.reports(TOLD)
    await lena.presses("I'll take it")
    lena.sees("Dana Made-Up")
    async with desk.reading() as tx:
        row = await roster.row_of(tx, await desk.membership(lena))
    assert row.telegram_id == 0
    await desk.administrator.presses_data("export:")
    (file,) = [copy for name, copy in desk.phones.copies.items() if name.endswith(".csv")]
    assert b"Olga" in file
    assert b"Lena" not in file


async def test_administrators_on_the_roster_are_told_where_they_are_reached(desk: Desk) -> None:
    ada = await desk.member("Ada", Role.ADMINISTRATOR)
    signal = await desk.also_on_signal(ada, first=True)
    async with desk.writing() as tx:
        await administrators.tell(tx, desk.service, "operator-nobody-to-ask", code="made up")
    signal.sees("made up")
    assert "made up" not in ada.screen.text()


@pytest.mark.parametrize("label", ["Signal first", "Remove Signal"])
async def test_a_button_for_two_addresses_does_nothing_where_there_is_one(desk: Desk, label: str) -> None:
    marat = await desk.lawyer("Marat")
    await desk.also_on_signal(marat)
    await marat.writes("/addresses")
    message, button = marat.screen.button(label)
    await marat.presses("Remove Signal")
    await marat.presses_data(button.data, message)
    marat.sees("You are asked on Telegram", "[Add another messenger]")
    await desk.reports("police took Dana Made-Up in Almaty")
    marat.sees("[✅ I'll take it]")


async def test_a_yes_after_its_time_adds_nothing_though_the_timer_is_late(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    signal = desk.on_signal("Marat")
    await signal.writes(await word_of(marat))
    number = signal.sees("Your number").split(": ")[1][:2]
    desk.now += timedelta(minutes=16)
    await marat.presses(f"Yes, {number} is mine")
    marat.sees_nothing_of("Signal is added")
    assert (await desk.membership(marat)).other_id is None
