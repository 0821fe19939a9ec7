"""Whom a case asks first, by what is said of it and what lawyers have told of themselves; and where it stands why."""

import pytest

from core.casework.claims import ReportLink
from core.qualification import Speciality
from core.timeline import TimelineKind
from storage import timeline
from tests.casework.story_desk import Desk

HELD = "police took a man in Almaty"
FOUR = ("Marat", "Saule", "Igor", "Dina")  # one more than are asked at once


async def asked(desk: Desk) -> set[str]:
    """Who has an offer of the newest case."""
    return set(await desk.offers())


async def test_whoever_knows_about_minors_is_asked_first_when_a_minor_is_held(desk: Desk) -> None:
    for name in FOUR:
        await desk.lawyer(name, specialities=(Speciality.MINORS,) if name == "Dina" else ())
    await desk.reports(HELD)
    assert await asked(desk) == {"Marat", "Saule", "Igor"}
    await desk.reports("police took a boy of 15 in Almaty", name="Vera")
    assert (await desk.case()).wanted == ("minors",)
    assert "Dina" in await asked(desk)


async def first_asked(desk: Desk) -> str:
    """Who was asked first about the newest case."""
    return next(str(line[2]["member"]) for line in await desk.history() if line[0] == "offered")


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("police are beating a man in Almaty", ("torture",)),
        ("police took a journalist in Almaty", ("journalists",)),
        (HELD, ()),
    ],
)
async def test_what_is_said_tells_what_a_lawyer_should_know(
    desk: Desk, said: str, wanted: tuple[str, ...]
) -> None:
    await desk.reports(said)
    assert (await desk.case()).wanted == wanted


async def test_who_was_asked_longest_ago_is_asked_first(desk: Desk) -> None:
    lawyers = {name: await desk.lawyer(name) for name in FOUR}
    await desk.reports(HELD)
    assert await asked(desk) == {"Marat", "Saule", "Igor"}
    for name in ("Marat", "Saule", "Igor"):
        offer = (await desk.offers())[name]
        await lawyers[name].presses_data(f"decline:{offer.id}")
    await lawyers["Dina"].presses("I can't")
    await desk.later(minutes=1)
    await desk.reports(HELD, name="Vera")
    assert await first_asked(desk) == "Marat"


async def test_who_has_a_case_in_hand_is_asked_after_who_has_none(desk: Desk) -> None:
    lawyers = [await desk.lawyer(name) for name in FOUR]
    await desk.reports(HELD)
    await lawyers[0].presses("I'll take it")
    await desk.reports(HELD, name="Vera")
    assert await asked(desk) == {"Saule", "Igor", "Dina"}


async def test_a_conflict_about_a_case_counts_for_those_that_share_a_report_with_it(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I can't")
    offer = (await desk.offers())["Marat"]
    await marat.presses_data(f"why:{offer.id}:conflict")
    saule.sees("I'll take it")
    await desk.reports(HELD, name="Vera")
    other, case = await desk.case(0), await desk.case(1)
    assert await asked(desk) == {"Marat", "Saule"}
    async with desk.writing() as tx:
        (report,) = await tx.reports.by(case_id=case.id)
        tx.links.add(ReportLink(tx.new_id(), report.id, other.id, 0, tx.now, "opened"))
    await desk.later(hours=20.1)  # in the morning lawyers are asked again
    lines = [line[2] for line in await desk.history() if line[0] == "offered"]
    assert [line["member"] for line in lines][:2] == ["Marat", "Saule"]
    assert {line["member"] for line in lines[2:]} == {"Saule"}


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("en", "asked: a lawyer of the region (in the city; speaks the language; knows about: minors)"),
        (
            "ru",
            "запрошен ответ: юрист региона (в этом городе; знает язык; специализация: несовершеннолетние)",
        ),
        ("kk", "сұралды: өңірдің заңгері (осы қалада; тілін біледі; мамандануы: кәмелетке толмағандар)"),
    ],
)
async def test_the_history_says_why_somebody_was_asked(desk: Desk, language: str, why: str) -> None:
    await desk.lawyer("Marat", specialities=(Speciality.MINORS,))
    olga = await desk.coordinator(languages=(language,))
    await desk.reports("police took a boy of 15 in Almaty")
    case = await desk.case()
    await olga.opens(case)
    await olga.presses_data(f"history:{case.id}")
    olga.sees(f"{why} · Marat")


async def test_a_line_of_an_earlier_version_tells_only_that_somebody_was_asked(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports(HELD)
    case = await desk.case()
    async with desk.writing() as tx:
        await timeline.append(tx, case.id, 0, TimelineKind.OFFERED, {"step": 0})
    await olga.opens(case)
    await olga.presses_data(f"history:{case.id}")
    assert any(line.endswith(" asked") for line in olga.sees("What was done").splitlines())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "About 360 km from you: help by phone is enough."),
        ("ru", "От вас около 360 км: достаточно помочь по телефону."),
        ("kk", "Сізден шамамен 360 км: телефонмен көмектесу де жетеді."),
    ],
)
async def test_whoever_is_far_reads_how_far_and_that_the_phone_is_enough(
    desk: Desk, language: str, said: str
) -> None:
    marat = await desk.lawyer("Marat", cities=("balkhash",), languages=(language,))
    await desk.reports("police took a man in Karaganda")
    marat.sees(said)


async def test_of_the_neighbours_the_nearest_is_asked_first(desk: Desk) -> None:
    await desk.lawyer("Far", cities=("balkhash",))
    await desk.lawyer("Near", cities=("konaev",))
    await desk.reports(HELD)
    assert await first_asked(desk) == "Near"
