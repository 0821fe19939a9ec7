"""All lists, cards, digests and figures of one moment say the same numbers."""

import re
from datetime import date, timedelta

import pytest

from bot.observability.figures import read_figures
from core.casework.proceedings import DetentionRegime
from core.casework.sieves import BY_NEED, OVER, Sieve, count_sieves
from core.model import LANGUAGES
from handlers.cards.case_standings import load_standings, open_cases
from handlers.daily import digest_figures
from handlers.daily.edition import coordinators_part, make_edition
from tests.casework.clocks.test_clocks_of_a_case import claims
from tests.casework.desk.test_board import board, buttons
from tests.casework.incidents.test_incident_board import puts_in
from tests.casework.story_desk import START, Desk, Person

SHOWN_BY = {  # choices of the board, and what each counts
    "free": (Sieve.UNTAKEN,),
    "taken": (Sieve.TAKEN,),
    "records": (Sieve.RECORD,),
    "refused": (Sieve.REFUSED,),
    "inside": (Sieve.INSIDE,),
    "overdue": (Sieve.SURELY_OVER, Sieve.PERHAPS_OVER),
    "no-station": (Sieve.NO_STATION,),
    "unverified": (Sieve.UNVERIFIED,),
    "for-me": (Sieve.FOR_ME,),
}


async def evening(desk: Desk, language: str) -> Person:
    """Eight cases, of every sort; the coordinator who looks at them."""
    olga = await desk.coordinator(languages=(language,))
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await olga.writes("/incident Night at the square")
    await desk.reports("police took Dana Made-Up in Almaty", name="Rita", confirms=True)
    await _walks(desk, marat, "at_station", "refused")
    await desk.reports("police took Erlan Invented in Almaty to the Medeu police station", name="Vera")
    await _walks(desk, marat, "on_my_way", "at_station", "admitted")
    await desk.reports("police took a man in Almaty", name="Sara")
    await desk.reports("police took my brother", name="Timur")
    await desk.reports("a trial began in Astana", name="Lena")
    await desk.reports("police took Asel Fictional in Almaty", name="Nurlan")
    await saule.presses_data(
        f"accept:{(await desk.offer_to('Saule', await desk.case())).id}"
    )  # and does nothing
    await desk.reports("police took Aibek Nobody in Almaty", name="Gulnar", confirms=True)
    await claims(desk, marat, "regime", DetentionRegime.ADMINISTRATIVE)
    await claims(desk, marat, "delivered", START)
    await desk.reports("police took Zhanar Imagined in Almaty", name="Oleg", confirms=True)
    await olga.presses_data(f"closed:{(await desk.case()).id}:released")
    await olga.writes("Her mother rang us.")
    for number in (0, 1, 2, 4, 5):
        await puts_in(desk, olga, number)
    await desk.later(hours=5)
    return olga


async def _walks(desk: Desk, lawyer: Person, *steps: str) -> None:
    case = await desk.case()
    await lawyer.presses_data(f"accept:{(await desk.offer_to(lawyer.name, case)).id}")
    for step in steps:
        await lawyer.presses_data(f"first:{case.id}:{step}")


async def counted(desk: Desk, reader: Person) -> dict[Sieve, int]:
    async with desk.reading() as tx:
        found = await open_cases(tx)
        here = (await desk.address(reader)).id
        return count_sieves((await load_standings(tx, found, reader=(here,))).values())


async def test_the_numbers_are_those_that_a_person_counts(desk: Desk) -> None:
    olga = await evening(desk, "en")
    found = await counted(desk, olga)
    assert [found[need] for need in BY_NEED] == [4, 2, 1]
    assert found[Sieve.REFUSED] == found[Sieve.INSIDE] == 1
    assert found[Sieve.SURELY_OVER] == 1
    assert found[Sieve.NO_STATION] == 5  # all that hold somebody but Erlan's


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_list_of_one_moment_says_the_same(desk: Desk, language: str) -> None:
    olga = await evening(desk, language)
    truth, say = await counted(desk, olga), desk.service.words.say
    await olga.writes("/cases")
    free, taken, records = (truth[need] for need in BY_NEED)
    assert say(language, "board-head", free=free, taken=taken, records=records) in board(olga)
    await olga.presses_data(next(b.data for b in buttons(olga) if b.data.endswith("ask-which")))
    menu = {button.data.rpartition(":")[2]: int(button.label.split()[-1]) for button in buttons(olga)}
    assert {which: menu[which] for which in SHOWN_BY} == {
        which: sum(truth[sieve] for sieve in of) for which, of in SHOWN_BY.items()
    }
    over = {"surely": truth[Sieve.SURELY_OVER], "perhaps": truth[Sieve.PERHAPS_OVER]}
    assert all(over.values())
    await olga.presses_data(next(b.data for b in buttons(olga) if b.data.endswith(":overdue")))
    assert say(language, "board-only-overdue", **over) in board(olga)
    waiting = truth[Sieve.UNANSWERED]
    olga.sees(say(language, "unclaimed-head", count=waiting, untaken=free))
    olga.sees(*_incident_lines(desk, language, truth))
    await _digests_agree(desk, language, truth)
    async with desk.reading() as tx:
        figures = await read_figures(tx, None)
    assert figures.cases == {need: truth[need] for need in BY_NEED}
    assert figures.clocks_over == {sieve: truth[sieve] for sieve in OVER.values()}


