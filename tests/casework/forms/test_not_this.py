"""What a question for free words took is shown back, and one press gives it back: it goes where it would have gone."""

import pytest

from core.values import Hearing
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
WRONG = {
    "en": "Your husband is at the station, do not worry",
    "ru": "Ваш муж в отделе, не волнуйтесь",
    "kk": "Күйеуіңіз бөлімде, уайымдамаңыз",
}


async def noted(desk: Desk, number: int = -1) -> list[str]:
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case(number))
        return [str(fact.value) for fact in view.history("note")]


async def takes(desk: Desk, member: Person) -> None:
    await member.presses_data(f"accept:{(await desk.offers())[member.name].id}")


@pytest.mark.parametrize("language", WRONG)
async def test_a_reason_is_shown_back_and_given_back_and_asked_again(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    say = desk.service.words.say
    await desk.reports(HELD)
    case = await desk.case()
    await olga.writes(f"/case {case.code}", WRONG[language])
    olga.sees("Dana Made-Up")
    what = say(language, "opening-reason-short")
    olga.sees(say(language, "prompt-took", what=what))
    await olga.presses(say(language, "button-not-this"))
    olga.sees_nothing_of("Dana Made-Up")
    olga.sees(say(language, "jotted-which"))
    olga.sees(say(language, "opening-reason"))
    await olga.writes("the mother rang")
    olga.sees("Dana Made-Up")
    reasons = [details["reason"] for kind, _, details in await desk.history() if kind == "viewed"]
    assert reasons == [WRONG[language], "the mother rang"]


async def test_what_shows_back_answers_the_message_itself_and_repeats_no_word(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.writes(f"/case {(await desk.case()).code}", WRONG["en"])
    shown = next(m for m in olga.screen.messages.values() if "Taken as" in m.text)
    assert shown.answers is not None
    assert "husband" not in shown.text


async def test_a_note_for_the_next_lawyer_that_was_none_goes_to_the_case_that_they_have(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await takes(desk, marat)
    await desk.reports("police took Tim Made-Up in Almaty", name="Tina")
    await takes(desk, marat)
    await marat.presses_data(f"back:{(await desk.case(0)).id}")
    await marat.presses("Busy now", "Tell the next one")
    await marat.writes("the officer in room 14 waits for me")
    assert (await noted(desk, 0), await noted(desk, 1)) == (["the officer in room 14 waits for me"], [])
    await marat.presses("Not this")
    assert (await noted(desk, 0), await noted(desk, 1)) == ([], ["the officer in room 14 waits for me"])
    marat.sees("What should the next lawyer know?")


async def test_bad_news_that_became_a_judge_rings_at_once_and_is_given_back(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "⚖️ Proceedings", "➕ New", "criminal", "➕ Hearing")
    await marat.writes("18.09 10:00", "Medeu court", "the gate is locked, nobody opens")
    olga.sees("The lawyer is not let in")
    await marat.presses("Not this")
    marat.sees("Which judge?")
    await marat.writes("Judge Made-Up", "remand")
    marat.sees("📅 18.09 10:00 · Medeu court · Judge Made-Up · remand")


async def test_a_subject_is_given_back_when_the_hearing_is_whole_and_nothing_is_twice(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await marat.presses("I'll take it", "⚖️ Proceedings", "➕ New", "criminal", "➕ Hearing")
    await marat.writes("18.09 10:00", "Medeu court", "Judge Made-Up", "he has no coat with him")
    await marat.presses("Not this")
    assert await noted(desk) == ["he has no coat with him"]
    await marat.writes("remand")
    marat.sees("📅 18.09 10:00 · Medeu court · Judge Made-Up · remand")
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    numbers = {said.value.number for said in view.history("hearing") if isinstance(said.value, Hearing)}
    assert len(numbers) == 1


async def test_why_a_case_is_kept_longer_is_given_back_and_it_is_kept_no_longer(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.presses("Legal hold")
    await olga.writes("ring the mother at six")
    olga.sees("Taken as: Reason.")
    await olga.presses("Not this")
    async with desk.reading() as tx:
        (hold,) = await tx.holds.select()
    assert hold.lifted_at is not None
    assert await noted(desk) == ["ring the mother at six"]


async def test_pressed_twice_it_is_given_back_once_and_not_by_somebody_else(desk: Desk) -> None:
    olga, aida = await desk.coordinator(), await desk.coordinator("Aida")
    await desk.reports(HELD)
    await olga.writes(f"/case {(await desk.case()).code}", WRONG["en"])
    message, button = olga.screen.button("Not this")
    await aida.presses_data(button.data)
    aida.sees("These words are no longer here.")
    olga.sees("Dana Made-Up")
    await olga.presses_data(button.data, message)
    await olga.presses_data(button.data, message)
    olga.sees("These words are no longer here.")
    async with desk.reading() as tx:
        assert len(await tx.dialogues.by(form="note")) == 1


async def test_citizens_are_shown_nothing_of_the_kind(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("in the yard of the school")
    rita.sees_nothing_of("Taken as", "Not this")


async def test_a_reason_for_a_held_digest_and_its_sentence_are_given_back(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    day = (desk.now.astimezone(desk.service.zone)).date()
    await olga.presses_data(f"hold:{day.toordinal()}")
    await olga.writes("the mother has no coat")
    olga.sees("Taken as: Why.")
    await olga.presses("Not this")
    assert await noted(desk) == ["the mother has no coat"]
    async with desk.reading() as tx:
        previews = await tx.previews.select()
    assert [preview.reason for preview in previews] == [""]
