"""HANDED_OVER: the owner, or a coordinator, asks a colleague by name to take a case over, and they accept or do not."""

from datetime import timedelta

import pytest

from core.vocabulary import Role
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
MINUTES = 10


async def held(desk: Desk) -> tuple[Person, Person, Person, Person]:
    """Marat has the case and is on it; Saule is a lawyer far away; Olga coordinates; Rita told."""
    marat = await desk.lawyer("Marat Made-Up")
    saule = await desk.lawyer("Saule Invented", cities=("aktau",), on_duty=False)
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await marat.presses("I'll take it", "Contacted")
    for one in (marat, saule, olga, rita):
        one.rang()
    return marat, saule, olga, rita


async def asks(marat: Person, name: str = "saule invented", why: str = "In court") -> None:
    await marat.presses("Hand over")
    await marat.writes(name)
    if why == "In court":
        await marat.presses(why)
    else:
        await marat.writes(why)


async def test_a_colleague_who_is_asked_reads_who_asks_and_why_and_nothing_of_whom(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat, why="I am ill, he is in room 4")
    assert saule.rang() == 1
    assert saule.screen.drawn("Marat") == (
        "🔒\n🤝 Marat Made-Up asks you to take over their case. Why: I am ill, he is in room 4\n\n"
        "🟠 perhaps: somebody is detained (urgency not known yet)\n📍 Almaty\n👤 1 person\n"
        "🗣 English · reported 17.09 12:00 UTC+6 · not verified\n☎ About 2,070 km from you: help by phone is enough.\n"
        "⏳ Please answer by 17.09 12:10 UTC+6.\n🔖 513-742\n"
        "[✅ I'll take it | success]\n[Busy now] [Too far]\n[Conflict of interest] [I can't]"
    )
    saule.sees_nothing_of("Dana")


async def test_until_they_accept_it_stays_with_its_owner_and_then_it_is_theirs(desk: Desk) -> None:
    marat, saule, _, rita = await held(desk)
    await marat.presses("All words")
    await asks(marat)
    marat.sees("yours", "asked to take it over, until 17.09 12:10", "Dana Made-Up")
    case = await desk.case()
    assert case.owner_id == (await desk.membership(marat)).id
    await desk.later(minutes=5)
    marat.rang()
    await saule.presses("I'll take it")
    saule.sees("yours", "Dana Made-Up", "[📞 Contacted]")
    assert saule.rang() == 2
    marat.sees_nothing_of("Dana", "yours", "[🤝")
    marat.sees("513-742: Saule Invented has taken it over.")
    assert marat.rang() == 1
    case = await desk.case()
    assert (case.owner_id, case.first_action_at) == ((await desk.membership(saule)).id, None)
    assert await desk.waits_until("first-action") == desk.now + timedelta(minutes=30)
    assert await desk.waits_until("reminder") == desk.now + timedelta(minutes=20)
    assert await desk.waits_until("still-yours") == desk.now + timedelta(hours=4)
    assert await desk.waits_until("handing") is None
    assert await desk.states() == {"Marat Made-Up": "declined", "Saule Invented": "accepted"}
    assert (await desk.history())[-1] == ("handed_over", "Saule Invented", {})
    rita.sees_nothing_of("not on it any more")


async def test_whoever_handed_it_over_is_not_asked_again(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    await saule.presses("I'll take it", "Give back")
    marat.rang()
    await desk.later(hours=3)
    assert (await desk.offers())["Marat Made-Up"].reason == "gave_back_handed_over"
    assert marat.rang() == 0
    marat.sees("513-742: handed over.")


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Busy now", ": busy"),
        ("Too far", ": too far"),
        ("Conflict of interest", ": conflict of interest"),
        ("I can't", ""),
    ],
)
async def test_one_tap_declines_and_says_why_and_the_owner_hears_it(
    desk: Desk, label: str, said: str
) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    marat.rang(), marat.lanes()
    await desk.later(minutes=1)
    await saule.presses(label)
    assert marat.lanes()[0] == "alert"
    assert (await desk.offers())["Saule Invented"].answered_at == desk.now
    marat.sees(f"513-742: Saule Invented cannot take it over{said}. It is still yours.")
    assert marat.rang() == 1
    marat.sees_nothing_of("until 17.09 12:10")
    assert (await desk.history())[-1][:2] == ("not_handed", "Saule Invented")
    saule.sees("you are not asked about it any more")
    assert await desk.waits_until("handing") is None
    await desk.later(minutes=20)
    assert marat.count("nobody has taken it over") == 0


