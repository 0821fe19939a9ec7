"""What a lawyer saw: screens that need not be answered, each answer a claim about one person or all, on every card."""

from datetime import datetime

import pytest

from core.casework.case_view import CaseView
from core.casework.claims import SourceKind
from core.model import LANGUAGES
from core.values import Moment
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = "police took two people in Almaty at 11:00 today"
MOST = 900  # characters of one screen of a phone, buttons included
HARM = {"en": "bruises on both arms", "ru": "синяки на обеих руках", "kk": "екі қолында көгерген із бар"}
PLACE = {
    "en": "to Konaev, the city police",
    "ru": "в отдел города Конаев",
    "kk": "Қонаев қаласының бөліміне",
}


async def taken(desk: Desk, language: str = "en", text: str = HELD) -> tuple[Person, Person]:
    """Marat has the case of Rita, and Olga has opened it."""
    marat, olga = await desk.lawyer("Marat", languages=(language,)), await desk.coordinator()
    rita = await desk.reports(text)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await rita.writes("Dana Made-Up, Asel Example")
    await olga.opens(await desk.case())
    await desk.later(minutes=20)
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    return marat, olga


async def view(desk: Desk) -> CaseView:
    async with desk.reading() as tx:
        return await view_of(tx, await desk.case())


async def saw(desk: Desk, person: Person, *words: str, who: str = "0") -> None:
    """What these buttons carry, one after the other, on the newest message."""
    for word in words:
        message = max(person.screen.messages)
        await person.presses_data(f"saw:{(await desk.case()).id}:{who}:{word}", message)


def at(found: CaseView, kind: str, who: int | None = None) -> datetime | None:
    """The moment of a kind, as it is said of a person or of all."""
    fact = found.of(who, kind)
    return fact.time if fact is not None and isinstance(fact.value, Moment) else None


def button(person: Person, label: str) -> str:
    """The data of the newest button with this label."""
    return person.screen.button(label)[1].data


# --- the screens


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_each_screen_fits_on_a_phone_and_has_a_way_back(desk: Desk, language: str) -> None:
    marat, _ = await taken(desk, language)
    say = desk.service.words.say
    await saw(desk, marat, "open")
    marat.sees(say(language, "saw-head", code=(await desk.case()).code, who=say(language, "saw-everybody")))
    questions = (
        "started",
        "delivered",
        "is",
        "freed",
        "protocol",
        "delivery",
        "medical",
        "notice",
        "release",
        "private",
        "harm",
    )
    for word in (*questions, "moved", "who", "menu"):
        await saw(desk, marat, word)
        shown = marat.screen.texts()[-1]
        assert len(shown) <= MOST, shown
        assert word == "menu" or say(language, "saw-back") in shown or word == "who"
    assert (await view(desk)).fact("status") is None  # looking says nothing


@pytest.mark.slow
async def test_it_is_asked_after_coming_out_and_need_not_be_answered(desk: Desk) -> None:
    marat, _ = await taken(desk)
    number = (await desk.case()).id
    await marat.presses_data(f"first:{number}:admitted")
    await marat.presses_data(f"first:{number}:out")
    marat.sees("What did you see? Choose what you know; nothing has to be answered.")
    await marat.writes("the family is told")
    assert [fact.value for fact in (await view(desk)).history("note")] == ["the family is told"]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_papers_are_claims_and_stand_on_the_cards_in_one_line(desk: Desk, language: str) -> None:
    marat, olga = await taken(desk, language)
    await saw(desk, marat, "open", "delivery-yes", "medical-no", "notice-unseen", "release-no", "private-yes")
    found = await view(desk)
    kinds = ("delivery_certificate", "medical_examination", "phone_notice", "release_certificate")
    assert [found.value(kind) for kind in kinds] == ["yes", "no", "unseen", "no"]
    assert found.value("met_privately") == "yes"
    for person, of in ((marat, language), (olga, "en")):
        say = desk.service.words.say
        person.sees(
            f"✓ {say(of, 'saw-delivery')} · ✗ {say(of, 'saw-medical')} · ? {say(of, 'saw-notice')} · "
            f"✗ {say(of, 'saw-release')} · ✓ {say(of, 'saw-private')}"
        )


# --- times


