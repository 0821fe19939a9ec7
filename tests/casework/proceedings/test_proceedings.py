"""Proceedings in a case: several at once, hearings, what came of them, and who may write them down."""

from typing import Any

import pytest

from core.model import Case
from handlers.cards.case_loading import view_of
from tests.casework import one_screen
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up and Tim Made-Up in Almaty"
ONE = "police took Dana Made-Up in Almaty"
ADMINISTRATIVE = {"en": "administrative", "ru": "административное", "kk": "әкімшілік"}
ARTICLE = {"en": "art. 488 CAO", "ru": "ст. 488 КоАП", "kk": "ӘҚБтК 488-бап"}
COPY = {
    "en": "copy of the ruling handed over: 17.09 11:30",
    "ru": "копия постановления вручена: 17.09 11:30",
    "kk": "қаулының көшірмесі берілді: 17.09 11:30",
}


class Lawyer:
    """Whoever has the case, by the words of their language."""

    def __init__(self, desk: Desk, person: Person, language: str) -> None:
        self.desk, self.person, self.language = desk, person, language

    def say(self, key: str, **values: Any) -> str:
        return self.desk.service.words.say(self.language, key, **values)

    async def presses(self, *keys: str) -> None:
        for key in keys:
            await self.person.presses(self.say(key))

    async def opens(self, sort: str = "administrative", whom: str = "") -> None:
        await self.presses("button-proceedings", "button-new-proceeding", f"sort-{sort}")
        if whom:
            await self.person.presses(whom)

    async def writes_hearing(
        self, time: str, court: str = "Made-Up court", judge: str = "Judge Made-Up"
    ) -> None:
        await self.presses("button-new-hearing")
        await self.person.writes(time, court, judge, "/skip")

    def last(self) -> str:
        return self.person.screen.texts()[-1]


async def has(desk: Desk, language: str = "en", words: str = ONE, **more: Any) -> Lawyer:
    """Somebody who has the case and is on it."""
    marat = await desk.lawyer("Marat", languages=(language,), **more)
    await desk.reports(words)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    marat.rang()
    return Lawyer(desk, marat, language)


async def values(desk: Desk, kind: str, case: Case | None = None) -> list[Any]:
    case = case or await desk.case()
    async with desk.reading() as tx:
        view = await view_of(tx, case)
    return [fact.value for (name, _), facts in view.said.items() if name == kind for fact in facts]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_what_a_lawyer_learns_of_the_proceedings_is_written_down_by_a_few_taps(
    desk: Desk, language: str
) -> None:
    marat = await has(desk, language)
    await marat.opens()
    await marat.presses("button-article")
    await marat.person.presses(ARTICLE[language])
    await marat.person.writes("6")
    assert f"{ADMINISTRATIVE[language]} · {ARTICLE[language]}" in marat.last()
    assert "6" in marat.last()
    await marat.writes_hearing("19.09 10:00")
    assert "📅 19.09 10:00 · Made-Up court · Judge Made-Up" in marat.last()
    await marat.presses("button-proceeding", "button-step", "step-ruling-copy")
    await marat.person.writes("17.09 11:30")
    assert COPY[language] in marat.last()
    marat.person.sees(
        marat.say("proceedings-card"), f"• {ADMINISTRATIVE[language]}", "📅 19.09 10:00 · Made-Up court"
    )


