"""Words after a case was closed answer no question: they open a new case, or a coordinator reads them."""

import pytest

from core.incoming import IncomingKind, Location
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"


async def closed(desk: Desk) -> tuple[Person, Person, Person]:
    """Marat had the case of Rita and closed it; Olga coordinates."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it", "Close…", "Fine")
    await desk.later(minutes=5)
    for one in (marat, olga, rita):
        one.rang()
    return marat, olga, rita


async def test_they_are_kept_with_it_and_a_coordinator_reads_them(desk: Desk) -> None:
    _, olga, rita = await closed(desk)
    await rita.writes("he forgot his coat there")
    rita.sees("Your report is closed: Fine.", "a coordinator reads them", "[This is a new one]")
    rita.sees_nothing_of("In which city")
    assert rita.rang() == 1
    assert olga.rang() == 1
    olga.sees("The reporter of a closed case has written again", "[Open the case] [Open again]")
    async with desk.reading() as tx:
        assert len(await tx.reports.select()) == 1
    await olga.opens(await desk.case())
    olga.sees("he forgot his coat")


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "Ваше сообщение закрыто: Штраф."), ("kk", "Хабарыңыз жабылған: Айыппұл.")],
)
async def test_in_the_other_languages(desk: Desk, language: str, said: str) -> None:
    _, _, rita = await closed(desk)
    await rita.presses_data(f"language:{language}")
    await rita.writes("Баян Ойдан")
    rita.sees(said)


async def test_more_of_them_make_one_sound(desk: Desk) -> None:
    _, olga, rita = await closed(desk)
    await rita.writes("he forgot his coat", "and his hat")
    assert olga.rang() == 1
    await desk.later(minutes=11)
    await rita.writes("and his gloves")
    assert olga.rang() == 1


async def test_thanks_are_kept_and_nobody_is_asked(desk: Desk) -> None:
    _, olga, rita = await closed(desk)
    await rita.writes("thank you so much")
    rita.sees("Your report is closed: Fine. Your words are kept.")
    assert olga.rang() == 0


async def test_a_voice_or_photo_is_kept_with_it_too(desk: Desk) -> None:
    _, olga, rita = await closed(desk)
    await rita.sends("photo-9")
    rita.sees("Your report is closed: Fine.")
    assert olga.rang() == 1
    async with desk.reading() as tx:
        assert [e.kind for e in await tx.entries.by(report_id=(await desk.report()).id)][-1] == "file"


async def test_a_happening_with_a_city_is_a_new_case(desk: Desk) -> None:
    marat, olga, rita = await closed(desk)
    await rita.writes("they took him again, in Almaty, he is beaten")
    assert (await desk.case(0)).state == "closed"
    assert (await desk.case(1)).state == "open"
    assert marat.rang() == 1
    olga.sees_nothing_of("has written again")


async def test_a_happening_without_a_city_is_read_by_a_coordinator_within_two_minutes(desk: Desk) -> None:
    _, olga, rita = await closed(desk)
    await rita.writes("thank you, he is home", "they took my neighbour Asel Example")
    olga.rang()
    await desk.later(minutes=2)
    assert olga.rang() == 1
    olga.sees("nobody has said where")


async def test_a_coordinator_opens_it_again_and_the_ask_is_settled(desk: Desk) -> None:
    _, olga, rita = await closed(desk)
    await rita.writes("the fine was not paid and there will be an appeal")
    await olga.presses("Open again")
    assert (await desk.case()).state == "open"
    olga.sees("Settled:")
    olga.sees_nothing_of("has written again")


async def test_the_button_makes_the_words_a_report_of_their_own(desk: Desk) -> None:
    _, _, rita = await closed(desk)
    await rita.writes("now it is about my cousin")
    await rita.presses("This is a new one")
    async with desk.reading() as tx:
        _, second = await tx.reports.select()
        assert [d.state for d in await tx.dialogues.by(subject_id=second.id)] == ["open"]
        assert [e.payload["text"] for e in await tx.entries.by(report_id=second.id)] == [
            "now it is about my cousin"
        ]


async def test_after_two_weeks_words_are_about_something_else(desk: Desk) -> None:
    _, _, rita = await closed(desk)
    await desk.later(hours=24 * 14)
    await rita.writes("he forgot his coat there")
    rita.sees_nothing_of("Your words are kept")


@pytest.mark.parametrize("text", [f"{HELD}, in a blue jacket", "Dana Made-Up"])
async def test_a_corrected_message_stays_with_the_closed_report_and_is_read(desk: Desk, text: str) -> None:
    _, olga, rita = await closed(desk)
    report = await desk.report()
    async with desk.reading() as tx:
        message = (await tx.entries.by(report_id=report.id))[0].message_id
    assert message is not None
    await rita.corrects(message, text)
    assert await desk.case() == await desk.case(0)
    rita.sees("Your report is closed: Fine.")
    assert olga.rang() == 1
    async with desk.reading() as tx:
        assert (await tx.entries.by(report_id=report.id))[-1].payload["text"] == text


async def two(desk: Desk) -> tuple[Person, Person, Person]:
    """Rita has two open reports, and words that wait for which of them they are about; the first is closed meanwhile."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = desk.person()
    await rita.writes(HELD, "/report", "police took a man in Astana")
    return marat, olga, rita


