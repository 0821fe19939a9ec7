"""A reporter tells of court: a hearing reminds from the first message, lawyers are asked where it is near or nobody defends,
a ruling waits for a member, and the family hears when the arrest ends.
"""

from datetime import UTC, datetime, timedelta

import pytest

from core.casework.proceedings import tracked_hearings
from core.clocks.clock_rows import AtEnd
from core.clocks.computation import legal_clocks
from core.model import LANGUAGES
from core.values import Precision
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person
from tests.casework.verified import verify

TRIAL = {
    "en": "I have to be in court in Almaty tomorrow at 9:00",
    "ru": "мне завтра в 9:00 в суд в Алматы",
    "kk": "ертең сағат 9:00-де Алматыда сотым бар",
}
NO_LAWYER = {"en": ", and I have no lawyer", "ru": ", адвоката нет", "kk": ", адвокат жоқ"}
LATER = {
    "en": "my brother is on trial in Almaty on 21 September at 10:00",
    "ru": "у брата суд в Алматы 21 сентября в 10:00",
    "kk": "ағамның соты Алматыда 21 қыркүйекте сағат 10:00-де",
}
HELD = {
    "en": "police took my son Askar Invented in Almaty",
    "ru": "полиция забрала моего сына Аскара Придуманова в Алматы",
    "kk": "Алматыда полиция ұлым Асқар Ойдановты ұстап әкетті",
}
HEARING = {
    "en": "the hearing is tomorrow at 10:00",
    "ru": "суд завтра в 10:00",
    "kk": "сот ертең сағат 10:00-де",
}
MOVED = {
    "en": "the hearing was moved to Friday, 11:00",
    "ru": "суд перенесли на пятницу, 11:00",
    "kk": "сот жұмаға ауысты, сағат 11:00",
}
OTHER_DAY = {
    "en": "the hearing is on Friday at 11:00",
    "ru": "суд в пятницу в 11:00",
    "kk": "сот жұма күні сағат 11:00-де",
}
GIVEN = {"en": "the court gave him 15 days", "ru": "суд дал ему 15 суток", "kk": "сот оған 15 тәулік берді"}
WHEN_OUT = {"en": "when will he be released?", "ru": "когда его отпустят?", "kk": "қашан шығарады?"}
WHEN_COURT = {"en": "when is the hearing?", "ru": "когда суд?", "kk": "сот қашан?"}


async def hearings(desk: Desk, number: int = -1) -> list[str]:
    """When those of a case are, by the clock of Almaty, the earliest first; marked where no member has said it."""
    async with desk.reading() as tx:
        found = tracked_hearings(await view_of(tx, await desk.case(number)), told=True)
    times = []
    for sitting in sorted(found, key=lambda sitting: sitting.hearing.at):
        form = "%d.%m" if sitting.hearing.precision is Precision.DAY else "%d.%m %H:%M"
        at = sitting.hearing.at.astimezone(desk.service.zone)
        times.append(f"{at:{form}}{'' if sitting.is_confirmed else ' told'}")
    return times


async def until(desk: Desk, day: int, hour: int, month: int = 9) -> None:
    """Until this hour in Almaty."""
    goal = datetime(2018, month, day, hour, tzinfo=UTC) - timedelta(hours=6)
    await desk.later(minutes=(goal - desk.now).total_seconds() / 60)


