"""Several cases are ticked and done with at once: one reason, one press to undo, one message to each who must hear."""

import pytest

from core.model import LANGUAGES
from tests.casework.steering import HELD, MOST_ACTS, WHY, Acts, held, twelve_released
from tests.casework.story_desk import Desk, Person


async def in_incident(desk: Desk, olga: Person, many: int) -> None:
    """The cases are of one incident."""
    await olga.writes("/incident Night at the square")
    async with desk.reading() as tx:
        (incident,) = await tx.incidents.select()
    for number in range(many):
        await olga.presses_data(f"enlist:{(await desk.case(number)).id}:{incident.id}")


async def states(desk: Desk) -> list[str]:
    """Of all cases."""
    async with desk.reading() as tx:
        return [case.state.value for case in await tx.cases.select()]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lawyer_closes_twelve_released_in_at_most_six_acts(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    acts, ritas = await twelve_released(desk, language)
    marat = acts.person
    assert acts.count <= MOST_ACTS
    assert await states(desk) == ["closed"] * 12
    marat.sees(f"{say(language, 'ticks-did-released')}: 12.")
    assert [rita.rang() for rita in ritas] == [1] * 12
    assert (await desk.history(3))[-1] == (
        "closed",
        "Marat",
        {"outcome": "released", "reason": WHY[language]},
    )
    await marat.presses(say(language, "button-incident-undo"))
    assert await states(desk) == ["open"] * 12


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_does_it_on_an_incident_and_each_who_must_hear_reads_one_message(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    marat, vera = await desk.lawyer(), await desk.coordinator("Vera")
    olga = await desk.coordinator(languages=(language,))
    ritas = await held(desk, 4, language)
    await in_incident(desk, olga, 4)
    for number in (0, 1):
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(number))).id}")
    await desk.later(minutes=6)
    for person in (marat, vera, *ritas):
        person.rang()
    acts = Acts(desk, olga, language)
    await acts.presses("button-ticks")
    await olga.presses(say(language, "button-ticks-all", count=4))
    await acts.presses("button-ticks-released", count=4)
    await acts.writes(WHY[language])
    assert acts.count <= MOST_ACTS
    assert await states(desk) == ["closed"] * 4
    assert [person.rang() for person in (marat, vera, *ritas)] == [1] * 6
    marat.sees("Olga has written of 2 of your cases", "Released")
    vera.sees("Olga has closed 4 cases", "unopened")
    vera.sees_nothing_of(WHY[language], "Dana")
    await vera.presses("Open them again")
    assert await states(desk) == ["open"] * 4


async def test_who_told_of_several_reads_of_their_end_once(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), await desk.reports(HELD["en"])
    await rita.writes("/report", "police took my neighbour in Astana")
    assert len(await states(desk)) == 2
    rita.rang()
    await olga.writes("/cases")
    await olga.presses("☑ Several…", "All (2)", "Released (2)")
    await olga.writes("all of them are home")
    assert rita.rang() == 1


