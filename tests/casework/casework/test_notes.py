"""What members write without being asked: a note of a case, never a citizen's report; and who reads it."""

import pytest

from core.incoming import File, FileKind, IncomingKind, Location
from core.vocabulary import Role
from handlers.casework import unhiding
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
NOTE = "the officer says the Saryarka station, in 20 minutes"
ALARM = "police took three people in Astana"


async def taken(desk: Desk, language: str = "en") -> tuple[Person, Person, Person]:
    """Marat has the case of Rita; Olga coordinates."""
    marat, olga = await desk.lawyer("Marat", languages=(language,)), await desk.coordinator()
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    for one in (marat, olga, rita):
        one.rang()
    return marat, olga, rita


async def counts(desk: Desk) -> tuple[int, int]:
    """How many reports and cases there are."""
    async with desk.reading() as tx:
        return len(await tx.reports.select()), len(await tx.cases.select())


# --- a lawyer


async def test_words_of_whoever_has_a_case_are_its_note(desk: Desk) -> None:
    marat, _, rita = await taken(desk)
    await marat.writes(NOTE)
    assert (
        marat.screen.texts()[-1]
        == "513-742: noted.\n[🚗 On my way] [🚪 At the door]\n[Send it to the reporter]"
    )
    assert marat.rang() == 1
    marat.sees(
        "Case 513-742",
        "Notes:\n17.09 12:00 Marat: «the officer says the Saryarka station, in 20 minutes»",
    )
    assert await counts(desk) == (1, 1)
    rita.sees_nothing_of("Saryarka", "note")
    assert rita.rang() == 0
    assert (await desk.history())[-1] == ("noted", "Marat", {})


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "they let her go an hour ago"), ("ru", "её отпустили"), ("kk", "оны босатты")],
)
async def test_words_of_a_release_have_the_button_that_closes_and_it_is_asked_once_more(
    desk: Desk, language: str, text: str
) -> None:
    marat, _, _ = await taken(desk, language)
    await marat.writes(text)
    assert f"[{desk.service.words.say(language, 'button-free-all')}]" in marat.screen.texts()[-1]
    await marat.presses_data(f"closing:{(await desk.case()).id}:released")
    assert (await desk.case()).state == "accepted"
    await marat.presses_data(f"closed:{(await desk.case()).id}:released")
    assert (await desk.case()).state == "closed"


@pytest.mark.parametrize(("language", "said"), [("ru", "513-742: записано."), ("kk", "513-742: жазылды.")])
async def test_it_is_confirmed_in_the_members_language(desk: Desk, language: str, said: str) -> None:
    marat, _, _ = await taken(desk, language)
    await marat.writes("Баян Ойдан")
    assert marat.screen.texts()[-1].startswith(said)


