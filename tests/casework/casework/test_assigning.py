"""A coordinator gives a case that nobody has to a lawyer by name: their phone rings alone, and then the search goes on."""

import pytest

from core.vocabulary import CaseState
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
GIVE = {"en": "Give it to…", "ru": "Отдать…", "kk": "Біреуге беру…"}
OFFER = {"en": "Olga asks you by name", "ru": "Olga просит именно вас", "kk": "Olga бұл істі дәл сізден"}
DONE = {"en": "Saule has taken it", "ru": "Saule – дело взято", "kk": "Saule істі алды"}
CANNOT = {"en": "Saule cannot", "ru": "Saule не может", "kk": "Saule ала алмайды"}
SILENCE = {"en": "no answer", "ru": "ответа нет", "kk": "жауап жоқ"}
LANGUAGES = ["en", "ru", "kk"]


async def given(desk: Desk, language: str = "en") -> tuple[Person, Person, Person]:
    """Marat was asked; Olga has the case before her and gives it to Saule, who is not on duty."""
    marat = await desk.lawyer("Marat")
    saule = await desk.lawyer("Saule", on_duty=False, languages=(language,))
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    for one in (marat, saule, olga):
        one.rang()
    await olga.presses(GIVE[language], "Saule")
    return marat, saule, olga


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_is_chosen_is_rung_alone_reads_who_asks_and_takes_it(desk: Desk, language: str) -> None:
    marat, saule, olga = await given(desk, language)
    assert (marat.rang(), saule.rang()) == (0, 1)
    saule.sees(OFFER[language], "12:10", "513-742")
    saule.sees_nothing_of("Dana")
    olga.rang()
    await saule.presses_data(f"accept:{(await desk.offer_to('Saule', await desk.case())).id}")
    assert (await desk.case()).state is CaseState.ACCEPTED
    saule.sees("Dana Made-Up")
    olga.sees(DONE[language])
    assert await desk.states() == {"Marat": "expired", "Saule": "accepted"}
    assert [line[:2] for line in await desk.history()][-2:] == [("assigned", "Olga"), ("accepted", "Saule")]
    await desk.later(minutes=29)
    assert (await desk.case()).state is CaseState.ACCEPTED  # no timer of the asking is left


@pytest.mark.parametrize("language", LANGUAGES)
async def test_if_they_cannot_everybody_is_asked_from_the_first_step(desk: Desk, language: str) -> None:
    marat, saule, olga = await given(desk, language)
    timur = await desk.lawyer("Timur")
    await saule.presses_data(f"decline:{(await desk.offer_to('Saule', await desk.case())).id}")
    assert (marat.rang(), timur.rang()) == (1, 1)
    olga.sees(CANNOT[language])
    assert await desk.states() == {"Marat": "offered", "Saule": "declined", "Timur": "offered"}
    before = saule.screen.came
    await desk.later(minutes=9)
    assert saule.screen.came == before
    assert await desk.waits_until("handing") is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_if_they_say_nothing_the_others_are_asked_after_ten_minutes(desk: Desk, language: str) -> None:
    marat, saule, olga = await given(desk, language)
    await desk.later(minutes=9)
    assert marat.rang() == 0
    await desk.later(minutes=1)
    assert marat.rang() == 1
    olga.sees(SILENCE[language])
    assert await desk.states() == {"Marat": "offered", "Saule": "expired"}
    await saule.presses_data(f"accept:{(await desk.offer_to('Saule', await desk.case())).id}")
    saule.sees("Dana Made-Up")  # late is welcome as ever


async def test_whoever_was_asked_before_can_still_take_it_and_the_other_is_asked_no_more(desk: Desk) -> None:
    marat, saule, _ = await given(desk)
    await marat.presses("I'll take it")
    assert await desk.states() == {"Marat": "accepted", "Saule": "withdrawn"}
    saule.sees("513-742: you are not asked about it any more")
    saule.rang()
    await desk.later(minutes=11)
    assert (await desk.case()).state is CaseState.ACCEPTED
    assert saule.rang() == 0


