"""A member types of a case that they do not have in hand: it goes to a case they may know, and bad news rings at once."""

import pytest

from core.model import LANGUAGES
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
OTHER = "police took Tim Made-Up in Almaty"
BAD = {
    "en": "I am at their door, two are inside, I am refused",
    "ru": "стою у них под дверью, двое внутри, меня не пускают",
    "kk": "есік алдында тұрмын, екеуі ішінде, мені кіргізбей жатыр",
}
CALM = {
    "en": "the duty officer is captain Made-Up",
    "ru": "дежурит капитан Выдуманов",
    "kk": "кезекші – капитан Ойдан",
}
RINGING = {
    "en": "I am ringing the prosecutor",
    "ru": "звоню прокурору",
    "kk": "прокурорға қоңырау шалып жатырмын",
}
ASKING = {
    "en": "does he take any medicine?",
    "ru": "он принимает какие-нибудь лекарства?",
    "kk": "ол қандай да бір дәрі іше ме?",
}


async def offered(desk: Desk, language: str = "en", *cases: str) -> tuple[Person, Person]:
    """Marat was only asked; Olga coordinates."""
    marat, olga = (
        await desk.lawyer("Marat", languages=(language,)),
        await desk.coordinator(languages=(language,)),
    )
    for number, told in enumerate(cases or (HELD,)):
        await desk.reports(told, name=f"Rita {number}")
    marat.rang(), olga.rang()
    return marat, olga


async def notes_of(desk: Desk, number: int = -1) -> list[str]:
    async with desk.reading() as tx:
        return [str(fact.value) for fact in (await view_of(tx, await desk.case(number))).history("note")]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_bad_news_of_a_lawyer_who_was_only_asked_rings_at_once_with_the_words(
    desk: Desk, language: str
) -> None:
    marat, olga = await offered(desk, language)
    await marat.writes(BAD[language])
    olga.sees(BAD[language], "Marat", "+7701", (await desk.case()).code)
    assert olga.rang() >= 1
    assert await notes_of(desk) == [BAD[language]]
    marat.sees((await desk.case()).code, desk.service.words.say(language, "home-rung", role="lawyer"))
    marat.sees_nothing_of("Dana")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_several_it_rings_before_they_choose_and_no_name_is_shown(desk: Desk, language: str) -> None:
    marat, olga = await offered(desk, language, HELD, OTHER)
    await marat.writes(BAD[language])
    olga.sees(BAD[language], "Marat")
    assert olga.rang() >= 1
    say = desk.service.words.say
    marat.sees(say(language, "jotted-which"), (await desk.case(0)).code, (await desk.case(1)).code)
    marat.sees_nothing_of("Dana", "Tim")
    message, button = marat.button_of(await desk.case(0), "home:")
    await marat.presses_data(button.data, message)
    assert (await notes_of(desk, 0), await notes_of(desk, 1)) == ([BAD[language]], [])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_without_hurry_are_a_note_that_coordinators_are_asked_to_read(
    desk: Desk, language: str
) -> None:
    marat, olga = await offered(desk, language)
    await marat.writes(CALM[language])
    assert await notes_of(desk) == [CALM[language]]
    olga.sees(desk.service.words.say(language, "ask-past-owner"))
    olga.sees_nothing_of(CALM[language])
    await marat.presses(desk.service.words.say(language, "button-not-this"))
    assert await notes_of(desk) == []


async def test_what_nobody_has_placed_is_read_by_coordinators(desk: Desk) -> None:
    marat, olga = await offered(desk, "en", HELD, OTHER)
    await marat.writes(CALM["en"])
    assert olga.rang() == 0
    await desk.later(minutes=11)
    assert olga.rang() >= 1
    await olga.presses("Read")
    olga.sees(CALM["en"])


async def test_a_lawyer_whose_colleague_has_the_case_is_heard_by_both(desk: Desk) -> None:
    saule, olga = await desk.lawyer("Saule"), await desk.coordinator()
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    await saule.presses_data(f"accept:{(await desk.offers())['Saule'].id}")
    olga.rang(), saule.rang()
    await marat.writes(BAD["en"])
    olga.sees(BAD["en"])
    saule.sees("a new note")
    assert await notes_of(desk) == [BAD["en"]]
    marat.sees_nothing_of("Dana")


async def test_a_name_is_looked_for_only_in_cases_that_they_may_see(desk: Desk) -> None:
    marat, _ = await offered(desk, "en", HELD, OTHER)
    for named in ("Dana is in room 5", "Nobody-Known is in room 5"):
        await marat.writes(named)
        marat.sees("To which case does this belong?", (await desk.case(0)).code, (await desk.case(1)).code)
    assert (await notes_of(desk, 0), await notes_of(desk, 1)) == ([], [])


