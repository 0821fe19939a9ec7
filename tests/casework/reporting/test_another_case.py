"""Words about something else than the report whose form is open: another city, other people."""

import pytest
from msgspec.structs import replace

from core.conversation.forms import Answer, AnswerSource, answers_to_data
from core.incoming import Forwarded
from core.values import Place
from tests.casework.story_desk import Desk, Person

HELD = "police took my brother in Almaty"
ASKED = "Is this another case?"


async def told(desk: Desk, text: str = HELD) -> tuple[Person, Person, Person, Person]:
    """Rita's form about Almaty is open. Marat is a lawyer there, Aida in Astana; Olga coordinates."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    aida = await desk.lawyer("Aida", cities=("astana",))
    rita = await desk.reports(text)
    for one in (marat, aida, olga, rita):
        one.rang()
    return rita, marat, aida, olga


async def cities(desk: Desk) -> list[str | None]:
    async with desk.reading() as tx:
        return [case.city for case in sorted(await tx.cases.select(), key=lambda case: case.id)]


async def aida_id(desk: Desk) -> int:
    async with desk.reading() as tx:
        return next(member.id for member in await tx.members.select() if member.name == "Aida")


ELSEWHERE = [
    "police took a man in Astana",
    "they took my sister in Astana",
    "also in Astana police detained three people, her too",
    "в Астане задержали ещё троих",
    "Астанада үш адамды ұстады",
]


@pytest.mark.parametrize("text", ELSEWHERE)
async def test_a_happening_in_another_city_is_a_report_of_its_own_and_its_lawyers_are_asked(
    desk: Desk, text: str
) -> None:
    rita, marat, aida, olga = await told(desk)
    await rita.writes(text)
    assert await cities(desk) == ["almaty", "astana"]
    assert (aida.rang(), marat.rang(), olga.rang()) == (1, 0, 0)
    async with desk.reading() as tx:
        first, second = await tx.reports.select()
        assert [e.payload["text"] for e in await tx.entries.by(report_id=second.id)] == [text]
        assert {first.state, second.state} == {"open"}


async def test_what_is_written_next_belongs_to_the_new_one(desk: Desk) -> None:
    rita, _, aida, _ = await told(desk)
    await rita.writes("police took a man in Astana", "near the opera")
    await aida.presses("I'll take it")
    aida.sees("Case", "near the opera")


@pytest.mark.parametrize(
    "text",
    [
        "he is held in Astana, they beat him",
        "my brother is held in Astana police",
        "police took a student from Astana",
        "they also took three people to Astana",
    ],
)
async def test_what_may_be_the_same_person_is_asked_and_a_coordinator_reads_it_meanwhile(
    desk: Desk, text: str
) -> None:
    rita, _, aida, olga = await told(desk)
    await rita.writes(text)
    rita.sees("You have named another place: Astana", ASKED, "[Yes, another] [No, the same]")
    assert rita.rang() == 1
    is_there = "from Astana" not in text
    assert (await cities(desk), aida.rang()) == (["almaty"], int(is_there))
    assert olga.rang() == (2 if "beat" in text else 1)  # violence is heard besides
    olga.sees("names another city", "[Astana]")


async def test_yes_begins_another_report_with_these_words_and_the_coordinator_need_not_read(
    desk: Desk,
) -> None:
    rita, _, aida, olga = await told(desk)
    await rita.writes("he is held in Astana, they beat him")
    assert aida.rang() == 1
    await rita.presses("Yes, another")
    assert (await cities(desk), aida.rang()) == (["almaty", "astana"], 1)
    async with desk.reading() as tx:
        offers = [offer.state for offer in await tx.alerts.select() if offer.member_id == await aida_id(desk)]
    assert sorted(offers) == ["offered", "withdrawn"]  # nobody there is asked about Almaty any more
    olga.sees("Settled:")
    olga.sees_nothing_of("names another city")


async def test_no_keeps_them_and_the_form_goes_on(desk: Desk) -> None:
    rita, _, _aida, olga = await told(desk)
    await rita.writes("he is held in Astana, they beat him")
    await rita.presses("No, the same")
    rita.sees("Noted: it is the same case.")
    rita.sees_nothing_of(ASKED)
    assert "[Skip]" in rita.screen.texts()[-1]
    assert await cities(desk) == ["almaty"]
    olga.sees("names another city")  # whether the person was moved is still to be found out


async def test_a_coordinator_taps_the_city_and_its_lawyers_are_asked(desk: Desk) -> None:
    rita, _, aida, olga = await told(desk)
    await rita.writes("he is held in Astana, they beat him")
    assert aida.rang() == 1
    await olga.presses("Astana")
    assert (await cities(desk), aida.rang()) == (["astana"], 1)
    olga.sees_nothing_of("names another city")


@pytest.mark.parametrize(
    ("where", "offered"),
    [
        ("Almaty", "[Astana] [Shymkent] [Aktobe]\n[Karaganda] [Taraz] [Aktau]"),
        ("Turkistan region", "[Astana] [Almaty] [Shymkent]\n[Aktobe] [Karaganda] [Taraz]"),
    ],
)
async def test_what_was_named_is_offered_first_then_the_larger_cities_and_never_where_the_case_is(
    desk: Desk, where: str, offered: str
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(f"police took Dana Made-Up in {where}")
    await rita.writes("he is held in Astana, they beat him")
    olga.sees("names another city", f"[✅ I'll take it]\n{offered}")


@pytest.mark.parametrize(("others", "first"), [(4, "Zhambyl Region"), (5, "Zhambyl Region")])
async def test_a_place_is_looked_for_in_the_last_five_messages(desk: Desk, others: int, first: str) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.writes("he is held in Astana, they beat him")
    await rita.writes("we were told that it is somewhere in Zhambyl region now")
    for number in range(others):
        await rita.writes(f"the door of the house is blue, number {number}")
    olga.sees("names another city", f"[✅ I'll take it]\n[{first}]")


@pytest.mark.parametrize(
    "text",
    ["sorry not in Almaty, in Astana", "ой не в Алматы в Астане", "қате жаздым Астана", "typo, Astana"],
)
async def test_a_slip_is_put_right_and_the_lawyers_of_the_other_city_are_asked(desk: Desk, text: str) -> None:
    rita, _, aida, _olga = await told(desk)
    await rita.writes(text)
    rita.sees("→ Astana") if "sorry" in text or "typo" in text else None
    assert (await cities(desk), aida.rang()) == (["astana"], 1)


MOVED = [
    "they took him to Karaganda",
    "he was moved to Karaganda",
    "его перевезли в Караганду",
    "оны Қарағандыға апарды",
]


@pytest.mark.parametrize("text", MOVED)
async def test_who_is_brought_to_another_city_stays_in_the_case_and_a_coordinator_reads_it(
    desk: Desk, text: str
) -> None:
    rita, _, _, olga = await told(desk)
    await rita.writes(text)
    assert await cities(desk) == ["almaty"]
    assert olga.rang() == 1
    olga.sees("names another city", "[Karaganda]")
    rita.sees_nothing_of(ASKED)


@pytest.mark.parametrize(
    "text",
    [
        "his mother lives in Karaganda, call her",
        "he is 16",
        "at the station in Almaty",
        "nobody was detained in Astana",
    ],
)
async def test_what_tells_of_nothing_there_is_an_answer_as_before(desk: Desk, text: str) -> None:
    rita, _, aida, olga = await told(desk)
    await rita.writes(text)
    assert (await cities(desk), aida.rang()) == (["almaty"], 0)
    olga.sees_nothing_of("names another city")
    rita.sees_nothing_of(ASKED)


async def is_asked(desk: Desk, question: str) -> None:
    """The form stands at this question."""
    async with desk.writing() as tx:
        (dialogue,) = await tx.dialogues.select()
        tx.dialogues.put(replace(dialogue, revisiting=question))


async def test_where_they_were_taken_may_be_another_city(desk: Desk) -> None:
    rita, _, aida, olga = await told(desk)
    await is_asked(desk, "taken")
    await rita.writes("they keep people in Astana, in the detention centre")
    rita.sees(ASKED)
    assert (await cities(desk), aida.rang(), olga.rang()) == (["almaty"], 1, 1)


async def test_the_place_is_corrected_by_its_own_question(desk: Desk) -> None:
    rita, _, aida, _ = await told(desk)
    await is_asked(desk, "place")
    await rita.writes("it happened in Astana, police took him there")
    rita.sees_nothing_of(ASKED)
    assert (await cities(desk), aida.rang()) == (["astana"], 1)


@pytest.mark.parametrize("text", ["police took a man in Astana", "he was moved to Astana"])
async def test_a_forwarded_post_begins_nothing(desk: Desk, text: str) -> None:
    rita, _, aida, olga = await told(desk)
    await rita.writes(text, forwarded=Forwarded(desk.now))
    assert (await cities(desk), aida.rang(), olga.rang()) == (["almaty"], 0, 0)


async def test_others_in_another_district_of_the_city_are_asked_about(desk: Desk) -> None:
    rita, _, _, olga = await told(desk, "police took my brother in Almaty, Medeu district")
    await rita.writes("also took three people in Almaty, Turksib district")
    rita.sees(ASKED)
    assert olga.rang() == 1


@pytest.mark.parametrize("text", ["they took my brother in Astana", "he is held in Astana, they beat him"])
async def test_a_draft_about_one_city_does_not_swallow_what_happens_in_another(desk: Desk, text: str) -> None:
    aida = await desk.lawyer("Aida", cities=("astana",))
    vera = desk.person("Vera")
    await vera.presses_data("report/situation:missing")
    async with desk.writing() as tx:
        (dialogue,) = await tx.dialogues.select()
        place = Answer(Place(region="almaty-city", city="almaty"), AnswerSource.WORDS, desk.now)
        tx.dialogues.put(replace(dialogue, answers=answers_to_data({"place": place})))
    await vera.writes(text)
    assert (await cities(desk), aida.rang()) == (["astana"], 1)


# --- after the form


async def finished(desk: Desk) -> tuple[Person, Person, Person, Person]:
    rita, marat, aida, olga = await told(desk)
    await desk.later(hours=13)
    for one in (marat, aida, olga, rita):
        one.rang()
    return rita, marat, aida, olga


@pytest.mark.slow
async def test_after_the_form_it_is_a_report_of_its_own_too(desk: Desk) -> None:
    rita, _, aida, _ = await finished(desk)
    await rita.writes("police took a man in Astana")
    assert (await cities(desk), aida.rang()) == (["almaty", "astana"], 1)


@pytest.mark.slow
async def test_after_the_form_what_may_be_the_same_is_asked_and_read(desk: Desk) -> None:
    rita, _, _aida, olga = await finished(desk)
    await rita.writes("he is held in Astana, they beat him")
    rita.sees("Passed on: we are contacting lawyers again, as urgent", ASKED, "[Yes, another] [No, the same]")
    assert (await cities(desk), olga.count("names another city")) == (["almaty"], 1)
    await rita.presses("No, the same")
    rita.sees("Noted: it is the same case.")


@pytest.mark.slow
async def test_with_several_reports_what_happens_where_none_of_them_is_begins_one(desk: Desk) -> None:
    rita, _, aida, _ = await told(desk)
    await rita.writes("/report", "police took a man in Aktau")
    await desk.later(hours=13)
    aida.rang()
    await rita.writes("he is held in Astana, they beat him")
    assert (await cities(desk), aida.rang()) == (["almaty", "aktau", "astana"], 1)
    await desk.later(hours=13)
    await rita.writes("they took her in Aktau")
    rita.sees("Which of your reports")


async def test_the_owner_hears_that_the_person_was_moved(desk: Desk) -> None:
    rita, marat, _, olga = await told(desk)
    await marat.presses("I'll take it")
    marat.rang()
    await rita.writes("they took him to Karaganda")
    assert (marat.rang(), olga.rang()) == (1, 1)
    marat.sees("new: moved")
    assert "[Karaganda]" not in olga.sees("names another city")


@pytest.mark.parametrize(("language", "said"), [("ru", "Это другой случай?"), ("kk", "Бұл басқа оқиға ма?")])
async def test_it_is_asked_in_the_persons_language(desk: Desk, language: str, said: str) -> None:
    rita, _, _, _ = await told(desk)
    await rita.presses_data(f"language:{language}")
    await rita.writes(
        "он задержан в Астане, его бьют" if language == "ru" else "оны Астанада ұстады, ұрып жатыр"
    )
    rita.sees(said)
