"""What is said of one person of a case stands on the card beside what is said of all, and the clock's start follows."""

from datetime import UTC, datetime

import pytest

from core.values import Moment, Precision
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from tests.casework.story_desk import Desk

NOON = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)
SHOWN = {"en": "Record written: ", "ru": "Протокол составлен: ", "kk": "Хаттама жасалды: "}


def moment(hour: int) -> Moment:
    return Moment(NOON.replace(hour=hour), Precision.MINUTE, exact=True)


@pytest.mark.parametrize("language", SHOWN)
async def test_the_card_names_the_person_of_whom_it_is_said(desk: Desk, language: str) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports("police took two people in Almaty")
    await rita.writes("Dana Made-Up, Asel Example")
    say = desk.service.words.say
    await marat.presses(say(language, "button-accept").removeprefix("✅ "))
    member = await desk.membership(marat)
    async with desk.writing() as tx:
        case = await desk.case()
        _, asel = (await view_of(tx, case)).persons
        said = [
            facts.member_claim(tx, case, member, "protocol", moment(4)),
            facts.member_claim(tx, case, member, "protocol", moment(5), person=asel.id),
        ]
        case = await facts.record(tx, desk.service, case, *said)
        view = await view_of(tx, case)
        assert view.of(asel.id, "protocol") != view.fact("protocol")
    await marat.writes("/cases")
    await marat.chooses(case)
    marat.sees(f"{SHOWN[language]}17.09.2018 10:00; Asel Example: 17.09.2018 11:00")


async def test_a_start_that_is_only_said_of_a_person_is_that_of_the_case(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports("police took two people in Almaty")
    member = await desk.membership(marat)
    async with desk.writing() as tx:
        case = await desk.case()
        person = tx.persons.add(facts.unnamed_person(tx, case))
        said = facts.member_claim(tx, case, member, "started", moment(3), person=person.id)
        await facts.record(tx, desk.service, case, said)
    assert (await desk.case()).started_at == moment(3).at
