"""Papers for authorities, of a real case: claims of a lawyer, the clock of the law, and what the document says."""

from collections.abc import Mapping

import pytest

from core.documents.filling import fill_template
from core.papers.dossier import without_unticked
from core.papers.drafting import lacking_paths, with_answers
from core.records.papers import Paper
from handlers.cards.case_loading import view_of
from handlers.papers import addressees
from handlers.papers.dossiers import load_dossier
from handlers.papers.paper_making import unknown_words
from tests.casework.clocks.test_clocks_of_a_case import almaty, claims, taken
from tests.casework.story_desk import START, Desk, Person

STATION = "Made-Up station 0"


async def held(desk: Desk) -> Person:
    """By the criminal code for two days and 14 minutes; the lawyer has seen some papers."""
    marat, _ = await taken(desk)
    for kind, value in (
        ("started", almaty(15, "11:46")), ("regime", "criminal"), ("station", STATION),
        ("delivered", almaty(15, "12:00")), ("medical_examination", "no"), ("met_privately", "no"),
        ("protocol_seen", "no"),
    ):  # fmt: skip
        await claims(desk, marat, kind, value)
    return marat


async def made(
    desk: Desk, id: str, language: str, to: str, answers: Mapping[str, str] | None = None
) -> tuple[str, list[str]]:
    """The text, and what is missing. Nobody has verified the report: the name is ticked."""
    marat = await held(desk)
    kind, addressed = (
        desk.service.papers.kinds[id],
        addressees.addressed_as(desk.service, language, to, START.date()),
    )
    case, member = await desk.case(), await desk.membership(marat)
    async with desk.reading() as tx:
        (person,) = (await view_of(tx, case)).persons
        whole = await load_dossier(tx, desk.service, case, person.id, kind, language, member, addressed)
    whole = without_unticked(with_answers(whole, kind, answers or {}), {"person.name"})
    template = desk.service.papers.template(id, language)
    text = fill_template(template, whole, unknown_words(desk.service, language)).text
    return text, lacking_paths(whole, kind.required)


@pytest.mark.slow
async def test_a_demand_for_release_names_the_minutes_and_what_the_law_says(desk: Desk) -> None:
    text, lacking = await made(desk, "demand_for_release", "ru", "head-of-place")
    assert lacking == []
    assert text.startswith("Test Bureau\n\n1 Made-Up Street")
    assert f"\n\nНачальнику места содержания: {STATION}\n\n" in text
    assert f"Задержанное лицо: Dana Made-Up. Место содержания: {STATION}. Время фактического" in text
    assert "для этого случая: 48 часов (часть 4 статьи 131" in text
    assert "Время истечения срока: 17 сентября 2018 года, 11:46. Превышение срока" in text
    assert "): 14 минут." in text
    assert "освободить задержанное лицо (Dana Made-Up)" in text  # a name that nothing declines


@pytest.mark.slow
async def test_a_complaint_has_the_points_that_the_lawyer_has_seen_or_ticked_and_no_other(
    desk: Desk,
) -> None:
    ticked = {"grounds.relatives_untold": "сағат 11:44"}
    text, lacking = await made(desk, "detention_complaint", "kk", "prosecutor", ticked)
    assert lacking == []
    assert "\n\nПрокурорға, Алматы қаласы\n\n" in text
    for point in (
        "Хаттамаға медициналық куәландыру", "Қорғаушымен оңаша кездесуге", "анықталған уақыты: сағат 11:44",
        "Ұстау хаттамасы, ол үш сағат ішінде жасалуға тиіс",
    ):  # fmt: skip
        assert point in text
    for point in ("құқықтары түсіндірілмеген", "кәмелетке толмаған", "Елшілікке"):
        assert point not in text


@pytest.mark.slow
async def test_a_motion_says_what_is_asked_and_that_nobody_has_told_the_circumstance(desk: Desk) -> None:
    asked = {"answers.request": "приобщить видеозапись."}
    text, lacking = await made(desk, "motion", "ru", "investigator", asked)
    assert lacking == ["answers.circumstance"]
    assert "Прошу: приобщить видеозапись.\n" in text
    assert "[неизвестно: какое обстоятельство это установит]" in text


@pytest.mark.slow
async def test_the_sort_of_detention_is_asked_with_buttons_because_it_decides_the_article(desk: Desk) -> None:
    marat = await desk.lawyer("Marat", languages=("ru",))
    await desk.reports("police took Dana Made-Up in Almaty")
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{case.id}:contacted")
    await marat.writes(f"/paper {case.code}")
    await marat.presses_data(f"draft:{case.id}:demand_for_release:1", max(marat.screen.messages))
    await marat.presses("❓ Ответить: 6 вопросов")
    while "Какой это вид задержания?" not in marat.screen.texts()[-1]:
        await marat.presses("Пропустить")
    await marat.presses("уголовное")
    async with desk.reading() as tx:
        view = await view_of(tx, case)
    assert [fact.value for (kind, _), all in view.said.items() if kind == "regime" for fact in all] == [
        "criminal"
    ]


