"""What an emergency is told by, in many words: somebody of ours hears of it within a minute, whether or not a lawyer has the
case. No sentence here has a row of its own.
"""

from collections.abc import Mapping

import pytest

from core.values import Hearing, value_from_data
from handlers.people.warnings import WARNED
from tests.casework.reporting.test_told_unasked import crew, guest_of
from tests.casework.story_desk import Desk

DAYS = {
    "en": [
        "by the way he was given five days",
        "my aunt says they gave her 15",
        "they put him away for three days",
        "turns out she has to sit seven days",
    ],
    "ru": [
        "кстати, ему дали пять суток",
        "брат говорит, ей дали 15",
        "вкатили десять суток и увезли",
        "оказывается ему присудили трое суток",
    ],
    "kk": [
        "оған бес тәулік берді",
        "анасы айтты, 15 тәулік берілген екен",
        "он күнге жауып тастапты",
        "жеті тәулікке отырғызды",
    ],
}
EMPTY = {
    "en": [
        "Her home is empty, the door was broken open",
        "I came to the flat and nobody is there, neighbours have seen nothing",
        "his whereabouts are unknown, he is in no station",
        "she is not where they said, nobody knows where she was taken",
    ],
    "ru": [
        "квартира пуста, дверь взломана",
        "дома никого, дверь нараспашку",
        "местонахождение неизвестно",
        "никто не знает, куда её увезли",
    ],
    "kk": [
        "пәтері бос, есігі бұзылған",
        "үйінде ешкім жоқ екен",
        "қайда екені белгісіз, бөлімдерде жоқ",
        "оны еш жерден таба алмадым",
    ],
}
CLAIMS = {
    "en": [
        "who is this brother, he has none?",
        "a man called and says he is the lawyer, who is he?",
        "who is this Timur who writes as his colleague?",
    ],
    "ru": [
        "кто этот брат, у него нет братьев?",
        "пришёл какой-то адвокат, он от вас?",
        "кто такой Тимур, который пишет что он коллега?",
    ],
    "kk": [
        "бұл қай бауыры, оның бауыры жоқ қой?",
        "адвокатпын деп біреу келді, ол кім?",
        "әріптесімін деп жазған кім?",
    ],
}
DOSES = {
    "en": [
        "she needs insulin at eight",
        "two injections a day, the last was this morning",
        "his pills are at ten at night",
        "the baby is fed every three hours",
    ],
    "ru": [
        "ей нужен инсулин в восемь",
        "два укола в день, последний был утром",
        "таблетки ночью в два, без них нельзя",
        "капли три раза в день, с утра не пил",
    ],
    "kk": [
        "оған сегізде инсулин керек",
        "күніне екі укол, соңғысы таңертең болған",
        "түнде дәрі ішуі керек",
        "кешеден бері тамақ ішкен жоқ",
    ],
}
MOVED = {
    "kk": [
        "сот ертең таңертең 10-ға ауыстырылды",
        "отырыс ертеңге қалды, сағат 10-да",
        "ертең таңертең 10-ға ауыстырылды",
    ],
    "ru": [
        "суд перенесли на завтра на десять",
        "перенесли на завтра на десять",
        "заседание теперь завтра в 10",
        "судья перенёс на завтра, на 10 утра",
    ],
    "en": [
        "moved to ten tomorrow",
        "the hearing was moved to ten tomorrow",
        "court is tomorrow at ten now, not thursday",
        "hearing will be at 10 tomorrow",
    ],
}
LATIN = {
    "kk": [
        "Tarazga apardy deidi",
        "ony basqa qalaga auystyrypty",
        "ony Shymkentke jetkizipti",
        "oni Shymkentke aketipti deidi",
        "oni uryp jatyr",
        "inemde insulin joq, ogan insulin kerek",
        "ony baska bolimge alyp ketti",
        "advokatty kirgizbei jatyr",
        "aqsha surap jatyr bosatamyz dep",
        "qol qoigyzdy qagazga",
        "ol tiri me?",
        "aiqai estildi ishten",
    ],
}
ASKED = {
    "ru": [
        "говорят его бьют, это правда?",
        "слышала, что его избили. так?",
        "его там бьют?",
    ],
    "en": [
        "they say he is being beaten, is it true?",
        "is he being beaten in there?",
        "somebody wrote that she was tortured, is that right?",
    ],
    "kk": [
        "оны ұрып жатыр дейді, рас па?",
        "оны соққыға жыққан дейді, солай ма?",
    ],
}
RUMOURS = {
    "en": [
        "someone told me they drove him to Taraz",
        "he might be in another town by now",
    ],
    "ru": [
        "говорят, увезли в Тараз",
    ],
}
CODES = {
    "en": [
        "one is out, the others are still held",
        "he was beaten",
    ],
    "ru": [
        "одного выпустили, остальные там",
        "его перевезли в Тараз",
    ],
    "kk": [
        "біреуін босатты, қалғандары әлі сонда",
    ],
}
QUIET = {
    "en": [
        "thank you very much, you are so kind",
        "ok I understand, waiting",
        "sorry wrong chat",
    ],
    "ru": [
        "хорошо, поняла, жду",
        "извините, не туда написал",
        "добрый вечер, спасибо за помощь",
    ],
    "kk": [
        "жарайды, түсіндім, күтемін",
        "көп рақмет сізге",
    ],
}
COURT = {
    "en": "the hearing is on 20 september at 15:00",
    "ru": "суд 20 сентября в 15:00",
    "kk": "сот 20 қыркүйекте сағат 15:00-де",
}
AT_TEN = "2018-09-18T04:00:00+00:00"


