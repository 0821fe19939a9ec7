"""A coordinator who has one case open writes of another: it is asked which is meant, and nothing is filed without it."""

import pytest

from core.model import LANGUAGES
from tests.casework.casework.test_words_of_no_case_in_hand import notes_of
from tests.casework.story_desk import Desk, Person

FIRST = "police took Dana Made-Up in Almaty"
OF_FIRST = {
    "en": ["Dana's mother rang, she has a lawyer of her own", "Dana was seen at the gate"],
    "ru": ["мама Даны звонила, у них свой адвокат", "Дану видели у ворот"],
    "kk": ["Дананың анасы хабарласты, өз адвокаты бар", "Дананы қақпа алдында көріпті"],
}
OF_NEWER = {
    "en": "Tim's wife rang",
    "ru": "Тима видели у ворот, звонила жена",
    "kk": "Тимнің әйелі хабарласты",
}
OF_NOBODY = {"en": "the duty officer is a captain", "ru": "дежурит капитан", "kk": "кезекші капитан"}


async def two_cases(desk: Desk, language: str) -> Person:
    """Olga has opened the newer one."""
    olga = await desk.coordinator(languages=(language,))
    await desk.reports(FIRST, name="Rita")
    await desk.reports("police took Tim Invented in Taraz", name="Gul")
    await olga.opens(await desk.case())
    return olga


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in OF_FIRST[of]])
async def test_words_that_name_people_of_another_case_are_filed_when_it_is_chosen(
    desk: Desk, language: str, text: str
) -> None:
    olga = await two_cases(desk, language)
    await olga.writes(text)
    assert (await notes_of(desk, 0), await notes_of(desk, 1)) == ([], [])
    olga.sees(desk.service.words.say(language, "jotted-which"), (await desk.case(0)).code)
    message, button = olga.button_of(await desk.case(0), "home:")
    await olga.presses_data(button.data, message)
    assert (await notes_of(desk, 0), await notes_of(desk, 1)) == ([text], [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", [OF_NEWER, OF_NOBODY], ids=["newer", "nobody"])
async def test_words_of_the_open_case_or_of_nobody_are_its_note(
    desk: Desk, language: str, told: dict[str, str]
) -> None:
    olga = await two_cases(desk, language)
    await olga.writes(told[language])
    assert (await notes_of(desk, 0), await notes_of(desk, 1)) == ([], [told[language]])