@pytest.mark.slow
@pytest.mark.parametrize(("language", "text"), [("en", "11:40"), ("ru", "в 11:40"), ("kk", "сағат 11:40")])
async def test_the_time_in_the_protocol_can_be_typed_and_the_paper_says_it(
    desk: Desk, language: str, text: str
) -> None:
    marat, olga = await taken(desk, language)
    await saw(desk, marat, "open", "protocol")
    await marat.writes(text)
    found = await view(desk)
    assert at(found, "protocol") == datetime.fromisoformat("2018-09-17T11:40+06:00")
    fact = found.fact("protocol")
    assert fact is not None
    assert fact.source == (SourceKind.PAPER, (await desk.membership(marat)).id)
    assert found.value("protocol_seen") == "yes"
    olga.sees("Record written: 17.09.2018 11:40")


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_since_when_somebody_is_held_is_said_there_and_the_laws_hours_count_from_it(
    desk: Desk, language: str
) -> None:
    marat, _ = await taken(desk, language, "police took a man in Almaty")
    say = desk.service.words.say
    await marat.opens_more()
    marat.sees(say(language, "clock-from-first-said"))
    await saw(desk, marat, "open", "started")
    await marat.writes("10:10")
    marat.sees(
        say(language, "state-yours"), "17.09 10:10", say(language, "clock-from-started"), "17.09 13:10"
    )
    await saw(desk, marat, "open", "started-120", "delivered")
    await marat.writes("11:20")
    found = await view(desk)
    assert at(found, "started") == datetime.fromisoformat("2018-09-17T10:20+06:00")  # as it was said last
    assert at(found, "delivered") == datetime.fromisoformat("2018-09-17T11:20+06:00")
    assert f"[{say(language, 'saw-delivered')}: 17.09 11:20]" in marat.screen.texts()[-1]


async def test_held_since_an_hour_that_has_not_come_is_a_note_and_no_clock_waits_for_it(desk: Desk) -> None:
    marat, _ = await taken(desk, "en", "police took a man in Almaty")
    await saw(desk, marat, "open", "started")
    await marat.writes("18:40")
    found = await view(desk)
    assert found.fact("started") is None
    assert [fact.value for fact in found.history("note")] == ["18:40"]
    marat.sees("no time was understood")


async def test_a_protocol_that_says_a_time_before_the_detention_is_kept_and_both_are_shown(
    desk: Desk,
) -> None:
    marat, olga = await taken(desk)
    await saw(desk, marat, "open", "protocol")
    await marat.writes("10:15")
    told = "⚠ Record written: 17.09.2018 10:15: before the detention (17.09.2018 11:00). Both are kept."
    marat.sees("noted.", told)
    olga.sees("Since: 17.09.2018 11:00", told)
    assert at(await view(desk), "protocol") == datetime.fromisoformat("2018-09-17T10:15+06:00")


