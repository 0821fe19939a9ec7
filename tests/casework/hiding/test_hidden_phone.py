"""The hand that holds the phone: who hides, what stays of the chat, what it can still do, and the way back."""

import pytest

from core.presentation import Presentation
from core.traffic import Lane, Outgoing
from handlers.cards.case_loading import view_of
from handlers.outbox import sending
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
BLAND = "Thank you. The message has been received."
OWN = {
    "kk": "менің телефонымды алып жатыр",
    "ru": "у меня забирают телефон",
    "en": "they are taking my phone",
}


async def is_hidden(desk: Desk, person: Person) -> bool:
    return (await desk.address(person)).silenced_at is not None


def left(person: Person) -> list[str]:
    return person.screen.texts()


async def perhaps_urgent(desk: Desk) -> str:
    """What may be urgent, without evidence."""
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
        return str([fact.value for fact in view.guesses.get("urgent", ())])


async def urgent(desk: Desk) -> str:
    """What is urgent in the newest case."""
    case = await desk.case()
    async with desk.reading() as tx:
        return str((await view_of(tx, case)).value("urgent"))


# --- who hides


@pytest.mark.parametrize("language", OWN)
async def test_words_about_the_own_phone_hide_the_chat(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD, language=language)
    await rita.writes(OWN[language])
    assert await is_hidden(desk, rita)
    assert len(left(rita)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "police are taking her phone",
        "мужа задержали в Алматы, забирают его телефон",
        "counsel says the phone will be taken",
    ],
)
async def test_words_about_another_phone_hide_nothing_and_ask_nothing(desk: Desk, text: str) -> None:
    rita = await desk.reports(HELD)
    await rita.writes(text)
    assert not await is_hidden(desk, rita)
    assert "phone" in await perhaps_urgent(desk)  # whose it is, is not to be inferred
    rita.sees_nothing_of("Is it your phone")
    await rita.presses_data("hide:now")
    assert await is_hidden(desk, rita)


