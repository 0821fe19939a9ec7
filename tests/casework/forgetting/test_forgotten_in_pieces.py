"""What may come between while a case is forgotten, and whose chat is left as it is."""

import pytest
from msgspec.structs import replace

from core.vocabulary import DialogueState
from handlers.forgetting import case_words
from tests.casework.forgotten import TOLD, closed, nights
from tests.casework.story_desk import Desk, Person


async def asked_for(desk: Desk) -> Person:
    """Whoever was held has asked to be forgotten; the first piece is due now, and has not run."""
    olga = await desk.coordinator("Aliya")
    await olga.opens(await desk.case())
    await olga.presses("Forget this case", "The person held", "Forget it for good")
    return olga


async def test_a_hold_that_comes_before_the_first_piece_goes_before_who_asked(desk: Desk) -> None:
    await closed(desk)
    olga = await asked_for(desk)
    await olga.opens(await desk.case())
    await olga.presses("Legal hold")
    await olga.writes("a complaint to the court")
    await desk.later(hours=1)
    case = await desk.case()
    assert (case.forgotten, case.forgotten_at) == ((), None)
    olga.sees(case.code, "is on legal hold now, so it is not forgotten")


@pytest.mark.slow
async def test_what_does_not_fit_into_one_piece_goes_with_the_next_ones(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_words, "PORTION", 2)
    _, _, rita = await closed(desk)
    for number in range(6):
        await rita.writes(f"more of it, number {number}")
    await asked_for(desk)
    await desk.later(seconds=1)
    assert (await desk.case()).forgotten_at is None
    await desk.later(minutes=1)
    assert (await desk.case()).forgotten_at is not None
    async with desk.reading() as tx:
        assert await tx.entries.select() == []


@pytest.mark.parametrize("asking", [True, False])
async def test_a_chat_in_which_another_report_is_open_keeps_what_stands_there(
    desk: Desk, asking: bool
) -> None:
    _, _, rita = await closed(desk)
    await rita.writes("/report", "police took Beka Made-Up in Almaty")
    if not asking:  # the form is through
        async with desk.writing() as tx:
            for dialogue in await tx.dialogues.by(state=DialogueState.OPEN):
                tx.dialogues.put(replace(dialogue, state=DialogueState.FINISHED))
    await nights(desk, 31)
    assert (await desk.case(0)).forgotten == ("help",)
    rita.sees("Where exactly?")


@pytest.mark.slow
async def test_the_chat_of_a_member_who_reported_it_stays_theirs(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await olga.writes("/report", TOLD)
    await marat.presses("I'll take it", "Close…", "Released")
    case = await desk.case()
    await desk.reports("police took Beka Made-Up in Almaty")
    card = marat.screen.button("I'll take it")
    await nights(desk, 31)
    assert case.id == (await desk.case(0)).id
    assert (await desk.case(0)).forgotten == ("help",)
    assert marat.screen.button("I'll take it") == card
    async with desk.reading() as tx:
        assert await tx.messages.by(address_id=(await desk.address(olga)).id)