async def test_a_time_to_come_is_kept_as_said_and_answered(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await saw(desk, marat, "open", "protocol")
    await marat.writes("18:40")
    marat.sees("⚠ Record written: 17.09.2018 18:40: when that was said (17.09 12:20), it was still to come.")
    assert at(await view(desk), "protocol") == datetime.fromisoformat("2018-09-17T18:40+06:00")


@pytest.mark.slow
async def test_words_that_name_no_time_stay_a_note_and_the_question_waits(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await saw(desk, marat, "open", "protocol")
    await marat.writes("the duty officer is rude", "not let in", "11:40")
    found = await view(desk)
    assert [fact.value for fact in found.history("note")] == ["the duty officer is rude"]
    assert [fact.value for fact in found.history("visit")] == ["contacted", "refused"]
    assert at(found, "protocol") == datetime.fromisoformat("2018-09-17T11:40+06:00")


@pytest.mark.slow
async def test_what_was_asked_is_forgotten_after_an_hour(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await saw(desk, marat, "open", "protocol")
    await desk.later(minutes=61)
    await marat.writes("11:40")
    assert (await view(desk)).fact("protocol") is None


# --- statuses


@pytest.mark.slow
async def test_a_status_is_a_history_of_one_person(desk: Desk) -> None:
    marat, olga = await taken(desk)
    dana = str((await view(desk)).persons[0].id)
    await saw(desk, marat, "open", "is-witness")
    await saw(desk, marat, "is-witness_defence", who=dana)
    await marat.writes("11:30")
    await desk.later(minutes=10)
    await saw(desk, marat, "is-suspect", who=dana)
    olga.sees(
        "⚖️ everybody: witness 17.09 12:20",
        "⚖️ Dana Made-Up: witness with the right to defence 17.09 11:30 → suspect 17.09 12:30",
    )
    found = await view(desk)
    others = found.persons[1].id
    assert [fact.value if (fact := found.of(who, "status")) else "" for who in (int(dana), others)] == [
        "suspect",
        "witness",
    ]


@pytest.mark.slow
async def test_a_status_that_another_source_contradicts_is_shown_with_who_says_it(desk: Desk) -> None:
    marat, olga = await taken(desk)
    await saw(desk, marat, "open", "is-suspect")
    await desk.later(minutes=5)
    await saw(desk, olga, "open", "is-witness")
    told = "⚖️ everybody: suspect 17.09 12:20 (Marat) · witness 17.09 12:25 (Olga)"
    marat.sees(told)
    olga.sees(told)


@pytest.mark.slow
async def test_a_release_is_a_status_and_its_time(desk: Desk) -> None:
    marat, olga = await taken(desk)
    dana, asel = (person.id for person in (await view(desk)).persons)
    await saw(desk, marat, "open")
    await saw(desk, marat, "freed", "is-released_bail", "since-30", who=str(dana))
    found = await view(desk)
    assert [fact.value for fact in found.history("status", dana)] == ["released_bail"]
    assert at(found, "released_at", dana) == datetime.fromisoformat("2018-09-17T11:50+06:00")
    assert at(found, "released_at", asel) is None
    olga.sees("Released: Dana Made-Up: about 17.09.2018 11:50")
    await saw(desk, marat, "is-released", who=str(asel))
    await marat.writes("10:00")
    marat.sees("⚠ Asel Example: Released: 17.09.2018 10:00: before the detention (17.09.2018 11:00).")


@pytest.mark.slow
async def test_somebody_without_a_name_can_be_spoken_of_and_there_are_no_more_of_them_than_were_taken(
    desk: Desk,
) -> None:
    marat, olga = await taken(desk, text="police took three people in Almaty at 11:00 today")
    await saw(desk, marat, "open", "who")
    marat.sees("of whom is it said?", "Dana Made-Up", "Asel Example", "person 1 without a name")
    await saw(desk, marat, "is-suspect", who="new")
    olga.sees("⚖️ person 1 without a name: suspect 17.09 12:20")
    assert len((await view(desk)).persons) == 3
    await saw(desk, marat, "is-witness", who="new")  # the old button
    assert len((await view(desk)).persons) == 3


@pytest.mark.slow
async def test_a_person_of_another_case_is_nobody_here(desk: Desk) -> None:
    marat, _ = await taken(desk)
    mine = await desk.case()
    rita = await desk.reports("police took a man in Astana", name="Vera")
    await rita.writes("Timur Made-Up")
    other = (await view(desk)).persons[0].id
    await marat.presses_data(f"saw:{mine.id}:{other}:is-suspect")
    marat.sees("This is not possible any more")
    async with desk.reading() as tx:
        said = [(claim.kind, claim.value) for claim in await tx.claims.select()]
    assert ("status", "suspect") not in said


# --- words


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_about_ill_treatment_are_read_by_whoever_sees_the_case_and_said_back_to_nobody(
    desk: Desk, language: str
) -> None:
    marat, olga = await taken(desk, language)
    aida = await desk.coordinator("Aida")
    await saw(desk, marat, "open", "harm-yes")
    await marat.writes(HARM[language])
    found = await view(desk)
    assert (found.value("ill_treatment"), found.value("treatment")) == ("yes", HARM[language])
    olga.sees("Case ", HARM[language])
    assert marat.count(HARM[language]) == 1  # the card
    aida.sees_nothing_of(HARM[language])
    assert found.history("note") == ()


async def test_who_went_on_to_something_else_answers_no_earlier_question(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await saw(desk, marat, "open", "harm-yes")
    case = await desk.case()
    await marat.presses_data(f"proceedings:{case.id}")
    await marat.writes("stuck in traffic, there at 20:00")
    found = await view(desk)
    assert found.value("treatment") is None
    assert [fact.value for fact in found.history("note")] == ["stuck in traffic, there at 20:00"]


@pytest.mark.slow
async def test_of_whoever_was_taken_elsewhere_coordinators_are_asked(desk: Desk) -> None:
    marat, olga = await taken(desk)
    await saw(desk, marat, "open", "moved-30")
    olga.sees("taken to another place")
    await marat.writes("the second station, Abay street")
    olga.sees("taken to another place", "Taken to: the second station, Abay street")
    assert at(await view(desk), "transferred") == datetime.fromisoformat("2018-09-17T11:50+06:00")
    assert (await desk.case()).city == "almaty"


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_of_all_who_were_taken_to_another_region_the_case_is_there(desk: Desk, language: str) -> None:
    marat, olga = await taken(desk, language)
    before = await desk.case()
    await saw(desk, marat, "open", "moved-0")
    olga.rang()
    await marat.writes(PLACE[language])
    after = await desk.case()
    assert after.city == "konaev"
    assert after.region != before.region
    assert olga.rang() == 1
    olga.sees("taken to another place", f"Taken to: {PLACE[language]}")


async def test_of_one_of_several_who_was_taken_elsewhere_the_case_stays_where_it_is(desk: Desk) -> None:
    marat, olga = await taken(desk)
    dana = str((await view(desk)).persons[0].id)
    await saw(desk, marat, "open")
    await saw(desk, marat, "moved-0", who=dana)
    await marat.writes(PLACE["en"])
    assert (await desk.case()).city == "almaty"
    olga.sees(f"Taken to: Dana Made-Up: {PLACE['en']}")


async def test_a_screen_goes_when_the_case_does(desk: Desk) -> None:
    marat, _ = await taken(desk)
    dana = str((await view(desk)).persons[0].id)
    await saw(desk, marat, "open")
    await saw(desk, marat, "menu", who=dana)
    marat.sees("about: Dana Made-Up")
    await marat.presses("Give back")
    marat.sees_nothing_of("Dana Made-Up")


async def test_who_is_alone_in_a_case_is_not_everybody(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports("police took a man in Almaty")
    await marat.presses("I'll take it", "What I saw")
    marat.sees("about: the person")
    await saw(desk, marat, "medical-yes")
    marat.sees("📋 the person: ✓ Medical examination")


@pytest.mark.slow
async def test_a_time_dates_the_status_of_whom_it_was_asked(desk: Desk) -> None:
    marat, _ = await taken(desk)
    dana, asel = (person.id for person in (await view(desk)).persons)
    await saw(desk, marat, "open")
    await saw(desk, marat, "is-suspect", who=str(dana))
    await saw(desk, marat, "is-witness", who=str(asel))
    await saw(desk, marat, "since-60", who=str(dana))
    found = await view(desk)
    said = [(fact.value, fact.time) for who in (dana, asel) if (fact := found.of(who, "status"))]
    assert said == [
        ("suspect", datetime.fromisoformat("2018-09-17T11:20+06:00")),
        ("witness", datetime.fromisoformat("2018-09-17T12:20+06:00")),
    ]


@pytest.mark.slow
async def test_a_long_message_with_an_hour_in_it_is_a_note(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await saw(desk, marat, "open", "protocol")
    text = "her sister says that she brought the bag at 11:40"
    await marat.writes(text)
    found = await view(desk)
    assert found.fact("protocol") is None
    assert [fact.value for fact in found.history("note")] == [text]


@pytest.mark.slow
async def test_what_was_asked_of_a_case_that_is_given_back_waits_for_nothing(desk: Desk) -> None:
    marat, _ = await taken(desk)
    await saw(desk, marat, "open", "harm-yes")
    await marat.presses("Give back")
    await marat.writes("bruises on both arms")
    assert (await view(desk)).fact("treatment") is None


@pytest.mark.slow
async def test_ill_treatment_that_was_seen_looks_for_a_second_lawyer(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    saule.rang()
    case = await desk.case()
    await marat.presses_data(f"saw:{case.id}:0:harm-yes")
    case = await desk.case()
    assert (case.wants_second, case.wanted) == (True, ("torture",))
    await desk.later(minutes=1)
    assert (await desk.states())["Saule"] == "offered"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_that_tell_of_no_ill_treatment_are_given_back_and_become_a_note(
    desk: Desk, language: str
) -> None:
    marat, _ = await taken(desk, language)
    say = desk.service.words.say
    await saw(desk, marat, "open", "harm-yes")
    await marat.writes("Baian Made-Up, room 14")
    marat.sees(say(language, "prompt-took", what=say(language, "saw-harm")))
    assert (await view(desk)).value("treatment") == "Baian Made-Up, room 14"
    await marat.presses(say(language, "button-not-this"))
    found = await view(desk)
    assert found.fact("treatment") is None
    assert [fact.value for fact in found.history("note")] == ["Baian Made-Up, room 14"]


async def test_where_somebody_was_taken_is_given_back_and_the_case_is_where_it_was(desk: Desk) -> None:
    marat, olga = await taken(desk)
    before = await desk.case()
    await saw(desk, marat, "open", "moved-0")
    await marat.writes(PLACE["en"])
    assert (await desk.case()).region != before.region
    await marat.presses("Not this")
    after = await desk.case()
    assert (after.city, after.region) == (before.city, before.region)
    assert (await view(desk)).fact("taken") is None
    olga.sees_nothing_of("taken to another place")