async def test_after_an_hour_nothing_is_taken_back_at_once(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    await held(desk, 2)
    await olga.writes("/cases")
    await olga.presses("☑ Several…", "All (2)", "Released (2)")
    await olga.writes("all of them are home")
    await desk.later(minutes=61)
    await olga.presses("Undo")
    await vera.presses("Open them again")
    assert await states(desk) == ["closed"] * 2


async def test_a_case_that_tells_of_more_people_is_left_out_and_named_so(desk: Desk) -> None:
    olga = await desk.coordinator()
    await held(desk, 1)
    await desk.reports("police took Dana Made-Up and two others in Almaty", name="Vera")
    await olga.writes("/cases")
    await olga.presses("☑ Several…", "All (2)", "Released (2)")
    await olga.writes("all of them are home")
    olga.sees("Closed as released: 1. Left out, because it does not fit there: 1.")
    assert sorted(await states(desk)) == ["closed", "open"]


async def test_only_those_that_are_ticked(desk: Desk) -> None:
    olga = await desk.coordinator()
    await held(desk, 3)
    await olga.writes("/cases")
    await olga.presses("☑ Several…", f"☐ {(await desk.case(1)).code}")
    olga.sees("Ticked: 1", f"☑ {(await desk.case(1)).code}")
    await olga.presses("Verify… (1)", "likely")
    await olga.writes("their mother was rung")
    found = [(await desk.case(number)).verification for number in range(3)]
    assert found[0] == found[2] != found[1]
    await olga.presses("Undo")
    assert (await desk.case(1)).verification == found[0]


async def test_taken_elsewhere_stands_in_each_case_until_it_is_undone(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await held(desk, 2)
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(0))).id}")
    marat.rang()
    await olga.writes("/cases")
    await olga.presses("☑ Several…", "All (2)", "Taken elsewhere (2)")
    await olga.writes("Medeu police station, Almaty")
    marat.sees("Olga has written of your case", "Taken elsewhere")
    marat.sees("Taken to: Medeu police station")
    assert marat.rang() == 1
    await olga.presses("Undo")
    async with desk.reading() as tx:
        said = [claim for claim in await tx.claims.select() if claim.kind == "transferred"]
    assert [claim.withdrawn_at is None for claim in said] == [False, False]


async def test_several_are_offered_to_one_colleague_and_taken_back(desk: Desk) -> None:
    olga = await desk.coordinator()
    lena = await desk.lawyer("Lena", cities=("aktau",), on_duty=False)
    await held(desk, 2)
    await olga.writes("/cases")
    await olga.presses("☑ Several…", "All (2)", "Offer to… (2)", "Lena")
    await olga.writes("she knows the people there")
    olga.sees("Offered: 2.")
    for number in (0, 1):
        assert (await desk.offer_to("Lena", await desk.case(number))).state == "offered"
    assert lena.rang() >= 1
    await olga.presses("Undo")
    for number in (0, 1):
        assert (await desk.offer_to("Lena", await desk.case(number))).state == "withdrawn"


async def test_several_are_put_into_one_incident_and_taken_out_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    await held(desk, 2)
    await olga.writes("/incident Night at the square", "/cases")
    await olga.presses("☑ Several…", "All (2)", "Same incident… (2)", "Night at the square")
    await olga.writes("both were at the square")
    olga.sees("Put into the incident: 2.")
    olga.sees("🧩 Night at the square", "cases: 2")
    await olga.presses("Undo")
    olga.sees("No case is in it yet.")


async def test_nobody_acts_on_cases_of_others(desk: Desk) -> None:
    marat, lena = await desk.lawyer(), await desk.lawyer("Lena")
    await held(desk, 3)
    for number in (0, 1):
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(number))).id}")
    await marat.writes("/cases")
    await marat.presses("☑ Several…", "All (2)")
    marat.sees_nothing_of("Offer to…", "Same incident…", "Verify…", (await desk.case(2)).code + " ·")
    async with desk.reading() as tx:
        (card,) = await tx.cards.by(subject="ticks")
    await lena.presses_data(f"ticked:{card.id}:released")
    await marat.presses_data(f"ticked:{card.id}:offer")
    await marat.presses_data(f"tick:{card.id}:{(await desk.case(2)).id}")
    await marat.presses("Released (2)")
    await marat.writes("they are home")
    assert await states(desk) == ["closed", "closed", "open"]


