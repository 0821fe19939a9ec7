"""Who writes to us is answered in that chat, also if they press nothing: with a sound where they tell of somebody else, and
without one, and only by people, where they are held themselves.
"""

import pytest

from core.incoming import File, FileKind
from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HUSBAND = {
    "en": "police took my husband in Almaty",
    "ru": "полиция забрала моего мужа в Алматы",
    "kk": "Алматыда күйеуімді полиция алып кетті",
}
MYSELF = {
    "en": "I am at the police station in Almaty, they detained me",
    "ru": "меня задержали в Алматы, сижу в отделе",
    "kk": "Алматыда мені ұстады, бөлімде отырмын",
}
HOME = {
    "en": "police have surrounded our home in Almaty and let nobody out",
    "ru": "полиция окружила наш дом в Алматы, никого не выпускают",
    "kk": "Алматыда полиция үйімізді қоршап алды, ешкімді шығармайды",
}
NEWS = ("news-accepted", "news-on-my-way", "news-at-station")
STEPS = ("button-accept", "button-on-my-way", "button-at-station")
QUESTION = "Does he take any medicine?"


async def works(desk: Desk, marat: Person, language: str = "en") -> None:
    """A lawyer takes it, goes there, arrives, and brings somebody home."""
    say = desk.service.words.say
    for step in STEPS:
        await marat.presses(say(language, step).lstrip("✅🚗🚪 "))
        await desk.later(minutes=10)
    await marat.presses(say(language, "button-released"), say(language, "outcome-released"))


def news(desk: Desk, language: str) -> list[str]:
    """What is told of a lawyer's way, and of the end."""
    say = desk.service.words.say
    how = say(language, "outcome-released")
    return [*(say(language, key) for key in NEWS), say(language, "news-closed", how=how, outcome="released")]