def every(table: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in table.items() for text in texts]


async def claims_of(desk: Desk, kind: str) -> list[Hearing]:
    report = await desk.report()
    async with desk.reading() as tx:
        told = [value_from_data(c.value) for c in await tx.claims.by(report_id=report.id) if c.kind == kind]
    return [value for value in told if isinstance(value, Hearing)]


@pytest.mark.parametrize("is_taken", [True, False])
@pytest.mark.parametrize(("language", "text"), every(DAYS))
async def test_days_of_arrest_told_in_passing_are_a_ruling_that_is_asked_about(
    desk: Desk, language: str, text: str, is_taken: bool
) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=is_taken)
    began = (await desk.case()).started_at
    await rita.writes(text)
    await desk.later(seconds=59)
    assert marat.rang() or olga.rang()
    assert [ruling.days for ruling in await claims_of(desk, "ruling_told")] != []
    assert (await desk.case()).started_at == began


@pytest.mark.parametrize(("language", "text"), every(EMPTY))
async def test_coordinators_hear_of_a_member_that_somebody_is_lost(
    desk: Desk, language: str, text: str
) -> None:
    _, marat, olga = await crew(desk, language, is_taken=True)
    await marat.writes(text)
    await desk.later(seconds=59)
    assert olga.rang()


@pytest.mark.parametrize(
    ("language", "text"), [*every(EMPTY), *every(DOSES), *every(LATIN), *every(RUMOURS), *every(ASKED)]
)
@pytest.mark.parametrize("is_taken", [True, False])
async def test_what_a_reporter_tells_rings_who_has_the_case_or_coordinators(
    desk: Desk, language: str, text: str, is_taken: bool
) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=is_taken)
    began = (await desk.case()).started_at
    await rita.writes(text)
    await desk.later(seconds=59)
    assert marat.rang() or olga.rang()
    assert (await desk.case()).started_at == began


@pytest.mark.parametrize(("language", "text"), every(CLAIMS))
async def test_who_somebody_is_who_says_they_are_family_or_a_lawyer_is_for_coordinators(
    desk: Desk, language: str, text: str
) -> None:
    rita, _, olga = await crew(desk, language, is_taken=True)
    await rita.writes(text)
    await desk.later(seconds=59)
    assert olga.rang()
    assert await claims_of(desk, WARNED) == []  # who asks quiets nobody else


@pytest.mark.parametrize(("language", "text"), every(MOVED))
async def test_a_hearing_moved_to_a_bare_hour_of_tomorrow_stands_there(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=True)
    await rita.writes(COURT[language])
    await desk.later(hours=2)
    marat.rang()
    await rita.writes(text)
    assert marat.rang()
    assert (await claims_of(desk, "hearing"))[-1].at.isoformat() == AT_TEN


@pytest.mark.parametrize(("language", "text"), every(CODES))
async def test_news_beside_a_code_rings_who_has_the_case(desk: Desk, language: str, text: str) -> None:
    rita, marat, _ = await crew(desk, language, is_taken=True)
    guest = await guest_of(desk, rita, language)
    marat.rang()
    await guest.writes(text)
    await desk.later(seconds=59)
    assert marat.rang()


@pytest.mark.parametrize(("language", "text"), every(QUIET))
@pytest.mark.parametrize("is_taken", [True, False])
async def test_thanks_and_waiting_ring_nobody(desk: Desk, language: str, text: str, is_taken: bool) -> None:
    rita, marat, olga = await crew(desk, language, is_taken=is_taken)
    await rita.writes(text)
    await desk.later(seconds=59)
    assert (marat.rang(), olga.rang()) == (0, 0)
