"""What the law says, offered beside the lawyer: by topic, with its article, and marked while no lawyer has signed it."""

from datetime import date

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.resources.law_files import load_rights
from tests.casework.story_desk import Desk

TOLD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
TEXTS = 5  # about people who are held
FOUR = 4  # sentences


@pytest.mark.parametrize("language", LANGUAGES)
async def test_they_are_offered_with_the_code_and_fit_a_screen(desk: Desk, language: str) -> None:
    await desk.lawyer()
    rita = await desk.reports(TOLD[language], language=language)
    await rita.presses(desk.service.words.say(language, "button-rights"))
    shown = rita.sees("CAO 788", desk.service.words.say(language, "rights-unreviewed"))
    rest = desk.service.words.say(language, "rights-rest", count=2)
    await rita.presses(rest)
    more = rita.sees("CPC 129", desk.service.words.say(language, "rights-lawyer"))
    assert shown.count("•") + more.count("•") == TEXTS
    assert rest in shown
    assert rest not in more
    await rita.presses(desk.service.words.say(language, "rights-minor"))
    rita.sees("CPC 131(4)", "18")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_no_lawyer_has_signed_is_not_shown_but_four_sentences_always_are(
    desk: Desk, language: str
) -> None:
    assert load_rights("kz", unreviewed=False) == ()  # until a lawyer signs
    desk.service = replace(desk.service, rights=())
    say = desk.service.words.say
    four = say(language, "rights-first-minutes")
    assert four.count(".") == FOUR
    assert not any(char.isdigit() for char in four)
    rita = await desk.reports(TOLD[language], language=language)
    rita.sees(four)
    rita.sees_nothing_of(say(language, "button-rights"))
    asker = desk.person(language=language)
    await asker.writes("/rights")
    asker.sees(four)
    asker.sees_nothing_of(say(language, "rights-lawyer"), "CAO", "CPC")


async def test_where_nobody_is_held_they_come_once_somebody_is(desk: Desk) -> None:
    four = desk.service.words.say("en", "rights-first-minutes")
    rita = await desk.reports("a car has been following me in Almaty since the morning")
    rita.sees_nothing_of(four)
    await rita.writes("the police have just detained me")
    rita.sees(four)


async def test_what_a_lawyer_has_signed_bears_no_mark(desk: Desk) -> None:
    signed = [replace(right, reviewed_by="Made-up Lawyer") for right in desk.service.rights]
    desk.service = replace(desk.service, rights=signed)
    rita = desk.person()
    await rita.writes("/rights")
    rita.sees("CAO 788")
    rita.sees_nothing_of("Not checked")


async def test_what_does_not_hold_any_more_or_not_yet_is_not_shown(desk: Desk) -> None:
    of_2017 = [replace(right, valid_to=date(2017, 12, 31)) for right in desk.service.rights[:3]]
    of_2019 = [replace(right, valid_from=date(2019, 1, 1)) for right in desk.service.rights[3:]]
    desk.service = replace(desk.service, rights=(*of_2017, *of_2019))
    rita = desk.person()
    await rita.writes("/rights")
    rita.sees("Ask who they are")
    rita.sees_nothing_of("CAO", "CPC", "For relatives")


async def test_a_hidden_chat_reads_nothing_of_the_law(desk: Desk) -> None:
    rita = await desk.reports(TOLD["en"])
    await rita.writes("/hide", "/rights")
    await rita.presses_data("rights:held")
    rita.sees_nothing_of("CAO", "law")


STREET = TOLD
SEARCH = {
    "en": "police search my brother's flat in Almaty and do not let him out",
    "ru": "обыск у брата дома в Алматы, его не выпускают",
    "kk": "Алматыда інімнің үйінде тінту жүріп жатыр, оны шығармай отыр",
}
MINOR = {
    "en": "police took my daughter in Almaty, she is 15 years old",
    "ru": "полиция задержала дочь в Алматы, ей 15 лет",
    "kk": "Алматыда қызымды полиция ұстады, жасы 15-те",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", [STREET, SEARCH, MINOR], ids=["street", "search", "minor"])
async def test_they_are_offered_beside_the_lawyer_who_is_asked_first(
    desk: Desk, situation: dict[str, str], language: str
) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer()
    rita = await desk.reports(situation[language], language=language)
    marat.sees("Almaty", "[✅ I'll take it]")
    rita.sees(say(language, "button-rights"))
    rita.sees_nothing_of("CAO", "CPC")  # not before they are asked for
    await rita.presses(say(language, "button-rights"), say(language, "rights-minor"))
    rita.sees("CPC 131(4)", say(language, "rights-lawyer"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_those_close_to_them_read_theirs_once_a_lawyer_has_it(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer()
    rita = await desk.reports(TOLD[language], language=language)
    await rita.allows_news()
    assert not rita.screen.has("rights:relatives")
    await marat.presses("I'll take it")
    rita.sees(say(language, "news-accepted"), f"[{say(language, 'rights-relatives')}]")
    await rita.presses(say(language, "rights-relatives"))
    rita.sees("CPC 131(3)", say(language, "rights-unreviewed"))


@pytest.mark.parametrize("for_others", [False, True])
async def test_without_texts_for_them_nothing_is_offered(desk: Desk, for_others: bool) -> None:
    others = tuple(one for one in desk.service.rights if "relatives" not in one.topics)
    desk.service = replace(desk.service, rights=others if for_others else ())
    marat = await desk.lawyer()
    rita = await desk.reports(TOLD["en"])
    await rita.allows_news()
    await marat.presses("I'll take it")
    rita.sees("A lawyer has taken your report")
    assert not rita.screen.has("rights:relatives")
