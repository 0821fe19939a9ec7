"""A permission that is taken back beside a threat rings a coordinator; kin of any degree may speak for the family."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану Придуманову в Алматы",
    "kk": "Алматыда Дана Ойданшығарылғанды полиция ұстады",
}
THREAT = {
    "en": ["do not publish the name, they threaten her", "remove the name, she is being blackmailed"],
    "ru": ["уберите имя, ему угрожают", "не публикуйте имя, её запугивают"],
    "kk": ["атын жарияламаңыз, оны қорқытып жатыр", "атын өшіріңіз, қысым көрсетіп жатыр"],
}
WITHOUT = {"en": "do not publish the name", "ru": "не публикуйте имя", "kk": "атын жарияламаңыз"}
KIN = {
    "en": ["I'm his aunt", "I am her niece", "I'm his stepmother"],
    "ru": ["я его тётя", "Я ей двоюродный брат", "прихожусь ему дядей", "я его крёстная"],
    "kk": ["мен әпкесімін", "мен оның тәтесімін", "жиенімін", "мен оның жеңгесі боламын"],
}


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in THREAT[of]])
@pytest.mark.parametrize("taken", [True, False])
async def test_a_withdrawal_with_a_threat_rings_a_coordinator_and_holds(
    desk: Desk, language: str, text: str, taken: bool
) -> None:
    say = desk.service.words.say
    olga, marat = await desk.coordinator(languages=(language,)), await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    if taken:
        await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=1)
    olga.rang()
    await rita.writes(text)
    assert olga.rang() == 1
    olga.sees(say(language, "ask-threat"))
    olga.sees_nothing_of(text)
    report = await desk.report()
    async with desk.reading() as tx:
        said = await tx.claims.by(report_id=report.id)
    assert "publication" in [claim.kind for claim in said]


async def test_at_night_too(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    rita = await desk.reports(HELD["en"])
    await desk.later(hours=14)
    olga.rang()
    await rita.writes(THREAT["en"][0])
    assert olga.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_a_threat_it_holds_and_rings_nobody(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    olga.rang()
    await rita.writes(WITHOUT[language])
    assert olga.rang() == 0


async def test_of_a_closed_case_it_rings_a_coordinator_too(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports("police took me in Almaty")
    await marat.presses("I'll take it", "Released", "Released")
    await desk.later(minutes=30)
    olga.rang()
    await rita.writes(THREAT["en"][0])
    assert olga.rang() >= 1
    olga.sees("tells of a threat")


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in KIN[of]])
async def test_kin_of_any_degree_is_family(desk: Desk, language: str, text: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    async with desk.reading() as tx:
        said = [c for c in await tx.claims.by(report_id=(await desk.report()).id) if c.kind == "link"]
    assert [claim.value for claim in said][-1] == "relative"
    await rita.writes(WITHOUT[language])
    rita.sees(desk.service.words.say(language, "consent-forbidden", what="publication", before="no"))