async def held(desk: Desk, language: str) -> tuple[Person, Person]:
    """A lawyer who has a case, and its reporter, who may be written to."""
    desk.without_clocks()
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await rita.allows_news()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    await desk.later(minutes=1)
    marat.rang(), rita.rang()
    return marat, rita


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hearing_within_a_day_asks_lawyers_at_once_and_shows_no_word_of_its_reporter(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(TRIAL[language], language=language)
    assert await hearings(desk) == ["18.09 09:00 told"]
    assert marat.rang() == 1
    marat.sees("18.09 09:00")
    marat.sees_nothing_of(TRIAL[language])
    rita.sees("18.09 09:00")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_that_there_is_no_lawyer_asks_for_one_however_far_the_hearing_is(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(LATER[language] + NO_LAWYER[language], language=language)
    assert marat.rang() == 1
    marat.sees("21.09 10:00", desk.service.words.say(language, "offer-no-lawyer"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_a_hearing_further_away_lawyers_hear_a_day_before(desk: Desk, language: str) -> None:
    marat, olga = await desk.lawyer("Marat", languages=(language,)), await desk.coordinator()
    await desk.reports(LATER[language], language=language)
    assert await hearings(desk) == ["21.09 10:00 told"]
    assert marat.rang() == 0
    olga.sees("21.09 10:00")
    await until(desk, 20, 9)
    assert marat.rang() == 0
    await until(desk, 20, 10)
    assert marat.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hearing_told_in_the_first_message_reminds_whoever_has_the_case_then(
    desk: Desk, language: str
) -> None:
    desk.without_clocks()
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports(TRIAL[language] + NO_LAWYER[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    code = (await desk.case()).code
    await until(desk, 17, 19)
    marat.sees(desk.service.words.say(language, "hearing-reminder-evening", code=code, line="").strip())
    assert await desk.waits_until("hearing") == datetime(2018, 9, 18, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_hearing_told_later_stands_on_the_card_and_a_member_confirms_it(
    desk: Desk, language: str
) -> None:
    marat, rita = await held(desk, language)
    await rita.writes(HEARING[language])
    say = desk.service.words.say
    assert await hearings(desk) == ["18.09 10:00 told"]
    rita.sees("18.09 10:00")
    marat.sees("18.09 10:00", say(language, "hearing-told-only"))
    async with desk.reading() as tx:
        (sitting,) = tracked_hearings(await view_of(tx, await desk.case()), told=True)
    await marat.presses_data(f"sat:{sitting.hearing.number}:right")
    assert await hearings(desk) == ["18.09 10:00"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("other", [MOVED, OTHER_DAY])
async def test_a_hearing_that_moved_replaces_the_one_that_was_told(
    desk: Desk, language: str, other: dict[str, str]
) -> None:
    _, rita = await held(desk, language)
    await rita.writes(HEARING[language])
    await desk.later(minutes=30)
    await rita.writes(other[language])
    assert await hearings(desk) == ["21.09 11:00 told"]
    rita.sees("21.09 11:00", "18.09 10:00")
    assert await desk.waits_until("hearing") == datetime(2018, 9, 20, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("other", [MOVED, OTHER_DAY])
async def test_of_a_hearing_that_a_member_said_a_reporters_other_day_is_shown_and_does_not_replace_it(
    desk: Desk, language: str, other: dict[str, str]
) -> None:
    marat, rita = await held(desk, language)
    await marat.writes(HEARING[language])
    await desk.later(minutes=30)
    marat.rang()
    await rita.writes(other[language])
    assert await hearings(desk) == ["18.09 10:00"]
    assert marat.rang() >= 1
    marat.sees(desk.service.words.say(language, "hearing-told-otherwise", time="21.09 11:00"))
    rita.sees("21.09 11:00")
    rita.sees_nothing_of("18.09", "10:00")


async def test_a_day_that_another_reporter_tells_takes_no_reminder_away(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    await desk.reports("police took my son Askar Invented in Almaty, hearing tomorrow at 10:00")
    await desk.later(minutes=2)
    await desk.reports("police took Askar Invented in Almaty, his hearing is on Friday at 11:00", name="Aunt")
    await desk.later(minutes=1)
    linked = [button for button in olga.screen.texts() if "the same" in button]
    if linked:
        await olga.presses("1: the same")
    assert "18.09 10:00 told" in await hearings(desk, 0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_a_ruling_nothing_follows_until_a_member_says_that_it_is_right(
    desk: Desk, language: str
) -> None:
    marat, rita = await held(desk, language)
    await verify(desk, marat)
    await rita.writes(GIVEN[language])
    say = desk.service.words.say
    what = say(language, "hearing-arrest-days", days=15)
    rita.sees(say(language, "report-ruling-noted", what=what, to="lawyer"), "02.10")
    marat.sees(say(language, "ruling-asked", code=(await desk.case()).code, what=what))
    assert marat.rang() == 1
    assert await hearings(desk) == []
    rita.rang()
    await marat.presses(say(language, "button-ruling-right", what=what).lstrip("✅ "))
    assert await hearings(desk) == ["17.09"]
    assert rita.rang() == 1
    rita.sees("02.10")
    await rita.writes(WHEN_OUT[language])
    rita.sees("02.10")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_day_of_release_is_told_to_the_lawyer_and_the_family(desk: Desk, language: str) -> None:
    marat, rita = await held(desk, language)
    await verify(desk, marat)
    await marat.writes(GIVEN[language])
    rita.sees("02.10")
    marat.sees("02.10")
    say, code = desk.service.words.say, (await desk.case()).code
    await until(desk, 1, 18, month=10)
    tomorrow = say(language, "arrest-tomorrow", code=code, term="").strip()
    marat.sees_nothing_of(tomorrow)
    await until(desk, 1, 19, month=10)
    marat.sees(tomorrow)
    rita.rang()
    await until(desk, 2, 13, month=10)
    marat.sees(say(language, "arrest-today", code=code, term="").strip())
    assert rita.rang() >= 1
    rita.sees(f"[{say(language, 'out-all')}]")
    await rita.presses(say(language, "out-all"))


async def running(desk: Desk) -> list[str]:
    """The hours of the police that go on in the newest case."""
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    clocks = legal_clocks(desk.service.law, view, desk.service.zone)
    return [clock.row.id for clock in clocks if clock.row.at_end is AtEnd.OVERRUN and clock.stop is None]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_ruling_ends_the_hours_of_the_police_when_a_member_says_it_and_not_before(
    desk: Desk, language: str
) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    before = await running(desk)
    await rita.writes(GIVEN[language])
    async with desk.reading() as tx:
        assert (await view_of(tx, await desk.case())).fact(
            "where"
        ) is None  # it answers no question after a place
    assert await running(desk) == before != []
    marat.sees(desk.service.words.say(language, "clock-may-have-ended"))
    await desk.later(minutes=30)
    await marat.writes(GIVEN[language])
    assert await running(desk) == []
    await marat.presses(desk.service.words.say(language, "button-not-this"))
    assert await running(desk) == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_not_verified_reads_nothing_of_what_others_told_of_court(
    desk: Desk, language: str
) -> None:
    marat, rita = await held(desk, language)
    await marat.writes(
        {
            "en": "hearing tomorrow 14:40, Made-up court",
            "ru": "суд завтра в 14:40, Выдуманный районный суд",
            "kk": "сот ертең сағат 14:40-да, Ойдан аудандық соты",
        }[language]
    )
    secret = ("14:40", "Made-up court", "Выдуманный районный", "Ойдан аудандық")
    for text in (
        {"en": "the hearing is tomorrow", "ru": "суд завтра", "kk": "сот ертең"}[language],
        {
            "en": "in Bostandyk district court",
            "ru": "в Бостандыкском районном суде",
            "kk": "Бостандық аудандық сотында",
        }[language],
        {
            "en": "tomorrow the hearing is in Medeu district court",
            "ru": "завтра суд в Медеуском районном суде",
            "kk": "ертең сот Медеу аудандық сотында",
        }[language],
        WHEN_COURT[language],
    ):
        await rita.writes(text)
        await desk.later(minutes=1)
        rita.sees_nothing_of(*secret)
    assert await hearings(desk) == ["18.09 14:40"]
    await until(desk, 18, 17)
    await rita.writes(GIVEN[language], WHEN_OUT[language])
    rita.sees("15", "03.10")
    rita.sees_nothing_of(*secret)
    await marat.presses(
        desk.service.words.say(
            language,
            "button-ruling-right",
            what=desk.service.words.say(language, "hearing-arrest-days", days=15),
        ).lstrip("✅ ")
    )
    rita.sees_nothing_of(*secret)


FIRST_RULING = {
    "en": "police took my son Askar Invented in Almaty and the court gave him 15 days",
    "ru": "полиция забрала моего сына Аскара Придуманова в Алматы, суд дал ему 15 суток",
    "kk": "Алматыда полиция ұлым Асқар Ойдановты ұстап әкетті, сот оған 15 тәулік берді",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_days_that_the_first_message_tells_have_an_end_and_wait_for_whoever_takes_the_case(
    desk: Desk, language: str
) -> None:
    desk.without_clocks()
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(FIRST_RULING[language], language=language)
    assert marat.rang() == 1
    rita.sees("02.10")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    say = desk.service.words.say
    what = say(language, "hearing-arrest-days", days=15)
    marat.sees(say(language, "ruling-told", what=what), "02.10")
    await marat.presses(say(language, "button-ruling-wrong"))
    assert await hearings(desk) == []
    marat.sees(say(language, "ruling-not-so", code=(await desk.case()).code))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_corrected_message_corrects_the_hearing(desk: Desk, language: str) -> None:
    _, rita = await held(desk, language)
    await rita.writes(HEARING[language])
    async with desk.reading() as tx:
        message = (await tx.entries.by(report_id=(await desk.report()).id))[-1].message_id
    assert message is not None
    await desk.later(minutes=1)
    await rita.corrects(message, OTHER_DAY[language])
    assert await hearings(desk) == ["21.09 11:00 told"]


ENDED = {
    "en": "the court ended today: not guilty",
    "ru": "суд сегодня закончился: не виновен",
    "kk": "сот бүгін аяқталды: кінәлі емес",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_that_a_court_has_ended_is_news_and_neither_a_question_nor_a_hearing(
    desk: Desk, language: str
) -> None:
    marat, rita = await held(desk, language)
    await rita.writes(ENDED[language])
    say = desk.service.words.say
    assert await hearings(desk) == []
    rita.sees_nothing_of(say(language, "everyday-hearing"), say(language, "asked-hearing-unknown"))
    what = say(language, "hearing-acquitted")
    rita.sees(say(language, "report-ruling-noted", what=what, to="lawyer"))
    assert marat.rang() == 1
    await marat.presses(say(language, "button-ruling-right", what=what).lstrip("✅ "))
    async with desk.reading() as tx:
        (sitting,) = tracked_hearings(await view_of(tx, await desk.case()))
    assert sitting.hearing.outcome == "acquitted"
    assert (await desk.case()).state == "accepted"  # whether they are free is asked of people
