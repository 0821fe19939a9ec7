"""A new bot has no administrator: whoever reads the code on its machine becomes the first, and nobody who guesses."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from core.model import LANGUAGES
from core.records.invitations import ADMIN_START, code_letters_in
from core.vocabulary import Role
from handlers import timing
from handlers.outbox import administrators
from handlers.reporting.receipt_codes import TRIES
from handlers.setup.first_administrator import KIND, VALID
from tests.casework.story_desk import Desk


@pytest.fixture
def fresh(desk: Desk) -> Desk:
    """An organisation whose configuration names nobody."""
    desk.service = replace(desk.service, administrators=frozenset())
    return desk


async def shown(desk: Desk) -> str | None:
    """What a start shows on the machine."""
    async with desk.writing() as tx:
        return (await timing.administrators_or_code(tx, desk.service))[1]


async def code(desk: Desk) -> str:
    """The code of a start."""
    found = await shown(desk)
    assert found is not None
    return found


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_sends_the_code_becomes_the_administrator_and_reads_what_that_is(
    fresh: Desk, language: str
) -> None:
    tim = fresh.person("Tim", language)
    await tim.writes(await code(fresh))
    say = fresh.service.words.say
    tim.sees(say(language, "start-member", organisation=fresh.service.organisation))
    tim.sees(say(language, "administrator-next"))
    member = await fresh.membership(tim)
    assert (member.role, member.suspended_at, member.on_duty) == (Role.ADMINISTRATOR, None, False)
    await tim.writes("/roster")
    tim.sees(say(language, "button-roster-export"))
    await tim.writes("/help")
    tim.sees(say(language, "help-administrator"))


async def test_trouble_is_told_to_the_administrator_whom_only_the_roster_names(fresh: Desk) -> None:
    tim = fresh.person("Tim")
    await tim.writes(await code(fresh))
    async with fresh.writing() as tx:
        assert await timing.administrators_or_code(tx, fresh.service) == ([tim.chat], None)
        await administrators.tell(tx, fresh.service, "operator-font", once="font")
    tim.sees(fresh.service.words.say("en", "operator-font"))
    await fresh.suspends(tim)
    async with fresh.reading() as tx:
        assert await administrators.chats(tx, fresh.service) == []


@pytest.mark.parametrize(
    "typed",
    [
        str.upper,
        lambda c: c.replace("-", "—"),
        lambda c: c.replace("-", " "),
        lambda c: f" {c}\n",
        lambda c: f"/start {c}",
    ],
)
async def test_the_code_may_be_typed_in_any_way_or_come_by_a_link(fresh: Desk, typed: object) -> None:
    tim = fresh.person("Tim")
    assert callable(typed)
    await tim.writes(typed(await code(fresh)))
    tim.sees("You look after this bot")


async def test_a_code_is_good_once_and_no_other_is_shown_while_there_is_an_administrator(fresh: Desk) -> None:
    tim, stranger = fresh.person("Tim"), fresh.person("Rita")
    good = await code(fresh)
    await tim.writes(good)
    await stranger.writes(good)
    stranger.sees("leads nowhere")
    assert await shown(fresh) is None
    await fresh.suspends(tim)
    assert await shown(fresh) not in (None, good)


async def test_where_the_configuration_names_somebody_no_code_is_shown(desk: Desk) -> None:
    assert await shown(desk) is None


async def test_the_code_of_an_earlier_start_is_worth_nothing(fresh: Desk) -> None:
    tim, first = fresh.person("Tim"), await code(fresh)
    second = await code(fresh)
    await tim.writes(first)
    tim.sees("leads nowhere")
    await tim.writes(second)
    tim.sees("You look after this bot")


async def test_after_an_hour_it_is_worth_nothing(fresh: Desk) -> None:
    tim, old = fresh.person("Tim"), await code(fresh)
    await fresh.later(minutes=61)
    await tim.writes(old)
    tim.sees("leads nowhere")
    assert await fresh.waits_until(KIND) is None


async def test_a_code_is_worth_nothing_once_there_is_an_administrator_by_another_way(fresh: Desk) -> None:
    stranger, good = fresh.person("Rita"), await code(fresh)
    await fresh.member("Tim", Role.ADMINISTRATOR)
    await stranger.writes(good)
    stranger.sees("leads nowhere")
    async with fresh.reading() as tx:
        assert len(await administrators.chats(tx, fresh.service)) == 1


async def test_a_code_that_was_used_is_worth_nothing_when_its_administrator_has_left(fresh: Desk) -> None:
    tim, stranger, good = fresh.person("Tim"), fresh.person("Rita"), await code(fresh)
    await tim.writes(good)
    await fresh.suspends(tim)
    await stranger.writes(good)
    stranger.sees("leads nowhere")


async def test_after_an_hour_it_is_worth_nothing_though_its_timer_has_not_run(fresh: Desk) -> None:
    tim, old = fresh.person("Tim"), await code(fresh)
    fresh.now += VALID  # a machine that slept: the press comes first
    await tim.writes(old)
    tim.sees("leads nowhere")


async def test_whoever_guesses_has_to_wait_and_the_right_code_does_not_help_then(fresh: Desk) -> None:
    right, guesser = await code(fresh), fresh.person("Rita")
    for number in range(TRIES):
        await guesser.writes(f"{ADMIN_START}{'23456789'[number] * 12}")
    await guesser.writes(right)
    guesser.sees("Please wait an hour")
    await fresh.person("Tim").writes(right)  # others need not wait
    assert await shown(fresh) is None


async def test_a_member_of_the_roster_keeps_their_place_and_the_code_stays_good(fresh: Desk) -> None:
    marat, good = await fresh.lawyer(), await code(fresh)
    await marat.writes(good)
    marat.sees("a person has one place there", marat.chat)
    assert (await fresh.membership(marat)).role is Role.LAWYER
    tim = fresh.person("Tim")
    await tim.writes(good)
    tim.sees("You look after this bot")


@pytest.mark.parametrize("typed", [lambda c: c[:-1], lambda c: c + "x", lambda c: c[:-1] + "o"])
async def test_a_code_that_was_copied_wrongly_is_no_report(fresh: Desk, typed: Callable[[str], str]) -> None:
    tim, good = fresh.person("Tim"), await code(fresh)
    await tim.writes(typed(good))
    tim.sees("leads nowhere")
    assert len(tim.screen.texts()) == 1
    async with fresh.reading() as tx:
        assert await tx.reports.select() == []
    await tim.writes(good)
    tim.sees("You look after this bot")


async def test_coordinators_who_are_there_hear_that_somebody_became_it(fresh: Desk) -> None:
    olga = await fresh.coordinator()
    await fresh.person("Tim").writes(await code(fresh))
    olga.sees("has become this bot's administrator", "no names")


async def test_the_code_is_nowhere_in_the_database(fresh: Desk) -> None:
    letters = code_letters_in(await code(fresh))
    assert letters is not None
    async with fresh.reading() as tx:
        timers = await tx.timers.by(kind=KIND)
    assert len(timers) == 1
    assert letters not in timers[0].key
    assert code_letters_in("we look for admins in Almaty") is None
    assert code_letters_in("admin - they took Dana Made-Up") is None
