"""How cards look: every word, button and colour, for each who may see them; and what may not be seen."""

from datetime import timedelta

import pytest

from core.traffic import Card, Lane
from core.vocabulary import Role
from handlers import dispatch, routes
from handlers.cards import live_cards
from handlers.casework import facts
from tests.casework.story_desk import Desk, Person

TOLD = "police took three people in Almaty, Medeu district"
HELD = "police took Dana Made-Up in Almaty"


def clock(hours: int, minutes: int) -> str:
    """The nearest term of the law, so long before its end: nobody has told since when, nor of which sort it is."""
    return (
        f"⏳ {hours} h {minutes} min left, until 17.09 15:00: administrative detention, 3 h, CAO 789(1) (unverified)\n"
        "from 17.09 12:00: we were first told · not known: freedom really restricted · the sort of detention is not known"
    )


async def told(desk: Desk) -> Person:
    """A reporter who has said all that can be said."""
    rita = await desk.reports(TOLD)
    await rita.shares_place(43.25, 76.95)
    await rita.writes("Dana Made-Up")
    for data in ("ongoing:yes", "link:witness"):
        await rita.presses_data(f"report/{data}")
    return rita


# --- the offer, and what it becomes


async def test_an_offer_says_what_how_many_where_when_and_nothing_of_whom(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await told(desk)
    assert marat.screen.drawn("detained") == (
        "🔒\n🟠 somebody is detained (urgency not known yet)\n"
        "📍 Almaty, Medeu District\n"
        "👤 3 persons\n"
        "🗣 English · reported 17.09 12:00 · not verified\n"
        "🔖 513-742\n"
        "[✅ I'll take it | success] [I can't]"
    )


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.9, ""), (1, "⏳ 1 min since the report."), (60, "⏳ 1 h 0 min since the report.")],
)
async def test_an_offer_says_how_long_after_the_report_it_was_made(
    desk: Desk, minutes: float, said: str
) -> None:
    await desk.reports(TOLD)
    olga = await desk.coordinator()
    desk.now += timedelta(minutes=minutes)
    marat = await desk.lawyer("Marat")
    await olga.opens(await desk.case())
    await olga.presses("Ask lawyers")
    text = marat.sees("somebody is detained")
    assert ("⏳" in text) == bool(said)
    assert said in text


