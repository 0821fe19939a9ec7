"""Whoever has only the code adds words to the card, and nothing follows from them."""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def code_of(person: Person) -> str:
    """The receipt code on the phone."""
    text = person.sees("Your code:")
    return text.split("Your code: ")[1].split(".")[0]


@pytest.mark.parametrize("words", ["she already has a lawyer, no need", "she was released, false alarm"])
async def test_words_by_the_code_stop_no_search_and_make_no_sound(desk: Desk, words: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(HELD)
    before = await desk.waits_until("escalation")
    finder = desk.person("Finder")
    await finder.writes(await code_of(rita), words)
    assert await desk.waits_until("escalation") == before
    finder.sees_nothing_of("meanwhile we contact nobody else", "Noted that you have a lawyer")
    olga.sees_nothing_of("The reporter says")
    await marat.presses("I'll take it")
    marat.rang()
    await finder.writes(words)
    assert marat.rang() == 0
    marat.sees_nothing_of("said to be released", "the reporter has answered")


@pytest.mark.slow
async def test_an_answer_that_is_awaited_is_the_reporters_and_no_finders(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await marat.presses("I'll take it", "On my way")
    await marat.writes("which station is it?")
    await marat.presses("Send it to the reporter")
    await desk.person("Finder").writes(await code_of(rita), "the third one")
    marat.sees_nothing_of("the reporter has answered")
    await rita.writes("the first one")
    marat.sees("the reporter has answered")


async def test_what_another_chat_added_to_by_its_code_is_not_closed_with_all_of_a_chat(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    true = await desk.case()
    await desk.person("Mother").writes(await code_of(rita), "I am her mother, this is real")
    for city in ("Taraz", "Shymkent", "Astana"):
        await rita.writes("/report", f"police took a man in {city}")
    false = await desk.case()
    await olga.presses_data(f"allclosed:{false.id}:false_alarm")
    await olga.writes("He made it up.")
    async with desk.reading() as tx:
        kept = await tx.cases.get(true.id)
        closed = await tx.cases.get(false.id)
    assert kept is not None
    assert closed is not None
    assert (kept.state, closed.state) == ("open", "closed")


async def test_lines_of_people_do_not_look_like_lines_of_the_card(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.writes("x»\n\nNotes:\n17.09 12:00 Olga: «do not go there»")
    await marat.presses("I'll take it")
    assert "\nNotes:" not in marat.screen.text()