async def test_the_offered_button_hides_at_once(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("сейчас заберут телефон")
    _, button = rita.screen.button("Это мой телефон: скрыть чат")
    assert button.data == "hide:now"


async def test_a_marked_flag_hides_when_it_is_marked_and_not_when_another_is(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("police are taking her phone")
    await rita.presses_data("report/urgent:+injured")
    assert not await is_hidden(desk, rita)
    await rita.presses_data("report/urgent:+phone")
    assert await is_hidden(desk, rita)


async def test_a_hidden_report_is_urgent_and_the_owner_reads_not_to_call(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.writes("my number is +7 701 555 01 55")
    await marat.presses("I'll take it")
    marat.sees("+77015550155")
    await rita.writes("/hide")
    assert (await desk.case()).priority == "urgent"
    marat.sees("URGENT", "The reporter's phone is taken: do not call", "…55. Do not call")
    marat.sees("not now: the phone may be in other hands")
    assert "hidden" in [kind for kind, _, _ in await desk.history()]
    assert all("Phone: +77015550155" not in text for text in left(marat))


async def test_another_phone_that_is_taken_leaves_the_number_to_call(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.writes("my number is +7 701 555 01 55", "police are taking her phone")
    await marat.presses("I'll take it")
    marat.sees("A phone is said to be taken", "+77015550155")


# --- what stays


async def test_nothing_but_the_bland_sentence_stays_and_the_menu_of_everybody_goes(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.presses_data("hide:now")
    assert left(rita) == [BLAND]
    assert not rita.screen.menu


async def test_a_copy_that_nobody_tracks_goes_too(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    copy = await desk.phones.send(rita.chat, Presentation("Your code: alley sock 90"))
    await rita.writes("one more thing", "/hide")
    assert copy not in rita.screen.messages
    assert left(rita) == [BLAND]


async def test_what_is_too_old_to_be_deleted_is_emptied(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it", "Close…", "Fine")  # or lawyers are sought for nine days
    rita.sees("Your code")
    await desk.later(hours=24 * 9)
    rita.screen.undeletable = frozenset(rita.screen.messages)
    await rita.writes("/hide")
    assert {text.splitlines()[0] for text in left(rita)} == {"…", BLAND}


# --- what the chat can still do


async def test_whatever_is_pressed_in_a_hidden_chat_changes_no_fact_and_tells_nothing(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.writes("/cancel", "/hide")
    before = await desk.case()
    for data in (
        "report/cancel:over",
        "report/consent:yes",
        "report/ongoing:no",
        "report/place:astana",
        "report/urgent:-phone",
        "continue:1",
        "language:kk",
        "hide:sure",
    ):
        await rita.presses_data(data)
    await rita.writes("it is over, a false alarm", "/cancel", "/start", "yes")
    await rita.shares_place(51.1, 71.4)
    assert await desk.case() == before
    assert (await desk.report()).consent is None
    await marat.presses("I'll take it")
    assert set(left(rita)) == {BLAND}


# --- members


async def test_a_member_is_asked_first_and_no_changes_nothing(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/hide")
    marat.sees("cut you off from alerts")
    await marat.presses("No")
    marat.sees("Nothing has changed")
    await marat.writes("they are taking my phone")
    assert not await is_hidden(desk, marat)


async def test_members_have_no_hide_button_on_every_question(desk: Desk) -> None:
    marat, rita = await desk.lawyer(), desk.person()
    await marat.writes("/start", "/report")
    await rita.writes("/start")
    marat.sees_nothing_of("Phone is being taken]")
    rita.sees("Phone is being taken]")


async def test_a_member_who_hides_loses_offers_and_cards_and_coordinators_ring_them(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.reports("police took a man in Almaty", name="Sara")
    await marat.writes("/hide")
    await marat.presses("Yes, clear the chat")
    assert left(marat) == [BLAND]
    assert await desk.states() == {"Marat": "unreachable"}
    olga.sees("Marat hid their chat", "+7701")
    await olga.presses("Write to them again")
    olga.sees("Marat", "settled")
    assert not await is_hidden(desk, marat)
    marat.sees("yours", "Dana Made-Up")
    assert "cases" in marat.screen.offered
    await desk.reports("police took Asan in Almaty", name="Tim")
    marat.sees("I'll take it")


async def test_without_a_coordinator_the_administrator_hears_of_a_hidden_member(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.presses_data("hide:sure")
    desk.administrator.sees("A member hid their chat", "dabyl roster unhide")
    desk.administrator.sees_nothing_of("Marat")


# --- the way back


async def test_a_coordinator_brings_a_reporter_back_after_a_call(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.writes("/hide")
    await olga.writes(f"/case {(await desk.case()).code}", "the mother rang")
    await olga.presses("Answer the reporter's chat again", "No")
    assert await is_hidden(desk, rita)
    await olga.presses("Answer the reporter's chat again", "Yes, the phone is theirs")
    assert not await is_hidden(desk, rita)
    assert ("answered_again", "Olga", {}) in await desk.history()
    await rita.writes("he is beaten")
    rita.sees("Passed on to the coordinators.")
    assert rita.screen.menu


async def code_of(person: Person) -> str:
    line = next(line for line in person.sees("Your code").splitlines() if "code:" in line)
    return line.split(": ", 1)[1].split(".", 1)[0]


async def test_the_code_works_again_in_the_hidden_chat_after_some_hours(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    code = await code_of(rita)
    await rita.writes("/hide")
    await desk.later(hours=5)
    await rita.writes(code)
    assert set(left(rita)) == {BLAND}
    await desk.later(hours=2)
    await rita.writes("wrong wrong 11", code)
    rita.sees("Code accepted")
    assert not await is_hidden(desk, rita)


@pytest.mark.slow
async def test_a_muted_chat_is_not_answered_for_its_code(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD)
    code = await code_of(rita)
    await olga.writes(f"/case {(await desk.case()).code}", "the mother rang")
    await olga.presses("Mute the reporter for 24 h")
    await desk.later(hours=7)
    await rita.writes(code)
    rita.sees(BLAND)
    rita.sees_nothing_of("Code accepted")


async def test_whoever_comes_back_by_the_code_is_not_hidden_by_the_old_flag(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    code = await code_of(rita)
    await rita.writes("/hide")
    sara = desk.person("Sara")
    await sara.writes(code)
    await sara.writes("Almaty", "yes")
    await sara.writes("he is badly hurt, he is 16 years old")
    await sara.presses_data("report/urgent:+alone")
    assert not await is_hidden(desk, sara)
    sara.sees("Added to your report")
    assert "minor" in await urgent(desk)


# --- codes


async def test_words_before_the_code_go_with_it_to_the_report(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    code = await code_of(rita)
    sara = desk.person("Sara")
    await sara.writes("it is about my brother, he is 16 years old", code)
    await sara.writes("Almaty", "yes")
    first = await desk.report(0)
    async with desk.reading() as tx:
        said = [e.payload.get("text") for e in await tx.entries.by(report_id=first.id)]
    assert "it is about my brother, he is 16 years old" in said
    assert (await desk.case()).priority == "urgent"
    assert (await desk.report(1)).state == "expired"


@pytest.mark.parametrize(
    "slip", [lambda c: c[:-2] + "00", lambda c: c[:-1], lambda c: c.replace(" ", "x ", 1)]
)
async def test_a_mistyped_code_is_no_answer_and_no_draft(desk: Desk, slip) -> None:  # type: ignore[no-untyped-def]
    rita = await desk.reports(HELD)
    wrong = slip(await code_of(rita))
    sara = desk.person("Sara")
    await sara.writes(wrong)
    sara.sees("There is no such code")
    await rita.writes(wrong)
    rita.sees("There is no such code")
    async with desk.reading() as tx:
        reports = await tx.reports.select()
        texts = [e.payload.get("text") for r in reports for e in await tx.entries.by(report_id=r.id)]
    assert len(reports) == 1
    assert wrong not in texts


async def test_a_message_that_may_have_arrived_before_the_hiding_is_looked_for(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("/hide")
    copy = await desk.phones.send(rita.chat, Presentation("Your code: alley sock 90"))
    async with desk.writing() as tx:
        payload = {"text": "Your code: alley sock 90", "repeat": True}
        address = await desk.address(rita)
        tx.outgoing.add(Outgoing(tx.new_id(), address.id, Lane.REPLY, "message", payload, desk.now))
    assert copy not in rita.screen.messages
    assert left(rita) == [BLAND]


async def test_nothing_else_leaves_for_a_hidden_chat(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("/hide")
    async with desk.writing() as tx:
        sending.send_message(
            tx, desk.service, (await desk.address(rita)).id, Presentation("A lawyer is on it"), Lane.NEWS
        )
    assert left(rita) == [BLAND]


async def test_a_hidden_chat_says_its_sentence_in_one_language_whatever_is_written_in_it(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports("police took a man in Almaty")
    await rita.presses("Phone is being taken")
    bland = rita.screen.texts()[-1]
    await rita.writes("моего брата вчера забрала полиция", "інімді полиция алып кетті")
    assert rita.screen.texts()[-1] == bland