def _incident_lines(desk: Desk, language: str, truth: dict[Sieve, int]) -> list[str]:
    """Of the incident are all but the one without a place and the record."""
    say = desk.service.words.say

    def begins(key: str, count: int) -> str:
        return say(language, key, count=count, identified=0, unidentified=0).partition(" · ")[0]

    return [
        "🧩 Night",
        begins("incident-free", truth[Sieve.UNTAKEN] - 1),
        begins("incident-taken", truth[Sieve.TAKEN]),
        say(language, "incident-unknown-station", count=truth[Sieve.NO_STATION] - 1),
    ]


async def _digests_agree(desk: Desk, language: str, truth: dict[Sieve, int]) -> None:
    day = date(2018, 9, 17)
    async with desk.reading() as tx:
        found = await digest_figures.count(tx, desk.service, None, desk.now + timedelta(seconds=1))
        private = await coordinators_part(tx, desk.service, found, day, language)
        public = (await make_edition(tx, desk.service, day, language)).whole
    say = desk.service.words.say
    assert len(found.private.without) == truth[Sieve.UNTAKEN]
    assert found.private.unanswered == truth[Sieve.UNANSWERED]
    assert found.private.lapsed == 1
    lapsed = say(language, "digest-offers", **dict.fromkeys(OFFERS, 0) | {"lapsed": 1})
    assert re.search(r"[^,]*: 1(?=,)", lapsed.partition(",")[2]).group() in private  # type: ignore[union-attr]
    hearings = say(
        language,
        "digest-overrun",
        surely=truth[Sieve.SURELY_OVER],
        perhaps=truth[Sieve.PERHAPS_OVER],
        hearings=0,
    )
    assert hearings in public


OFFERS = ("total", "accepted", "lapsed", "declined", "expired", "gone", "offered", "withdrawn")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_lawyer_reads_that_there_are_no_open_offers_only_where_there_are_none(
    desk: Desk, language: str
) -> None:
    say = desk.service.words.say
    marat = await desk.lawyer("Marat", languages=(language,))
    await desk.reports("police took Dana Made-Up in Almaty")
    await desk.later(hours=2)  # the time for an answer is over, and the card can still be pressed
    await marat.writes("/cases")
    marat.sees(say(language, "list-still-free", count=1))
    marat.sees_nothing_of(say(language, "list-offers", count=0))
    await marat.presses(say(language, "button-take-free", code=(await desk.case()).code))
    assert (await desk.case()).owner_id is not None
    await marat.writes("/cases")
    marat.sees(say(language, "list-own", count=1), say(language, "list-offers", count=0))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_asks_to_be_read_waits_for_coordinators_without_a_sound_until_one_has_opened_it(
    desk: Desk, language: str
) -> None:
    olga = await desk.coordinator("Olga", languages=(language,))
    vera = await desk.coordinator("Vera", languages=(language,))
    say = desk.service.words.say
    await desk.reports("a trial began in Astana")
    case = await desk.case()
    waits = [(await counted(desk, person))[Sieve.FOR_ME] for person in (olga, vera)]
    assert (waits, olga.rang()) == ([1, 1], 0)
    await vera.writes("/handover")
    vera.sees(say(language, "open-decide", count=1), case.code)
    await olga.opens(case)
    assert [(await counted(desk, person))[Sieve.FOR_ME] for person in (olga, vera)] == [0, 0]
    assert (await counted(desk, olga))[Sieve.RECORD] == 1  # it is no less a record
    for person in (olga, vera):
        person.sees_nothing_of(say(language, "ask-record"))
    vera.screen.messages.clear()
    await vera.writes("/handover")
    vera.sees_nothing_of(case.code)
