"""Who is written to: consent is asked, kept, moves with the code, and never assumed against a no."""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
NEWS = ("A lawyer has taken your report.", "Your report is closed", "We are still looking")


async def code_of(person: Person) -> str:
    """The receipt code on the screen."""
    return person.sees("Your code: ").split("Your code: ")[1].split(".")[0]


async def test_who_allows_news_late_hears_once_what_has_happened(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports("police detained me in Almaty")
    await marat.presses("I'll take it")
    rita.sees_nothing_of(*NEWS)
    await rita.allows_news()
    assert rita.count("A lawyer has taken your report.") == 1
    assert rita.lanes().count("news") == 1
    await rita.allows_news()
    assert rita.count("A lawyer has taken your report.") == 1


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "No, do not write", "no"),
        ("ru", "нет, не пишите", "no"),
        ("kk", "Жоқ, жазбаңыз", "no"),
        ("en", "Yes, you may", "yes"),
        ("ru", "Да, можно", "yes"),
        ("kk", "Иә, болады", "yes"),
        ("en", "no", "no"),
        ("ru", "нет", "no"),
        ("kk", "жоқ", "no"),
        ("ru", "да", "yes"),
    ],
)
async def test_it_is_answered_by_yes_or_no_or_the_words_of_its_buttons(
    desk: Desk, language: str, typed: str, said: str
) -> None:
    rita = desk.person(language=language)
    await rita.writes("/start")
    await rita.presses_data("report/situation:other")
    await rita.presses_data("report/place:almaty")
    await rita.writes(typed)
    assert (await desk.report()).consent == said
    async with desk.reading() as tx:
        assert "who" not in (await tx.dialogues.select())[0].answers


@pytest.mark.parametrize(
    ("language", "passing", "yes"),
    [
        ("en", "ok", "yes please"), ("en", "Right.", "of course"), ("ru", "ок", "да, пишите"), ("ru", "верно", "да"),
        ("kk", "жарайды", "иә, жазыңыз"), ("kk", "дұрыс", "болады"), ("en", "ok, thanks", "sure"),
        ("ru", "ок спасибо", "можно"),
    ],
)  # fmt: skip
async def test_a_passing_ok_beside_another_question_allows_nothing_and_a_yes_after_it_does(
    desk: Desk, language: str, passing: str, yes: str
) -> None:
    rita = await desk.reports(HELD, language=language)
    await rita.writes(passing)
    assert (await desk.report()).consent is None
    await rita.writes(yes)
    assert (await desk.report()).consent == "yes"


