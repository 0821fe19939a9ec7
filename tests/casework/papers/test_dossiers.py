"""The dossier of a stored case: what is loaded for it, what consents leave of it, and the case that a stub leads to."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from core.clocks.computation import legal_clocks
from core.papers.asked_fields import FIELDS
from core.papers.dossier import Dossier
from core.papers.paper_kinds import PaperKind
from core.values import Moment, Precision, Value
from core.vocabulary import ConsentUse, RecordKind
from handlers.cards.case_loading import view_of
from handlers.casework import facts
from handlers.papers.dossiers import load_dossier
from tests.casework.linking.test_same_case import FRIEND, SAME, WIFE
from tests.casework.proceedings.test_promise_not_to_disclose import family_allows, promised
from tests.casework.story_desk import Desk, Person
from tests.papers.matters import leaf, text

HELD = "полиция забрала Дану Ахметову в Алматы, в 15:00"


def kind(desk: Desk, **more: Any) -> PaperKind:
    """A paper of the country, or one like it."""
    return replace(desk.service.papers.kinds["demand_for_release"], **more)


async def built(desk: Desk, member: Person, number: int = -1, language: str = "ru", **more: Any) -> Dossier:
    """That of the one person of a case."""
    case, signer = await desk.case(number), await desk.membership(member)
    async with desk.reading() as tx:
        return await load_dossier(tx, desk.service, case, None, kind(desk, **more), language, signer)


async def says(desk: Desk, member: Person, path: str, value: Value) -> None:
    """What is asked for a paper is answered."""
    case, who = await desk.case(), await desk.membership(member)
    async with desk.writing() as tx:
        claim = facts.member_claim(tx, case, who, FIELDS[path].kind, value)
        await facts.record(tx, desk.service, case, claim)


async def taken(desk: Desk, words: str = HELD) -> Person:
    """By a lawyer who is on it."""
    marat = await desk.lawyer(languages=("ru",))
    await desk.reports(words, language="ru")
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case())).id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    return marat


async def test_what_is_known_of_a_case_and_of_whoever_writes(desk: Desk) -> None:
    tree = await built(desk, await taken(desk))
    assert text(tree, "case.city") == "Алматы"
    assert (text(tree, "lawyer.name"), text(tree, "signer.office")) == ("Marat", "адвокат")
    assert text(tree, "organisation.address") == "1 Made-Up Street, Almaty"
    assert "133" in text(tree, "law.cpc_133_2")
    assert text(tree, "paper.date") == "17 сентября 2018 года"
    assert not leaf(tree, "person.name").verified


async def test_a_name_is_declined_where_that_is_sure(desk: Desk) -> None:
    tree = await built(desk, await taken(desk, "полиция забрала Алмат Жумагулов в Алматы"))
    assert (text(tree, "person.name_dative"), text(tree, "person.sex")) == ("Алмату Жумагулову", "мужской")
    english = await built(desk, await desk.coordinator(), language="en")
    assert text(english, "person.name_dative") == ""


async def test_what_a_lawyer_answers_for_one_paper_is_there_for_the_next(desk: Desk) -> None:
    marat = await taken(desk)
    await says(desk, marat, "person.occupation", "учитель")
    await says(desk, marat, "lawyer.order", "№ 1 от 17.09.2018")
    tree = await built(desk, marat)
    assert (text(tree, "person.occupation"), leaf(tree, "person.occupation").verified) == ("учитель", True)
    assert text(tree, "lawyer.order") == "№ 1 от 17.09.2018"


async def test_a_paper_that_needs_consent_has_no_name_until_the_family_allows_it(desk: Desk) -> None:
    marat, _ = await promised(desk)
    await family_allows(desk)
    bound = await built(desk, marat.person, use=None)
    assert text(bound, "person.name") == "житель города Алматы"
    olga = await desk.coordinator("Aida")
    case = await desk.case()
    async with desk.writing() as tx:
        freed = facts.member_claim(tx, case, await desk.membership(olga), "undertaking_decided", "free")
        await facts.record(tx, desk.service, case, freed)
    published = await built(desk, marat.person, use=ConsentUse.PUBLICATION)
    assert text(published, "person.name") not in ("", "житель города Алматы")
    authorities = await built(desk, marat.person, use=ConsentUse.AUTHORITIES)
    assert text(authorities, "person.name") == "житель города Алматы"  # that was not asked


async def test_of_a_stub_the_dossier_is_that_of_the_case_its_reports_feed(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await desk.reports(WIFE)
    await desk.reports(FRIEND, language="ru")
    await desk.later(minutes=2)
    await olga.presses(SAME)
    cases = [await desk.case(number) for number in (0, 1)]
    (stub,) = (number for number, case in enumerate(cases) if case.record is RecordKind.STUB)
    tree = await built(desk, marat, stub)
    assert text(tree, "case.code") == cases[1 - stub].code
    assert text(tree, "person.name")


async def test_a_date_of_birth_tells_the_law_s_clocks_that_somebody_is_a_minor(desk: Desk) -> None:
    marat = await taken(desk)
    born = Moment(desk.now - timedelta(days=16 * 366), Precision.DAY, exact=True)
    await says(desk, marat, "person.born", born)
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    all = legal_clocks(desk.service.law, view, desk.service.zone)
    courts = [one for one in all if one.row.id == "detention-without-court"]
    assert {one.length.text for one in courts if one.length} == {"24h"}


async def test_an_article_of_a_later_constitution_is_cited_for_no_earlier_fact(desk: Desk) -> None:
    articles = ("constitution-1995-16", "constitution-2026-18")
    tree = await built(desk, await taken(desk), articles=articles)
    assert "1995" in text(tree, "law.constitution_1995_16")
    assert text(tree, "law.constitution_2026_18") == ""
    assert "21" in text(tree, "rights.movement")


@pytest.mark.slow
async def test_an_overrun_that_was_seen_is_in_the_paper(desk: Desk) -> None:
    marat = await taken(desk, "полиция забрала Дану Ахметову в Алматы сегодня в 9 утра")
    await desk.later(hours=60)
    tree = await built(desk, marat)
    assert text(tree, "overrun.by")
    assert leaf(tree, "overrun.by").origins[0].startswith("mark:")
