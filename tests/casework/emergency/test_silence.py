"""Something of ours is in other hands: nothing leaves until the technician says so."""

from handlers.casework import unhiding
from tests.casework.emergency.silenced import begins, ends
from tests.casework.story_desk import Desk

NOW = "We cannot answer you here at the moment"


async def test_in_silence_nothing_leaves_but_one_sentence_with_the_number_to_whoever_writes(
    desk: Desk,
) -> None:
    marat = await desk.lawyer()
    await begins(desk)
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    assert rita.screen.texts() == [f"{NOW}. If you need help, call us:\nHotline: {desk.service.hotline}"]
    await rita.writes("please")
    assert len(rita.screen.texts()) == 1
    await desk.later(hours=1)
    await rita.writes("please")
    assert len(rita.screen.texts()) == 2
    assert marat.screen.texts() == []
    assert (await desk.case()).city == "almaty"  # it is a case all the same


async def test_what_waited_in_silence_leaves_when_it_ends(desk: Desk) -> None:
    marat = await desk.lawyer()
    await begins(desk)
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await ends(desk)
    await rita.writes("in the Medeu station")
    marat.sees("Almaty")
    rita.sees("Hotline")
    assert rita.count(NOW) == 1


async def test_a_hidden_chat_gets_its_one_sentence_in_silence_too(desk: Desk) -> None:
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await rita.writes("/hide")
    await begins(desk)
    await rita.writes("hello")
    rita.sees_nothing_of(NOW)
    rita.sees("Thank you. The message has been received.")


async def test_silence_does_not_keep_a_phone_from_being_emptied(desk: Desk) -> None:
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await begins(desk)
    await rita.writes("/hide")
    rita.sees_nothing_of("Almaty", NOW)


async def test_an_administrator_reads_that_there_is_silence_and_how_it_ends(desk: Desk) -> None:
    await begins(desk)
    await desk.administrator.writes("/id")
    desk.administrator.sees("Silence since", "dabyl emergency resume")


async def test_a_chat_that_is_brought_back_in_silence_gets_its_menu_afterwards(desk: Desk) -> None:
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await rita.writes("/hide")
    assert not rita.screen.menu
    await begins(desk)
    address = await desk.address(rita)
    async with desk.writing() as tx:
        await unhiding.unhide(tx, address)
    assert not rita.screen.menu
    await ends(desk)
    await rita.writes("hello")
    assert rita.screen.menu
