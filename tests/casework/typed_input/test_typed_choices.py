"""Where nothing can be pressed: the same work by numbers, letters, words and thumbs."""

import pytest
from msgspec.structs import replace

from core.incoming import Incoming, IncomingKind
from core.presentation import Button, Presentation
from core.records.incidents import IncidentLink
from core.vocabulary import CaseState
from handlers.outbox import sending
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
AGAIN = "police took Ruslan Made-Up in Almaty, at the square"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.without_buttons()
    return desk


async def reacts(desk: Desk, person: Person, emoji: str) -> None:
    """On the newest message."""
    sign = Incoming(
        "signal", IncomingKind.REACTION, person.chat, person.chat, "private", desk.now, text=emoji
    )
    await desk.receive(replace(sign, message_id=list(person.screen.messages)[-1]))


async def test_a_lawyer_accepts_works_and_closes_by_typing_alone(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    marat.sees("21 ✅ I'll take it · 22 I can't")
    await marat.writes("21")
    marat.sees("yours", "Dana Made-Up")
    await marat.presses("Contacted", "Close…", "Released", "Released")
    assert (await desk.case()).state is CaseState.CLOSED
    assert all(not shown.rows for shown in marat.screen.raw.values())


async def test_whoever_cannot_says_so_and_why(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("22")
    assert await desk.states() == {"Marat": "declined"}


async def test_what_a_number_changed_stands_at_the_end_of_the_chat(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    (before,) = marat.screen.messages
    await marat.writes("21")
    assert before not in marat.screen.messages
    assert marat.count("yours") == 1


async def test_nobody_is_woken_by_what_they_typed_themselves(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    marat.rang()
    await marat.presses("I'll take it", "Contacted")
    assert marat.rang() == 0


async def test_of_two_offers_each_has_its_own_numbers(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await desk.reports(AGAIN, name="Asel")
    first, second = [shown.text for shown in marat.screen.raw.values()][-2:]
    assert ("21 ✅" in first, "23 ✅" in second) == (True, True)
    await marat.writes("23")
    assert (await desk.case(0)).state is CaseState.OPEN
    assert (await desk.case(1)).state is CaseState.ACCEPTED


async def test_the_words_of_two_offers_are_asked_about(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await desk.reports(AGAIN, name="Asel")
    await marat.writes("I'll take it")
    marat.sees("21, 23")
    assert [(await desk.case(n)).state for n in (0, 1)] == [CaseState.OPEN] * 2


async def test_the_words_on_a_choice_are_as_good_as_its_number(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("i’ll take it")
    assert (await desk.case()).state is CaseState.ACCEPTED


async def test_a_number_keeps_its_meaning_while_its_card_changes(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("21")
    contacted = marat.screen.sign("Contacted")
    give_back = marat.screen.sign("Give back")
    await marat.writes(contacted)
    assert marat.screen.sign("Give back") == give_back
    await marat.writes(contacted)
    marat.sees("not possible any more")
    assert marat.count("yours") == 1  # shown once more, below


@pytest.mark.slow
async def test_the_number_of_a_card_that_another_has_taken_does_nothing(desk: Desk) -> None:
    marat, aliya = await desk.lawyer("Marat"), await desk.lawyer("Aliya")
    await desk.reports(HELD)
    await desk.later(minutes=10)
    await aliya.writes("21")
    await aliya.presses("Contacted")
    await desk.later(hours=24 * 7)
    await marat.writes("21")
    marat.sees("not possible any more")
    assert (await desk.states())["Aliya"] == "accepted"


@pytest.mark.slow
async def test_a_number_is_an_answer_where_digits_are_asked(desk: Desk) -> None:
    marat = await desk.lawyer()  # with a card of their own, and its numbers
    await desk.reports(AGAIN, name="Asel")
    await marat.writes("/report", HELD)
    marat.sees("Where exactly?")
    assert marat.screen.sign("← Back").isalpha()
    await marat.writes("21")
    assert (await desk.case(0)).state is CaseState.OPEN
    await marat.writes("№21")
    assert (await desk.case(0)).state is CaseState.ACCEPTED


async def test_the_number_of_an_alert_that_came_while_a_lawyer_writes_something_down_takes_it(
    desk: Desk,
) -> None:
    marat = await desk.lawyer()
    await marat.writes("/report", HELD)
    marat.sees("Where exactly?")
    await desk.reports(AGAIN, name="Asel")
    await marat.writes(marat.screen.sign("I'll take it"))
    assert (await desk.case(1)).state is CaseState.ACCEPTED


async def test_so_do_the_words_on_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/report", HELD)
    marat.sees("Where exactly?")
    await desk.reports(AGAIN, name="Asel")
    await marat.writes("I'll take it")
    assert (await desk.case(1)).state is CaseState.ACCEPTED


async def test_the_words_of_an_alert_that_was_there_before_are_said_to_the_question(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(AGAIN, name="Asel")
    await marat.writes("/report", HELD)
    marat.sees("Where exactly?")
    await marat.writes("I'll take it")
    assert (await desk.case(0)).state is CaseState.OPEN


async def test_a_code_that_is_asked_for_is_no_press_on_a_card_that_has_changed_meanwhile(desk: Desk) -> None:
    olga = await desk.coordinator()
    await olga.writes("/incident Visit")
    await desk.reports(HELD)
    case = await desk.case()
    async with desk.writing() as tx:
        (incident,) = await tx.incidents.select()
        tx.incident_links.add(IncidentLink(tx.new_id(), incident.id, case.id, 0, desk.now, incident.rule))
    await desk.later(minutes=5)
    await olga.presses("➕ Case")
    await olga.writes(case.code)
    olga.sees_nothing_of("Why do you need to see this case?")
    olga.sees(f"{case.code} is in “Visit” now")


async def test_a_reason_is_no_press_on_a_card_that_was_there_before(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await olga.writes(f"/case {(await desk.case()).code}", "the family has called")
    olga.sees("Close…")
    await desk.reports(AGAIN, name="Asel")
    await olga.writes(f"/case {(await desk.case(1)).code}")
    await olga.writes("Close…")
    olga.sees_nothing_of("close it?")


async def test_a_number_for_when_is_the_hour_though_an_alert_has_that_number(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/report", "police took people in Almaty", "/skip", "/skip")
    marat.sees("When did it start?")
    await desk.reports(AGAIN, name="Asel")
    await marat.writes(marat.screen.sign("I'll take it"))
    assert (await desk.case(1)).state is CaseState.OPEN


async def test_letters_do_not_run_out_and_a_question_that_is_shown_again_keeps_its_own(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    before = rita.screen.sign("Skip")
    await rita.writes("they also took Ruslan Made-Up in Astana just now")
    after = rita.screen.sign("Skip")
    assert before != after
    assert not after.isdecimal()
    await rita.writes(after)
    rita.sees("Are they still held?")


async def test_a_citizen_reports_by_typing_alone(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("hello", "2", HELD)
    rita.sees("News comes here by itself", "A No, do not write")
    await rita.writes("a")
    assert (await desk.report()).consent == "no"
    await rita.presses("Skip", "Skip")
    rita.sees("Questions left")


async def test_a_thumb_is_the_yes_or_no_of_its_message(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await reacts(desk, marat, "❤️")
    await reacts(desk, marat, "")
    assert await desk.states() == {"Marat": "offered"}
    await reacts(desk, marat, "👍")
    assert await desk.states() == {"Marat": "accepted"}
    await reacts(desk, marat, "👎")
    assert await desk.states() == {"Marat": "accepted"}


async def test_a_quoted_message_is_the_one_that_is_answered(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("hello")
    (asked,) = rita.screen.messages
    await rita.writes("/language")
    await rita.writes("2", answers=asked)
    rita.sees_nothing_of("Русский выбран")
    assert (await desk.address(rita)).language == "en"


async def test_a_number_that_nobody_gave_is_words(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("7")
    await rita.writes(HELD)
    assert (await desk.case()).state is CaseState.OPEN


async def test_a_member_s_number_that_is_on_no_card_begins_nothing(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("7", "7")
    assert marat.count("Nothing here has the number 7. There are: 21, 22.") == 2
    async with desk.reading() as tx:
        assert len(await tx.reports.select()) == 1
    await marat.writes("I'll take it")
    marat.sees("yours", "Dana Made-Up")


async def test_nothing_is_written_down_where_buttons_can_be_pressed(desk: Desk) -> None:
    desk.with_buttons()
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    async with desk.reading() as tx:
        assert await tx.choices.select() == []


async def test_a_hidden_chat_answers_no_number(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("/hide")
    came = rita.screen.came
    await rita.writes("A", "1", "21")
    assert (await desk.report()).consent is None
    assert rita.screen.came - came <= 3


async def test_where_nothing_is_pressed_a_place_is_asked_for_in_words(desk: Desk) -> None:
    rita = await desk.reports("police took Dana Made-Up")
    await rita.presses("📍 Send my location")
    rita.sees("paper clip")


async def test_a_cry_for_help_reads_what_it_may_send_and_how(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("/sos")
    rita.sees("any word will do", "paper clip")


async def test_who_can_read_a_chat_is_what_is_true_there(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("they took somebody")
    rita.sees("The messenger cannot read this chat")
    rita.sees_nothing_of("Telegram")


async def test_a_number_does_not_call_for_help_from_a_screen_of_long_ago_when_a_card_stands_below_it(
    desk: Desk,
) -> None:
    person = desk.person("Marat")
    await person.writes("/start")
    person.sees("1 🆘 SOS: I need help now")
    marat = await desk.lawyer(person=person)
    await desk.later(minutes=30)
    await desk.reports(HELD)
    sign = marat.screen.sign("I'll take it")
    await marat.writes("1")
    marat.sees("not possible any more")
    assert (await desk.report()).address_id != (await desk.address(marat)).id
    await marat.writes(sign)
    assert (await desk.case()).state is CaseState.ACCEPTED


async def test_a_number_in_answer_to_an_older_message_is_of_that_one(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    offer, address = (await desk.offers())["Marat"], await desk.address(marat)
    for act in ("accept", "decline"):
        async with desk.writing() as tx:
            button = Button("This", f"{act}:{offer.id}")
            sending.send_message(tx, desk.service, address.id, Presentation(f"to {act}", ((button,),)))
    (older,) = [n for n, shown in marat.screen.messages.items() if shown.text.startswith("to accept")]
    sign = marat.screen.raw[older].text.split("\n")[-1].split(" ")[0]
    assert sign == marat.screen.sign("This")
    await marat.writes(sign, answers=older)
    assert await desk.states() == {"Marat": "accepted"}


async def test_a_number_answers_what_is_on_the_screen_not_what_is_still_on_its_way(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    offer, address = (await desk.offers())["Marat"], await desk.address(marat)
    for act in ("accept", "decline"):
        async with desk.writing() as tx:
            button = Button("This", f"{act}:{offer.id}")
            sending.send_message(tx, desk.service, address.id, Presentation(f"to {act}", ((button,),)))
    async with desk.writing() as tx:  # the second is leased, and has not come
        for one in await tx.choices.by(address_id=address.id):
            if one.data.startswith("decline") and not one.turn:
                tx.choices.put(replace(one, message_id=None))
    await marat.writes("1")
    assert await desk.states() == {"Marat": "accepted"}


async def test_an_offer_in_a_list_is_taken_by_the_words_of_its_own_button_in_any_language(desk: Desk) -> None:
    desk.without_buttons()
    marat = await desk.lawyer()
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.writes("беру")
    assert await desk.states() == {"Marat": "accepted"}


async def test_whoever_takes_what_is_not_offered_is_told_so_and_notes_nothing(desk: Desk) -> None:
    desk.without_buttons()
    marat = await desk.lawyer()
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.writes("I'll take it", "I'll take it")
    marat.sees("Nothing is offered to you now")
    marat.sees_nothing_of("noted")


async def test_a_code_beside_the_words_says_which_is_meant(desk: Desk) -> None:
    desk.without_buttons()
    marat = await desk.lawyer()
    await desk.reports("police took Dana Made-Up in Almaty")
    await desk.reports("police took Ruslan Made-Up in Almaty, at the square", name="Asel")
    await marat.writes(f"I'll take it {(await desk.case(1)).code}")
    assert [(await desk.case(n)).state for n in (0, 1)] == ["open", "accepted"]
    await marat.writes(f"{(await desk.case(0)).code} I'll take it", f"contacted {(await desk.case(0)).code}")
    assert (await desk.history(0))[-1][0] == "contacted"
    assert (await desk.history(1))[-1][0] == "accepted"


@pytest.mark.parametrize(("language", "no"), [("en", "no"), ("ru", "нет"), ("kk", "жоқ")])
async def test_a_typed_no_is_the_button_that_begins_with_it_and_declines_no_other_offer(
    desk: Desk, language: str, no: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.reports(AGAIN, name="Asel")
    await marat.presses_data(f"closing:{(await desk.case(0)).id}:false_alarm")
    marat.sees(desk.service.words.say(language, "button-no"))
    await marat.writes(no)
    marat.sees(desk.service.words.say(language, "close-not"))
    assert (await desk.case(0)).state is CaseState.ACCEPTED
    assert await desk.states() == {"Marat": "offered"}
