"""Words that the bot does not understand: read at one tap, settled in four ways, rung about four times at most.
How long they are kept: test_unclear_kept; what their writer reads: test_asked_whether_somebody_is_held.
"""

from typing import Any

import pytest

from bot.cli.audit import audit
from core.unread import Act
from storage import draft_lines
from storage.schema import draft_lines as lines_kept
from tests.casework.forgotten import plain
from tests.casework.story_desk import Desk, Person

GIVES = "куда можно задонатить?"
TORTURED = "In 2019 I was tortured in police custody, I want to file a complaint"
VAGUE = "it is about our Timur and the documents"
PLACED = "у нас тут такое дело, Байжан у них в Алматы"
UNREAD = "the bot does not understand"


async def shown(desk: Desk, text: str = VAGUE, **more: Any) -> tuple[Person, Person]:
    """Rita's words, a minute after she wrote them, and Olga, who has heard of them."""
    olga = await desk.coordinator()
    rita = await desk.reports(text, **more)
    await desk.later(minutes=1)
    olga.sees(UNREAD)
    return rita, olga


async def read(desk: Desk, text: str = VAGUE, **more: Any) -> tuple[Person, Person]:
    """The same, and Olga has read them."""
    rita, olga = await shown(desk, text, **more)
    await olga.presses("Read")
    return rita, olga


async def cases(desk: Desk) -> int:
    """How many there are."""
    async with desk.reading() as tx:
        return len(await tx.cases.select())


# --- the card


async def test_the_card_says_when_in_which_language_and_where_and_no_word(desk: Desk) -> None:
    _, olga = await shown(desk, PLACED, language="ru")
    card = olga.sees(UNREAD)
    for said in ("17.09 12:00", "Russian", "Almaty", "[Read]"):
        assert said in card
    olga.sees_nothing_of("Байжан", "Make a case")


async def test_one_tap_shows_all_words_in_place_without_a_reason_and_opens_no_case(desk: Desk) -> None:
    _, olga = await shown(desk)
    olga.rang()
    before = len(olga.screen.messages)
    await olga.presses("Read")
    card = olga.sees(VAGUE)
    for button in ("Ask lawyers: ", "[Another city…]", "[Make a case]", "[Answer]", "[Not for us]"):
        assert button in card
    assert len(olga.screen.messages) == before
    assert olga.rang() == 0
    assert await cases(desk) == 0


async def test_words_that_no_card_has_room_for_come_beside_it_and_go_with_them(desk: Desk) -> None:
    rita, olga = await shown(desk)
    for number in range(4):
        await rita.writes(f"part {number} " + "about the same documents of ours " * 60)
    await olga.presses("Read")
    for number in range(4):
        olga.sees(f"part {number}")
    await desk.later(hours=25)
    olga.sees_nothing_of("part", "documents")


async def test_other_coordinators_see_who_read_it_and_when_and_may_read_it_too(desk: Desk) -> None:
    _, olga = await shown(desk)
    asel = await desk.coordinator("Asel")
    await desk.later(minutes=4)
    asel.sees(UNREAD)
    await olga.presses("Read")
    asel.sees("17.09 12:05 · read: Olga", "[Read]")
    asel.sees_nothing_of(VAGUE)
    await asel.presses("Read")
    asel.sees(VAGUE)
    olga.sees(VAGUE, "read: Asel")
    async with desk.reading() as tx:
        lines = await draft_lines.all_lines(tx, (await desk.report()).id)
        assert [line.kind for line in lines] == [Act.UNCLEAR, Act.READ, Act.READ]
        assert draft_lines.is_whole(tx, lines)


async def test_who_read_it_cannot_be_changed_or_taken_out_unnoticed(desk: Desk) -> None:
    await read(desk)
    async with desk.writing() as tx:
        lines = await draft_lines.all_lines(tx, (await desk.report()).id)
        assert (await audit(tx, None)).findings == ()
        assert not draft_lines.is_whole(tx, lines[1:])
        await tx.flush()
        changed = lines_kept.update().where(lines_kept.c.id == lines[-1].id).values(actor_id=7)
        await tx.execute(changed)
    async with desk.reading() as tx:
        assert not draft_lines.is_whole(tx, await draft_lines.all_lines(tx, (await desk.report()).id))
        assert "of 1 draft" in " ".join((await audit(tx, None)).findings)


async def test_nobody_but_a_coordinator_reads_them(desk: Desk) -> None:
    rita, olga = await shown(desk)
    marat, admin = await desk.lawyer(), desk.administrator
    number = (await desk.report()).id
    for person in (marat, admin, desk.person("Vera")):
        for act in ("wordsread", "wordsask", "adopt", "wordsanswer", "wordsnot"):
            await person.presses_data(f"{act}:{number}:almaty" if act == "wordsask" else f"{act}:{number}")
        person.sees_nothing_of(VAGUE)
    assert await cases(desk) == 0
    olga.sees_nothing_of("read:")
    assert rita.count("answers what you wrote") == 0