@pytest.mark.slow
async def test_a_declined_offer_asks_why_and_then_says_it(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.lawyer("Saule")
    await desk.reports(TOLD)
    await marat.presses("I can't")
    assert marat.screen.drawn("declined") == (
        "🔒\n513-742: declined, others are being asked. Why?\n"
        "[Busy now] [Too far]\n"
        "[Conflict of interest] [Another reason]\n"
        "[✅ I can after all | success]"
    )
    await marat.presses("Conflict of interest")
    assert marat.screen.drawn("declined") == ("🔒\n513-742: declined, conflict of interest.")
    await marat.presses_data(f"why:{(await desk.offers())['Marat'].id}:far")
    assert marat.screen.drawn("declined") == (
        "🔒\n513-742: declined, too far.\n[✅ I can after all | success]"
    )


async def test_stubs_cannot_be_forwarded_either(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(TOLD)
    await marat.presses("I'll take it")
    await marat.presses("One is enough")
    assert saule.screen.drawn("colleague") == "🔒\n513-742: a colleague has taken it. Thank you."
    await saule.presses_data(f"decline:{(await desk.offers())['Saule'].id}")
    await marat.presses("Close…", "Remand")
    assert saule.screen.drawn("closed") == "🔒\n513-742: closed (Remand)."


async def test_who_becomes_an_administrator_reads_no_offer_and_no_case_any_more(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(TOLD)
    await marat.presses("I'll take it")
    await desk.member("Marat", Role.ADMINISTRATOR, person=marat)
    assert marat.screen.drawn("not shown").startswith("🔒\nThis case is not shown to you.")
    marat.sees_nothing_of("Dana", "detained")


# --- the case


async def test_the_owner_sees_the_whole_case(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await told(desk)
    await rita.sends("photo-1")
    await rita.sends("photo-2")
    await rita.allows_news("no")
    await desk.later(minutes=1)
    await marat.presses("I'll take it")
    await marat.opens_more()
    assert marat.screen.drawn("yours") == (
        "🔒\nCase 513-742 · yours\n"
        "🟠 somebody is detained (urgency not known yet) · 👤 3 persons\n"
        "📍 Almaty, Medeu District · 🗣 English · reported 17.09 12:00 · not verified\n"
        '⏱ Say "Contacted" or "On my way" by 17.09 12:31, or it is offered to others.\n'
        "👥 A second lawyer is wanted and looked for.\n"
        f"{clock(2, 59)}\n"
        "\n"
        "Who: Dana Made-Up\n"
        "Where: 43.25000, 76.95000\n"
        "Still going on: yes\n"
        "The reporter is: Witness\n"
        "Write to the reporter here: no\n"
        "📎 photo × 2\n"
        "\n"
        "Their words:\n"
        f"17.09 12:00 «{TOLD}»\n"
        "17.09 12:00 📍 43.25000, 76.95000\n"
        "17.09 12:00 «Dana Made-Up»\n"
        "[📞 Contacted | primary] [🚗 On my way | primary] [🚪 At the door | primary]\n"
        "[Released] [False alarm] [Close…]\n"
        "[Give back]\n"
        "[🤝 Hand over] [👤 One is enough]\n"
        "[🗺 Map] [📍 On a map]\n"
        "[All words] [Code the act] [2 files]\n[📋 What I saw] [⚖️ Proceedings]\n[Ask the reporter…] [📄 Papers]\n"
        "[Verify]\n[Less]"
    )
    await marat.presses("On my way")
    assert marat.screen.drawn("yours").endswith(
        "\n[Released] [False alarm] [Close…]\n[Give back]\n[🤝 Hand over] [👤 One is enough]\n"
        "[🗺 Map] [📍 On a map]\n[All words] [Code the act] [2 files]\n"
        "[📋 What I saw] [⚖️ Proceedings]\n[Ask the reporter…] [📄 Papers]\n[Verify]\n[Less]"
    )


async def test_one_long_message_is_cut_on_the_card_and_whole_behind_a_button(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(f"{TOLD} {'and then more ' * 200}and the end")
    await marat.presses("I'll take it")
    assert "and the end" not in marat.sees('"All words" shows the rest', "and then more")
    await marat.presses("All words")
    marat.sees("and the end")


async def test_words_behind_a_command_are_words(desk: Desk) -> None:
    marat, rita = await desk.lawyer("Marat"), desk.person("Rita")
    await rita.writes("/report police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it")
    marat.sees("Their words:", "report police took Dana Made-Up in Almaty»")


async def test_a_coordinator_sees_it_whole_after_a_reason_and_with_buttons_of_their_own(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await told(desk)
    await rita.sends("photo-1")
    await olga.opens(await desk.case())
    await olga.opens_more()
    state = (
        "🟠 somebody is detained (urgency not known yet) · 👤 3 persons\n"
        "📍 Almaty, Medeu District · 🗣 English · reported 17.09 12:00 · not verified\n"
    )
    head = (
        "Who: Dana Made-Up\n"
        "Where: 43.25000, 76.95000\n"
        "Still going on: yes\n"
        "The reporter is: Witness\n"
        "Write to the reporter here: not asked; news goes there, and you can write\n"
        "📎 photo\n"
        "\n"
        "Their words:\n"
        f"17.09 12:00 «{TOLD}»\n"
        "17.09 12:00 📍 43.25000, 76.95000\n"
        "17.09 12:00 «Dana Made-Up»\n"
    )
    words = "[🗺 Map] [📍 On a map]\n[All words] [Code the act]\n"
    ask = "[📋 What I saw] [⚖️ Proceedings]\n[Ask the reporter…] [📄 Papers]\n[Verify]\n"
    ask += "[☎️ Call round] [Incidents] [🔗 The same case?]\n"
    more = f"{words}{ask}[History] [Consents]\n[Legal hold]\n[A joke…]\n[Mute the reporter for 24 h]\n[Less]"
    ending = "[Released] [False alarm] [Close…]\n"
    assert olga.screen.drawn("Case") == (
        f"🔒\nCase 513-742 · nobody has it yet\n{state}{clock(3, 0)}\n\n{head}"
        f"[✅ I'll take it | success] [Ask lawyers] [Give it to…]\n{ending}{more}"
    )
    await marat.presses("I'll take it")
    assert olga.screen.drawn("Case") == (
        f"🔒\nCase 513-742 · with Marat\n{state}👥 No second lawyer was found; coordinators know.\n"
        f"{clock(3, 0)}\n\n"
        f"{head}[Offer to others]\n{ending}[🤝 Hand over] [👤 One is enough]\n{more}"
    )
    await marat.presses("Close…", "Fine")
    await olga.opens(await desk.case())
    await olga.opens_more()
    rest = "[⚖️ Proceedings] [📄 Papers]\n[Verify]\n[Incidents]\n[History] [Consents]\n"
    rest += "[Legal hold] [Forget this case]\n[Mute the reporter for 24 h]\n[Less]"
    assert olga.screen.drawn("Case") == f"🔒\nCase 513-742 · Fine\n{state}\n{head}[Open again]\n{words}{rest}"


async def test_a_coordinator_who_has_the_case_has_files_history_and_mute(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(TOLD)
    await rita.sends("photo-1")
    await olga.presses_data(f"take:{(await desk.case()).id}")
    await olga.opens_more()
    assert olga.screen.drawn("yours").endswith(
        "[All words] [Code the act] [1 file]\n[📋 What I saw] [⚖️ Proceedings]\n[Ask the reporter…] [📄 Papers]\n[Verify]\n"
        "[☎️ Call round] [Incidents] [🔗 The same case?]\n"
        "[History] [Consents]\n[Legal hold]\n[A joke…]\n[Mute the reporter for 24 h]\n[Less]"
    )


@pytest.mark.parametrize("answer", ["over", "false"])
async def test_what_a_reporter_calls_off_is_marked_on_all_cards_until_somebody_called_back(
    desk: Desk, answer: str
) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(TOLD)
    await olga.opens(await desk.case())
    await rita.writes("/cancel")
    await rita.presses_data(f"report/cancel:{answer}")
    said = {
        "over": "The reporter says that it is over.",
        "false": "The reporter says that it was a false alarm.",
    }
    mark = f"⚠ {said[answer]} A coordinator is calling back."
    marat.sees("somebody is detained", mark)
    olga.sees("Case 513-742", mark, "[It is not over] [✅ I'll take it]")
    await olga.opens_more()
    olga.sees(
        "Case 513-742", mark, "[It is not over]\n[☎️ Call round] [Incidents] [🔗 The same case?]\n[History]"
    )
    ask = olga.screen.drawn(said[answer] + " Please call back")
    assert ask.startswith("🔒\n" + said[answer] + " Please call back")
    ended = {"over": "Released", "false": "False alarm"}[answer]
    assert ask.endswith(f"[Open the case | primary] [✅ I'll take it]\n[{ended}] [It is not over]")
    await olga.presses("It is not over")
    assert ("still_held", "Olga", {}) in await desk.history()
    marat.sees_nothing_of("⚠")
    assert "[It is not over]" not in olga.sees("Case 513-742")
    olga.sees("Settled: 🟠 513-742", "nobody has it yet")


async def test_a_called_off_case_that_is_closed_need_not_be_called_back(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(TOLD)
    await olga.opens(await desk.case())
    await rita.presses_data("report/ongoing:no")
    olga.sees("Case 513-742", "[It is not over]")
    await olga.presses("Close…", "Released", "All are out: close")
    await olga.opens(await desk.case())
    assert "[It is not over]" not in olga.sees("Case 513-742")


async def test_the_latest_consent_of_several_reports_is_shown(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(TOLD)
    await marat.presses("I'll take it")
    marat.sees("Write to the reporter here: not asked; news goes there, and you can write")
    await rita.allows_news("yes")
    marat.sees("Write to the reporter here: yes")


async def test_the_card_of_a_muted_reporter_offers_the_end_of_the_mute_until_it_ends(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("a trial began in Almaty")  # nobody is looked for meanwhile
    case = await desk.case()
    await olga.opens(case)
    await olga.presses("Mute the reporter for 24 h")
    olga.sees("Case 513-742", "[End the mute]")
    await desk.later(hours=24)
    await olga.opens(case)
    await olga.opens_more()
    olga.sees("Case 513-742", "[A joke…]\n[Mute the reporter for 24 h]")


async def test_every_reader_reads_in_their_own_language(desk: Desk) -> None:
    marat = await desk.lawyer("Marat", languages=("kk", "en"))
    saule = await desk.lawyer("Saule", languages=("ru",))
    await desk.reports(TOLD)
    marat.sees("🟠 мүмкін: біреу ұсталды")
    saule.sees("🟠")
    saule.sees_nothing_of("detained")


# --- boards and lists


async def test_a_board_lists_the_urgent_first_and_then_the_oldest(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.reports("police took a man in Almaty")
    await desk.later(minutes=1)
    rita = await desk.reports("police took a man in Almaty, he is injured")
    await rita.presses_data("report/urgent:minor")
    await desk.reports("a trial began in Astana")
    await olga.writes("/cases")
    shown = olga.screen.drawn("Open now")
    codes = [(await desk.case(number)).code for number in range(4)]
    assert shown == (
        "🔒\nOpen now: without a lawyer 2, with a lawyer 1, records 1\n"
        "Most urgent first, then those that wait longest.\n"
        "\nWithout a lawyer (2):\n"
        f"🔴 {codes[2]} · Almaty · perhaps: somebody is detained · 17.09 12:01 ❔ · ⬆ injured\n"
        f"🟠 {codes[1]} · Almaty · perhaps: somebody is detained · 17.09 12:00 ❔\n"
        "\nWith a lawyer (1):\n"
        f"🟠 {codes[0]} · Almaty · perhaps: somebody is detained · 17.09 12:00 ❔ · with Marat\n"
        "\nRecords (1):\n"
        f"🟠 {codes[3]} · Astana · a trial or case, nobody held · 17.09 12:01 ❔\n"
        f"[{codes[2]}] [{codes[1]}]\n[{codes[0]}] [{codes[3]}]\n[▾ All open] [▾ All regions] [☑ Several…]\n"
        "[📍 By station]"
    )
    await olga.presses(codes[2])
    olga.sees("Why do you need to see this case?")


async def test_administrators_read_the_board_without_names_and_open_nothing(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    vera = await desk.member("Vera", Role.ADMINISTRATOR)
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    for one in (vera, desk.administrator):
        await one.writes("/cases")
        assert one.screen.drawn("Open now") == (
            "🔒\nOpen now: without a lawyer 0, with a lawyer 1, records 0\n"
            "\nWith a lawyer (1):\n"
            "🟠 513-742 · Almaty · perhaps: somebody is detained · 17.09 12:00 ❔"
        )


async def test_a_board_has_pages_of_twelve_lines_that_change_one_message(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(13):
        await desk.reports("a trial began in Almaty", name=f"Rita {number}")
    await olga.writes("/cases")
    shown = olga.sees("Open now")
    assert shown.count("Almaty") == 12
    assert shown.endswith("[◀] [1/2] [▶]\n[▾ All open] [▾ All regions] [☑ Several…]\n[📍 By station]")
    messages = len(olga.screen.messages)
    await olga.presses("▶")
    shown = olga.sees("Open now")
    assert shown.count("Almaty") == 1
    assert shown.endswith("[◀] [2/2] [▶]\n[▾ All open] [▾ All regions] [☑ Several…]\n[📍 By station]")
    await olga.presses("▶")
    assert olga.sees("Open now").count("Almaty") == 12  # it goes round
    await olga.presses("◀")
    assert len(olga.screen.messages) == messages
    await olga.presses_data(f"closed:{(await desk.case(0)).id}:other")
    await olga.writes("the family told us how it ended")
    assert "◀" not in olga.sees("Open now")


async def test_who_is_no_coordinator_any_more_has_no_board(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.writes("/cases")
    await desk.lawyer("Olga", person=olga)
    assert olga.screen.drawn("members of the roster").startswith("🔒\nThis is for members of the roster.")
    olga.sees_nothing_of("513-742")


async def test_a_list_has_offers_the_urgent_first_and_below_them_own_cases(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.reports("police took a man in Almaty")
    rita = await desk.reports("police took a man in Almaty, he is injured")
    await rita.presses_data("report/urgent:minor")
    await marat.writes("/cases")
    second = (await desk.case(1)).code
    assert marat.screen.drawn("Your cases") == (
        "🔒\n2 open offers:\nMost urgent first, then those that wait longest.\n"
        "\n2. 135-142\n🔴 URGENT: perhaps: somebody is detained\n📍 Almaty\n👤 1 person\n"
        "🗣 English · reported 17.09 12:00 · not verified\n"
        "⬆ Please look at this one first: lawyers are short.\n"
        f"\n1. {second}\n🟠 perhaps: somebody is detained (urgency not known yet)\n📍 Almaty\n👤 1 person\n"
        "🗣 English · reported 17.09 12:00 · not verified\n"
        "\nYour cases (1):\n"
        "🟠 Dana Made-Up · 513-742 · Almaty · perhaps: somebody is detained · 17.09 12:00 ❔\n"
        "[✅ Take 2 · Almaty | success] [2: I can't]\n"
        "[✅ Take 1 · Almaty | success] [1: I can't]\n"
        "[Dana Made-Up]"
    )
    await marat.presses("2: I can't")
    assert "Take 1 · Almaty" in marat.sees("Your cases")  # the number that it had
    assert await desk.states() == {"Marat": "declined"}
    await marat.presses("Dana Made-Up")
    marat.sees("Case 513-742 · yours")


@pytest.mark.slow
async def test_a_list_has_pages_of_twelve(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    for number in range(13):
        await desk.reports("police took a man in Almaty", name=f"Rita {number}")
    await marat.writes("/cases")
    shown = marat.sees("13 open offers")
    assert shown.count("✅ Take") == 12
    assert shown.endswith("[◀] [1/2] [▶]")
    for number in range(13):
        offers = (await desk.case(number)).id
        async with desk.reading() as tx:
            alert = (await tx.alerts.by(case_id=offers))[0]
        await marat.presses_data(f"accept:{alert.id}")
    shown = marat.sees("Your cases (13)")
    assert shown.count("· perhaps: somebody is detained ·") == 12
    await marat.presses("▶")
    assert marat.sees("Your cases (13)").count("· perhaps: somebody is detained ·") == 1


async def test_a_suspended_lawyer_has_no_list(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await marat.writes("/cases")
    await desk.suspends(marat)
    assert marat.screen.drawn("suspended").startswith("🔒\nYour membership is suspended.")
    marat.sees_nothing_of("Almaty")


async def test_the_boards_that_a_message_to_a_case_changes_are_loaded_with_what_else_it_needs(
    desk: Desk,
) -> None:
    await desk.coordinator()
    rita = await desk.reports("police took my brother in Almaty")
    async with desk.writing() as tx:
        await dispatch.prefetch(tx, desk.service, [rita.tap("sees:now")])
        loaded = tx.statements
        await live_cards.touch_boards(tx)
        assert tx.statements == loaded


async def test_the_card_of_an_offer_that_nobody_made_is_not_there(desk: Desk) -> None:
    at = (await desk.address(await desk.lawyer())).id
    async with desk.reading() as tx:
        nobodys = Card(7, "alert", 77, at, Lane.ALERT, desk.now)
        assert await routes.CARDS["alert"](tx, desk.service, nobodys) is None


async def test_whoever_serves_no_city_reads_all_words_by_the_organisations_clock(desk: Desk) -> None:
    olga = await desk.coordinator(cities=())
    await desk.reports("police took my brother in Almaty")
    await olga.opens(await desk.case())
    await olga.presses("All words")
    olga.sees("12:00", "police took my brother in Almaty")


PLACES = (  # in the order in which they are read
    "📍 Almaty",
    "🔒 Legal hold",
    "🚗 on the way",
    "left, until",
    "Who: Dana Made-Up",
    "⚖️ ",
    "🤐 Non-disclosure undertaking",
    "Notes:",
    "Source 1, a reporter: probably reliable",
    "Their words:",
)


async def test_what_each_room_says_has_its_place_on_the_card(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it", "On my way")
    case, member = await desk.case(), await desk.membership(marat)
    said = {"note": "her aunt rings", "status": "witness", "undertaking": "yes"}
    async with desk.writing() as tx:
        claims = [facts.member_claim(tx, case, member, kind, value) for kind, value in said.items()]
        await facts.record(tx, desk.service, case, *claims)
    await olga.opens(case)
    await olga.presses("Verify", "Source 1", "probably reliable")
    await olga.presses("Legal hold")
    await olga.writes("the court wants it")
    shown = olga.sees(*PLACES)
    assert sorted(PLACES, key=shown.index) == list(PLACES)