async def test_an_article_is_typed_and_changed_and_all_of_it_is_kept(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens("criminal")
    await marat.presses("button-article", "button-article-typed")
    await marat.person.writes("274 CC", "/skip")
    assert "criminal · 274 CC" in marat.last()
    await marat.presses("button-article", "button-article-typed")
    await marat.person.writes("272 CC", "2")
    assert "criminal · 272 CC · part 2" in marat.last()
    await marat.presses("button-proceedings-ended")
    assert "criminal · 272 CC · part 2 · ended" in marat.last()
    found = await values(desk, "proceeding")
    assert [(one.article, one.part, one.state) for one in found] == [
        ("", "", "open"),
        ("274 CC", "", "open"),
        ("272 CC", "2", "open"),
        ("272 CC", "2", "ended"),
    ]
    marat.person.sees_nothing_of("Proceedings:\n")
    await marat.presses("button-goes-on")
    marat.person.sees("Proceedings:\n• criminal · 272 CC · part 2")
    assert ("proceeding", "Marat", {"step": "proceeding"}) in await desk.history()


@pytest.mark.slow
async def test_two_run_at_once_and_of_several_people_one_is_chosen(desk: Desk) -> None:
    marat = await has(desk, words=HELD)
    await marat.opens("administrative", "all of them")
    await marat.presses("button-all-proceedings", "button-new-proceeding", "sort-victim")
    await marat.person.presses("Tim Made-Up")
    assert "as a victim of ill-treatment · Tim Made-Up" in marat.last()
    await marat.presses("button-all-proceedings")
    assert "2. as a victim of ill-treatment · Tim Made-Up\n1. administrative" in marat.last()
    marat.person.sees("Proceedings:\n• administrative\n• as a victim of ill-treatment · Tim Made-Up")
    await marat.person.presses("1. administrative")
    await marat.presses("button-regime", "regime-arrestable")
    assert "Detention: an offence with administrative arrest" in marat.last()
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    assert view.value("regime") == "arrestable"


async def test_a_hearing_in_the_past_is_history_and_what_came_of_it_is_asked_at_once(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.writes_hearing("16.09 10:00")
    assert "What came of it?" in marat.last()
    assert await desk.waits_until("hearing") is None
    await marat.presses("hearing-arrest")
    await marat.person.writes("10 days")
    assert "📅 16.09 10:00 · Made-Up court · Judge Made-Up · arrest, 10 days" in marat.last()


async def test_what_came_of_a_hearing_is_the_ruling_too_and_is_corrected(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.writes_hearing("16.09 10:00")
    await marat.presses("hearing-warning")
    (ruling,) = await values(desk, "ruling")
    assert f"{ruling.at:%d.%m %H:%M}" == "16.09 04:00"
    await marat.presses("hearing-remand")
    assert await values(desk, "ruling") == []
    assert len(await values(desk, "remand")) == 1
    await marat.presses("hearing-released")
    assert await values(desk, "remand") == []
    assert [one.outcome for one in await values(desk, "hearing")] == ["", "warning", "remand", "released"]


async def test_a_ruling_that_was_said_stands_whatever_follows_from_the_hearing(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.presses("button-step", "step-ruling")
    await marat.person.writes("16.09 10:40")
    await marat.presses("button-new-hearing")
    await marat.person.writes("16.09 10:00", "/skip", "/skip", "/skip")
    await marat.presses("hearing-fine")
    (ruling,) = await values(desk, "ruling")
    assert f"{ruling.at:%H:%M}" == "04:40"


async def test_after_an_adjourned_hearing_the_next_one_is_asked_for(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.writes_hearing("16.09 10:00")
    await marat.presses("hearing-adjourned")
    assert "When is the hearing?" in marat.last()
    await marat.person.writes("21.09 11:00", "/skip", "/skip", "/skip")
    await marat.presses("button-proceeding")
    assert "📅 16.09 10:00 · Made-Up court · Judge Made-Up · adjourned\n📅 21.09 11:00" in marat.last()


async def test_an_appeal_is_filed_and_decided(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.presses("button-step", "step-appeal-filed")
    await marat.presses("proceeding-moment-now")
    assert "appeal filed: 17.09 12:00" in marat.last()
    await marat.presses("button-step", "step-result", "result-quashed")
    assert "appeal decided: quashed" in marat.last()


@pytest.mark.slow
async def test_what_is_cancelled_is_not_written_down_and_a_hearing_half_typed_is(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.presses("button-new-hearing")
    await marat.person.writes("19.09 10:00", "/cancel")
    assert marat.last() == "Taken back: nothing of it is written down."
    assert await values(desk, "hearing") == []
    await marat.presses("button-new-hearing")
    await marat.person.writes("19.09 10:00", "Made-Up court")
    await desk.later(hours=1)
    (hearing,) = await values(desk, "hearing")
    assert (hearing.court, hearing.judge) == ("Made-Up court", "")
    await marat.presses("button-proceeding", "button-step", "step-charged")
    await desk.later(hours=1)
    await marat.person.writes("17.09 11:00")
    assert await values(desk, "charged") == []


@pytest.mark.parametrize("time", ["31.02 10:00", "whenever", "5 years before my birth"])
async def test_what_is_no_time_is_asked_again(desk: Desk, time: str) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.presses("button-new-hearing")
    await marat.person.writes(time)
    assert "When is the hearing?" in marat.last()
    await marat.person.writes("/skip")
    assert "The time is needed: a day at least." in marat.last()


async def test_a_time_is_that_of_the_place_and_is_marked_where_the_reader_has_another(desk: Desk) -> None:
    marat = await has(desk, words="police took Dana Made-Up in Aktau", cities=("aktau",))
    await marat.opens()
    await marat.writes_hearing("19.09 10:00")
    (hearing,) = await values(desk, "hearing")
    assert f"{hearing.at:%H:%M}" == "05:00"
    assert "📅 19.09 10:00 UTC+5 · Made-Up court" in marat.last()


async def test_whoever_loses_the_case_writes_nothing_more_into_it(desk: Desk) -> None:
    marat = await has(desk)
    await desk.lawyer("Saule")
    await marat.opens()
    await marat.presses("button-new-hearing")
    await marat.person.presses("Give back")
    marat.person.sees_nothing_of("Written down:")
    await marat.person.writes("19.09 10:00", "/skip", "/skip", "/skip")
    marat.person.sees_nothing_of("Which court")
    assert await values(desk, "hearing") == []


async def test_nothing_typed_here_stays_readable_in_the_database(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.presses("button-new-hearing")
    await marat.person.writes("19.09 10:00", "Saryarka-marker court", "/skip", "Saryarka-marker")
    async with desk.database.engine.connect() as connection:
        for table in ("claims", "timeline", "dialogues", "entries", "messages", "outbox", "cards"):
            rows = (await connection.exec_driver_sql(f"select * from {table}")).all()
            assert "Saryarka-marker" not in repr(rows)
        assert not (
            await connection.exec_driver_sql("select 1 from dialogues where form = 'proceeding'")
        ).all()


@pytest.mark.slow
async def test_a_closed_case_is_read_and_not_written(desk: Desk) -> None:
    marat, olga = await has(desk), await desk.coordinator()
    await marat.opens()
    number = next(row.id for row in await claims(desk) if row.kind == "proceeding")
    case = await desk.case()
    await olga.presses_data(f"closed:{case.id}:other")
    await olga.writes("the family told us how it ended")
    await olga.opens(case)
    await olga.presses("⚖️ Proceedings")
    assert "1. administrative\n[1. administrative]" in olga.screen.texts()[-1]
    await olga.presses("1. administrative")
    assert "[‹ All proceedings]" in olga.screen.texts()[-1]
    assert "➕" not in olga.screen.texts()[-1]
    await olga.presses_data(f"change:{number}:ended")
    assert olga.screen.texts()[-1].startswith("This case is closed")


async def claims(desk: Desk) -> list[Any]:
    async with desk.reading() as tx:
        return list(await tx.claims.by(case_id=(await desk.case()).id))


@pytest.mark.parametrize(
    "data", ["proceeding:1", "change:x:ended", "change:1:made-up", "hearing:0", "sat:1:off"]
)
async def test_what_no_button_of_ours_carried_does_nothing(desk: Desk, data: str) -> None:
    marat = await has(desk)
    await marat.person.presses_data(data)
    assert "is not possible any more" in marat.last()


@pytest.mark.slow
async def test_a_hearings_number_is_no_proceeding_and_a_proceedings_none_of_another_kind(desk: Desk) -> None:
    marat = await has(desk)
    await marat.opens()
    await marat.writes_hearing("19.09 10:00")
    numbers = {row.kind: row.id for row in await claims(desk)}
    for data in (f"proceeding:{numbers['hearing']}", f"hearing:{numbers['proceeding']}"):
        await marat.person.presses_data(data)
        assert "is not possible any more" in marat.last()
    await marat.person.presses_data(f"charge:{numbers['proceeding']}:cao-1")
    assert "is not possible any more" in marat.last()
    await marat.person.presses_data(f"begin:{(await desk.case()).id}:criminal:77")
    assert "is not possible any more" in marat.last()


LONG = "мамандандырылған ауданаралық әкімшілік сот, екінші қабат, " * 8


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_every_screen_of_it_fits_one_screen_of_a_phone(desk: Desk, language: str) -> None:
    marat = await has(desk, language, words="\n".join(["police took in Almaty", "Ойдан Шығарылғанов", HELD]))
    case = await desk.case()
    seen = []
    for _ in range(8):
        await marat.presses("button-proceedings")
        await marat.person.presses_data(f"begin:{case.id}:victim:0")
    number = max(row.proceeding_id for row in await claims(desk) if row.kind == "proceeding")
    for data in (f"change:{number}:typed", *[f"change:{number}:hearing"] * 5):
        await marat.person.presses_data(data)
        await marat.person.writes(
            *([LONG] * 2 if "typed" in data else ["19.09.2018 10:00", LONG, LONG, LONG])
        )
        seen.append(marat.last())
    for step in ("charged", "ruling", "ruling_copy", "complaint_filed", "motion_filed", "appeal_filed"):
        await marat.person.presses_data(f"change:{number}:{step}")
        await marat.presses("proceeding-moment-now")
        seen.append(marat.last())
    await marat.presses("button-regime", "regime-border", "button-all-proceedings", "button-earlier")
    seen += marat.person.screen.texts()[1:]
    await desk.later(hours=48)
    seen += marat.person.screen.texts()[1:]
    assert [text for text in seen if len(text) > one_screen.MOST and "Ойдан" not in text] == []


async def test_many_proceedings_have_pages(desk: Desk) -> None:
    marat = await has(desk)
    case = await desk.case()
    await marat.presses("button-proceedings")
    for _ in range(8):
        await marat.person.presses_data(f"begin:{case.id}:other")
    await marat.presses("button-proceedings")
    assert "8. other" in marat.last()
    assert "2. other" not in marat.last()
    await marat.presses("button-earlier")
    assert "2. other\n1. other\n[2. other]\n[1. other]" in marat.last()