async def test_whoever_was_a_coordinator_reads_them_no_more(desk: Desk) -> None:
    _, olga = await read(desk)
    await desk.suspends(olga)
    olga.sees_nothing_of(VAGUE)


# --- four ends


@pytest.mark.parametrize("end", ["Make a case", "Not for us", "Ask lawyers: Almaty", "Answer"])
async def test_who_has_not_read_decides_nothing(desk: Desk, end: str) -> None:
    _, olga = await shown(desk)
    asel = await desk.coordinator("Asel")
    await olga.presses("Read")
    (data,) = {b.data for m in olga.screen.messages.values() for row in m.rows for b in row if b.label == end}
    await asel.presses_data(data)
    asel.sees(VAGUE, "read: Asel")
    assert await cases(desk) == 0


async def test_a_city_makes_a_case_and_asks_lawyers_there(desk: Desk) -> None:
    marat = await desk.lawyer()
    _, olga = await read(desk)
    await olga.presses("Ask lawyers: Almaty")
    assert marat.rang() == 1
    marat.sees_nothing_of("Timur")  # before accept
    case = await desk.case()
    assert (case.city, case.alerting) == ("almaty", True)
    olga.sees(case.code, VAGUE)
    olga.sees("A case was made of this", case.code)
    told = [(kind, who) for kind, who, _ in await desk.history()]
    assert ("read_before", "Olga") in told
    assert ("placed", "Olga") in told
    await olga.presses("History")
    olga.sees("read before it was a case, 17.09 12:01", "Olga")


async def test_a_city_that_was_named_is_the_one_button_and_others_are_a_tap_away(desk: Desk) -> None:
    aigerim = await desk.lawyer("Aigerim", cities=("taraz",))
    _, olga = await read(desk, PLACED, language="ru")
    assert olga.sees("Байжан").count("Ask lawyers: ") == 1
    await olga.presses("Another city…", "Ask lawyers: Taraz")
    assert aigerim.rang() == 1
    assert (await desk.case()).city == "taraz"


async def test_three_cities_stand_there_where_none_was_named(desk: Desk) -> None:
    _, olga = await read(desk)
    assert olga.sees(VAGUE).count("Ask lawyers: ") == 3


async def test_a_case_is_made_and_nobody_is_rung(desk: Desk) -> None:
    marat, asel = await desk.lawyer(), await desk.coordinator("Asel")
    _, olga = await read(desk)
    asel.rang()
    olga.rang()
    await olga.presses("Make a case")
    case = await desk.case()
    assert not case.alerting
    olga.sees(case.code, VAGUE, "[Ask lawyers]")
    olga.sees_nothing_of("Why do you need")
    await desk.later(hours=2)
    assert (marat.rang(), asel.rang()) == (0, 0)
    await desk.later(hours=24 * 9)
    assert VAGUE in await plain(desk)


async def test_an_answer_reaches_whoever_wrote_and_theirs_reaches_who_asked(desk: Desk) -> None:
    rita, olga = await read(desk, GIVES, language="ru")
    asel = await desk.coordinator("Asel")
    await olga.presses("Answer")
    olga.sees("What shall we answer?")
    await olga.writes("We take no money in this chat.")
    rita.sees("Координатор отвечает", "We take no money in this chat.")
    olga.sees("You will hear when they answer")
    olga.sees("answered: Olga")
    olga.rang()
    await desk.later(hours=3)  # the form has ended meanwhile
    assert (olga.rang(), asel.rang()) == (0, 0)
    await rita.writes("Понятно, спасибо, а карточкой можно?")
    rita.sees("Передано координатору")
    assert olga.rang() == 1
    olga.sees("Somebody who was answered has written again", "[Read]")
    olga.sees_nothing_of("карточкой")
    await olga.presses("Read")
    olga.sees("карточкой")
    await desk.later(hours=1)
    assert (olga.rang(), asel.rang()) == (0, 0)
    assert await cases(desk) == 0


async def test_who_cannot_read_an_answer_and_has_no_case_asks_a_coordinator(desk: Desk) -> None:
    rita, olga = await read(desk, GIVES, language="ru")
    await olga.presses("Answer")
    await olga.writes("We take no money in this chat.")
    rita.sees("на то, что вы написали (английский):")
    olga.rang()
    await rita.presses("Я не читаю на этом языке", "Я не читаю на этом языке")
    rita.sees("Пишите сюда на своём языке")
    olga.sees("The reporter does not read your words")
    assert olga.rang() == 2  # that, and the card of what nobody has read


async def test_an_answer_that_its_coordinator_does_not_read_rings_the_others(desk: Desk) -> None:
    rita, olga = await read(desk, GIVES, language="ru")
    asel = await desk.coordinator("Asel")
    await olga.presses("Answer")
    await olga.writes("We take no money in this chat.")
    await rita.writes("Понятно, спасибо, а карточкой можно?")
    assert asel.rang() == 0
    await desk.later(minutes=5)
    assert asel.rang() == 1