async def writes_to_reporter(desk: Desk, marat: Person) -> None:
    """Whoever has the case asks something through the bot."""
    await marat.writes(QUESTION)
    await marat.presses("Send it to the reporter")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_never_pressed_yes_hears_each_step_and_the_release_once_with_a_sound(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    wife = await desk.reports(HUSBAND[language], language=language)
    wife.rang()
    await works(desk, marat, language)
    for text in news(desk, language):
        assert sum(shown.startswith(text) for shown in wife.screen.texts()) == 1
    assert wife.rang() == 4
    wife.sees_nothing_of("Marat")


async def test_on_the_way_and_there_are_told_once_each_however_often_they_are_pressed(desk: Desk) -> None:
    marat = await desk.lawyer()
    wife = await desk.reports(HUSBAND["en"])
    await marat.presses("I'll take it", "On my way")
    case = await desk.case()
    wife.rang()
    await marat.presses_data(f"first:{case.id}:on_my_way")
    await marat.presses_data(f"first:{case.id}:at_station")
    await marat.presses_data(f"first:{case.id}:at_station")
    await marat.presses_data(f"first:{case.id}:on_my_way")
    assert wife.rang() == 1
    assert wife.count("The lawyer is on the way.") == 1


async def test_another_lawyer_on_the_way_is_news_again(desk: Desk) -> None:
    marat, vera = await desk.lawyer("Marat"), await desk.lawyer("Vera")
    wife = await desk.reports(HUSBAND["en"])
    await marat.presses("I'll take it", "On my way", "Give back")
    await vera.presses("I'll take it", "On my way")
    assert wife.count("The lawyer is on the way.") == 2


async def test_a_lawyer_and_a_coordinator_can_write_to_who_never_pressed_yes(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    wife = await desk.reports(HUSBAND["en"])
    await marat.presses("I'll take it", "On my way")
    wife.rang()
    await writes_to_reporter(desk, marat)
    wife.sees("A lawyer asks", QUESTION)
    await olga.opens(await desk.case())
    await olga.writes("We have rung the station.")
    await olga.presses("Send it to the reporter")
    wife.sees("A coordinator asks", "We have rung the station.")
    assert wife.rang() == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_receipt_says_that_news_comes_and_offers_to_refuse_it(desk: Desk, language: str) -> None:
    await desk.lawyer()
    wife = await desk.reports(HUSBAND[language], language=language)
    say = desk.service.words.say
    assert f"[{say(language, 'report-consent-no')}]" in wife.sees(say(language, "report-news"))
    wife.sees_nothing_of(say(language, "report-consent"), say(language, "report-consent-yes"))
    await wife.writes(*["skip"] * 12)
    wife.sees_nothing_of(say(language, "report-consent"))  # nor is it the last question of the form


@pytest.mark.parametrize("told", [MYSELF, HOME])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_held_or_at_the_scene_is_asked_and_gets_no_news_until_they_say_yes(
    desk: Desk, language: str, told: dict[str, str]
) -> None:
    marat = await desk.lawyer(languages=(language,))
    held = await desk.reports(told[language], language=language)
    say = desk.service.words.say
    held.sees(say(language, "report-consent"), say(language, "report-consent-yes"))
    held.rang()
    held.lanes()
    await marat.presses(say(language, "button-accept").lstrip("✅ "))
    await marat.presses(say(language, "button-on-my-way").lstrip("🚗 "))
    assert (held.rang(), "news" in held.lanes()) == (0, False)
    await held.allows_news()
    assert sum(shown.startswith(say(language, "news-accepted")) for shown in held.screen.texts()) == 1
    await marat.presses(say(language, "button-at-station").lstrip("🚪 "))
    assert held.rang() == 2


async def test_what_a_member_writes_to_who_is_held_makes_no_sound(desk: Desk) -> None:
    marat = await desk.lawyer()
    held = await desk.reports(MYSELF["en"])
    await marat.presses("I'll take it")
    held.rang()
    await writes_to_reporter(desk, marat)
    held.sees("A lawyer asks", QUESTION)
    marat.sees("sent to the reporter")
    case = await desk.case()
    await marat.presses_data(f"wants:{case.id}:treatment")
    held.sees("A lawyer asks:")
    assert held.rang() == 0


async def test_a_no_is_obeyed_by_everybody(desk: Desk) -> None:
    marat = await desk.lawyer()
    wife = await desk.reports(HUSBAND["en"])
    await wife.presses("No, do not write")
    wife.rang()
    wife.lanes()
    await marat.presses("I'll take it", "On my way")
    await writes_to_reporter(desk, marat)
    marat.sees("not sent", "asked not to be written to")
    wife.sees_nothing_of(QUESTION)
    assert (wife.rang(), "news" in wife.lanes()) == (0, False)


async def test_who_says_later_that_they_are_there_gets_no_further_news(desk: Desk) -> None:
    marat = await desk.lawyer()
    someone = await desk.reports("police took a man in Almaty")
    await marat.presses("I'll take it")
    await someone.presses_data("report/link:self")
    someone.rang()
    await marat.presses("On my way", "At the door")
    assert someone.rang() == 0


async def test_who_says_later_that_they_are_family_is_told_once_what_has_happened(desk: Desk) -> None:
    marat = await desk.lawyer()
    mother = await desk.reports(MYSELF["en"])
    await marat.presses("I'll take it")
    mother.rang()
    await mother.presses_data("report/link:relative")
    assert mother.count("A lawyer has taken your report.") == 1
    await marat.presses("On my way")
    assert mother.rang() == 2


async def test_a_guest_gets_no_news_and_nothing_that_members_write(desk: Desk) -> None:
    marat = await desk.lawyer()
    wife = await desk.reports(HUSBAND["en"])
    code = wife.sees("Your code: ").split("Your code: ")[1].split(".")[0]
    guest = desk.person("Guest")
    await guest.writes(code, "I am his neighbour")
    guest.rang()
    await works(desk, marat)
    assert guest.rang() == 0
    guest.sees_nothing_of("lawyer has", "Marat", "closed")


async def test_the_card_says_how_the_reporter_can_be_written_to(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HUSBAND["en"])
    await marat.presses("I'll take it")
    marat.sees("Write to the reporter here: not asked; news goes there, and you can write")
    held = await desk.reports("police detained me in Almaty", name="Held")
    await marat.presses("I'll take it")
    marat.sees("Write to the reporter here: not answered; answers only, without a sound")
    await held.allows_news()
    marat.sees("Write to the reporter here: yes")


async def test_a_lawyer_who_takes_what_they_reported_is_not_told_of_themselves(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/report", HUSBAND["en"])
    await marat.presses("I take it myself", "On my way")
    marat.sees_nothing_of("A lawyer has taken", "The lawyer is on the way.")


async def test_of_a_voice_alone_nobody_knows_whose_it_is_and_it_is_answered_without_a_sound(
    desk: Desk,
) -> None:
    olga = await desk.coordinator()
    somebody = desk.person("Somebody")
    await somebody.writes("", file=File(FileKind.VOICE, "voice-1"))
    await desk.later(minutes=2)
    somebody.rang()
    somebody.lanes()
    await olga.opens(await desk.case())
    await olga.writes(QUESTION)
    await olga.presses("Send it to the reporter")
    somebody.sees("A coordinator asks", QUESTION)
    await desk.later(hours=24)
    assert somebody.rang() == 0