async def waiting(desk: Desk, words: str) -> tuple[Person, Person, Person]:
    marat, olga, rita = await two(desk)
    await olga.opens(await desk.case(0))
    await desk.later(hours=22)  # no form is open any more, and it is day
    await rita.writes(words)
    rita.sees("Which of your reports")
    message, button = rita.screen.button("Almaty 17.09 12:00")
    await olga.presses_data(f"closed:{(await desk.case(0)).id}:fine")
    for one in (marat, olga, rita):
        one.rang()
    await rita.presses_data(button.data, message)
    return marat, olga, rita


@pytest.mark.slow
async def test_which_one_answered_with_a_closed_report_asks_a_coordinator(desk: Desk) -> None:
    _, olga, rita = await waiting(desk, "her coat is blue")
    rita.sees("Your report is closed: Fine.", "a coordinator reads them")
    rita.sees_nothing_of("Added to your report")
    assert olga.rang() == 1
    olga.sees("has written again")
    async with desk.reading() as tx:
        texts = [e.payload.get("text") for e in await tx.entries.by(report_id=(await desk.report(0)).id)]
    assert texts[-1] == "her coat is blue"
    await olga.opens(await desk.case(0))
    olga.sees("Case 513-742", "her coat is blue")
    assert await desk.waits_until("which") is None


@pytest.mark.slow
async def test_which_one_answered_with_a_closed_report_begins_a_new_one_where_something_happens(
    desk: Desk,
) -> None:
    _, olga, rita = await waiting(desk, "they took her again, she is beaten")
    rita.sees("That report has been closed meanwhile, so this is a new one.")
    async with desk.reading() as tx:
        texts = [e.payload.get("text") for e in await tx.entries.by(report_id=(await desk.report(0)).id)]
    assert "they took her again, she is beaten" not in texts
    olga.rang()
    await desk.later(minutes=2)
    assert olga.rang() == 1
    olga.sees("nobody has said where")


async def test_a_live_location_that_goes_on_is_kept_without_a_word(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.shares_place(43.25, 76.95)
    report = await desk.report()
    async with desk.reading() as tx:
        message = (await tx.entries.by(report_id=report.id))[-1].message_id
    await marat.presses("I'll take it", "Close…", "Fine")
    for one in (olga, rita):
        one.rang()
    await desk.receive(
        rita._incoming(IncomingKind.EDITED, message_id=message, location=Location(43.26, 76.96))
    )
    assert (olga.rang(), rita.rang()) == (0, 0)
    async with desk.reading() as tx:
        assert (await tx.entries.by(report_id=report.id))[-1].payload["location"] == [43.26, 76.96]


@pytest.mark.slow
async def test_which_one_does_nothing_when_the_words_have_become_a_case_meanwhile(desk: Desk) -> None:
    _, olga, rita = await two(desk)
    await desk.later(hours=13)
    await rita.writes("her coat is blue")
    message, button = rita.screen.button("Almaty 17.09 12:00")
    draft = await desk.report()
    await olga.presses_data(f"wordsread:{draft.id}")
    await olga.presses_data(f"adopt:{draft.id}")
    await rita.presses_data(button.data, message)
    assert (await desk.report()).state == "open"
    async with desk.reading() as tx:
        assert len(await tx.entries.by(report_id=draft.id)) == 1