@pytest.mark.parametrize("why", ["hidden", "no"])
async def test_nothing_is_sent_where_somebody_else_may_be_reading_or_who_has_said_no(
    desk: Desk, why: str
) -> None:
    rita, olga = await read(desk)
    await olga.presses("Answer")
    if why == "hidden":
        await rita.writes("/hide")
    else:
        await rita.presses_data("report/consent:no")
    await olga.writes("Please call us.")
    assert rita.count("Please call us.") == 0
    olga.sees("Not sent")


async def test_what_is_not_for_us_is_no_case_and_erased_a_day_after_it_was_read(desk: Desk) -> None:
    _, olga = await read(desk, GIVES, language="ru")
    await olga.presses("Not for us")
    olga.sees("not for us: Olga")
    assert await cases(desk) == 0
    await desk.later(hours=23)
    assert GIVES in await plain(desk)
    await desk.later(hours=1.5)
    assert GIVES not in await plain(desk)
    olga.sees_nothing_of(GIVES)


async def test_of_two_who_decide_at_once_the_second_is_shown_the_case_of_the_first(desk: Desk) -> None:
    _, olga = await shown(desk)
    asel = await desk.coordinator("Asel")
    await olga.presses("Read")
    number = (await desk.report()).id
    await asel.presses_data(f"wordsread:{number}")
    await olga.presses("Make a case")
    await asel.presses_data(f"wordsask:{number}:almaty")
    assert await cases(desk) == 1
    asel.sees("A case was made of this", (await desk.case()).code)


# --- sounds


async def test_it_rings_after_one_five_fifteen_and_thirty_minutes_and_never_again(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(VAGUE)
    heard = []
    for minute in range(1, 300):
        await desk.later(minutes=1)
        heard += [minute] * olga.rang()
    assert heard == [1, 5, 15, 30]
    await desk.later(hours=24 * 7)
    assert olga.rang() == 0
    assert olga.count(UNREAD) == 1


async def test_whoever_reads_it_ends_the_sounds_for_all(desk: Desk) -> None:
    asel = await desk.coordinator("Asel")
    _, olga = await read(desk)
    asel.rang()
    olga.rang()
    await desk.later(hours=3)
    assert (olga.rang(), asel.rang()) == (0, 0)


async def test_more_of_the_same_person_while_it_waits_makes_no_sound_of_its_own(desk: Desk) -> None:
    rita, olga = await shown(desk)
    olga.rang()
    for minutes in range(3):
        await desk.later(minutes=0.5)
        await rita.writes(f"and one more about the documents {minutes}")
    assert olga.rang() == 0
    await olga.presses("Read")
    olga.sees(VAGUE, "documents 2")


async def test_what_comes_after_it_was_read_is_unread_and_rings(desk: Desk) -> None:
    rita, olga = await read(desk)
    olga.rang()
    await desk.later(minutes=10)
    await rita.writes("and now about the other documents of ours")
    await desk.later(minutes=1)
    assert olga.rang() == 1
    olga.sees_nothing_of("other documents")
    await desk.later(hours=25)
    assert "other documents" in await plain(desk)


async def test_several_are_one_card_and_each_can_be_read(desk: Desk) -> None:
    olga = await desk.coordinator()
    for name in ("Rita", "Vera", "Lena"):
        await desk.reports(f"{name} writes about some documents", name=name)
        await desk.later(seconds=20)
    await desk.later(minutes=4)
    assert olga.rang() <= 3  # not one for each look at each
    card = olga.sees("3 messages that the bot did not understand")
    assert olga.count("did not understand") == 1
    assert "documents" not in card
    await olga.presses("Read 2")
    olga.sees("Vera writes")
    olga.sees_nothing_of("Rita writes", "Lena writes")
    card = olga.sees("2 messages that the bot did not understand")
    assert "read: Olga" in card


async def test_a_hundred_ring_no_more_often_than_every_three_minutes(desk: Desk) -> None:
    olga = await desk.coordinator()
    for number in range(60):
        await desk.reports(f"something about documents {number}", name=f"Rita {number}")
        await desk.later(seconds=10)
    assert 2 <= olga.rang() <= 4
    assert olga.count("messages that the bot did not understand") == 1


# --- drafts of other sorts


async def test_an_unfinished_report_is_read_by_one_tap_and_settled_likewise(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person("Rita")
    await rita.writes("/report")
    await rita.presses("A trial or case, nobody held")
    await rita.writes("Dana")
    await desk.later(hours=4)
    olga.sees("An unfinished report", "[Read]")
    olga.sees_nothing_of("«Dana»")
    await olga.presses("Read")
    olga.sees("Dana", "[Not for us]")
