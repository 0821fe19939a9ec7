"""What the messenger's own menu offers in a chat, what the help says on one screen, and where every other command is."""

import pytest

from core.model import LANGUAGES
from core.vocabulary import Role
from handlers.people import menus
from handlers.permission import Actor
from handlers.routes import COMMANDS
from tests.casework.story_desk import Desk, Person

TELLING = ("case", "detention", "lawyer", "адвокат", "юрист", "дел", "задерж", "іс ", "заңгер", "ұста")
LINES, ROWS = 12, 4  # of one screen
# Buttons of a case; a word in the list of incidents; /cases with words; the messenger's own; what administrators ask for.
ELSEWHERE = {"paper", "link", "incident", "case", "start", "id"}
MAY = {
    Role.LAWYER: {Actor.ANYBODY, Actor.MEMBER, Actor.STAFF, Actor.HOLDER_OR_COORDINATOR},
    Role.COORDINATOR: {
        Actor.ANYBODY,
        Actor.MEMBER,
        Actor.STAFF,
        Actor.HOLDER_OR_COORDINATOR,
        Actor.COORDINATOR,
    },
}


async def menu(desk: Desk, person: Person) -> menus.Menu:
    """Of this person's chat as it would be sent now."""
    async with desk.reading() as tx:
        return await menus.chat_menu(tx, desk.service, await desk.address(person))


def pressed(person: Person) -> set[str]:
    """Commands that stand on buttons anywhere in the chat."""
    shown = [b.data for s in person.screen.messages.values() for row in s.rows for b in row]
    return {data.removeprefix("do:") for data in shown if data.startswith("do:")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", Role)
async def test_a_role_has_ten_commands_at_most_in_its_own_language_and_they_tell_nothing(
    desk: Desk, role: Role, language: str
) -> None:
    marat = await desk.member("Marat", role, languages=(language,))
    offered = await menu(desk, marat)
    names = [name for _, name, _ in offered[: len(offered) // len(LANGUAGES)]]
    assert 1 < len(names) <= 10
    assert set(names) <= set(COMMANDS)
    say = desk.service.words.say
    assert {label for _, _, label in offered} == {say(language, f"menu-{name}") for name in names}
    for _, _, label in offered:
        assert not any(word in label.casefold() for word in TELLING), label
    await marat.presses_data("hide:sure")
    assert {name for _, name, _ in await menu(desk, marat)} == {"help"}


async def test_who_is_on_the_roster_no_more_has_the_menu_of_everybody(desk: Desk) -> None:
    marat, rita = await desk.lawyer(), desk.person()
    await rita.writes("hello")
    assert await menu(desk, rita) == []
    await desk.suspends(marat)
    assert await menu(desk, marat) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", MAY)
async def test_each_command_of_a_member_is_in_the_menu_or_a_button(
    desk: Desk, role: Role, language: str
) -> None:
    marat = await desk.member("Marat", role, languages=(language,))
    in_menu = {name for _, name, _ in await menu(desk, marat)}
    await marat.writes("/help", "/settings")
    if "members" in in_menu:
        await marat.writes("/members")
    may = {name for name, command in COMMANDS.items() if command.who in MAY[role]}
    assert may - ELSEWHERE <= in_menu | pressed(marat)
    assert pressed(marat) <= may


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [*Role, None])
async def test_the_help_is_one_screen(desk: Desk, role: Role | None, language: str) -> None:
    marat = await desk.member("Marat", role, languages=(language,)) if role else desk.person("Rita", language)
    await marat.writes("/help")
    shown = list(marat.screen.messages.values())[-1]
    assert len(shown.text.splitlines()) <= LINES
    assert len(shown.rows) <= ROWS


async def test_the_list_of_cases_with_words_behind_it_finds_them_as_the_search_does(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty to the Medeu police station")
    found = []
    for command in ("/case", "/cases"):
        olga.screen.messages.clear()
        await olga.writes(f"{command} Dana")
        found.append(olga.screen.text())
    assert found[0] == found[1]
    assert (await desk.case()).code in found[0]


async def test_a_button_of_the_help_does_what_the_command_does(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    say = desk.service.words.say
    await marat.writes("/help")
    await marat.presses(say("en", "menu-rights"))
    marat.sees(say("en", "rights-held"))
    await olga.writes("/help")
    await olga.presses(say("en", "menu-holds"))
    olga.sees(say("en", "preserve-nothing"))
    await olga.presses(say("en", "menu-owed"))
    olga.sees(say("en", "owed-none"))