async def test_a_conflict_in_another_case_is_none_in_this_one(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    await saule.presses("Conflict of interest")
    await desk.reports(HELD, name="Vera")
    await marat.presses("I'll take it", "Contacted")
    saule.rang()
    await asks(marat)
    assert saule.rang() == 1
    saule.sees("asks you to take over their case")


@pytest.mark.slow
async def test_what_a_member_typed_into_a_form_stands_where_it_belongs_and_nowhere_else(desk: Desk) -> None:
    marat, _, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await asks(marat, why="I am ill, he is in room 4")
    await marat.presses("Give back", "Busy now", "Tell the next one")
    await marat.writes("the court is at six")
    await desk.later(minutes=30)  # until then it can be given back
    async with desk.reading() as tx:
        assert {one.form for one in await tx.dialogues.select()} == {"report"}


async def test_who_declines_by_a_button_of_before_gives_no_reason_and_none_is_kept(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    await saule.presses_data(f"decline:{(await desk.offers())['Saule Invented'].id}")
    marat.sees("513-742: Saule Invented cannot take it over. It is still yours.")
    assert (await desk.history())[-1][2] == {"member": "Saule Invented", "reason": ""}


@pytest.mark.slow
async def test_what_the_colleague_did_in_another_case_is_no_first_action_in_this_one(desk: Desk) -> None:
    marat, saule, _, rita = await held(desk)
    await asks(marat)
    await saule.presses("I'll take it", "Contacted")
    await desk.reports("soldiers took Zoya Fictional in Almaty", name="Vera")
    await marat.presses("I'll take it", "Contacted")
    await asks(marat)
    await saule.presses("I'll take it")
    assert (await desk.case()).first_action_at is None
    saule.rang()
    await rita.writes("the door is blue")
    saule.sees("yours", "the door is blue")  # the card that came with the first


@pytest.mark.slow
async def test_who_does_not_answer_is_not_asked_any_more_and_the_owner_hears_it(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    await marat.presses("On my way")
    saule.sees("Why: In court")  # whatever is done meanwhile
    marat.rang()
    accept = saule.screen.button("I'll take it")[1].data
    await desk.later(minutes=MINUTES - 0.1)
    assert marat.rang() == 0
    await desk.later(minutes=0.2)
    marat.sees("513-742: nobody has taken it over. It is still yours.")
    assert marat.rang() == 1
    assert marat.screen.drawn("nobody has taken it over").startswith("🔒")
    assert (await desk.history())[-1] == ("not_handed", "", {"member": "Saule Invented"})
    saule.sees("you are not asked about it any more")
    await saule.presses_data(accept)  # kept from before
    saule.sees("A colleague has taken this case already.")
    assert (await desk.case()).owner_id == (await desk.membership(marat)).id
    assert await desk.states() == {"Marat Made-Up": "accepted", "Saule Invented": "expired"}


async def test_whether_a_name_is_on_the_roster_is_not_to_be_learnt(desk: Desk) -> None:
    marat, saule, olga, _ = await held(desk)
    await asks(marat)
    told = marat.sees("You will hear by")
    await desk.later(minutes=MINUTES)
    known = [text for text in marat.screen.texts() if "nobody has taken it over" in text]
    await asks(marat, name="Nobody Such")
    assert marat.sees("You will hear by") == told.replace("12:10", "12:20")
    marat.sees("asked to take it over, until 17.09 12:20")
    await desk.later(minutes=MINUTES)
    assert [text for text in marat.screen.texts() if "nobody has taken it over" in text] == known * 2
    olga.sees("wants to hand it over, to a name that we cannot place", "• Marat Made-Up")
    saule.sees_nothing_of("Nobody")


async def test_a_name_that_two_have_is_nobodys(desk: Desk) -> None:
    marat, saule, olga, _ = await held(desk)
    twin = await desk.lawyer("Invented Saule", cities=("aktau",))
    await asks(marat)
    assert (saule.rang(), twin.screen.text()) == (0, twin.screen.text())
    twin.sees_nothing_of("asks you")
    olga.sees("to a name that we cannot place")


async def test_a_namesake_who_takes_no_cases_any_more_is_nobody(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await desk.suspends(await desk.lawyer("Invented Saule", cities=("aktau",)))
    await asks(marat)
    saule.sees("asks you to take over their case")


@pytest.mark.parametrize(
    "name", ["INVENTED saule", "  Saule   Invented ", "Сауле Инвентед", "инвентед сәуле"]
)
async def test_a_name_is_found_however_it_is_written(desk: Desk, name: str) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat, name=name)
    saule.sees("asks you to take over their case")


@pytest.mark.slow
async def test_the_newest_request_stands(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await desk.lawyer("Timur Imagined", cities=("aktau",))
    await asks(marat)
    accept = saule.screen.button("I'll take it")[1].data
    await desk.later(minutes=5)
    await marat.presses_data(f"hand:{(await desk.case()).id}")  # of an older copy of the card
    await marat.writes("Timur Imagined", "I am ill")
    saule.sees("you are not asked about it any more")
    assert (await desk.offers())["Saule Invented"].answered_at == desk.now
    await saule.presses_data(accept)
    assert (await desk.case()).owner_id == (await desk.membership(marat)).id
    await desk.later(minutes=6)
    assert marat.count("nobody has taken it over") == 0
    await desk.later(minutes=5)
    assert marat.count("nobody has taken it over") == 1
    states = await desk.states()
    assert (states["Saule Invented"], states["Timur Imagined"]) == ("withdrawn", "expired")


async def test_whoever_thinks_better_of_it_asks_nobody(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await marat.presses("Hand over")
    await marat.writes("Saule Invented")
    marat.sees_nothing_of("Questions left")  # nothing is done by the first alone
    await marat.presses("Cancel")
    marat.sees("Not handed over.")
    assert (saule.rang(), await desk.waits_until("handing")) == (0, None)
    marat.sees("yours", "[🤝 Hand over]")


async def test_the_owner_takes_the_request_back(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    await marat.presses("Do not hand over")
    saule.sees("you are not asked about it any more")
    marat.sees("nobody is asked any more")
    marat.sees("yours", "[🤝 Hand over]")
    await desk.later(minutes=MINUTES)
    assert marat.count("nobody has taken it over") == 0


async def test_the_owner_closes_it_meanwhile(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    accept = saule.screen.button("I'll take it")[1].data
    await marat.presses("Close…", "Remand")
    saule.sees("513-742: closed (Remand).")
    await saule.presses_data(accept)
    saule.sees("This case is closed.")
    assert await desk.waits_until("handing") is None
    assert (await desk.states())["Saule Invented"] == "withdrawn"


async def test_the_owner_gives_it_back_meanwhile_and_the_colleague_may_take_it(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    await marat.presses("Give back")
    assert (await desk.states())["Saule Invented"] == "withdrawn"
    assert await desk.waits_until("handing") is None
    saule.sees("Nobody has taken it yet. You still can.")
    await saule.presses("I'll take it")
    saule.sees("yours", "Dana")


async def test_the_case_lapses_meanwhile(desk: Desk) -> None:
    marat = await desk.lawyer("Marat Made-Up")
    await desk.lawyer("Saule Invented", cities=("aktau",), on_duty=False)
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.later(minutes=25)
    await asks(marat)
    await desk.later(minutes=6)
    assert (await desk.case()).state == "open"
    assert (await desk.states())["Saule Invented"] == "withdrawn"
    await desk.later(minutes=6)
    assert marat.count("nobody has taken it over") == 0


@pytest.mark.parametrize("how", ["suspended", "blocked"])
async def test_the_colleague_goes_meanwhile_and_the_owner_hears_no_more_than_of_silence(
    desk: Desk, how: str
) -> None:
    marat, saule, _, _ = await held(desk)
    await asks(marat)
    await (desk.suspends(saule) if how == "suspended" else desk.blocks(saule))
    await desk.later(minutes=0.1)
    marat.sees("513-742: nobody has taken it over. It is still yours.")
    marat.sees_nothing_of("until 17.09 12:10")
    assert (await desk.states())["Saule Invented"] == "unreachable"
    await desk.later(minutes=MINUTES)
    assert marat.count("nobody has taken it over") == 1


async def test_who_is_gone_already_is_nobody(desk: Desk) -> None:
    marat, saule, olga, _ = await held(desk)
    await desk.blocks(saule)
    await asks(marat)
    olga.sees("to a name that we cannot place")
    assert "Saule Invented" not in await desk.states()


@pytest.mark.parametrize("name", ["marat made-up", "ada invented"])
async def test_who_has_the_case_already_and_who_takes_none_are_nobody(desk: Desk, name: str) -> None:
    marat, _, olga, _ = await held(desk)
    ada = await desk.member("Ada Invented", Role.ADMINISTRATOR)
    await asks(marat, name=name)
    olga.sees("to a name that we cannot place")
    ada.sees_nothing_of("asks you")
    assert await desk.states() == {"Marat Made-Up": "accepted"}


async def test_who_takes_no_cases_any_more_when_the_reason_is_known_is_nobody(desk: Desk) -> None:
    _, saule, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over", "Saule Invented")
    await desk.suspends(saule)
    await olga.presses("In court")
    olga.sees("nobody of this name can be asked")
    assert "Saule Invented" not in await desk.states()


async def test_who_has_a_conflict_of_interest_is_never_asked_and_cannot_take_it(desk: Desk) -> None:
    marat, saule, olga, _ = await held(desk)
    await asks(marat)
    accept = saule.screen.button("I'll take it")[1].data
    await saule.presses("Conflict of interest")
    saule.rang()
    await asks(marat)
    assert saule.rang() == 0
    olga.sees("to a name that we cannot place")
    await marat.presses("Give back")
    await saule.presses_data(accept)
    saule.sees("you said that you have a conflict of interest")
    assert (await desk.case()).state == "open"


async def test_what_is_typed_after_the_case_is_gone_hands_nothing_over(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    await marat.presses("Hand over")
    await marat.writes("Saule Invented")
    back = f"back:{(await desk.case()).id}"
    await marat.presses_data(back)
    await marat.writes("I am ill")
    marat.sees("513-742 was yours last: noted there.")
    assert "Saule Invented" not in await desk.states()
    await saule.presses_data(f"hand:{(await desk.case()).id}")
    saule.sees("This case is not shown to you.")


async def test_somebody_else_has_it_before_the_reason_is_written(desk: Desk) -> None:
    marat, saule, _, _ = await held(desk)
    other = await desk.lawyer("Timur Imagined", escalation=True)
    await marat.presses("Hand over")
    await marat.writes("Saule Invented")
    await marat.presses_data(f"back:{(await desk.case()).id}")
    await other.presses("I'll take it")
    await marat.writes("I am ill")
    marat.sees("513-742 was yours last: noted there.")
    assert "Saule Invented" not in await desk.states()
    assert saule.count("asks you") == 0


async def test_a_coordinator_hands_over_to_anybody_and_its_owner_reads_why_it_is_gone(desk: Desk) -> None:
    marat, saule, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over", "Saule Invented", "In court")
    olga.sees("513-742: if somebody of this name can take it")
    saule.sees("Olga asks you to take over their case. Why: In court")
    marat.rang()
    await saule.presses("I'll take it")
    saule.sees("yours", "Dana")
    olga.sees("Saule Invented has taken it over")
    assert marat.rang() == 1
    marat.sees("513-742: a colleague has taken it.")
    marat.sees_nothing_of("Dana", "Saule")
    assert (await desk.offers())["Marat Made-Up"].reason == "gave_back_coordinator"


@pytest.mark.slow
async def test_whom_a_coordinator_chose_is_not_asked_when_nobody_has_it_any_more(desk: Desk) -> None:
    marat, saule, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over")
    chosen = olga.screen.button("Saule Invented")[1].data
    await marat.presses("Give back")
    await olga.presses_data(chosen)
    olga.sees("This case is open.")
    olga.sees_nothing_of("Why? They will read it.")
    assert saule.count("asks you") == 0


async def test_a_coordinator_hears_at_once_that_a_name_is_nobodys(desk: Desk) -> None:
    marat, _, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over")
    await olga.writes("Nobody Such", "he is ill")
    olga.sees("nobody of this name can be asked")
    assert await desk.waits_until("handing") is None
    assert marat.rang() == 0


@pytest.mark.slow
async def test_a_lawyer_is_shown_no_name_to_choose(desk: Desk) -> None:
    marat, _, _, _ = await held(desk)
    await marat.presses("Hand over")
    marat.sees_nothing_of("Saule")
    case, saule = await desk.case(), (await desk.offers()).get("Saule Invented")
    assert saule is None
    await marat.presses_data(f"handto:{case.id}:{case.owner_id}")
    marat.sees("This case is not shown to you.")


@pytest.mark.slow
async def test_why_is_read_in_the_language_of_whoever_reads(desk: Desk) -> None:
    marat, _, olga, _ = await held(desk)
    zhan = await desk.lawyer("Zhan Fictional", languages=("ru",))
    await asks(marat, name="Zhan Fictional")
    zhan.sees("Marat Made-Up просит вас принять дело. Почему: Иду в суд")
    await olga.opens(await desk.case())
    await olga.presses("History")
    olga.sees("asked to take it over, because: In court · Marat Made-Up · Zhan Fictional")


LANGUAGES = {
    "kk": ("Біреуге беру", "Сотқа барамын", "сізден ісін алуды сұрайды", "Аламын", "алды. Рақмет."),
    "ru": ("Передать", "Иду в суд", "просит вас принять дело", "Беру", "дело принял коллега"),
}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_handed_over_in_every_language(desk: Desk, language: str) -> None:
    hand, court, asked, accept, done = LANGUAGES[language]
    marat = await desk.lawyer("Marat Made-Up", languages=(language,))
    saule = await desk.lawyer("Saule Invented", cities=("aktau",), languages=(language,))
    await desk.reports(HELD)
    await marat.presses(accept, hand)
    await marat.writes("Saule Invented")
    await marat.presses(court)
    saule.sees(f"Marat Made-Up {asked}", court)
    await saule.presses(accept)
    marat.sees("Saule Invented", done)


@pytest.mark.slow
async def test_a_coordinator_is_shown_first_who_is_on_duty_now(desk: Desk) -> None:
    await held(desk)
    olga = await desk.coordinator("Timur")
    for name, week in (("Aaron", "sat 9-18"), ("Zhanna", "mon 9-18")):  # it is Monday
        await (await desk.lawyer(name)).writes(f"/duty {week}")
    await olga.opens(await desk.case())
    await olga.presses("Hand over")
    olga.sees("[Zhanna] [Aaron]")
