"""A coordinator sees and changes the roster's duty; nobody else sees it; what cannot be is refused with its reason."""

from datetime import UTC, datetime

import pytest

from core.model import LANGUAGES
from core.rota import Shift
from tests.casework.story_desk import Desk, Person

HELD = "police took a man in Almaty"
INSTEAD = {
    "kk": "Марат орнына Сәуле 28.09 22-6",
    "ru": "Сауле вместо Марата 28.09 22-6",
    "en": "Saule instead of Marat 28.09 22-6",
}
NAMES = {
    "kk": ("Марат Үлгі", "Сәуле Үлгі"),
    "ru": ("Марат Пример", "Сауле Пример"),
    "en": ("Marat Made-Up", "Saule Made-Up"),
}
NIGHT = datetime(2018, 9, 28, 17, 0, tzinfo=UTC)  # Friday, 23:00 in Almaty


async def roster(desk: Desk, language: str = "en") -> tuple[Person, Person, Person]:
    """Olga coordinates; Marat is on duty on Friday nights, Saule on Mondays."""
    first, second = NAMES[language]
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer(first, languages=(language,))
    saule = await desk.lawyer(second, languages=(language,))
    await marat.writes("/duty fri 22-6")
    await saule.writes("/duty mon 9-18")
    return olga, marat, saule


async def test_the_roster_as_a_coordinator_sees_it(desk: Desk) -> None:
    olga, _, saule = await roster(desk)
    await desk.lawyer("Lena", cities=("aktau",), on_duty=False)
    await olga.writes("/duty")
    await olga.presses("Everybody's duty")
    olga.sees(
        "On duty now:",
        "Almaty city: Saule Made-Up",
        "nobody",
        "[⚪ Lena]",
        "[🟢 Saule Made-Up]",
        "[⚪ Marat Made-Up]",
    )
    await olga.presses("🟢 Saule Made-Up")
    olga.sees("Saule Made-Up", "On duty now (shift).", "Mon 09:00–18:00")
    await saule.writes("/duty")
    assert "Everybody" not in saule.screen.text()
    await saule.presses_data("team:all")
    saule.sees("This is not possible any more")


async def test_a_coordinator_changes_somebodys_week_who_is_told(desk: Desk) -> None:
    olga, marat, _ = await roster(desk)
    await olga.writes("/duty Marat sat 10-14")
    await olga.presses("Beside it")
    marat.sees("A coordinator has changed your week", "Sat 10:00–14:00", "Fri 22:00–06:00")
    member = await desk.membership(marat)
    assert member.duty is not None
    assert member.duty.shifts == (Shift(4, 1320, 360), Shift(5, 600, 840))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_replacement_is_typed_and_counts(desk: Desk, language: str) -> None:
    olga, marat, saule = await roster(desk, language)
    say = desk.service.words.say
    await olga.writes(f"/duty {INSTEAD[language]}")
    olga.sees(say(language, "duty-saved"), say(language, "duty-why-shift"))
    times = f"{say(language, 'duty-day-fri')} 28.09, 22:00–06:00"
    marat.sees(say(language, "duty-told-replaced", times=times))
    saule.sees(say(language, "duty-told-replace", times=times))
    desk.now = NIGHT
    await desk.reports(HELD)
    assert set(await desk.states()) == {NAMES[language][1]}


async def test_somebody_is_put_in_taken_out_and_it_is_undone(desk: Desk) -> None:
    olga, marat, saule = await roster(desk)
    await olga.writes("/duty Saule 28.09 22-6", "/duty Marat -28.09")
    saule.sees("A coordinator has put you on duty: Fri 28.09, 22:00–06:00")
    marat.sees("A coordinator has taken you off duty: Fri 28.09 00:00 – Sat 29.09 00:00")
    await olga.presses("✕ off duty: Fri 28.09 00:00 – Sat 29.09 00:00")
    marat.sees("A change is undone")
    assert (await desk.membership(marat)).duty.overrides == ()  # type: ignore[union-attr]
    await olga.presses_data(f"team:{(await desk.membership(marat)).id}:x:1538085600")
    olga.sees("This duty is not there any more.")


async def test_typed_without_the_command_it_is_for_whoever_is_before_them(desk: Desk) -> None:
    olga, marat, _ = await roster(desk)
    await olga.writes("/duty")
    await olga.presses("Everybody's duty", "⚪ Marat Made-Up")
    await olga.writes("29.09 9-18")
    olga.sees("Noted.", "added: Sat 29.09, 09:00–18:00")
    assert len((await desk.membership(marat)).duty.overrides) == 1  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Aidar 28.09 22-6", "This membership is suspended"),
        ("Aidar mon 9-18", "This membership is suspended"),
        ("Marat instead of Saule 28.09 22-6", "Whoever is to be replaced is not on duty then."),
        ("Marat instead of Marat 28.09 22-6", "Nobody can replace themselves."),
        ("Nobody 28.09", "Nobody on the roster is called “nobody”."),
        ("Made 28.09", "Several are called “made”."),
        ("Marat 28.09 9-9", "It begins and ends at the same time."),
    ],
)
async def test_what_cannot_be_is_refused_with_the_reason(desk: Desk, text: str, answer: str) -> None:
    olga, _, _ = await roster(desk)
    aidar = await desk.lawyer("Aidar")
    await desk.suspends(aidar)
    await olga.writes(f"/duty {text}")
    assert answer in olga.screen.texts()[-1]


async def test_the_opposite_of_what_is_noted_is_refused(desk: Desk) -> None:
    olga, _, _ = await roster(desk)
    await olga.writes("/duty Saule 28.09 22-6", "/duty Saule -28.09")
    olga.sees("The opposite is noted for a part of this time.")


async def test_a_lawyer_opens_nobody_elses_week(desk: Desk) -> None:
    _, marat, saule = await roster(desk)
    other = (await desk.membership(marat)).id
    for data in (
        f"week:{other}:",
        f"week:{other}:=01021c438",
        f"team:{other}",
        f"stint:{other}:no",
        f"swap:{other}",
    ):
        await saule.presses_data(data)
        saule.sees("This is not possible any more")
    assert (await desk.membership(marat)).duty.shifts == (Shift(4, 1320, 360),)  # type: ignore[union-attr]


async def test_forged_weeks_change_nothing(desk: Desk) -> None:
    _, marat, _ = await roster(desk)
    own = (await desk.membership(marat)).id
    for code in ("=", "+zz", "+ff000000", "+01fff001", "+0121c21c", "d00", "dff", "dx", "!x", "-"):
        await marat.presses_data(f"week:{own}:{code}")
    assert (await desk.membership(marat)).duty.shifts == (Shift(4, 1320, 360),)  # type: ignore[union-attr]


async def test_a_name_that_nobody_has_is_told_once(desk: Desk) -> None:
    olga, _, _ = await roster(desk)
    for text, said in (("Nobody mon 9-18", "nobody"), ("Saule instead of Ghost 28.09 22-6", "ghost")):
        await olga.writes(f"/duty {text}")
        assert olga.count(f"Nobody on the roster is called “{said}”") == 1
