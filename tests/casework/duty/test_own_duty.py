"""One's own duty in the chat: one tap on or off, the week by buttons and by typing, in three languages."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from core.incoming import Incoming, IncomingKind
from core.model import LANGUAGES
from core.rota import Rota, Shift
from handlers import dispatch
from tests.casework.story_desk import Desk

HELD = "police took a man in Almaty"
TYPED = {"kk": "дс-жм 9-18", "ru": "пн-пт 9-18", "en": "mon-fri 9-18"}
WEEKDAYS = tuple(Shift(day, 540, 1080) for day in range(5))
NIGHT = datetime(2018, 9, 17, 17, 0, tzinfo=UTC)  # Monday, 23:00 in Almaty


async def asked(desk: Desk) -> list[tuple[str, str | None]]:
    """Who was asked, and why they are on duty."""
    return [(of["member"], of.get("duty")) for kind, _, of in await desk.history() if kind == "offered"]


async def shifts(desk: Desk, person: object) -> tuple[Shift, ...]:
    member = await desk.membership(person)  # type: ignore[arg-type]
    return member.duty.shifts if member.duty is not None else ()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_week_is_typed_and_shown_back(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    say = desk.service.words.say
    await marat.writes(f"/duty {TYPED[language]}")
    marat.sees(say(language, "duty-saved"), "09:00–18:00")
    assert await shifts(desk, marat) == WEEKDAYS
    await marat.writes("/duty")
    marat.sees(say(language, "duty-why-shift"), "18:00")  # it is noon on Monday
    assert "[" + say(language, "button-duty-off") + "]" in marat.screen.texts()[-1]


async def test_who_has_a_week_is_asked_only_in_it_and_the_timeline_says_why(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await marat.writes("/duty mon-fri 9-18")
    await saule.writes("/duty daily 20-8")
    await desk.reports(HELD)
    assert set(await desk.states()) == {"Marat"}
    assert await asked(desk) == [("Marat", "shift")]
    desk.now = NIGHT
    await desk.reports(HELD, name="Vera")
    assert set(await desk.states()) == {"Saule"}


async def test_an_organisation_without_shifts_works_as_before(desk: Desk) -> None:
    await desk.lawyer("Marat")
    await desk.lawyer("Igor", on_duty=False)
    await desk.reports(HELD)
    assert set(await desk.states()) == {"Marat"}
    assert await asked(desk) == [("Marat", None)]


@pytest.mark.slow
async def test_one_tap_beats_shifts_and_ends_by_itself_after_twelve_hours(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/duty mon-fri 9-18", "/duty")
    await marat.presses("Off duty for 12 hours")
    marat.sees("You are not on duty now (said: not on duty)", "Tue 18.09, 09:00")
    await desk.reports(HELD)
    assert await desk.states() == {}
    await desk.later(hours=11.6)
    marat.sees("Your “off duty” ends at 00:00", "[12 hours more]")
    await marat.presses("12 hours more")
    await desk.later(hours=6)  # past midnight: renewed until 11:36
    await marat.writes("/duty")
    marat.sees("said: not on duty", "11:36")
    await desk.later(hours=6.1)
    await marat.writes("/duty")
    assert "(shift)" in marat.screen.texts()[-1]


async def test_on_at_night_and_back_to_the_shifts(desk: Desk) -> None:
    desk.now = NIGHT
    marat = await desk.lawyer()
    await marat.writes("/duty mon-fri 9-18", "/duty")
    marat.sees("You are not on duty now (no shift). Until: 09:00.")
    await marat.presses("On duty for 12 hours")
    marat.sees("You are on duty (said: on duty). Until: Tue 18.09, 18:00")  # the shift follows
    await desk.reports(HELD)
    assert set(await desk.states()) == {"Marat"}
    await marat.presses("By shifts")
    assert "You are not on duty now (no shift)" in marat.screen.text()


async def test_a_week_by_buttons(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/duty")
    marat.sees("You have no shifts")
    await marat.presses("Week", "Fri", "Fri 22:00–06:00")
    assert await shifts(desk, marat) == (Shift(4, 1320, 360),)
    await marat.presses("Mon–Fri", "Mon–Fri 09:00–18:00")
    assert len(await shifts(desk, marat)) == 6
    await marat.presses("✕ Fri 22:00–06:00")
    assert await shifts(desk, marat) == WEEKDAYS


async def test_another_week_is_instead_of_the_old_one_or_beside_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/duty mon-fri 9-18", "/duty sat 10-14")
    marat.sees("Understood:", "Sat 10:00–14:00")
    assert await shifts(desk, marat) == WEEKDAYS
    await marat.presses("Beside it")
    assert await shifts(desk, marat) == (*WEEKDAYS, Shift(5, 600, 840))
    await marat.writes("/duty sun 10-14")
    await marat.presses("Instead")
    assert await shifts(desk, marat) == (Shift(6, 600, 840),)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_shifts_typed_after_the_command_are_shifts(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    await marat.writes("/duty", TYPED[language])
    marat.sees(desk.service.words.say(language, "duty-saved"), "09:00–18:00")
    assert await shifts(desk, marat) == WEEKDAYS
    async with desk.reading() as tx:
        assert await tx.cases.select() == []


@pytest.mark.parametrize(
    "words",
    [
        "court tomorrow at 10",
        "суд в пятницу в 10",
        "жұма 10-12 сот",
        "отпустили в пятницу",
        "23.09",
        "at 18:30",
    ],
)
async def test_words_about_a_case_are_its_note_after_the_duty_was_looked_at(desk: Desk, words: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await marat.writes("/duty", words)
    assert await shifts(desk, marat) == ()
    assert marat.screen.texts()[-1] not in {
        desk.service.words.say("en", f"duty-refused-{why}") for why in ("time", "no-days", "no-hours", "date")
    }


@pytest.mark.parametrize("language", LANGUAGES)
async def test_shifts_typed_while_a_form_is_older_are_shifts_and_the_form_waits(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator(languages=(language,))
    await olga.writes("/new", "/duty", TYPED[language])
    assert await shifts(desk, olga) == WEEKDAYS
    async with desk.reading() as tx:
        assert TYPED[language] not in str(await tx.entries.select())
    await olga.writes("Police took Dana Made-Up in Almaty")
    async with desk.reading() as tx:
        assert "Dana" in str(await tx.entries.select())


async def test_shifts_typed_without_the_command_are_for_who_has_just_opened_their_duty(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("mon-fri 9-18")
    assert await shifts(desk, marat) == ()
    await marat.writes("/duty")
    await marat.presses("Week")
    await marat.writes("fri 22-6")
    assert await shifts(desk, marat) == (Shift(4, 1320, 360),)
    await desk.later(minutes=16)
    await marat.writes("sat 22-6")
    assert await shifts(desk, marat) == (Shift(4, 1320, 360),)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("mon 9-9", "It begins and ends at the same time. A whole day is 0-24."),
        ("mon 25-26", "There is no such time."),
        ("mon-fri", "The days are clear, the hours are not."),
        ("9-18", "The hours are clear, the days are not."),
        ("31.02 9-18", "There is no such date"),
        ("01.09.2018", "This time is over."),
        ("01.12.2018", "At most 60 days ahead"),
        ("hello", "I do not understand which shifts these are."),
        ("Saule mon 9-18", "I do not understand which shifts these are."),
        ("not 22.09", "You have no duty then."),
    ],
)
async def test_bad_input_is_answered_in_one_clear_sentence(desk: Desk, text: str, answer: str) -> None:
    marat = await desk.lawyer()
    await marat.writes(f"/duty {text}")
    assert answer in marat.screen.texts()[-1]
    assert (await desk.membership(marat)).duty is None


async def test_shifts_that_overlap_become_one_and_one_that_crosses_midnight_is_shown_as_typed(
    desk: Desk,
) -> None:
    marat = await desk.lawyer()
    await marat.writes("/duty mon 9-18 12-20, fri 22-6")
    marat.sees("Mon 09:00–20:00", "Fri 22:00–06:00")


async def test_administrators_and_strangers_have_no_duty(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes("/duty")
    rita.sees("members of the roster")


@pytest.mark.slow
async def test_ones_own_times_as_a_file(desk: Desk) -> None:
    import icalendar

    marat = await desk.lawyer()
    await marat.writes("/duty fri 22-6", "/duty")
    await marat.presses("File for a calendar")
    marat.sees("Your calendar: 8.")
    (name, content), *_ = reversed(desk.phones.copies.items())
    assert name == "calendar.ics"
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert len(events) == 8
    first = events[0]
    assert isinstance(first, icalendar.Event)
    assert first.start == datetime(2018, 9, 21, 16, 0, tzinfo=UTC)
    assert first.end == datetime(2018, 9, 22, 0, 0, tzinfo=UTC)
    assert str(first["summary"]) == "Duty"
    assert len({str(event["uid"]) for event in events}) == 8
    assert b"Marat" not in content


async def test_a_report_costs_no_statement_more_where_lawyers_have_shifts(desk: Desk) -> None:
    people = [await desk.lawyer(f"Lawyer {n}") for n in range(5)]
    taken = []
    for number, with_shifts in enumerate((False, False, True)):  # the first finds nobody with an offer
        for one in people if with_shifts else ():
            await one.writes("/duty daily 0-24")
        rita = desk.person(f"Rita {number}")
        heard = Incoming(
            "telegram",
            IncomingKind.MESSAGE,
            rita.chat,
            rita.chat,
            "private",
            desk.now,
            message_id=desk.phones.next_id(),
            text=HELD,
            language="en",
        )
        async with desk.writing() as tx:
            await dispatch.prefetch(tx, desk.service, [heard])
            await dispatch.handle(tx, desk.service, heard, desk.now)
            await tx.flush()
            taken.append(tx.statements)
        assert len(await desk.offers()) == 3
    assert taken[1] == taken[2]


async def test_a_shift_that_counts_in_one_region_does_not_count_in_another(desk: Desk) -> None:
    marat = await desk.lawyer(cities=("almaty", "aktau"))
    member = await desk.membership(marat)
    async with desk.writing() as tx:
        tx.members.put(replace(member, duty=Rota((Shift(0, 0, 1440, "mangystau-region"),))))
    await desk.reports(HELD)
    assert await desk.states() == {}
    await desk.reports("police took a man in Aktau", name="Vera")
    assert set(await desk.states()) == {"Marat"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_not_asked_at_all_is_not_told_that_they_are(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    olga = await desk.coordinator(languages=(language,))
    await olga.writes("/duty")
    olga.sees(say(language, "duty-no-shifts-off"))
    olga.sees_nothing_of(say(language, "duty-no-shifts"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_all_have_shifts_by_day_coordinators_read_at_night_whom_they_may_ring(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", phone="+77010001122")
    await desk.lawyer("Lena", cities=("aktau",), phone="+77010001133")
    await marat.writes("/duty daily 9-18")
    desk.now = NIGHT
    rita = await desk.reports(HELD)
    await desk.later(minutes=30)
    olga.sees(say(language, "ask-not-asked"), "• Marat: +77010001122")
    for person in (rita, marat):
        person.sees_nothing_of("+77010001122")


@pytest.mark.parametrize(("language", "text"), [("kk", "сынақ"), ("ru", "Тест"), ("en", "test")])
async def test_one_tap_or_one_word_plays_an_alert_with_its_sound(
    desk: Desk, language: str, text: str
) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer(languages=(language,), on_duty=False)
    desk.now = NIGHT  # it is asked for: quiet hours do not count
    marat.rang()
    await marat.writes(f"/duty {text}")
    marat.sees(say(language, "example-head"), say(language, "button-accept"))
    assert (marat.rang(), marat.lanes()[-1:]) == (1, ["news"])  # never before what is true
    await marat.writes("/duty")
    marat.rang()
    await marat.presses(say(language, "button-example"))
    assert (marat.count(say(language, "example-head")), marat.rang()) == (2, 1)
    await marat.presses_data("example:take")
    marat.sees(say(language, "example-take"))
    async with desk.reading() as tx:
        assert not await tx.cases.select()
        assert not await tx.alerts.select()


@pytest.mark.parametrize(
    ("language", "on", "off"),
    [("kk", "кезекшімін", "кезекші емеспін"), ("ru", "дежурю", "Не дежурю"), ("en", "on", "off duty")],
)
async def test_on_and_off_can_be_typed(desk: Desk, language: str, on: str, off: str) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer(languages=(language,), on_duty=False)
    for text, why in ((on, "on"), (off, "off")):
        await marat.writes(f"/duty {text}")
        marat.sees(say(language, f"duty-why-{why}"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_week_in_which_one_cannot_come_changes_nothing_and_says_how(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer(languages=(language,))
    await marat.writes("/duty не могу пн-пт 9-18")
    marat.sees(desk.service.words.say(language, "duty-refused-never"))
    assert await shifts(desk, marat) == ()
