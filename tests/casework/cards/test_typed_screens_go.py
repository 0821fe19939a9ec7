"""Where nothing can be pressed a screen becomes a new message: it goes, too, when its reader may see the case no more."""

import pytest

from tests.casework.casework.test_name_consents import asked
from tests.casework.casework.test_opened_copies import night
from tests.casework.interventions.test_interventions import PROSECUTOR, writes
from tests.casework.papers.test_papers import has as has_papers
from tests.casework.papers.test_papers import page
from tests.casework.proceedings.test_proceedings import HELD, has
from tests.casework.story_desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.without_buttons()
    return desk


async def test_what_was_decided_about_the_name_goes_when_a_coordinators_copy_closes(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "Yes, publish the name")
    await olga.opens(await desk.case())
    await olga.presses("Consents", "Do not give it to authorities")
    olga.sees("what may be done with the name", "Relative: “yes”", "Olga: “no”")
    await night(desk, 4)
    olga.sees_nothing_of("Relative: “yes”")


async def test_proceedings_of_somebody_go_when_the_case_is_given_back(desk: Desk) -> None:
    marat = await has(desk, words=HELD)
    await marat.opens("administrative", "all of them")
    await marat.presses("button-all-proceedings", "button-new-proceeding", "sort-victim")
    await marat.person.presses("Tim Made-Up")
    marat.person.sees("as a victim of ill-treatment · Tim Made-Up")
    await marat.person.presses_data(f"back:{(await desk.case()).id}")
    marat.person.sees_nothing_of("Tim Made-Up")


@pytest.mark.slow
async def test_what_was_sent_goes_when_the_case_is_given_back(desk: Desk) -> None:
    marat = await has(desk)
    await writes(marat)
    await marat.person.presses_data(f"interventions:{(await desk.case()).id}:0")
    marat.person.sees(PROSECUTOR)
    await marat.person.presses_data(f"back:{(await desk.case()).id}")
    marat.person.sees_nothing_of(PROSECUTOR)


async def test_a_page_of_a_paper_goes_when_the_case_is_given_back(desk: Desk) -> None:
    marat = await has_papers(desk)
    await page(desk, marat)
    marat.sees("Toy demand", "Dana Made-Up")
    await marat.presses_data(f"back:{(await desk.case()).id}")
    marat.sees_nothing_of("Dana Made-Up")
