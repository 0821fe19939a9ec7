"""What coordinators' buttons do, and what whoever sees a case whole may do; and who may not."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.vocabulary import ACTS, Role
from tests.casework.story_desk import START, Desk, Person

HELD = "police took Dana Made-Up in Almaty"
NOTHING = "This is not possible any more."
NOT_YOURS = "This case is not shown to you."
SUSPENDED = "Your membership is suspended."


async def staff(desk: Desk) -> tuple[Person, Person, Person, Person]:
    """Marat has the case, Saule was asked, Olga coordinates and has not opened it, Rita reported."""
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it")
    for one in (marat, saule, olga, rita):
        one.rang()
        one.lanes()
    return marat, saule, olga, rita


# --- opening


async def test_a_coordinator_gives_a_reason_and_then_sees_the_case(desk: Desk) -> None:
    _, _, olga, _ = await staff(desk)
    case = await desk.case()
    await olga.presses_data(f"open:{case.id}")
    assert olga.screen.texts()[-1].startswith("Why do you need to see this case?")
    olga.sees_nothing_of("Dana")
    assert [line[0] for line in await desk.history()][-1] == "accepted"
    await olga.writes("the mother rang")
    assert (await desk.history())[-1] == ("viewed", "Olga", {"reason": "the mother rang"})
    olga.sees("Case 513-742 · with Marat", "Dana Made-Up")
    assert olga.lanes() == [
        "reply",
        "reply",
        "reply",
    ]  # the question, the case, and what was taken as the reason
    await desk.later(minutes=1)
    await olga.opens(case, "again")
    assert olga.count("Case 513-742") == 1
    assert "Case 513-742" in "".join(olga.screen.texts()[-2:])


async def test_without_a_reason_nothing_is_shown(desk: Desk) -> None:
    _, _, olga, _ = await staff(desk)
    case = await desk.case()
    await olga.writes(f"/case {case.code}", "/cancel")
    olga.sees("Not opened.")
    await olga.writes(f"/case {case.code}")
    await olga.sends("voice-1")
    assert "Why do you need to see this case?" in olga.screen.texts()[-1]
    await olga.writes("   ")
    olga.sees_nothing_of("Dana")
    assert "viewed" not in [line[0] for line in await desk.history()]


async def test_opened_on_the_other_phone_the_case_stays_as_it_is_there_too(desk: Desk) -> None:
    marat, _, _, _ = await staff(desk)
    elsewhere = await desk.also_on_signal(marat)
    case = await desk.case()
    await elsewhere.writes(case.code)
    assert "[📞 Contacted]" in elsewhere.screen.drawn("Dana Made-Up")
    await marat.presses_data(f"first:{case.id}:contacted")
    shown = elsewhere.screen.drawn("Dana Made-Up")
    assert "📞 contacted 17.09 12:00" in shown
    assert "[📞 Contacted]" not in shown


async def test_a_number_is_no_reason_it_was_meant_for_something_else(desk: Desk) -> None:
    _, _, olga, _ = await staff(desk)
    await olga.presses_data(f"open:{(await desk.case()).id}")
    await olga.writes("1.")
    assert olga.screen.texts()[-1].startswith("Why do you need to see this case?")
    olga.sees_nothing_of("Dana")
    await olga.writes("1 call from the mother")
    olga.sees("with Marat", "Dana Made-Up")


async def test_a_reason_given_by_who_is_no_coordinator_any_more_opens_nothing(desk: Desk) -> None:
    _, _, olga, _ = await staff(desk)
    await olga.writes(f"/case {(await desk.case()).code}")
    await desk.lawyer("Olga", person=olga, on_duty=False)
    await olga.writes("the mother rang")
    olga.sees_nothing_of("Dana")
    olga.sees(NOTHING)
    assert "viewed" not in [line[0] for line in await desk.history()]


@pytest.mark.slow
async def test_the_owner_gets_the_card_again_without_a_reason(desk: Desk) -> None:
    marat, saule, _, _ = await staff(desk)
    case = await desk.case()
    await marat.presses_data(f"open:{case.id}")
    assert (marat.rang(), marat.count("Dana"), marat.lanes()) == (1, 1, ["reply", "edit"])
    await marat.writes(f"/case {case.code}")
    assert (marat.rang(), marat.count("Dana")) == (1, 1)
    assert "viewed" not in [line[0] for line in await desk.history()]
    assert saule.rang() == 0


async def test_others_open_nothing(desk: Desk) -> None:
    marat, saule, olga, rita = await staff(desk)
    vera = await desk.member("Vera", Role.ADMINISTRATOR)
    case = await desk.case()
    for one in (saule, vera):
        await one.presses_data(f"open:{case.id}")
        await one.writes(f"/case {case.code}")
        assert one.count(NOT_YOURS) == 2
    await rita.presses_data(f"open:{case.id}")
    rita.sees(NOTHING)
    for one in (marat, saule):
        await desk.suspends(one)
        one.screen.messages.clear()
        await one.presses_data(f"open:{case.id}")
        await one.writes(f"/case {case.code}")
        assert one.count(SUSPENDED) == 2
    await olga.presses_data("open:77")
    olga.sees(NOTHING)
    assert "viewed" not in [line[0] for line in await desk.history()]


# --- taking, asking


async def test_what_has_an_owner_is_not_taken_nor_searched_for(desk: Desk) -> None:
    _, _, olga, _ = await staff(desk)
    case, offer = await desk.case(), (await desk.offers())["Saule"]
    for data in (f"take:{case.id}", f"ask:{case.id}", f"rung:{offer.id}"):
        await olga.presses_data(data)
    assert olga.count("A colleague has taken this case already.") == 3
    assert await desk.case() == case


async def test_lawyers_take_ask_and_note_nothing_for_others(desk: Desk) -> None:
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    rita = await desk.reports(HELD)
    case, offer = await desk.case(), (await desk.offers())["Saule"]
    saule.rang()
    before = await desk.history()
    for data in (
        f"take:{case.id}",
        f"ask:{case.id}",
        f"rung:{offer.id}",
        f"still:{case.id}",
        f"reopen:{case.id}",
    ):
        await marat.presses_data(data)
        await rita.presses_data(data)
    assert (marat.count(NOT_YOURS), rita.count(NOTHING)) == (5, 5)
    for data in ("take:77", "ask:77", "rung:77", "rung:", "still:77", "reopen:77"):
        await olga.presses_data(data)
    assert olga.count(NOTHING) == 6
    assert (await desk.history(), saule.rang()) == (before, 0)


async def test_who_was_rung_must_still_be_somebody_who_takes_cases(desk: Desk) -> None:
    marat, vera, olga = await desk.lawyer("Marat"), await desk.lawyer("Vera"), await desk.coordinator()
    await desk.lawyer("Saule")
    await desk.reports(HELD)
    offers = await desk.offers()
    await desk.suspends(marat)
    await desk.member("Vera", Role.ADMINISTRATOR, person=vera)
    for name in ("Marat", "Vera"):
        await olga.presses_data(f"rung:{offers[name].id}")
        olga.sees(f"{name} takes no cases any more", "not given to them")
    assert (await desk.case()).state == "open"
    await olga.presses_data(f"rung:{offers['Saule'].id}")
    assert (await desk.case()).state == "accepted"


async def test_a_coordinator_has_lawyers_asked_once_more_from_the_first_step(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(HELD)
    await desk.later(minutes=6)
    assert (await desk.case()).step == 1
    marat.rang()
    await olga.opens(await desk.case())
    await olga.presses("Ask lawyers")
    assert ((await desk.case()).step, marat.rang()) == (0, 1)
    assert ("lawyers_wanted", "Olga", {}) in await desk.history()


async def test_a_record_for_which_lawyers_are_wanted_is_one_no_more(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports("a trial began in Almaty")
    await olga.opens(await desk.case())
    await olga.presses("Ask lawyers")
    assert ((await desk.case()).alerting, marat.rang()) == (True, 1)
    olga.sees("Case 513-742 · nobody has it yet")
    olga.sees("Settled:")


# --- coding


async def test_an_act_is_coded_by_who_sees_the_case_and_shown_to_all_of_them(desk: Desk) -> None:
    marat, _, olga, _ = await staff(desk)
    await olga.opens(await desk.case())
    await marat.presses("Code the act")
    assert marat.screen.drawn("which act") == (
        "513-742: which act is it?\n"
        "[arrest] [detention at a station]\n"
        "[kettling] [home blockade]\n"
        '[interception on the way] [summons, "invitation for a talk"]\n'
        "[search] [abduction by unidentified persons]\n"
        "[disappearance] [prosecution without detention]\n"
        "[observation (surveillance)]"
    )
    await marat.presses("home blockade")
    marat.sees('513-742: coded as "home blockade".')
    marat.sees_nothing_of("which act")
    assert (await desk.case()).act == "blockade"
    assert (await desk.history())[-1] == ("coded", "Marat", {"act": "blockade"})
    for one in (marat, olga):
        one.sees("Case 513-742", "Act: home blockade")


@pytest.mark.parametrize("act", ACTS)
async def test_every_kind_of_act_can_be_coded(desk: Desk, act: str) -> None:
    olga = await desk.coordinator()
    await desk.reports("a trial began in Almaty")
    await olga.opens(await desk.case())
    await olga.presses_data(f"coded:{(await desk.case()).id}:{act}")
    assert (await desk.case()).act == act


async def test_who_does_not_see_a_case_codes_reads_and_hands_out_nothing(desk: Desk) -> None:
    marat, saule, olga, rita = await staff(desk)
    case, before = await desk.case(), await desk.history()
    presses = [f"{action}:{case.id}" for action in ("coding", "words", "history", "files", "mute", "unmute")]
    presses.append(f"coded:{case.id}:arrest")
    for one in (saule, olga):  # a coordinator who gave no reason, too
        for data in presses:
            await one.presses_data(data)
        assert one.count(NOT_YOURS) == 7
        one.sees_nothing_of("Dana")
    for data in presses:
        await rita.presses_data(data)
    assert rita.count(NOTHING) == 7
    await desk.suspends(saule)
    saule.screen.messages.clear()
    for data in presses:
        await saule.presses_data(data)
    assert saule.count(SUSPENDED) == 7
    assert (await desk.history(), await desk.case()) == (before, case)
    await marat.presses_data(f"coded:{case.id}:theft")
    marat.sees(NOTHING)
    assert (await desk.case()).act is None


# --- words, files, history


async def test_all_words_are_handed_out_protected(desk: Desk) -> None:
    marat, _, olga, rita = await staff(desk)
    await rita.writes("in the yard of the school")
    await marat.presses("All words")
    assert marat.screen.drawn("Their words:\n17.09") == (
        f"🔒\nTheir words:\n17.09 12:00 «{HELD}»\n17.09 12:00 «in the yard of the school»"
    )
    await olga.opens(await desk.case())
    await olga.presses("All words")
    assert olga.count("in the yard of the school") == 2


async def test_where_only_buttons_were_pressed_it_is_said(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.presses_data("report/situation:trial")
    await rita.presses_data("report/place:almaty")
    await olga.opens(await desk.case())
    await olga.presses("All words")
    assert olga.screen.drawn("Nothing was written") == "🔒\nNothing was written, answers were only chosen."


@pytest.mark.slow
async def test_very_long_words_come_whole_in_several_messages(desk: Desk) -> None:
    marat, _, _, rita = await staff(desk)
    await rita.writes("/skip", *(f"{number} " + "word " * 700 for number in range(2)))
    await marat.presses("All words")
    words = [
        one
        for one in marat.screen.texts()
        if "Their words:" in one or one.startswith("17.09") or "word" in one
    ]
    assert sum(one.count("word ") for one in words) > 1400


@pytest.mark.slow
async def test_files_go_to_the_owner_alone_with_a_word_of_care(desk: Desk) -> None:
    marat, _, olga, rita = await staff(desk)
    marat.sees("· yours")
    marat.sees_nothing_of(" file]")
    await rita.sends("photo-1")
    await rita.sends("photo-2", "the yard")
    await marat.presses("2 files")
    assert [one for one in marat.screen.texts() if "These files" in one or "(file" in one] == [
        "These files are evidence and show people. Please do not pass them on.",
        "(file photo-1)\n1 · photo · received 17.09 12:00",
        "(file photo-2)\n2 · photo · received 17.09 12:00",
    ]
    assert all(shown.protect for shown in marat.screen.messages.values() if shown.file)
    await olga.opens(await desk.case())
    olga.sees_nothing_of("2 files")
    await olga.presses_data(f"files:{(await desk.case()).id}")
    olga.sees("Files go only to the one who took the case.")
    olga.sees_nothing_of("(file")


@pytest.mark.slow
async def test_files_that_came_before_any_were_kept_are_sent_as_ever(desk: Desk) -> None:
    marat, _, _, rita = await staff(desk)
    await rita.sends("photo-1")
    await rita.sends("photo-2")
    async with desk.writing() as tx:
        for entry in await tx.entries.select():
            tx.entries.put(replace(entry, file_id=None))
    await marat.presses("2 files")
    assert [one for one in marat.screen.texts() if "(file" in one] == [
        "(file photo-1)\n1 · photo · received 17.09 12:00",
        "(file photo-2)\n2 · photo · received 17.09 12:00",
    ]


async def test_the_history_is_for_coordinators_and_protected(desk: Desk) -> None:
    marat, _, olga, _ = await staff(desk)
    await marat.presses_data(f"history:{(await desk.case()).id}")
    marat.sees_nothing_of("What was done")
    await olga.opens(await desk.case())
    olga.lanes()
    await olga.presses("History")
    assert set(olga.lanes()) == {"reply"}
    asked = "asked: a lawyer of the region (in the city; speaks the language)"
    assert olga.screen.drawn("What was done") == (
        "🔒\nWhat was done about 513-742:\n"
        f"17.09 12:00 opened\n17.09 12:00 {asked} · Marat\n17.09 12:00 {asked} · Saule\n"
        "17.09 12:00 accepted · Marat\n"
        "17.09 12:00 read, because: the family has called · Olga"
    )
    await desk.suspends(olga)
    olga.sees_nothing_of("What was done", "Dana")


# --- mute


async def test_a_muted_reporter_gets_one_neutral_sentence_for_a_day(desk: Desk) -> None:
    _, _, olga, rita = await staff(desk)
    await olga.opens(await desk.case())
    await olga.presses("Mute the reporter for 24 h")
    olga.sees("The reporter is muted for 24 hours", "[End the mute]")
    olga.sees("Case 513-742", "[End the mute]")
    until = START + timedelta(hours=24)
    assert (await desk.history())[-1] == ("muted", "Olga", {"until": until.isoformat()})
    assert (await desk.address(rita)).muted_until == until
    await rita.writes("hello?")
    assert rita.screen.texts()[-1] == "Thank you. The message has been received."


async def test_a_mute_ends_early(desk: Desk) -> None:
    _, _, olga, rita = await staff(desk)
    await olga.opens(await desk.case())
    await olga.presses("Mute the reporter for 24 h", "End the mute")
    olga.sees("The mute has ended.")
    olga.sees_nothing_of("The reporter is muted")
    olga.sees("Case 513-742", "[Mute the reporter for 24 h]")
    assert (await desk.history())[-1] == ("unmuted", "Olga", {})
    assert (await desk.address(rita)).muted_until is None


async def test_the_owner_mutes_nobody(desk: Desk) -> None:
    marat, _, _, rita = await staff(desk)
    case, before = await desk.case(), await desk.history()
    for action in ("mute", "unmute"):
        await marat.presses_data(f"{action}:{case.id}")
    assert await desk.history() == before
    assert (await desk.address(rita)).muted_until is None