async def test_notes_are_sealed(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    await marat.writes("Saryarka-marker")
    async with desk.database.engine.connect() as connection:
        for table in ("claims", "timeline", "dialogues", "entries", "messages"):
            rows = (await connection.exec_driver_sql(f"select * from {table}")).all()
            assert "Saryarka-marker" not in repr(rows)


@pytest.mark.slow
async def test_coordinators_who_opened_the_case_read_it_and_its_history_says_who_wrote(desk: Desk) -> None:
    marat, olga, _ = await taken(desk)
    await olga.opens(await desk.case())
    await marat.writes(NOTE)
    olga.sees("Case 513-742", "Saryarka")
    await olga.presses("All words")
    olga.sees("Their words:", "Notes:", "Saryarka")
    await olga.presses("History")
    olga.sees("wrote a note · Marat")


async def test_whoever_may_not_see_the_case_reads_no_note_and_the_next_owner_does(desk: Desk) -> None:
    marat, olga, _ = await taken(desk)
    saule = await desk.lawyer("Saule")
    await marat.writes(NOTE)
    olga.sees_nothing_of("Saryarka")
    await marat.presses("Give back")
    for one in (marat, saule, desk.administrator):
        one.sees_nothing_of("Saryarka")
    await saule.presses("I'll take it")
    saule.sees("Case 513-742", "Saryarka")


async def test_many_long_notes_leave_room_and_all_words_have_them_all(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    for number in range(4):
        await marat.writes(f"note-{number} " + "x" * 350)
    card = marat.sees("Case 513-742")
    assert "note-3" in card
    assert "note-0" not in card
    await marat.presses("All words")
    marat.sees("note-0", "note-3")


async def two(desk: Desk) -> Person:
    marat, _, _ = await taken(desk)
    await desk.reports("police took Tim Made-Up in Almaty", name="Tina")
    await marat.presses("I'll take it")
    marat.rang()
    return marat


async def notes_of(desk: Desk) -> list[list[str]]:
    """The notes that hold, case by case."""
    async with desk.reading() as tx:
        cases = sorted(await tx.cases.select(), key=lambda case: case.id)
        claims = [await tx.claims.by(case_id=case.id) for case in cases]
    return [[str(c.value) for c in of if c.kind == "note" and c.withdrawn_at is None] for of in claims]


async def test_of_several_cases_one_tap_chooses(desk: Desk) -> None:
    marat = await two(desk)
    first, second = (await desk.case(0)).code, (await desk.case(1)).code
    await marat.writes(NOTE)
    marat.sees("To which case does this belong?", first, second, "[This is a report]")
    assert await notes_of(desk) == [[], []]
    message, button = marat.button_of(await desk.case(1))
    await marat.presses_data(button.data, message)
    assert await notes_of(desk) == [[], [NOTE]]
    marat.sees(f"{second}: noted.")
    await marat.presses_data(button.data, message)  # pressed twice
    assert await notes_of(desk) == [[], [NOTE]]
    assert [line[0] for line in await desk.history()].count("noted") == 1


@pytest.mark.slow
async def test_another_tap_moves_the_note(desk: Desk) -> None:
    marat = await two(desk)
    await marat.writes(NOTE)
    message, shown = next(m for m in reversed(marat.screen.messages.items()) if "To which" in m[1].text)
    for row in shown.rows[:2]:
        await marat.presses_data(row[0].data, message)
    assert await notes_of(desk) == [[], [NOTE]]
    assert marat.count("Saryarka") == 1


@pytest.mark.slow
async def test_words_that_nobody_placed_are_a_note_of_the_newest_case_and_move_by_a_press(desk: Desk) -> None:
    marat = await two(desk)
    await marat.writes(NOTE)
    await desk.later(minutes=10)
    first, newest = await desk.case(0), await desk.case(1)
    marat.sees(newest.code, "noted there, because you did not say")
    assert await notes_of(desk) == [[], [NOTE]]
    await marat.chooses(first)
    assert await notes_of(desk) == [[NOTE], []]
    await desk.later(hours=25)
    async with desk.reading() as tx:
        assert [d for d in await tx.dialogues.select() if d.form == "note"] == []


async def test_a_case_that_is_no_longer_theirs_takes_no_note(desk: Desk) -> None:
    marat = await two(desk)
    await marat.writes(NOTE)
    message, button = marat.button_of(await desk.case(0))
    case = await desk.case(0)
    await marat.presses_data(f"back:{case.id}")
    await marat.presses_data(button.data, message)
    assert await notes_of(desk) == [[], []]
    marat.sees("This case is not shown to you.")


async def test_words_of_somebody_else_cannot_be_placed(desk: Desk) -> None:
    marat = await two(desk)
    olga = await desk.coordinator("Vera")
    await olga.opens(await desk.case(0))
    await marat.writes(NOTE)
    _, button = marat.button_of(await desk.case(0))
    await olga.presses_data(button.data)
    olga.sees("These words are no longer here.")
    _, report = marat.screen.button("This is a report")
    await olga.presses_data(report.data)
    assert await notes_of(desk) == [[], []]
    assert await counts(desk) == (2, 2)


# --- nothing to note it in


@pytest.mark.parametrize("text", [ALARM, "on my way", "/digest preview"])
async def test_a_lawyer_without_a_case_opens_no_report_and_reads_what_can_be_done(
    desk: Desk, text: str
) -> None:
    marat = await desk.lawyer()
    aida = await desk.lawyer("Aida", cities=("astana",))
    await marat.writes(text)
    marat.sees("You have no case now, so this went into none.", "/cases", "[This is a report]")
    assert (await counts(desk), aida.rang(), marat.rang()) == ((0, 0), 0, 1)


async def test_a_coordinator_before_whom_nothing_is_open_is_told_so(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes(ALARM)
    olga.sees("No case is open before you", "[This is a report]")
    assert await counts(desk) == (0, 0)


async def test_an_administrator_writes_no_notes(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    await desk.member("Marat", Role.ADMINISTRATOR, person=marat)
    await marat.writes(NOTE)
    marat.sees("administrators read and write none")
    assert await notes_of(desk) == [[]]


async def test_the_button_makes_a_report_of_these_words(desk: Desk) -> None:
    marat = await desk.lawyer()
    aida = await desk.lawyer("Aida", cities=("astana",))
    await marat.writes(ALARM)
    await marat.presses("This is a report")
    assert (await counts(desk), aida.rang()) == ((1, 1), 1)
    marat.sees("Received", "Your code:")
    async with desk.reading() as tx:
        assert [e.payload["text"] for e in await tx.entries.by(report_id=(await desk.report()).id)] == [ALARM]
    _, button = marat.screen.button("This is a report")
    await marat.presses_data(button.data)  # pressed twice
    assert await counts(desk) == (1, 1)
    assert await desk.waits_until("note") is None


async def test_a_note_that_tells_of_a_happening_can_still_become_a_report(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    await marat.writes(ALARM)
    marat.sees("513-742: noted.", "[This is a report]")
    assert await notes_of(desk) == [[ALARM]]
    await marat.presses("This is a report")
    assert (await counts(desk), await notes_of(desk)) == ((2, 2), [[], []])
    marat.sees_nothing_of(f"Marat: «{ALARM}»")


@pytest.mark.slow
async def test_a_report_of_the_members_own_takes_their_words_where_they_have_no_case(desk: Desk) -> None:
    marat = await desk.lawyer()
    aida = await desk.lawyer("Aida", cities=("astana",))
    await marat.writes("/report", "police took a man in Almaty")
    await desk.later(hours=13)
    await marat.writes("his name is Tim Made-Up")
    marat.sees("Added to your report.")
    aida.rang()
    await marat.writes(ALARM)  # no new report by itself
    marat.sees("Is this another case?")
    assert (await counts(desk), aida.rang()) == ((1, 1), 1)  # lawyers there are asked while it is open
    await marat.presses("Yes, another")
    assert (await counts(desk), aida.rang()) == ((2, 2), 1)
    await desk.later(hours=13)
    await marat.writes("police took a man in Aktau")
    marat.sees("Which of your reports")
    assert (await counts(desk))[1] == 2


@pytest.mark.slow
async def test_the_button_adds_to_the_report_that_the_member_has_open(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/report", "police took a man in Almaty")
    await desk.later(hours=13)
    await marat.presses("I take it myself")
    await marat.writes("his name is Tim Made-Up")
    assert len((await notes_of(desk))[0]) == 1
    async with desk.reading() as tx:
        held = [dialogue for dialogue in await tx.dialogues.select() if dialogue.form == "note"]
    await marat.presses_data(f"report:{held[0].id}")
    marat.sees("Noted: 1 name.", "Added to your report.", "This is a new one")
    assert (await counts(desk), await notes_of(desk)) == ((1, 1), [[]])


async def test_a_member_who_is_suspended_reports_as_anybody(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.suspends(marat)
    await marat.writes(ALARM)
    assert await counts(desk) == (1, 1)


@pytest.mark.parametrize("command", ["report", "sos"])
async def test_words_behind_the_command_are_a_report_also_beside_a_case(desk: Desk, command: str) -> None:
    marat, _, _ = await taken(desk)
    await marat.writes(f"/{command} {ALARM}")
    assert (await counts(desk), await notes_of(desk)) == ((2, 2), [[], []])


# --- a coordinator


async def test_a_coordinators_words_go_to_the_case_that_is_open_before_them(desk: Desk) -> None:
    marat, olga, rita = await taken(desk)
    await olga.opens(await desk.case())
    marat.rang()
    await olga.writes("the hearing is in room 5")
    olga.sees("513-742: noted.")
    olga.sees("Case 513-742", "Olga: «the hearing is in room 5»")
    marat.sees("Case 513-742", "Olga: «the hearing is in room 5»")
    assert marat.sees("a new note") == "513-742 · a new note. It is on the card."
    assert marat.rang() == 1
    rita.sees_nothing_of("room 5")


async def test_the_word_of_a_new_note_goes_with_the_case(desk: Desk) -> None:
    marat, olga, _ = await taken(desk)
    await olga.opens(await desk.case())
    await olga.writes("the hearing is in room 5")
    await marat.presses("Give back")
    marat.sees_nothing_of("a new note", "room 5")


@pytest.mark.slow
async def test_of_a_case_that_was_opened_hours_ago_it_is_a_note_that_can_be_taken_back(desk: Desk) -> None:
    _, olga, _ = await taken(desk)
    await olga.opens(await desk.case())
    await desk.later(hours=6.1)
    await olga.writes("the hearing is in room 5")
    olga.sees("513-742: noted there.")
    assert await notes_of(desk) == [["the hearing is in room 5"]]
    await olga.presses("Not this")
    assert await notes_of(desk) == [[]]


@pytest.mark.slow
async def test_what_another_coordinator_opens_is_not_open_before_them_and_they_choose(desk: Desk) -> None:
    _, olga, _ = await taken(desk)
    await desk.reports("police took Tim Made-Up in Almaty", name="Tina")
    vera = await desk.coordinator("Vera")
    await desk.later(hours=6.1)
    await vera.opens(await desk.case())
    await olga.writes("the hearing is in room 5")
    olga.sees("To which case does this belong?")


async def test_what_is_not_shown_to_them_any_more_stays_so(desk: Desk) -> None:
    _, olga, _ = await taken(desk)
    await olga.opens(await desk.case())
    await olga.presses_data("hide:sure")
    theirs = await desk.membership(olga)
    async with desk.writing() as tx:
        assert await unhiding.bring_back(tx, theirs)
    await olga.writes("the hearing is in room 5")
    olga.sees("513-742: noted there.")
    assert "Dana" not in olga.screen.texts()[-1]


@pytest.mark.slow
async def test_of_several_that_are_open_the_coordinator_chooses(desk: Desk) -> None:
    _, olga, _ = await taken(desk)
    await desk.reports("police took Tim Made-Up in Almaty", name="Tina")
    for number in (0, 1):
        await olga.opens(await desk.case(number))
    await desk.later(minutes=31)  # the one that was opened last is meant for half an hour
    await olga.writes("the hearing is in room 5")
    olga.sees("To which case does this belong?")
    await olga.chooses(await desk.case(1))
    assert await notes_of(desk) == [[], ["the hearing is in room 5"]]


async def test_a_reason_is_no_note(desk: Desk) -> None:
    _, olga, _ = await taken(desk)
    await olga.opens(await desk.case())
    await olga.opens(await desk.case(), "the mother asks")
    assert await notes_of(desk) == [[]]


# --- what is no words


async def test_a_place_is_noted_and_what_comes_with_a_file_is_too(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    await marat.shares_place(43.25, 76.95)
    assert await notes_of(desk) == [["📍 43.25000, 76.95000"]]
    await marat.writes("", file=File(FileKind.VOICE, "voice-1"))
    assert len((await notes_of(desk))[0]) == 1
    await marat.writes("the protocol", file=File(FileKind.PHOTO, "photo-1"))
    assert (await notes_of(desk))[0][1] == "the protocol"
    assert marat.count("kept in the case") == 2


async def test_a_live_place_that_goes_on_is_no_second_note(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    await marat.shares_place(43.25, 76.95)
    marat.rang()
    await desk.receive(marat._incoming(IncomingKind.EDITED, message_id=1, location=Location(43.26, 76.96)))
    assert (len((await notes_of(desk))[0]), marat.rang()) == (1, 0)