async def test_names_are_shown_for_a_reason_that_stands_for_the_incident_each_a_line_once_a_shift(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    await held(desk, 3)
    await in_incident(desk, olga, 3)
    await olga.presses("☑ Several…")
    olga.sees_nothing_of("Made-Up")
    await olga.presses("Show names")
    await olga.writes("families ask who is held at the square")
    olga.sees("Made-Up")
    for number in range(3):
        viewed = [line for line in await desk.history(number) if line[0] == "viewed"]
        assert viewed == [("viewed", "Olga", {"reason": "families ask who is held at the square"})]
    await olga.presses_data(f"open:{(await desk.case(1)).id}")
    olga.sees("Their words:")
    assert len([line for line in await desk.history(1) if line[0] == "viewed"]) == 1
    await desk.later(hours=13)
    await olga.presses_data(f"open:{(await desk.case(2)).id}")
    olga.sees("Why do you need to see this case?")


async def test_the_reason_for_one_case_may_stand_for_its_incident(desk: Desk) -> None:
    olga = await desk.coordinator()
    await held(desk, 2)
    await in_incident(desk, olga, 2)
    await olga.presses_data(f"open:{(await desk.case(0)).id}")
    await olga.writes("families ask who is held at the square")
    await olga.presses("Yes, for the incident")
    await olga.presses_data(f"open:{(await desk.case(1)).id}")
    viewed = [line for line in await desk.history(1) if line[0] == "viewed"]
    assert viewed == [("viewed", "Olga", {"reason": "families ask who is held at the square"})]
    await held(desk, 1)
    await olga.presses_data(f"open:{(await desk.case(2)).id}")
    olga.sees("Why do you need to see this case?")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_incident_with_open_cases_is_finished_only_after_it_was_said_what_is_open(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    olga = await desk.coordinator(languages=(language,))
    await held(desk, 2, language)
    await in_incident(desk, olga, 2)
    await olga.presses(say(language, "button-incident-end"))
    olga.sees((await desk.case(0)).code, say(language, "button-incident-ended"))
    async with desk.reading() as tx:
        assert [incident.ended_at for incident in await tx.incidents.select()] == [None]
    await olga.presses(say(language, "button-incident-ended"))
    async with desk.reading() as tx:
        assert [incident.ended_at is None for incident in await tx.incidents.select()] == [False]
    assert await states(desk) == ["open"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_closes_what_they_have_not_opened_says_why_and_others_hear(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    marat, vera = await desk.lawyer(), await desk.coordinator("Vera")
    olga = await desk.coordinator(languages=(language,))
    (rita,) = await held(desk, 1, language)
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    for person in (marat, vera, rita):
        person.rang()
    await olga.presses_data(f"closed:{case.id}:false_alarm")
    olga.sees(say(language, "closing-reason"))
    assert await states(desk) == ["accepted"]
    await olga.writes(WHY[language])
    assert await states(desk) == ["closed"]
    assert [person.rang() for person in (marat, vera, rita)] == [1, 1, 1]
    vera.sees("Olga has closed", case.code, "False alarm")
    assert (await desk.history())[-1][2] == {"outcome": "false_alarm", "reason": WHY[language]}
    await vera.presses("Open them again")
    assert await states(desk) == ["open"]


async def test_who_has_opened_it_closes_it_as_before(desk: Desk) -> None:
    olga = await desk.coordinator()
    await held(desk, 1)
    case = await desk.case()
    await olga.opens(case)
    await olga.presses_data(f"closed:{case.id}:false_alarm")
    assert await states(desk) == ["closed"]


async def test_the_history_says_how_it_ended_and_why(desk: Desk) -> None:
    olga = await desk.coordinator()
    await held(desk, 1)
    case = await desk.case()
    await olga.presses_data(f"closed:{case.id}:false_alarm")
    await olga.writes("the family has called back")
    await olga.opens(case)
    await olga.presses("History")
    olga.sees("closed: False alarm: the family has called back · Olga")


async def test_names_go_from_a_list_with_the_case_and_after_twelve_hours(desk: Desk) -> None:
    marat = await desk.lawyer()
    await held(desk, 2)
    for number in (0, 1):
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(number))).id}")
        await marat.presses_data(f"first:{(await desk.case(number)).id}:contacted")
    await marat.writes("/cases")
    await marat.presses("☑ Several…")
    assert marat.sees("2 open cases, oldest first").count("Dana Made-Up") == 2
    await marat.presses_data(f"back:{(await desk.case(0)).id}")
    assert marat.sees("1 open case, oldest first").count("Dana Made-Up") == 1
    await desk.later(hours=12.1)
    marat.sees("The list is gone after twelve hours")
    marat.sees_nothing_of("oldest first")