@pytest.mark.slow
async def test_only_what_the_paper_would_say_is_there_to_be_ticked(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports("police took Dana Made-Up, a journalist, in Almaty today at 10:00")
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{case.id}:contacted")
    await desk.later(hours=2)
    await marat.writes(f"/paper {case.code}")
    await marat.presses_data(f"draft:{case.id}:demand_for_release:1", max(marat.screen.messages))
    await marat.presses("Not verified (5)")
    text = marat.screen.texts()[-1]
    assert "name of the person: Dana Made-Up" in text
    assert "journalist" not in text
    assert "what happened" not in text


@pytest.mark.slow
async def test_the_line_of_the_addressee_names_the_place_that_was_answered(desk: Desk) -> None:
    marat = await held(desk)
    case = await desk.case()
    await marat.writes(f"/paper {case.code}")
    await marat.presses_data(f"draft:{case.id}:demand_for_release:1", max(marat.screen.messages))
    await marat.presses("Make")
    marat.sees(f"Ұстау орнының бастығына: {STATION}")


@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_nobody_has_said_since_when_nor_of_which_sort_and_no_paper_says_it_as_a_fact(
    desk: Desk, language: str
) -> None:
    """The card says "perhaps"; the demand has something to tick, and without a tick is not made: the complaint names no
    minutes then.
    """
    say = desk.service.words.say
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports("police took Dana Made-Up in Almaty")
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{case.id}:contacted")
    await desk.later(hours=4)
    marat.sees(say(language, "clock-doubt-regime"), say(language, "clock-from-first-said"))
    await marat.writes(f"/paper {case.code}")
    for id in ("demand_for_release", "detention_complaint"):
        await marat.presses_data(f"draft:{case.id}:{id}:1", max(marat.screen.messages))
        await marat.presses(say(language, "button-papers-ticks", count=4))
        ticks = marat.screen.texts()[-1]
        assert say(language, "paper-field-overrun-by") in ticks
        assert say(language, "paper-doubt-regime-unknown") in ticks  # whoever ticks it reads why
        assert say(language, "paper-doubted-short", what=say(language, "paper-hours", count=1)) in ticks
        await marat.presses(say(language, "button-papers-page"))
        if id == "demand_for_release":
            marat.sees(say(language, "papers-term-unticked"))
            continue
        await marat.presses(say(language, "button-papers-make").split()[-1])
        text = next(text for text in reversed(marat.screen.texts()) if "________ Marat" in text)
        assert say(language, "paper-hours", count=1) not in text
        assert "не предъявлен" not in text
        assert "көрсетілген жоқ" not in text


@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_from_an_overrun_that_may_be_none_it_is_at_most_three_taps_to_a_page_with_its_doubts(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports("police took Dana Made-Up in Almaty")
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{case.id}:contacted")
    await desk.later(hours=4)
    await marat.presses(say(language, "button-papers-overrun", code=case.code))
    page, _ = marat.screen.texts()[-2:]  # below it the first question
    assert say(language, "paper-field-overrun-by") in page
    await marat.presses(say(language, "button-papers-ticks", count=4))
    ticks = marat.screen.texts()[-2]  # the same message
    assert say(language, "paper-doubt-regime-unknown") in ticks
    assert say(language, "paper-doubt-time-started") in ticks


TOLD = "police took Dana Made-Up and Beka Made-Up to Medeu police department in Almaty today at 10:00"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "addressed", "said"),
    [
        ("ru", "Начальнику места содержания: Отдел полиции, Медеуский район\n", "(по словам семьи)"),
        ("kk", "Ұстау орнының бастығына: Полиция бөлімі, Медеу ауданы\n", "(отбасының айтуынша)"),
    ],
)
async def test_what_the_family_says_stands_as_theirs_and_nothing_is_demanded_before_the_term_is_ticked(
    desk: Desk, language: str, addressed: str, said: str
) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(TOLD)
    await rita.presses_data("report/link:relative")
    case = await desk.case()
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{case.id}:contacted")
    await desk.later(hours=4)
    await marat.presses_data(f"occasion:{case.id}:overrun")
    await marat.presses("Dana Made-Up")  # the demand, not the list of all papers
    marat.sees(say(language, "papers-term-unticked"))
    paper = await latest(desk)
    assert not marat.screen.has(f"paper:{paper.id}:make")
    await marat.presses_data(f"paper:{paper.id}:ticks")
    await marat.presses_data(f"paper:{paper.id}:tick-all")
    await marat.presses_data(f"paper:{paper.id}:make")
    text = marat.sees(addressed)
    assert text.count(said) == 2  # where, and since when
    assert "UTC" not in text
    assert ") (" not in text


async def latest(desk: Desk) -> Paper:
    async with desk.reading() as tx:
        return max(await tx.papers.select(), key=lambda paper: paper.id)
