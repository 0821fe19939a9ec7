"""Another phone answers for somebody: nothing is sent there until a coordinator has spoken with them."""

from msgspec.structs import replace

from bot.messengers.errors import Untrusted
from core.vocabulary import ReportState, Role
from handlers.cards import live_cards
from handlers.casework import changed_identity
from handlers.people import addresses
from tests.casework.story_desk import Desk, Person

TAKEN = "Police took my brother Made-Up Sanzhar in Almaty, he is at the station"
CHANGED = Untrusted("another key")


async def test_whoever_would_be_asked_there_is_passed_over_and_coordinators_are_asked_whose_it_is(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer()
    marat.screen.refuses = CHANGED
    await desk.reports(TAKEN)
    assert (await desk.states())["Marat"] == "unreachable"
    olga.sees("another phone answers for Marat", "Call them")
    await desk.later(minutes=1)
    aida = await desk.lawyer("Aida")
    await desk.later(minutes=30)
    aida.sees("Almaty")


async def test_the_card_says_whose_it_is_what_to_ring_and_cannot_be_passed_on(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    marat.screen.refuses = CHANGED
    await marat.writes("/help")
    shown = olga.screen.drawn("another phone answers for Marat")
    assert shown.startswith("🔒\n📵 Since 17.09 12:00 another phone")
    assert f"Call them (+7701000{marat.chat})" in shown
    assert shown.endswith("\n[I have spoken with them: trust it | success]\n[End the membership | danger]")
    async with desk.writing() as tx:
        tx.members.put(replace(await desk.membership(marat), phone=""))
        for card in await tx.cards.by(subject=changed_identity.CARD):
            live_cards.touch(tx, card)
    olga.sees("another phone answers for Marat", "Call them (—)")
    await olga.presses_data(f"phone:{(await desk.address(marat)).id}:other")  # no such button
    olga.sees_nothing_of("End the membership of Marat?")


async def test_of_whoever_has_reported_nothing_yet_no_case_is_named(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), desk.person()
    rita.screen.refuses = CHANGED
    await rita.writes("/report")
    shown = olga.screen.drawn("another phone answers")
    assert shown.startswith("🔒")
    assert "(cases: —)" in shown
    assert shown.endswith("\n[I have spoken with them: trust it | success]")
    await olga.presses_data(f"phone:{(await desk.address(rita)).id}:end")  # there is no membership
    await olga.presses_data("phone:77:trust")
    await olga.presses_data("phone:x:trust")
    assert olga.count("The question of the other phone is settled") == 3


async def test_nothing_leaves_for_that_phone_and_nothing_it_presses_is_done(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer()
    await desk.reports(TAKEN)
    offer = (await desk.offers())["Marat"]
    marat.screen.refuses = CHANGED
    olga.lanes()
    await marat.writes("/help")
    assert "news" in olga.lanes()
    marat.screen.refuses = None  # whatever would leave would arrive
    before = marat.screen.came
    await marat.presses_data(f"accept:{offer.id}")
    await marat.writes("/cases", "who is it?")
    assert marat.screen.came == before
    assert (await desk.case()).owner_id is None


async def test_after_a_coordinator_has_spoken_with_them_all_is_as_before(desk: Desk) -> None:
    olga, marat, _ = await desk.coordinator(), await desk.lawyer(), await desk.lawyer("Aida")
    await desk.reports("police took Dana Made-Up in Almaty", name="Vera")
    await marat.presses("I can't", "Too far")
    await desk.reports(TAKEN)
    await marat.presses("I'll take it")
    marat.screen.refuses = CHANGED
    await marat.writes("/help")
    case = await desk.case()
    await olga.opens(case)
    marat.rang()
    marat.lanes()
    await olga.presses("I have spoken with them: trust it")
    olga.sees("It is being told to Signal; the card says when it is done.")
    assert marat.screen.acts.count("trusted") == 1
    assert marat.rang() == 1  # what they hold
    assert "alert" in marat.lanes()
    marat.sees("yours", "Made-Up Sanzhar")
    olga.sees("The question of the other phone is settled")
    kinds = [(kind, who) for kind, who, _ in await desk.history()]
    assert ("phone_changed", "") in kinds
    assert ("phone_trusted", "Olga") in kinds
    await marat.writes("/help")
    marat.sees("/cases")


async def test_or_the_membership_ends_and_what_they_hold_is_offered_to_others(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(TAKEN)
    await marat.presses("I'll take it")
    marat.screen.refuses = CHANGED
    await marat.writes("/help")
    await olga.presses("End the membership")
    asked = olga.screen.drawn("End the membership of Marat?")
    assert asked.endswith("[End the membership | danger]\n[Keep]")
    await olga.presses("End the membership")
    assert (await desk.case()).owner_id is None
    assert (await desk.membership(marat)).suspended_at is not None
    olga.sees("The question of the other phone is settled")


async def reported(desk: Desk) -> Person:
    rita = await desk.reports(TAKEN)
    rita.screen.refuses = CHANGED
    await rita.writes("he has asthma")
    return rita


async def test_of_a_reporter_what_arrives_is_kept_and_coordinators_read_on_the_case_why_nothing_is_answered(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    rita = await reported(desk)
    await rita.writes("they moved him to the second station")
    case = await desk.case()
    olga.sees("another phone answers", case.code)
    await olga.opens(case)
    olga.sees("The reporter's Signal has changed", "they moved him to the second station")


async def test_whoever_has_the_case_open_reads_it_at_once(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), await desk.reports(TAKEN)
    await olga.opens(await desk.case())
    rita.screen.refuses = CHANGED
    await rita.writes("/help")
    olga.sees("Case ", "The reporter's Signal has changed")


async def test_a_new_report_from_there_opens_its_case_without_a_word(desk: Desk) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    rita = await reported(desk)
    async with desk.writing() as tx:  # the first is over
        for report in await tx.reports.by(address_id=(await desk.address(rita)).id):
            tx.reports.put(replace(report, state=ReportState.CLOSED))
    came, before = rita.screen.came, await desk.case()
    await rita.writes("Police took Made-Up Dana in Astana, she is a child")
    assert (await desk.case()).id != before.id
    assert rita.screen.came == came
    assert marat.screen.came


async def test_once_and_not_with_each_message_that_is_refused(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await reported(desk)
    olga.rang()
    await rita.writes("please answer", "is anybody there?")
    kinds = [kind for kind, _, _ in await desk.history()]
    assert kinds.count("phone_changed") == 1
    assert olga.count("another phone answers") == 1


async def test_where_no_coordinator_reads_it_administrators_hear_of_it(desk: Desk) -> None:
    await reported(desk)
    desk.administrator.sees("Another phone answers", "no coordinator can be reached")


async def test_of_each_phone_they_hear_however_many_there_are(desk: Desk) -> None:
    for _ in range(6):
        await reported(desk)
    assert desk.administrator.count("Another phone answers") == 6


async def test_two_refusals_at_one_time_are_one_question(desk: Desk) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    await desk.reports(TAKEN)
    await marat.presses("I'll take it")
    async with desk.writing() as tx:
        for _ in range(2):
            await changed_identity.on_untrusted(
                tx, desk.service, await addresses.of_chat(tx, marat.chat, messenger=marat.messenger)
            )
    assert [kind for kind, _, _ in await desk.history()].count("phone_changed") == 1


async def test_who_is_no_coordinator_any_more_does_not_read_whose_phone_it_is(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    marat.screen.refuses = CHANGED
    await marat.writes("/help")
    olga.sees("another phone answers for Marat", "+7701000")
    await desk.member("Olga", Role.LAWYER, person=olga, on_duty=False)
    olga.sees_nothing_of("another phone answers for Marat")


async def test_a_button_that_is_settled_trusts_no_later_phone(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    marat.screen.refuses = CHANGED
    await marat.writes("/help")
    await olga.presses("I have spoken with them: trust it")
    await olga.presses_data(f"phone:{(await desk.address(marat)).id}:trust")
    assert marat.screen.acts.count("trusted") == 1


async def test_two_who_trust_it_at_one_time_are_written_down_once(desk: Desk) -> None:
    olga, dina, marat = await desk.coordinator(), await desk.coordinator("Dina"), await desk.lawyer()
    await desk.reports(TAKEN)
    await marat.presses("I'll take it")
    marat.screen.refuses = CHANGED
    await marat.writes("/help")
    data = f"phone:{(await desk.address(marat)).id}:trust"
    await desk.receive(olga.tap(data), dina.tap(data))
    assert [kind for kind, _, _ in await desk.history()].count("phone_trusted") == 1


async def test_nobody_trusts_a_phone_of_their_own(desk: Desk) -> None:
    olga = await desk.coordinator()
    signal = await desk.also_on_signal(olga)
    async with desk.writing() as tx:
        await changed_identity.on_untrusted(tx, desk.service, await desk.address(signal))
    olga.sees_nothing_of("another phone answers")
    desk.administrator.sees("Another phone answers", "no coordinator can be reached")
    await olga.presses_data(f"phone:{(await desk.address(signal)).id}:trust")
    assert signal.screen.acts == []
    assert (await desk.address(signal)).untrusted_since is not None


async def test_what_was_taken_meanwhile_is_not_offered_there_any_more(desk: Desk) -> None:
    olga, marat, aida = await desk.coordinator(), await desk.lawyer(), await desk.lawyer("Aida")
    await desk.reports(TAKEN)
    marat.sees("[✅ I'll take it]")
    marat.screen.refuses = CHANGED
    await marat.writes("/help")
    await aida.presses("I'll take it")
    marat.sees("[✅ I'll take it]")
    await olga.presses("I have spoken with them: trust it")
    marat.sees_nothing_of("[✅ I'll take it]")


async def test_what_they_hold_is_shown_on_a_second_phone_that_is_trusted_and_follows_the_case(
    desk: Desk,
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    signal = await desk.also_on_signal(marat)
    await desk.reports(TAKEN)
    await marat.presses("I'll take it")
    signal.screen.refuses = CHANGED
    await signal.writes("/help")
    await olga.presses("I have spoken with them: trust it")
    signal.sees("yours", "Made-Up Sanzhar")
    await marat.presses("Give back")
    signal.sees_nothing_of("Made-Up Sanzhar")