async def test_an_ok_to_the_question_itself_is_its_answer(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes(*["skip"] * 9)
    await rita.presses("Write here")
    await rita.writes("ok")
    assert (await desk.report()).consent == "yes"


async def test_while_nothing_has_happened_there_is_no_news(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.allows_news()
    rita.sees_nothing_of(*NEWS)


@pytest.mark.parametrize("answer", ["no", "yes"])
async def test_the_last_answer_counts(desk: Desk, answer: str) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.allows_news("no" if answer == "yes" else "yes")
    await rita.allows_news(answer)
    await marat.presses("I'll take it")
    assert rita.count("A lawyer has taken your report.") == (answer == "yes")


async def test_consent_outlives_other_answers(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.allows_news()
    await rita.presses_data("report/ongoing:yes")
    assert (await desk.report()).consent == "yes"
    await marat.presses("I'll take it")
    assert rita.count("A lawyer has taken your report.") == 1


async def test_news_of_one_case_go_to_its_reporters_alone(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.allows_news()
    vera = await desk.reports(HELD, name="Vera")
    await vera.allows_news()
    await marat.presses("I'll take it")
    assert (rita.count(NEWS[0]), vera.count(NEWS[0])) == (0, 1)


# --- the code


async def test_the_code_brings_the_report_to_another_phone_and_the_news_too(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    code, vera = await code_of(rita), desk.person("Vera")
    rita.rang()
    await vera.writes(code)
    await vera.writes("Almaty", "yes")
    assert vera.screen.texts()[-1] == (
        "Code accepted: you can go on in this chat. We are still looking for a lawyer.\nHotline: +7 727 000 00 00"
    )
    assert ((await desk.report()).address_id, (await desk.report()).consent) == (
        (await desk.address(vera)).id,
        "yes",
    )
    await marat.presses("I'll take it")
    assert (vera.count(NEWS[0]), rita.rang()) == (1, 1)  # that the report has moved, and no more
    rita.sees("The report goes on from another phone now")
    rita.sees_nothing_of(*NEWS)


async def test_who_said_no_to_news_keeps_to_it_on_the_other_phone(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.allows_news("no")
    vera = desk.person("Vera")
    await vera.writes(await code_of(rita))
    await vera.writes("Almaty", "yes")
    await marat.presses("I'll take it")
    vera.sees_nothing_of(NEWS[0])


async def test_answers_go_on_on_the_other_phone_and_do_not_touch_the_consent(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.presses_data("report/link:witness")
    vera = desk.person("Vera")
    await vera.writes(await code_of(rita))
    await vera.writes("Almaty", "yes")
    await vera.writes("he was moved to the station in Abay street")
    assert (await desk.report()).consent == "yes"
    assert (await desk.report(0)) == (await desk.report())
    await marat.presses("I'll take it")
    marat.sees("The reporter is: Witness", "he was moved to the station")
    await rita.writes("what now?")  # it is not hers any more, and her words still reach the case
    assert (await desk.report(0)) == (await desk.report())
    marat.sees("«what now?» (from the earlier phone)")


async def test_an_open_question_does_not_follow_to_the_other_phone_but_what_was_answered_does(
    desk: Desk,
) -> None:
    rita = await desk.reports(HELD)
    vera = desk.person("Vera")
    await vera.writes(await code_of(rita))
    await vera.writes("Almaty", "yes")
    assert await desk.waits_until("draft") is None
    await vera.writes("/cancel")
    assert "What happened?" in vera.screen.texts()[-1]


async def test_the_own_code_on_the_own_phone_changes_nothing(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    before = await desk.report()
    await rita.writes(await code_of(rita))
    assert await desk.report() == before
    assert rita.screen.texts()[-1].startswith("Code accepted: you can go on in this chat.")
    assert await desk.waits_until("draft") is not None  # the question stays open


@pytest.mark.parametrize(
    ("text", "acts", "said"),
    [
        (HELD, (), "We are still looking for a lawyer."),
        (HELD, ("I'll take it",), "A lawyer is on it."),
        (HELD, ("I'll take it", "Close…", "Fine"), "Your report is closed: Fine."),
    ],
)
async def test_a_code_says_how_things_are(desk: Desk, text: str, acts: tuple[str, ...], said: str) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(text)
    await marat.presses(*acts)
    vera = desk.person("Vera")
    await vera.writes(await code_of(rita))
    await vera.writes("Almaty", "yes")
    vera.sees("Code accepted", said)


async def test_a_code_of_a_record_says_that_coordinators_have_it_until_it_is_closed(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports("a trial began in Almaty")
    code = await code_of(rita)
    await rita.writes(code)
    rita.sees("Code accepted", "The coordinators have your report.")
    await olga.presses_data(f"closed:{(await desk.case()).id}:other")
    await olga.writes("the family told us how it ended")
    await rita.writes(code)
    rita.sees("Code accepted", "Your report is closed")


async def test_wrong_codes_are_told_so_and_after_five_nothing_is_looked_up_for_an_hour(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    code, vera = await code_of(rita), desk.person("Vera")
    for number in range(10, 15):
        await vera.writes(f"pebble village {number}")
    assert vera.count("There is no such code.") == 5
    await vera.writes(code)
    vera.sees("Please wait an hour before the next try.")
    await desk.later(minutes=59)
    await vera.writes(code)
    assert vera.count("Please wait an hour") == 2
    await desk.later(minutes=1)
    await vera.writes(code)
    await vera.writes("Almaty", "yes")
    vera.sees("Code accepted")


async def test_fewer_than_five_tries_lock_nobody_out(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    code, vera = await code_of(rita), desk.person("Vera")
    for number in range(10, 14):
        await vera.writes(f"pebble village {number}")
    await vera.writes(code)
    await vera.writes("Almaty", "yes")
    vera.sees("Code accepted")


async def test_later_words_belong_to_the_report_of_the_code(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    code, vera = await code_of(rita), desk.person("Vera")
    await vera.writes("they took somebody")
    await vera.writes(code)
    await vera.writes("Almaty", "yes")
    vera.sees("Code accepted")
    await vera.writes("he is injured")
    assert (await desk.report(0)).address_id == (await desk.address(vera)).id
    async with desk.reading() as tx:
        entries = await tx.entries.by(report_id=(await desk.report(0)).id)
    assert entries[-1].payload["text"] == "he is injured"


# --- what the reporter says of the phone


async def test_a_phone_about_to_be_taken_silences_the_chat_once(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("they are taking my phone")
    assert rita.screen.text().count("\n---\n") == 0
    assert rita.screen.texts() == ["Thank you. The message has been received."]
    assert (await desk.address(rita)).silenced_at == desk.now


async def test_the_language_of_the_report_follows_its_reporter(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await rita.presses_data("language:ru")
    await rita.presses_data("report/ongoing:yes")
    assert (await desk.report()).language == "ru"
    assert marat.rang() == 1


YES = {"en": ["yes", "Yes"], "ru": ["да", "Да"], "kk": ["иә"]}


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in YES for text in YES[of]])
async def test_a_typed_yes_behind_the_question_is_consent(desk: Desk, language: str, text: str) -> None:
    rita = await desk.reports("police took my brother in Almaty", language=language)
    await rita.writes(text)
    assert (await desk.report()).consent == "yes"


async def test_a_yes_behind_other_answers_is_none(desk: Desk) -> None:
    rita = await desk.reports("police took my brother in Almaty")
    await desk.later(minutes=1)
    await rita.writes("near the opera")
    await desk.later(minutes=1)
    await rita.writes("yes")
    assert (await desk.report()).consent != "yes"
