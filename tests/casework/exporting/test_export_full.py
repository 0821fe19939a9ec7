"""An export with names: of whom it may, by what was permitted as of its moment and has not been taken back since."""

from datetime import timedelta

import pytest

from core.model import LANGUAGES
from core.values import Consent, Place, Value
from core.vocabulary import ConsentUse
from handlers.casework import facts
from tests.casework.exported import Export, exported
from tests.casework.story_desk import Desk, Person

HOUR = timedelta(hours=1)
ADDRESS = "Made-Up street 17"


async def says(desk: Desk, kind: str, value: Value) -> None:
    case = await desk.case()
    async with desk.writing() as tx:
        member = (await tx.members.select())[0]
        await facts.record(tx, desk.service, case, facts.member_claim(tx, case, member, kind, value))


async def family(desk: Desk, answer: str = "yes", use: ConsentUse = ConsentUse.PUBLICATION) -> Person:
    """A sister who says whether the name may be used."""
    await desk.lawyer()
    rita = await desk.reports("police took my brother Timur Madeup in Almaty")
    await rita.presses_data("report/link:relative")
    await says(desk, "place", Place("almaty", text=ADDRESS, latitude=43.25, longitude=76.9))
    await answers(desk, rita, answer, use)
    return rita


async def answers(desk: Desk, rita: Person, answer: str, use: ConsentUse = ConsentUse.PUBLICATION) -> None:
    report = await desk.report()
    await rita.presses_data(f"consent:{report.id}:{use}-{answer}")


def told(found: Export) -> tuple[bool, bool]:
    """Whether the name stands there, and the exact place."""
    return "Timur" in found.text, ADDRESS in found.text


async def test_with_consent_the_name_the_words_and_the_place_are_there(desk: Desk) -> None:
    await family(desk)
    found = await exported(desk, purpose=ConsentUse.PUBLICATION)
    assert told(found) == (True, True)
    (person,) = found.records("persons")
    assert (person["name"], person["confidentiality"]) == ("Timur Madeup", "open")
    assert {"latitude", "longitude"} <= set(found.records("places")[-1])


async def test_a_consent_is_for_its_purpose_alone(desk: Desk) -> None:
    await family(desk)
    found = await exported(desk, purpose=ConsentUse.AUTHORITIES)
    assert told(found) == (False, False)
    (person,) = found.records("persons")
    assert person["confidentiality"] == "confidential"


async def test_who_was_not_asked_is_not_named_and_words_that_may_name_them_are_left_out(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports("police took my brother Timur Madeup in Almaty")
    await says(desk, "place", Place("almaty", text=ADDRESS))
    await says(desk, "stated", "Timur shouted")
    for use in ConsentUse:
        found = await exported(desk, purpose=use)
        assert told(found) == (False, False)
        assert "shouted" not in found.text


@pytest.mark.slow
async def test_a_consent_that_is_taken_back_between_two_exports_leaves_no_name(desk: Desk) -> None:
    rita = await family(desk)
    assert told(await exported(desk, purpose=ConsentUse.PUBLICATION)) == (True, True)
    before = desk.now
    await desk.later(hours=1)
    await answers(desk, rita, "no")
    assert told(await exported(desk, purpose=ConsentUse.PUBLICATION)) == (False, False)
    # As of the time when it was still given, too: what was taken back is taken back.
    assert told(await exported(desk, as_of=before, purpose=ConsentUse.PUBLICATION)) == (False, False)


async def test_a_consent_that_came_later_does_not_name_anybody_as_of_before(desk: Desk) -> None:
    rita = await family(desk, "no")
    before = desk.now
    await desk.later(hours=1)
    await answers(desk, rita, "yes")
    await says(desk, "publication", Consent("yes"))
    assert told(await exported(desk, purpose=ConsentUse.PUBLICATION)) == (True, True)
    assert told(await exported(desk, as_of=before, purpose=ConsentUse.PUBLICATION)) == (False, False)


@pytest.mark.slow
async def test_names_are_of_the_cases_that_were_opened_in_its_days_alone(desk: Desk) -> None:
    await family(desk)
    first = desk.now
    await desk.later(hours=1)
    for opened in ((desk.now, None), (None, first), (desk.now, desk.now + HOUR)):
        found = await exported(desk, opened=opened, purpose=ConsentUse.PUBLICATION)
        assert told(found) == (False, False)
        assert found.records("cases") == []
    found = await exported(desk, opened=(first, desk.now), purpose=ConsentUse.PUBLICATION)
    assert told(found) == (True, True)


async def test_words_about_nobody_known_by_name_are_told_only_by_a_permit_and_under_no_promise(
    desk: Desk,
) -> None:
    await desk.lawyer()
    await desk.reports("police took a man in Almaty")
    await says(desk, "place", Place("almaty", text=ADDRESS, latitude=43.25, longitude=76.9))
    await says(desk, "stated", "a made-up reason")
    assert told(await exported(desk, purpose=ConsentUse.AUTHORITIES)) == (False, True)
    found = await exported(desk)
    assert told(found) == (False, False)
    assert "43.25" not in found.text
    await says(desk, "undertaking", "yes")
    found = await exported(desk, purpose=ConsentUse.AUTHORITIES)
    assert told(found) == (False, False)
    assert "a made-up reason" not in found.text


async def test_words_are_left_out_for_one_of_several_who_may_not_be_named(desk: Desk) -> None:
    await family(desk)
    assert told(await exported(desk, purpose=ConsentUse.PUBLICATION)) == (True, True)
    case = await desk.case()
    async with desk.writing() as tx:
        member, other = (await tx.members.select())[0], tx.persons.add(facts.unnamed_person(tx, case))
        said = facts.member_claim(tx, case, member, "name", "Aset Other", person=other.id)
        await facts.record(tx, desk.service, case, said)
    found = await exported(desk, purpose=ConsentUse.PUBLICATION)
    assert told(found) == (True, False)
    assert "Aset" not in found.text


async def test_a_promise_not_to_disclose_leaves_everything_out(desk: Desk) -> None:
    await family(desk)
    await says(desk, "undertaking", "yes")
    found = await exported(desk, purpose=ConsentUse.PUBLICATION)
    assert told(found) == (False, False)
    assert found.records("cases")[0]["confidentiality"] == "bound"


async def test_a_full_export_says_where_also_where_few_are_held(desk: Desk) -> None:
    await desk.reports("police took a man in Aktau")
    (case,) = (await exported(desk, "json", purpose=ConsentUse.AUTHORITIES)).records("cases")
    assert case["city"] == "aktau"


async def test_the_workbook_is_in_words_of_each_language(desk: Desk) -> None:
    await family(desk)
    heads = {"en": "Reported", "ru": "Сообщено", "kk": "Хабарланған уақыты"}
    for language in LANGUAGES:
        assert heads[language] in (await exported(desk, "xlsx", language=language)).text
