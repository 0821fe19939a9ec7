"""The screen on which a coordinator decides what may be done with names: what stands on it, and when it goes."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.vocabulary import OF_NAMES
from handlers.casework import name_consents
from handlers.casework.name_consents import AFTER
from tests.casework.casework.test_name_consents import asked, family, view
from tests.casework.casework.test_opened_copies import night
from tests.casework.proceedings.test_promise_not_to_disclose import promised
from tests.casework.story_desk import Desk

HEAD = "what may be done with the name"


async def test_the_screen_goes_when_a_coordinators_copy_closes(desk: Desk) -> None:
    olga = await desk.coordinator()
    await asked(desk)
    await olga.opens(await desk.case())
    await olga.presses("Consents")
    olga.sees(HEAD)
    await night(desk, 4)
    olga.sees_nothing_of(HEAD)


async def test_its_head_stands_apart_from_what_was_said(desk: Desk) -> None:
    olga = await desk.coordinator()
    await asked(desk)
    await olga.opens(await desk.case())
    await olga.presses("Consents")
    assert "nobody's permission.\n\nName to authorities" in olga.sees(HEAD)


async def test_it_says_of_an_undertaking_and_after_pressing_what_was_decided(desk: Desk) -> None:
    _, olga = await promised(desk)
    await olga.opens(await desk.case())
    await olga.presses("Consents")
    assert "until a coordinator decides" in olga.sees(HEAD, "🤐")
    await olga.presses("Names may be used despite the undertaking")
    assert "names may be used" in olga.sees(HEAD, "🤐")
    assert olga.count(HEAD) == 1


async def test_what_nobody_has_allowed_can_be_forbidden(desk: Desk) -> None:
    olga = await desk.coordinator()
    await family(desk)
    await olga.opens(await desk.case())
    await olga.presses("Consents")
    shown = olga.sees(HEAD)
    assert "[Do not give it to authorities]" in shown
    assert "[Do not publish the name]" in shown


async def test_a_family_that_has_answered_both_is_not_there_to_be_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await asked(desk)
    await rita.presses("Yes, give the name")
    await olga.opens(await desk.case())
    await olga.presses("Consents")
    assert "[Ask the family]" in olga.sees(HEAD)
    await rita.presses("No, do not publish it")
    await olga.presses("Consents")
    assert "[Ask the family]" not in olga.sees(HEAD)


@pytest.mark.slow
async def test_who_has_answered_both_is_asked_nothing_by_an_old_button(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await asked(desk)
    await rita.presses("Yes, give the name", "No, do not publish it")
    await olga.opens(await desk.case())
    rita.rang()
    await olga.presses_data(f"consents:{(await desk.case()).id}:ask")
    olga.sees("nobody was asked. The chat is hidden")
    assert rita.count("Not urgent") == 0


async def test_what_one_of_the_family_has_answered_is_still_asked_of_the_other(desk: Desk) -> None:
    await family(desk)
    vera = await desk.reports("I am held in Almaty", name="Vera")
    case, first, second = await desk.case(0), await desk.report(0), await desk.report()
    async with desk.writing() as tx:  # both reports are of one case
        (link,) = await tx.links.by(report_id=second.id)
        tx.links.put(replace(link, case_id=case.id))
        tx.reports.put(replace(second, case_id=case.id))
    for use in OF_NAMES:
        await vera.presses_data(f"consent:{second.id}:{use}-yes")
    found = await view(desk, 0)
    assert [name_consents.next_unanswered(found, one) for one in (first, second)] == [OF_NAMES[0], None]


async def test_the_question_leaves_behind_what_is_urgent_and_no_part_of_it_makes_a_sound(desk: Desk) -> None:
    rita = await family(desk)
    rita.lanes()
    rita.rang()
    await desk.later(hours=3)
    rita.sees("Not urgent")
    assert rita.lanes() == ["reminder"]
    await rita.writes("yes")
    rita.sees("May we publish the name")
    assert rita.rang() == 0


async def test_a_case_that_is_opened_again_asks_hours_later_and_not_at_once(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await family(desk)
    case = await desk.case()
    await olga.opens(case)
    await olga.presses("Released", "Released")
    await desk.later(hours=4)
    await olga.presses_data(f"reopen:{case.id}")
    await desk.later(minutes=AFTER / timedelta(minutes=1) - 1)
    rita.sees_nothing_of("Not urgent")
    await desk.later(minutes=1)
    rita.sees("Not urgent")


GRAVE = {
    "en": "police took my husband Adam Made-Up in Almaty, they beat him",
    "ru": "полиция забрала моего мужа Адама Выдуманова в Алматы, его бьют",
    "kk": "Алматыда полиция күйеуім Адам Ойдановты алып кетті, оны ұрып жатыр",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whose_urgent_case_nobody_has_taken_is_not_asked_about_the_name(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(GRAVE[language], language=language)
    await rita.presses_data("report/link:relative")
    await rita.allows_news()
    why = desk.service.words.say(language, "consent-why")
    await desk.later(hours=4)
    assert rita.count(why) == 0
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    await marat.presses_data(f"first:{case.id}:at_station")
    await desk.later(hours=3)
    assert rita.count(why) == 1
