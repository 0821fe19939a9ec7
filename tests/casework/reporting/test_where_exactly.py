"""\"Where exactly?\" takes what people say of a place, shows it back, and takes nothing that tells something else."""

import pytest

from core.model import LANGUAGES
from handlers.forms.dialogues import state_of
from handlers.forms.report_form import FORM
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану Выдуманную в Алматы",
    "kk": "Алматыда Дана Выдуманованы полиция ұстады",
}
PLACES = {  # written before anybody looked at how they are read
    "ru": """ЦУМ|Арбат|возле ЦУМа|КБТУ|общага политеха|дома|у себя дома|Мега|Дворец республики|
        Астана площадь|в подвале|на стоянке|третий микрорайон|Орбита 3|напротив Глобуса|на Розыбакиева|
        Толе би Байзакова|Кенсай|внутри автозака|за углом|ТЦ Москва|новый акимат|в машине у дома|
        общежитие номер два|Саяхат|около рынка Алтын Орда|на лестнице|в лифте|на Абая|
        коворкинг смартпоинт|в редакции|Барахолка|у фонтана|возле здания городского суда на Абая|
        суд на Кенесары 10|там где раньше был ЦУМ""",
    "en": """near TSUM|at home|Arbat|KBTU|dorm of the polytechnic|in the basement|Mega mall|
        outside the theatre|parking lot|by the fountain|Abay avenue|Dostyk Plaza|in front of the akimat|
        her flat|at work|third floor|the hostel on Furmanov|at the embassy|Green Bazaar|at the gym""",
    "kk": """ЦУМ|Арбат|КБТУ|ЦУМ жанында|үйде|политех жатақханасы|алаңда|базардың жаны|Орбита ықшамауданы|
        жертөледе|Достық плаза|жұмыста|Мега|әкімдік алды|автозакта|көше бойында|Абай даңғылы|
        дүкен алдында|жатақханада""",
}
OTHERS = {
    "ru": """не знаю|меня пока не|жду адвоката|адвокат уже приехал|понятия не имею|
        сказали суд будет завтра в 10|его бьют|помогите|кто едет?|вы где|спасибо|его отпустили|
        в 10 утра|ему плохо|они его увезли в Актобе|это моя сестра|ну что там|не пишите мне|Алматы""",
    "en": """I don't know|no idea|they ask for phones|wait|
        they said the hearing is tomorrow at 10|they are beating him|help|who is coming?|thanks|
        he was released|at 10 am|he is ill|my sister|any news|Almaty""",
    "kk": """білмеймін|zaryad bitip barady|автобустан тусирмейди|келді. ерні жарылған рас|
        сот ертең сағат 10-да деді|оны ұрып жатыр|көмектесіңдер|кім келеді?|рахмет|босатты|таңғы 10-да|
        ол ауырып тұр|менің әпкем|жаңалық бар ма|Алматы""",
}


def each(of: str) -> list[str]:
    """The sentences of a language."""
    return [text.strip() for text in of.replace("\n", "").split("|")]


async def is_asked_where(desk: Desk, language: str, said: str) -> tuple[Person, object]:
    """Somebody who is asked where exactly, and what is known of it after they have written this."""
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(seconds=30)
    await rita.writes(said)
    address = await desk.address(rita)
    async with desk.reading() as tx:
        dialogue = next(
            found for found in await tx.dialogues.by(address_id=address.id) if found.form == FORM.name
        )
    answer = state_of(dialogue).answers.get("where")
    return rita, answer.value if answer is not None else None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_people_say_of_a_place_is_taken_and_shown_back(desk: Desk, language: str) -> None:
    await desk.lawyer()
    short = desk.service.words.say(language, "report-where-short")
    for said in each(PLACES[language]):
        rita, where = await is_asked_where(desk, language, said)
        assert where == said
        if said != "Толе би Байзакова":  # a name is not repeated
            rita.sees(f"{short}: «{said}»")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_tells_something_else_is_no_place(desk: Desk, language: str) -> None:
    await desk.lawyer()
    for said in each(OTHERS[language]):
        _, where = await is_asked_where(desk, language, said)
        assert where is None, said


@pytest.mark.parametrize("said", ["у Данияра Выдуманова дома", "дом 5, звоните +77010001122"])
async def test_a_name_and_a_number_are_not_repeated(desk: Desk, said: str) -> None:
    marat = await desk.lawyer()
    rita, where = await is_asked_where(desk, "ru", said)
    assert where == said
    rita.sees_nothing_of("Выдуманова", "7701")
    rita.sees(desk.service.words.say("ru", "value-words"))
    await marat.presses("I'll take it")
    marat.sees(said)


async def test_before_a_lawyer_takes_it_an_offer_has_no_word_of_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    await is_asked_where(desk, "ru", "общага политеха")
    marat.sees_nothing_of("общага")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Возле отеля «Риксос», где депутаты Европарламента встречались с людьми"),
        ("en", "near the Rixos hotel, where the deputies met people"),
    ],
)
async def test_a_clause_that_says_which_place_it_is_asks_for_no_visit(
    desk: Desk, language: str, said: str
) -> None:
    await desk.lawyer()
    rita, where = await is_asked_where(desk, language, said)
    assert where == said
    rita.sees_nothing_of(desk.service.words.say(language, "everyday-visit"))