async def test_the_card_that_is_answered_is_the_case(desk: Desk) -> None:
    marat, _ = await offered(desk, "en", HELD, OTHER)
    code = (await desk.case(0)).code
    card = max(n for n, shown in marat.screen.messages.items() if code in shown.text)
    await marat.writes(CALM["en"], answers=card)
    assert (await notes_of(desk, 0), await notes_of(desk, 1)) == ([CALM["en"]], [])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_coordinator_who_has_opened_nothing_writes_into_the_only_open_case(
    desk: Desk, language: str
) -> None:
    _, olga = await offered(desk, language)
    await olga.writes(RINGING[language])
    assert await notes_of(desk) == [RINGING[language]]
    olga.sees((await desk.case()).code)
    olga.sees_nothing_of("Dana")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_of_a_coordinator_is_offered_to_be_sent_and_answered_by_no_help(
    desk: Desk, language: str
) -> None:
    _, olga = await offered(desk, language)
    say = desk.service.words.say
    await olga.writes(ASKING[language])
    assert await notes_of(desk) == [ASKING[language]]
    olga.sees_nothing_of(say(language, "member-asked"))
    await olga.presses(say(language, "button-relay"))
    olga.sees((await desk.case()).code)
    olga.sees_nothing_of("+7701", "case is not shown")


async def test_a_lawyer_who_was_never_asked_reads_what_can_be_done_and_nothing_rings(desk: Desk) -> None:
    aida, olga = await desk.lawyer("Aida", cities=("aktau",)), await desk.coordinator()
    await desk.reports(HELD)
    olga.rang()
    await aida.writes(CALM["en"])
    aida.sees("You have no case now, so this went into none.")
    assert (olga.rang(), await notes_of(desk)) == (0, [])


async def test_a_button_of_a_case_that_they_were_not_asked_about_does_nothing(desk: Desk) -> None:
    marat, _ = await offered(desk, "en", HELD, OTHER)
    await marat.writes(CALM["en"])
    _, button = marat.button_of(await desk.case(0), "home:")
    other = await desk.reports("police took Zoya Made-Up in Aktau", name="Zina")
    assert other.screen.messages
    held = button.data.rsplit(":", 1)[1]
    await marat.presses_data(f"home:{(await desk.case()).id}:{held}")
    assert await notes_of(desk) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what did the mother say about his papers?"),
        ("ru", "что мать сказала про его документы?"),
        ("kk", "анасы оның құжаттары туралы не айтты?"),
    ],
)
async def test_what_a_coordinator_asks_of_the_family_is_no_question_to_us(
    desk: Desk, language: str, text: str
) -> None:
    _, olga = await offered(desk, language)
    await olga.writes(text)
    say = desk.service.words.say
    olga.sees(say(language, "button-relay"))
    olga.sees_nothing_of(say(language, "member-papers"), say(language, "member-asked"))


async def test_a_lawyer_without_a_case_reads_of_no_button_that_is_not_there(desk: Desk) -> None:
    marat, _ = await offered(desk)
    await marat.writes("does anybody know the investigator?")
    marat.sees("noted there")
    marat.sees_nothing_of("Send it to the reporter")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_something_new_is_never_put_into_a_case_by_itself(desk: Desk, language: str) -> None:
    marat, olga = await offered(desk, language)
    new = {
        "en": "police took three people in Astana",
        "ru": "полиция забрала троих в Астане",
        "kk": "Астанада полиция үш адамды алып кетті",
    }[language]
    await marat.writes(new)
    assert await notes_of(desk) == []
    olga.sees(new, "Marat")
    marat.sees(desk.service.words.say(language, "button-report"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_several_that_were_only_offered_it_is_asked_once_and_then_the_same_is_meant(
    desk: Desk, language: str
) -> None:
    marat, _ = await offered(desk, language, HELD, OTHER)
    await marat.writes(CALM[language])
    message, button = marat.button_of(await desk.case(0), "home:")
    await marat.presses_data(button.data, message)
    await desk.later(minutes=5)
    await marat.writes(RINGING[language])
    assert await notes_of(desk, 0) == [CALM[language], RINGING[language]]
    await marat.presses(desk.service.words.say(language, "button-not-this"))
    assert await notes_of(desk, 0) == [CALM[language]]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_code_before_the_words_says_of_which_case_they_are(desk: Desk, language: str) -> None:
    marat, _ = await offered(desk, language, HELD, OTHER)
    await marat.writes(f"{(await desk.case(0)).code} {CALM[language]}")
    assert len(await notes_of(desk, 0)) == 1
    for number in (0, 1):
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(number))).id}")
    await desk.later(minutes=40)
    await marat.writes(f"{(await desk.case(1)).code}: {CALM[language]}")
    await desk.later(minutes=40)
    await marat.writes(f"{(await desk.case(0)).code.replace('-', '')} {RINGING[language]}")
    assert (len(await notes_of(desk, 0)), len(await notes_of(desk, 1))) == (2, 1)


async def test_who_would_ask_the_family_of_a_case_that_nobody_has_can_take_it_there(desk: Desk) -> None:
    marat, _ = await offered(desk)
    await marat.writes(f"ask the wife: {ASKING['en']}")
    marat.sees("[✅ I'll take it]", "[Not this]")
