"""A coordinator's reason comes first, whichever way a case is opened; and who works on it did not give it back."""

import pytest

from core.vocabulary import TAKEN_AWAY
from handlers.forms import held_words
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"
WHY = "Why do you need"


async def test_who_takes_a_case_is_asked_for_no_reason(desk: Desk) -> None:
    await desk.lawyer("Marat")
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.presses_data(f"take:{(await desk.case()).id}")
    olga.sees("yours", "Dana Made-Up")
    olga.sees_nothing_of(WHY)
    assert [kind for kind, _, _ in await desk.history()][-1] == "accepted"


async def test_words_to_the_wife_after_taking_at_night_are_a_note_and_no_reason(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.presses_data(f"take:{(await desk.case()).id}")
    await olga.writes("Your husband is at the station, do not worry")
    olga.sees("noted", "[Send it to the reporter]")
    assert "viewed" not in [kind for kind, _, _ in await desk.history()]


@pytest.mark.parametrize(("language", "text"), [("ru", "Беру"), ("kk", "мен аламын"), ("en", "i'll take it")])
async def test_who_is_asked_why_and_writes_that_they_take_it_has_it(
    desk: Desk, language: str, text: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(HELD)
    await olga.writes(f"/case {(await desk.case()).code}", text)
    assert (await desk.case()).owner_id == (await desk.membership(olga)).id
    olga.sees("Dana Made-Up")
    assert "viewed" not in [kind for kind, _, _ in await desk.history()]
    await olga.writes("the mother rang")
    assert "viewed" not in [kind for kind, _, _ in await desk.history()]


@pytest.mark.parametrize("text", ["who is on duty tonight?", "on my way"])
async def test_what_is_plainly_no_reason_opens_nothing_and_is_not_lost(desk: Desk, text: str) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.writes(f"/case {(await desk.case()).code}", text)
    assert "viewed" not in [kind for kind, _, _ in await desk.history()]
    olga.sees_nothing_of("Dana")
    async with desk.reading() as tx:
        assert any(held_words.words_in(held) == text for held in await tx.dialogues.by(form="note"))
    olga.sees(WHY)
    await olga.writes("the mother rang")
    olga.sees("Dana Made-Up")


async def test_that_a_lawyer_is_kept_out_is_a_reason(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.writes(f"/case {(await desk.case()).code}", "the lawyer was not let in, and he is beaten")
    olga.sees("Dana Made-Up")


async def test_offering_to_others_shows_nothing_without_a_reason(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    case = await desk.case()
    await olga.presses_data(f"back:{case.id}")
    assert await desk.case() == case
    olga.sees(WHY)
    olga.sees_nothing_of("Dana")


async def test_who_loses_a_case_to_a_coordinator_has_not_given_it_back_and_is_asked_again(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await olga.opens(await desk.case())
    await olga.presses("Offer to others")
    kind, who, details = next(line for line in await desk.history() if line[0] == "taken_away")
    assert (kind, who, details) == ("taken_away", "Olga", {"member": "Marat"})
    assert (await desk.offers())["Marat"].reason == TAKEN_AWAY
    await marat.presses("I can after all")
    assert (await desk.case()).state == "accepted"


async def test_a_case_whose_owner_cannot_be_reached_is_offered_to_others_at_once(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.blocks(marat)
    saule.rang()
    await olga.presses("Offer to others")
    assert saule.rang() == 1
