"""Whom a coordinator who hands a case over can choose: who is shown, in which order, and who is not."""

import pytest

from core.vocabulary import Role
from tests.casework.casework.test_handing_over import asks, held
from tests.casework.story_desk import Desk


def chosen_from(shown: str) -> list[str]:
    """The names on the buttons, in their order."""
    return [
        row.strip("[]") for line in shown.splitlines() if line.startswith("[") for row in line.split("] [")
    ]


@pytest.mark.slow
async def test_whoever_cannot_take_it_is_not_shown(desk: Desk) -> None:
    olga, conflicted = await desk.coordinator(), await desk.lawyer("Zarina")
    marat, gone = await desk.lawyer("Marat"), await desk.lawyer("Gone", on_duty=False)
    await desk.member("Boss", Role.ADMINISTRATOR)
    await desk.lawyer("Saule", on_duty=False)
    await desk.reports("police took Dana Made-Up in Almaty")
    await conflicted.presses("I can't", "Conflict of interest")
    await marat.presses("I'll take it")
    await desk.blocks(gone)
    await olga.opens(await desk.case())
    await olga.presses("Hand over")
    assert sorted(chosen_from(olga.screen.texts()[-1])) == ["Olga", "Saule"]


async def test_of_this_region_first_then_by_name_and_eight_at_most(desk: Desk) -> None:
    *_, olga, _ = await held(desk)
    for name, city in (("Bolat", "of-another-gazetteer"), ("Askar", "aktau")):
        await desk.lawyer(name, cities=(city,))
    for name in ("Zhanna", "Yerlan", "Xenia", "Ulan", "Talgat", "Samal"):
        await desk.lawyer(name)
    await olga.opens(await desk.case())
    await olga.presses("Hand over")
    assert olga.screen.drawn("who shall take it over?").startswith("🔒")  # names of the roster
    shown = chosen_from(olga.screen.texts()[-1])
    assert shown == ["Samal", "Talgat", "Ulan", "Xenia", "Yerlan", "Zhanna", "Askar", "Bolat"]


async def test_nobody_hands_over_what_nobody_has(desk: Desk) -> None:
    olga, _ = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.reports("police took Dana Made-Up in Almaty")
    await olga.opens(await desk.case())
    await olga.presses_data(f"hand:{(await desk.case()).id}")
    olga.sees("This case is open.")


@pytest.mark.slow
async def test_a_lawyer_is_asked_to_whom(desk: Desk) -> None:
    marat, *_ = await held(desk)
    before = len(marat.screen.texts())
    await marat.presses("Hand over")
    asked = "".join(marat.screen.texts()[before:])
    assert "Who shall take it over?" in asked
    await marat.writes("Saule Invented")
    for question in (asked, "".join(marat.screen.texts()[before:])):
        assert "Questions left" not in question  # both answers are needed
        assert "Skip" not in question
    marat.sees("Why? They will read it.", "[In court]", "[Too far]", "[On it too long]")


async def test_of_whom_was_chosen_too_late_it_is_not_asked_why(desk: Desk) -> None:
    marat, _, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over")
    chosen = olga.screen.button("Saule Invented")[1].data
    await marat.presses("Give back")
    await olga.presses_data(chosen)
    olga.sees_nothing_of("They will read it.")


@pytest.mark.slow
async def test_what_was_answered_is_kept_no_longer_than_it_is_asked(desk: Desk) -> None:
    marat, *_ = await held(desk)
    await asks(marat)
    marat.sees("if somebody of this name can take it")
    await desk.later(minutes=30)  # until then it can be given back
    mine = (await desk.address(marat)).id
    async with desk.reading() as tx:
        assert not await tx.dialogues.by(address_id=mine)
