"""``/law``: what the rows say, read by members, signed and taken back by coordinators, and unverified until then."""

import pytest
from msgspec.structs import replace
from sqlalchemy import update

from core.model import LANGUAGES
from storage.schema import signatures
from tests.casework.clocks.test_clocks_of_a_case import claims, marks, taken
from tests.casework.story_desk import Desk, Person

ROW = "detention-without-court"


async def opens(person: Person, row: str = ROW) -> str:
    await person.presses_data(f"lawrow:{row}")
    return person.screen.texts()[-1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_reads_signs_and_takes_it_back(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))

    def say(key: str, **values: object) -> str:
        return desk.service.words.say(language, key, **values)  # type: ignore[arg-type]

    await olga.writes("/law")
    olga.sees(say("law-head", count=29, unsigned=29), "1.", "6.")
    await olga.presses("▶")
    olga.sees("11.", "2/5")
    await olga.presses("11")
    (row,) = (row for row in desk.service.law if row.id == ROW)
    shown = olga.sees(say("law-unsigned"), row.note[language], row.source, say("law-sure-a"))
    assert "131(4)" in shown
    assert say("clock-hours", count=72) in shown
    assert say("law-minors") in shown
    assert say("law-stops", what="")[:4] in shown
    await olga.presses(say("button-law-sign"))
    olga.sees(say("law-signed", name="Olga", day="17.09.2018"))
    olga.sees_nothing_of(say("law-unsigned"))
    await olga.presses(say("button-law-list"))
    olga.sees(say("law-head", count=29, unsigned=28), "☑️")
    await opens(olga)
    await olga.presses(say("button-law-revoke"))
    olga.sees(say("law-unsigned"))


async def test_a_lawyer_reads_and_does_not_sign(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/law")
    await marat.presses("2")
    marat.sees("Unverified", "CAO 789(2)", "[⬅️ All terms]")
    olga = await desk.coordinator()
    await opens(olga)
    await olga.presses("☑️ I have checked it")
    assert "Checked by a member of ours, 17.09.2018" in await opens(
        marat
    )  # of the roster a lawyer learns nothing
    marat.sees_nothing_of("Olga")
    marat.sees_nothing_of("☑️ I have checked it")
    await marat.presses_data(f"lawsign:{ROW}:0")
    marat.sees("not possible any more")
    async with desk.reading() as tx:
        assert len(await tx.signatures.select()) == 1


async def test_nobody_else_reads_it(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("/law")
    rita.sees_nothing_of("Terms of the law")


async def test_a_clock_is_shown_as_unverified_until_its_row_is_signed(desk: Desk) -> None:
    marat, olga = await taken(desk)
    await claims(desk, marat, "regime", "administrative")
    marat.sees("Case ", "CAO 789(1) (unverified)")
    await opens(olga, "administrative-detention")
    await olga.presses("☑️ I have checked it")
    await desk.later(hours=3)
    assert "CAO 789(1)\n" in marat.sees("[👁 Seen]")
    assert (await marks(desk))["administrative-detention", "3h"].known["checked_by"]


async def test_what_has_changed_since_it_was_signed_is_unverified_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    await opens(olga)
    await olga.presses("☑️ I have checked it")
    olga.sees("Checked by Olga")
    law = desk.service.law
    desk.service = replace(desk.service, law=tuple(replace(row, text=f"{row.text} ") for row in law))
    assert "Unverified" in await opens(olga)


async def test_only_what_was_read_is_signed(desk: Desk) -> None:
    olga = await desk.coordinator()
    shown = await opens(olga)
    assert "I have checked it" in shown
    law = desk.service.law
    desk.service = replace(desk.service, law=tuple(replace(row, text=f"{row.text} ") for row in law))
    await olga.presses("☑️ I have checked it")
    olga.sees("This row has changed since you read it", "Unverified")
    await olga.presses("☑️ I have checked it")
    olga.sees("Checked by Olga")


async def test_signing_twice_is_one_signature(desk: Desk) -> None:
    olga, aida = await desk.coordinator(), await desk.coordinator("Aida")
    await opens(olga)
    await opens(aida)
    await olga.presses("☑️ I have checked it")
    await aida.presses("☑️ I have checked it")
    aida.sees("Checked by Olga")
    async with desk.reading() as tx:
        assert len(await tx.signatures.select()) == 1


async def test_a_signature_that_was_written_by_hand_is_none(desk: Desk) -> None:
    olga = await desk.coordinator()
    await opens(olga)
    await olga.presses("☑️ I have checked it")
    async with desk.writing() as tx:
        await tx.execute(update(signatures).values(row="remand"))
    assert "Unverified" in await opens(olga, "remand")


async def test_a_row_that_does_not_exist_and_a_page_of_nowhere_break_nothing(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.presses_data("lawrow:made-up")
    olga.sees("not possible any more")
    for page in ("99", "-1", "x" * 40, "²"):
        await olga.presses_data(f"law:{page}")
    await olga.writes("/law 3")
    olga.sees("Terms of the law", "5/5")


async def test_a_country_without_clocks_says_so(desk: Desk) -> None:
    desk.service = replace(desk.service, law=())
    olga = await desk.coordinator()
    await olga.writes("/law")
    olga.sees("There are no terms of the law for this country")
