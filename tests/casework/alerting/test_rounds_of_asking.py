"""Asking lawyers and coordinators: rounds, lists, who is away, and the alarm when nobody is left."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.traffic import Lane, Timer
from core.vocabulary import Role, TaskKind
from handlers import timing
from handlers.alerting import delivery, tasks
from tests.casework.story_desk import START, Desk

HELD = "police took Dana Made-Up in Almaty"
MINUTES = timedelta(minutes=1)


async def test_rounds_and_steps_follow_each_other_and_are_kept(desk: Desk) -> None:
    for name in ("Marat", "Saule", "Zhan", "Dina"):
        await desk.lawyer(name)
    igor = await desk.lawyer("Igor", cities=("konaev",))
    olga = await desk.coordinator(on_duty=True)
    lena = await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    await desk.reports(HELD)
    assert await desk.states() == dict.fromkeys(("Marat", "Saule", "Zhan"), "offered")
    assert await desk.waits_until("escalation") == START + 5 * MINUTES
    await desk.later(minutes=5)
    assert await desk.states() == {
        "Marat": "expired",
        "Saule": "expired",
        "Zhan": "expired",
        "Dina": "offered",
    }
    assert (await desk.offers())["Zhan"].answered_at == desk.now
    case = await desk.case()
    assert (case.step, case.round, case.loops) == (0, 1, 0)
    offers = await desk.offers()
    assert (offers["Dina"].step, offers["Dina"].round, offers["Dina"].offered_at) == (0, 1, desk.now)
    assert igor.rang() == 0
    await desk.later(minutes=5)
    assert (igor.rang(), (await desk.case()).step) == (1, 1)
    assert olga.rang() == 0
    await desk.later(minutes=5)
    assert (olga.rang(), (await desk.case()).step) == (1, 2)
    assert lena.rang() == 0
    await desk.later(minutes=5)
    case = await desk.case()
    assert (lena.rang(), case.step, case.found_nobody_at) == (1, 3, desk.now)
    assert await desk.waits_until("escalation") == desk.now + 10 * MINUTES


async def test_an_alert_leaves_before_everything_else(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    assert marat.lanes() == ["alert"]
    await marat.presses("I'll take it")
    assert (marat.lanes(), saule.lanes()) == (["alert", "edit"], ["alert", "edit"])


async def test_who_is_asked_again_about_an_urgent_case_gets_it_as_a_new_message(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule")
    await desk.reports("police took a man in Almaty, they beat him")
    before = (await desk.offers())["Marat"]
    await desk.later(minutes=15)  # nobody else is left: all steps are tried again
    after = (await desk.offers())["Marat"]
    assert (after.id, after.state, after.answered_at) == (before.id, "offered", None)
    assert (marat.rang(), marat.count("I'll take it")) == (2, 1)
    marat.sees_nothing_of("You still can")
    assert [line for line in await desk.history() if line[0] == "offered"][2:] == [
        (
            "offered",
            "",
            {
                "member": name,
                "step": 0,
                "ask": "region",
                "why": {"near": "city", "speaks": True, "again": True},
            },
        )
        for name in ("Marat", "Saule")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_declined_is_asked_no_more_and_the_case_rings_others_until_somebody_acts(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer("Marat", escalation=True, languages=(language,))
    igor = await desk.lawyer("Igor", cities=("konaev",))
    lena = await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses(say(language, "button-decline"), say(language, "reason-busy"))
    for person in (marat, igor, lena, olga):
        person.rang()
    heard = []
    for _ in range(5):
        await desk.later(hours=1)
        heard.append([person.rang() for person in (marat, lena, olga)])
    assert (await desk.offers())["Marat"].state == "declined"
    assert [rang[0] for rang in heard] == [0] * 5
    assert all(sum(rang[1:]) >= 1 for rang in heard[:3])  # and then every two hours
    assert heard[3][1] + heard[4][1] >= 1
    assert heard[0][1] <= 3
    assert (await desk.case()).step == 3


async def test_of_a_lone_case_nobody_hears_twice_while_somebody_else_can_be_asked(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    vera = await desk.coordinator("Vera", on_duty=True)
    lena = await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    await desk.reports(HELD)
    heard = []
    for _ in range(4):
        heard.append([person.rang() for person in (marat, saule, igor, vera, lena)])
        await desk.later(minutes=5)
    assert heard == [[1, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]]


async def test_of_a_lone_case_nobody_is_rung_more_than_four_times_in_its_first_hour(desk: Desk) -> None:
    everybody = [
        await desk.lawyer("Marat"),
        await desk.lawyer("Saule", escalation=True),
        await desk.coordinator("Vera", on_duty=True, escalation=True),
        await desk.coordinator("Olga"),
    ]
    await desk.reports(HELD)
    await desk.later(minutes=60)
    assert [person.rang() for person in everybody] == [1, 4, 4, 3]


async def test_the_only_lawyer_is_rung_again_after_everybody_and_the_operator_hears(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    heard = []
    for _ in range(4):
        await desk.later(minutes=15.5)
        heard.append(marat.rang())
    assert heard[0] == 2
    assert sum(heard) >= 3
    desk.administrator.sees("Nobody is left to ask about case")


async def test_the_history_says_that_somebody_was_asked_in_their_shift(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await marat.writes("/duty mon-fri 9-18")
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.presses("History")
    olga.sees("Marat", "(shift)")


async def test_nobody_is_found_once_and_people_hear_it_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    lena = await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    rita = await desk.reports(HELD)
    await rita.allows_news()
    assert (await desk.case()).found_nobody_at == START
    assert [line[0] for line in await desk.history()] == ["opened", "offered", "found_nobody"]
    assert olga.rang() == 1
    await desk.later(minutes=10)
    assert [line[0] for line in await desk.history()] == ["opened", "offered", "found_nobody", "offered"]
    assert (await desk.case()).found_nobody_at == START
    assert (await desk.case()).loops == 1
    assert (olga.rang(), lena.rang()) == (1, 2)  # asked to ring again in every loop
    assert olga.count("No lawyer has taken this case.") == 1
    rita.sees_nothing_of("still looking")  # the receipt says who was asked
    desk.administrator.sees_nothing_of("Nobody is left to ask")


async def test_reporters_who_allow_it_hear_that_nobody_was_found(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await marat.presses("I can't")
    assert rita.count("We are still looking for a lawyer.") == 1
    await desk.later(minutes=30)
    assert rita.count("We are still looking for a lawyer.") == 1


async def test_administrators_hear_when_nobody_is_left_to_ask(desk: Desk) -> None:
    await desk.coordinator()
    await desk.reports(HELD)
    desk.administrator.sees("Nobody is left to ask about case 513-742")


async def test_the_board_and_the_offers_say_when_time_has_run_out(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    await igor.writes("/cases")
    await marat.writes("/cases")
    await desk.reports(HELD)
    marat.sees("1 open offer")
    await desk.later(minutes=5)
    igor.sees("1 open offer")
    marat.sees("Still free, though your time to answer has passed (1)")
    marat.sees("Nobody has taken it yet. You still can.")


# --- many offers


async def test_a_fourth_open_offer_comes_in_a_list_and_the_load_is_counted(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    for number in range(3):
        await desk.reports(HELD, name=f"Rita {number}")
    assert (marat.rang(), marat.count("I'll take it")) == (3, 3)
    marat.lanes()
    await desk.reports("police took Asel Example in Almaty")
    assert (marat.rang(), marat.count("I'll take it"), marat.lanes()) == (1, 3, ["alert"])
    marat.sees("4 open offers", "✅ Take 4 · Almaty")
    rita = await desk.reports("police took Asel Example in Almaty")
    assert (marat.rang(), marat.count("open offers")) == (0, 1)  # it is there at once, and heard later
    assert marat.lanes() == ["alert"]
    marat.sees("5 open offers")
    await marat.presses("Take 5 · Almaty")
    marat.sees("yours", "Asel")
    await rita.writes("the door is blue")
    marat.sees("yours", "the door is blue")  # a card that follows, as if it had been offered by itself


async def test_who_has_fewest_open_offers_is_asked_first(desk: Desk) -> None:
    for name in ("Marat", "Saule", "Zhan", "Dina"):
        await desk.lawyer(name)
    await desk.reports(HELD)
    await desk.reports(HELD, name="Vera")
    assert set(await desk.states()) == {"Dina", "Marat", "Saule"}


# --- who is away


async def test_who_blocks_the_bot_is_unreachable_and_others_are_asked_now(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(HELD)
    await desk.later(minutes=1)
    await desk.blocks(marat)
    offer = (await desk.offers())["Marat"]
    assert (offer.state, offer.answered_at) == ("unreachable", desk.now)
    assert ("unreachable", "", {"member": "Marat"}) in await desk.history()
    assert igor.rang() == 1


async def test_what_became_of_other_offers_stays_when_their_lawyer_cannot_be_reached_any_more(
    desk: Desk,
) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I can't")
    await desk.blocks(marat)
    assert await desk.states() == {"Marat": "declined", "Saule": "offered"}
    assert "unreachable" not in [kind for kind, *_ in await desk.history()]


async def test_while_others_have_their_offers_nobody_further_is_asked(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    igor = await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(HELD)
    await desk.blocks(marat)
    assert (igor.rang(), saule.rang()) == (0, 1)
    assert await desk.states() == {"Marat": "unreachable", "Saule": "offered"}


@pytest.mark.parametrize("ask", [tasks.ask_coordinators, tasks.ask_coordinators_once])
async def test_each_ask_of_each_case_is_a_card_of_its_own_for_each_coordinator(desk: Desk, ask: Any) -> None:
    await desk.coordinator(), await desk.coordinator("Dina")
    kinds = [TaskKind.WHERE, TaskKind.DELETE]
    for name in ("Rita", "Vera"):
        await desk.reports(HELD, name=name)
    both = [await desk.case(0), await desk.case(1)]
    async with desk.writing() as tx:
        for case in both:
            for kind in kinds:
                await ask(tx, desk.service, case, kind)
    for gone in (0, 1):
        async with desk.writing() as tx:
            cards = [card for kind in kinds for card in await tx.cards.by(subject=f"ask-{kind}")]
            different = {(card.subject, card.subject_id, card.address_id) for card in cards}
            assert len(different) == len(cards) == 8 - 2 * gone
            await tasks.settle(tx, desk.service, both[0], kinds[0])


async def test_a_reminder_is_the_owners_alone(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    came = saule.screen.came
    marat.rang()
    await desk.later(minutes=21)
    assert (marat.rang(), saule.screen.came) == (1, came)


async def test_the_list_of_whom_to_ring_and_the_boards_know_who_is_away(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat", escalation=True), await desk.coordinator()
    await desk.reports(HELD)
    await desk.later(minutes=12)
    olga.sees("To call:", "• Marat", "[✅ Marat takes it]")
    await desk.suspends(marat)
    assert olga.sees("No lawyer has taken this case.").endswith(
        "There is nobody to call: nobody was asked, or there is no number. Please check the roster.\n"
        "[Open the case] [✅ I'll take it]"
    )


async def test_who_became_an_administrator_is_not_rung_about_a_case(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat", escalation=True), await desk.coordinator()
    await desk.reports(HELD)
    await desk.later(minutes=12)
    olga.sees("To call:", "• Marat")
    await desk.member("Marat", Role.ADMINISTRATOR, person=marat)
    olga.sees("No lawyer has taken this case.", "There is nobody to call")


async def test_coordinators_ring_an_owner_who_is_away_or_offer_the_case_to_others(desk: Desk) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    await desk.reports(HELD)
    await desk.reports(HELD, name="Vera")
    await marat.presses("I'll take it")
    await desk.blocks(marat)
    assert olga.rang() == 1
    assert olga.screen.drawn("blocked the bot") == (
        "🔒\n☎️ The lawyer who has this case has blocked the bot or is gone from here. Please call. "
        "If there is no answer, offer the case to others.\n"
        f"🟠 {(await desk.case()).code} · Almaty · perhaps: somebody is detained · 17.09 12:00 ❔ · with Marat\n"
        "To call:\n"
        f"• Marat: +7701000{marat.chat}\n"
        "[Offer to others | primary]\n"
        "[Open the case | primary]"
    )
    saule.rang()
    await olga.presses("Offer to others")
    assert olga.screen.drawn("Settled:").startswith("🔒")
    assert saule.rang() == 1
    assert olga.lanes() == ["alert", "reply"]


async def test_of_what_the_owner_has_said_of_their_way_the_last_stands_in_the_line(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "On my way")
    await desk.later(minutes=10)
    await marat.presses("At the door")
    await desk.blocks(marat)
    olga.sees("blocked the bot", "with Marat · 🚪")
    olga.sees_nothing_of("on the way")


async def test_no_coordinator_who_reads_is_a_matter_for_administrators_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.blocks(olga)
    await desk.reports(HELD)
    assert desk.administrator.count("No coordinator can be reached about case 513-742") == 1
    await desk.later(minutes=30)
    assert desk.administrator.count("No coordinator can be reached about case 513-742") == 1


async def test_one_coordinator_who_reads_is_enough(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    gone = await desk.coordinator("Gone")
    await desk.blocks(olga)
    await desk.suspends(gone)
    await desk.reports("a trial began in Almaty")
    assert (vera.count("A record"), gone.count("A record")) == (1, 0)
    desk.administrator.sees_nothing_of("No coordinator can be reached")


async def test_an_ask_that_is_urgent_leaves_with_the_alerts_and_a_record_makes_no_sound(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("a trial began in Almaty")
    assert (olga.lanes(), olga.rang()) == (["reminder"], 0)
    await desk.reports(HELD)
    assert olga.lanes()[:1] == ["alert"]


async def test_of_what_is_asked_at_one_time_three_make_a_sound(desk: Desk) -> None:
    address = await desk.address(await desk.coordinator())
    async with desk.writing() as tx:
        lanes = [await tasks.lane_for(tx, TaskKind.WHERE, address.id) for _ in range(4)]
    assert lanes == [*[Lane.NEWS] * 3, Lane.REMINDER]


async def test_lawyers_of_the_region_whom_nobody_asked_can_be_rung(desk: Desk) -> None:
    olga, igor = await desk.coordinator(), await desk.lawyer("Igor", on_duty=False)
    await desk.reports(HELD)
    olga.sees("In this region, not asked yet", f"• Igor: +7701000{igor.chat}")


async def test_whoever_has_declined_is_neither_to_be_rung_nor_among_those_whom_nobody_asked(
    desk: Desk,
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.lawyer("Igor", on_duty=False)
    await desk.reports(HELD)
    await marat.presses("I can't")
    olga.sees("There is nobody to call", "In this region, not asked yet", "• Igor")
    olga.sees_nothing_of("Marat")


async def test_of_those_who_can_be_rung_at_all_eight_are_named(desk: Desk) -> None:
    olga = await desk.coordinator()
    gone, silent = await desk.lawyer("Gone", on_duty=False), await desk.lawyer("Silent", on_duty=False)
    await desk.suspends(gone)
    async with desk.writing() as tx:
        tx.members.put(replace(await desk.membership(silent), phone=""))
    for number in range(9):
        await desk.lawyer(f"Igor {number}", on_duty=False)
    await desk.reports(HELD)
    shown = olga.sees("In this region, not asked yet")
    assert shown.count("• Igor") == shown.count("• ") == 8


async def test_nobody_is_asked_to_ring_themselves(desk: Desk) -> None:
    olga, vera = await desk.coordinator(escalation=True), await desk.coordinator("Vera")
    await desk.lawyer("Marat")
    await desk.reports(HELD)
    await desk.later(minutes=16)
    vera.sees("To call:", "• Olga", "• Marat")
    olga.sees("To call:", "• Marat")
    olga.sees_nothing_of("• Olga")


async def test_where_a_lawyer_was_asked_that_one_alone_is_to_be_rung(desk: Desk) -> None:
    olga, _ = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.lawyer("Igor", on_duty=False)
    await desk.reports(HELD)
    await desk.later(minutes=11)
    olga.sees("To call:", "• Marat")
    olga.sees_nothing_of("not asked yet", "Igor")


async def test_a_case_corrected_to_another_region_is_told_to_its_lawyer_and_coordinators(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    marat.rang()
    await rita.presses_data("report/place:astana")
    assert (marat.rang(), olga.rang()) == (1, 1)
    olga.sees("The reporter has moved this case to another region", "• Marat", "[Offer to others]")


@pytest.mark.slow
async def test_after_an_outage_every_open_offer_is_shown_again(desk: Desk) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    timur = await desk.lawyer("Timur")
    await marat.writes("/hide")
    await marat.presses("Yes, clear the chat")
    await olga.presses("Write to them again")  # what she reads of him is none of his offers
    for number in range(5):
        await desk.reports(HELD, name=f"Rita {number}")
    await saule.presses("I'll take it")
    await timur.presses("I can't", "Too far", "I can't", "Too far")
    for one in (marat, saule, timur):
        one.rang()
        one.lanes()
    async with desk.writing() as tx:
        await delivery.show_after_absence(tx, desk.service)
    assert (marat.rang(), saule.rang()) == (
        2,
        2,
    )  # as cards of their own; the list is there, and was heard just now
    assert timur.rang() == 1  # all that he is asked still is in the list
    assert set(marat.lanes()) <= {"alert", "edit"}
    assert [one.count("open offers") for one in (marat, saule, olga)] == [1, 1, 0]


async def test_lawyers_of_another_region_are_not_named_to_be_rung(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer("Marat", on_duty=False)
    await desk.lawyer("Saule", cities=("aktau",), on_duty=False)
    await desk.reports(HELD)
    olga.sees("In this region, not asked yet", "Marat")
    olga.sees_nothing_of("Saule")


# --- timers that were given up


async def test_a_parked_timer_of_a_case_asks_coordinators_to_ring(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga = await desk.coordinator()
    await desk.reports(HELD)
    async with desk.reading() as tx:
        timer = next(one for one in await tx.timers.select() if one.kind == "escalation")
    for rings in (1, 0):  # what was heard just now is not heard again
        async with desk.writing() as tx:
            await timing.on_timer_parked(tx, desk.service, timer)
        assert olga.rang() == rings
        assert (await desk.case()).found_nobody_at == START
        await desk.later(minutes=1)
    olga.sees("No lawyer has taken this case.")


async def test_a_parked_timer_of_a_closed_case_asks_nobody(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    async with desk.reading() as tx:
        timer = next(one for one in await tx.timers.select() if one.kind == "escalation")
    await marat.presses("I'll take it", "Close…", "Fine")
    async with desk.writing() as tx:
        await timing.on_timer_parked(tx, desk.service, timer)
    assert (olga.rang(), (await desk.case()).found_nobody_at) == (0, None)


@pytest.mark.parametrize("kind", ["first-action", "reminder"])
@pytest.mark.parametrize(
    ("how", "state"),
    [
        ((), "open"),
        (("I'll take it", "Contacted"), "accepted"),
        (("I'll take it", "Close…", "Fine"), "closed"),
    ],
)
async def test_a_timer_of_a_first_action_that_comes_too_late_does_nothing(
    desk: Desk, how: tuple[str, ...], state: str, kind: str
) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await marat.presses(*how)
    case, before = await desk.case(), await desk.history()
    marat.rang()
    async with desk.writing() as tx:
        for number in (case.id, 77):
            await timing.on_timer(tx, desk.service, Timer(f"{kind}:x", kind, desk.now, number))
    assert (case.state, await desk.history(), marat.rang()) == (state, before, 0)


BY_PHONE = "Not your region: help by phone is enough"


async def test_who_serves_another_region_reads_that_help_by_phone_is_enough(desk: Desk) -> None:
    far = await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports("police took Dana Made-Up in Almaty")
    far.sees(BY_PHONE, "Almaty")
    near = await desk.lawyer("Marat")
    everywhere = await desk.lawyer("Saule", cities=())
    await desk.reports("police took Aidos Made-Up in Almaty", name="Rosa")
    near.sees_nothing_of(BY_PHONE)
    everywhere.sees_nothing_of(BY_PHONE)


async def test_whoever_is_asked_about_an_unknown_place_does_not_read_that_it_is_not_their_region(
    desk: Desk,
) -> None:
    lena = await desk.lawyer("Lena", cities=("aktau",), on_duty=False, escalation=True)
    olga = await desk.coordinator()
    await desk.reports("they have taken my brother, he is beaten")
    await desk.later(minutes=2)
    await olga.opens(await desk.case())
    await olga.presses("Ask lawyers")
    await desk.later(minutes=20)
    lena.sees("place unknown", "[✅ I'll take it]")
    lena.sees_nothing_of(BY_PHONE)