async def test_while_they_are_asked_nobody_else_is_whatever_others_decline(desk: Desk) -> None:
    marat, _, _ = await given(desk)
    timur = await desk.lawyer("Timur")
    await marat.presses_data(f"decline:{(await desk.offer_to('Marat', await desk.case())).id}")
    assert timur.rang() == 0
    await desk.later(minutes=10)
    assert timur.rang() == 1


async def test_a_reason_on_a_card_of_before_declines_nothing_that_is_asked_anew(desk: Desk) -> None:
    _, saule, _ = await given(desk)
    offer = await desk.offer_to("Saule", await desk.case())
    await saule.presses_data(f"why:{offer.id}:far")
    assert (await desk.states())["Saule"] == "offered"
    assert await desk.waits_until("handing") is not None


async def test_who_blocks_the_bot_meanwhile_is_waited_for_no_longer(desk: Desk) -> None:
    marat, saule, _ = await given(desk)
    await desk.blocks(saule)
    assert marat.rang() == 1
    assert (await desk.states())["Saule"] == "unreachable"
    await desk.later(minutes=10)
    assert marat.rang() == 0


async def test_however_far_the_search_was_it_begins_anew_when_they_cannot(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule", on_duty=False)
    await desk.lawyer("Igor", cities=("konaev",))
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await desk.later(minutes=11)
    assert (await desk.case()).step > 0
    await olga.presses(GIVE["en"], "Saule")
    marat.rang()
    await saule.presses_data(f"decline:{(await desk.offer_to('Saule', await desk.case())).id}")
    assert ((await desk.case()).step, marat.rang()) == (0, 1)


async def test_when_lawyers_are_asked_meanwhile_whoever_gave_it_hears_nothing_of_silence(desk: Desk) -> None:
    marat, _, olga = await given(desk)
    await desk.later(minutes=4)
    await olga.presses("Ask lawyers")
    assert marat.rang() == 1
    await desk.later(minutes=7)
    olga.sees_nothing_of(SILENCE["en"])


async def test_a_record_that_is_given_to_somebody_is_an_alarm(desk: Desk) -> None:
    saule, olga = await desk.lawyer("Saule"), await desk.coordinator()
    await desk.reports("a trial began in Almaty")
    case = await desk.case()
    await olga.opens(case)
    await olga.presses(GIVE["en"], "Saule")
    assert (await desk.case()).alerting
    saule.sees(OFFER["en"])


async def test_what_somebody_has_is_given_to_nobody_and_conflicts_are_not_offered(desk: Desk) -> None:
    marat, saule, olga = await given(desk)
    offer = await desk.offer_to("Saule", await desk.case())
    await saule.presses_data(f"decline:{offer.id}")
    await saule.presses_data(f"why:{offer.id}:conflict")
    case, member = await desk.case(), await desk.membership(saule)
    await olga.presses_data(f"assignto:{case.id}:{member.id}")
    olga.sees("nobody")
    assert (await desk.states())["Saule"] == "declined"
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    await olga.presses_data(f"assignto:{case.id}:{member.id}")
    olga.sees("A colleague has taken this case already")


@pytest.mark.parametrize("how", ["silent", "gone", "declined"])
async def test_while_it_is_said_to_be_over_nobody_is_asked_in_place_of_whoever_was_asked_by_name(
    desk: Desk, how: str
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule", on_duty=False)
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.presses("Give it to…", "Saule")
    await rita.tells_all_out("she was released")
    marat.rang()
    if how == "declined":
        await saule.presses_data(f"decline:{(await desk.offer_to('Saule', await desk.case())).id}")
        olga.sees("Saule cannot. The others are not asked for the moment.")
    elif how == "gone":
        await desk.blocks(saule)
        await desk.later(seconds=1)
        olga.sees("no answer. The others are not asked for the moment.")
    await desk.later(minutes=14)
    assert olga.count("no answer. The others are not asked for the moment.") == (how != "declined")
    assert marat.rang() == 0
    await desk.later(minutes=2)
    assert marat.rang() == 1
