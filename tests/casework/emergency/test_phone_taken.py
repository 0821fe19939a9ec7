"""A member's phone is in other hands: it shows, opens and gets nothing any more, and others go on."""

import pytest

from core.exporting.scope import PermitStage
from core.vocabulary import DialogueState
from handlers.emergency import seized_phone
from storage.schema import dialogues
from tests.casework.story_desk import Desk


async def taken(desk: Desk, name: str) -> list[str]:
    async with desk.writing() as tx:
        (member,) = [one for one in await tx.members.select() if one.name == name]
        return [case.code for case in await seized_phone.shut_out_member(tx, desk.service, member)]


async def test_a_members_phone_in_other_hands_shows_and_opens_nothing_any_more(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer()
    other = await desk.lawyer("Aigerim")
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await marat.presses("I'll take it")
    marat.sees("Made-Up Dana")
    case = await desk.case()
    other.rang()

    assert await taken(desk, "Marat") == [case.code]
    marat.sees_nothing_of("Dana", case.code)
    olga.sees("The phone of Marat is in other hands", case.code)
    assert (await desk.states())["Aigerim"] == "offered"
    assert other.rang() > 0
    await marat.writes("/cases", "hello")
    marat.sees_nothing_of("Dana", case.code)
    async with desk.reading() as tx:
        (step,) = await tx.emergency_steps.select()
    assert (step.step, step.at) == ("phone", desk.now)


async def test_a_phone_in_other_hands_is_silent_whatever_is_typed_there_and_has_no_card(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await taken(desk, "Marat")
    async with desk.reading() as tx:
        chat = await desk.address(marat)
        assert chat.silenced_at == desk.now
        assert await tx.cards.by(address_id=chat.id) == []
    marat.screen.messages.clear()
    await marat.writes("/start", "/cases", "/report")
    await desk.later(hours=1)
    assert set(marat.screen.texts()) == {"Thank you. The message has been received."}


@pytest.mark.slow
async def test_what_others_have_begun_goes_on_when_a_phone_is_in_other_hands(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    rita = desk.person()
    await rita.writes("/report")
    await olga.writes(f"/case {(await desk.case()).code}")  # asks for a reason
    await marat.writes("/report", "Police took Made-Up Beka")
    olga.rang()
    await taken(desk, "Marat")
    async with desk.reading() as tx:
        of = {one.address_id: one for one in await tx.dialogues.select(order_by=dialogues.c.id)}
        assert of[(await desk.address(rita)).id].state is DialogueState.OPEN
        assert of[(await desk.address(olga)).id].state is DialogueState.OPEN
        begun = of[(await desk.address(marat)).id]
        assert begun.state is DialogueState.FINISHED
        assert begun.answers  # a report of their own may be true
    assert olga.rang() == 2  # the phone; and what Marat has begun


async def test_permits_of_others_stay_when_a_phone_is_in_other_hands(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    await desk.coordinator("Nurlan")
    await olga.writes("/export 2018-09-01 2018-09-30 authorities a letter to the rapporteur")
    await vera.presses(desk.service.words.say("en", "button-permit-allow"))
    await taken(desk, "Nurlan")
    assert await stages(desk) == [PermitStage.ALLOWED]
    await taken(desk, "Vera")  # who had allowed it
    assert await stages(desk) == [PermitStage.REFUSED]


async def test_a_question_for_an_export_from_a_phone_in_other_hands_is_no_question_any_more(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    await desk.coordinator("Vera")
    await olga.writes("/export 2018-09-01 2018-09-30 authorities a letter to the rapporteur")
    await taken(desk, "Olga")
    assert await stages(desk) == [PermitStage.REFUSED]


async def test_whose_phone_it_is_cannot_be_forwarded(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    await taken(desk, "Marat")
    assert olga.screen.drawn("is in other hands").startswith("🔒")


async def stages(desk: Desk) -> list[PermitStage]:
    async with desk.reading() as tx:
        return [one.stage(desk.now) for one in await tx.export_permits.select()]


async def test_of_a_coordinators_phone_the_opened_copies_go_and_so_does_what_was_begun(desk: Desk) -> None:
    olga, nurlan = await desk.coordinator(), await desk.coordinator("Nurlan")
    await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await olga.opens(await desk.case())
    olga.sees("Made-Up Dana")
    await olga.writes("/export 2018-09-01 2018-09-30 authorities a letter to the rapporteur")
    await nurlan.presses(desk.service.words.say("en", "button-permit-allow"))
    await olga.writes(f"/case {(await desk.case()).code}")  # asks for a reason
    await taken(desk, "Olga")
    olga.sees_nothing_of("Dana")
    async with desk.reading() as tx:
        assert [one.stage(desk.now) for one in await tx.export_permits.select()] == [PermitStage.REFUSED]
        member = await desk.membership(olga)
        for dialogue in await tx.dialogues.by(address_id=member.address_id):
            assert dialogue.state is not DialogueState.OPEN


async def test_a_draft_of_their_own_is_looked_at_by_coordinators(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer()
    await marat.writes("/report")
    before = len(olga.screen.texts())
    await taken(desk, "Marat")
    assert len(olga.screen.texts()) == before + 2  # that the phone is in other hands; and the draft
