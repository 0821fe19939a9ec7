"""Names of people in free words: found as typed, with who they are; and what is no name is none."""

import time

import pytest

from core.resources.name_files import load_names
from core.understanding.name_book import name_sound
from core.understanding.names import Part, Sureness, Who, find_names

BOOK = load_names()

# text → the names as typed; who they are stands behind "=" where they are not held.
NAMED = {
    # surname first, patronymics, initials
    "Задержали Ахметова Серика Болатовича": ["Ахметова Серика Болатовича"],
    "Астана, РУВД. Оспанов Данияр": ["Оспанов Данияр"],
    "увели А. Нурланова": ["А. Нурланова"],
    "Держат: Нурланов А.С.": ["Нурланов А.С."],
    "Нурланов А. С. в отделе": ["Нурланов А. С."],
    "Жанар К. тоже там": ["Жанар К."],
    "Иванова-Петрова Анна Сергеевна": ["Иванова-Петрова Анна Сергеевна"],
    "забрали Сергея Викторовича Кима": ["Сергея Викторовича Кима"],
    "у Марии Ивановны сердце, её увезли": ["Марии Ивановны"],
    "НУРЛАНОВ Серик задержан": ["НУРЛАНОВ Серик"],
    "ЗАДЕРЖАЛИ МОЕГО МУЖА СЕРИКА АХМЕТОВА В ТАРАЗЕ": ["СЕРИКА АХМЕТОВА"],
    "мужа серика абдрахманова увезли в тараз": ["серика абдрахманова"],
    "брата зовут ерлан, ему 30": ["ерлан"],
    # Kazakh
    "Алматыда Ерлан Серікұлын ұстады": ["Ерлан Серікұлын"],
    "Ерлан Серік ұлы ұсталды": ["Ерлан Серік ұлы"],
    "Ахметова Салтанат Қайратқызы қамауда": ["Ахметова Салтанат Қайратқызы"],
    "Serik Bolatuly ustaldy": ["Serik Bolatuly"],
    "полиция Ерланды алып кетті": ["Ерланды"],
    "біздің Нұрланымызды ұстап кетті": ["Нұрланымызды"],
    "кеше Айгүлдің телефоны өшті": ["Айгүлдің"],
    "кеше Нурланды устап кетти": ["Нурланды"],
    "сіңлім Мадина сонда": ["Мадина"],
    "Болат аға ұсталды": ["Болат"],
    "Досым Ержан Қалиев хабарсыз кетті": ["Ержан Қалиев"],
    "Астана Жұмабаева деген қызды ұстады": ["Астана Жұмабаева"],
    "Алматы Серікқызы ұсталды": ["Алматы Серікқызы"],
    "Абай Қасымов деген жігітті алып кетті": ["Абай Қасымов"],
    "Тұрар Рахимов үйінен алып кетті": ["Тұрар Рахимов"],
    # Russian cases and short forms
    "увезли Ерлана Сатыбалдиева": ["Ерлана Сатыбалдиева"],
    "он был вместе с Сериком": ["Сериком"],
    "взяли нашу Айгулю": ["Айгулю"],
    "задержали Сашу и Диму": ["Сашу", "Диму"],
    "подруга Ерке не отвечает": ["Ерке"],
    "Шакарим Досаев и Жамбыл Ахметов в ИВС": ["Шакарим Досаев", "Жамбыл Ахметов"],
    "задержали активистку Гульмиру Тлеубаеву": ["Гульмиру Тлеубаеву"],
    "пропал Пётр Шмидт": ["Пётр Шмидт"],
    "забрали Виктора Цоя и Анну Пак": ["Виктора Цоя", "Анну Пак"],
    "увели Рустама Юсупова": ["Рустама Юсупова"],
    # English and Latin
    "police took my brother Daniyar Akhmetov": ["Daniyar Akhmetov"],
    "they arrested Zhanna Yergaliyeva and Marat Seitov": ["Zhanna Yergaliyeva", "Marat Seitov"],
    "My husband Kairat is missing": ["Kairat"],
    "His name is Zhandos Karimov": ["Zhandos Karimov"],
    "our colleague Stefan Krüger is held": ["Stefan Krüger"],
    "zaderzhali brata, Nurbek Saparov": ["Nurbek Saparov"],
    "my friend Maricel is in the police": ["Maricel"],
    "Her name is Astana, she is 24": ["Astana"],
    # lists
    "1. Ерлан Ахметов\n2. Сауле Оспанова\n3. Иван Петров": ["Ерлан Ахметов", "Сауле Оспанова", "Иван Петров"],
    "держат троих: Асхат, Ерлан и Мадина": ["Асхат", "Ерлан", "Мадина"],
    "Rustem, Aibek and Galym were taken": ["Rustem", "Aibek", "Galym"],
    "Ұсталғандар: Айбек, Данияр және Әсел": ["Айбек", "Данияр", "Әсел"],
    "Нас трое: я, Марат и Ильяс": ["Марат", "Ильяс"],
    "Где Мадина?": ["Мадина"],
    # others than those who are held
    "следователь Жунусов сказал не шуметь": ["Жунусов=officer"],
    "сержант Ахметов и капитан Ли увели девочку": ["Ахметов=officer", "Ли=officer"],
    "Подполковник Тұрсынов келіп, Сәуле Қабдығалиеваны алып кетті": ["Тұрсынов=officer", "Сәуле Қабдығалиеваны"],
    "Меня зовут Ольга, я соседка": ["Ольга=reporter"],
    "менің атым Айгүл": ["Айгүл=reporter"],
    "Hello, my name is Colin": ["Colin=reporter"],
    "адвокат Мадина Серикова уже едет": ["Мадина Серикова=lawyer"],
    "звоните Айгуль 87011234567": ["Айгуль=contact"],
    "медсестра Роза говорит, что увезли": ["Роза=bystander"],
    "Сижу в РУВД, я Сейткали Ондасынов": ["Сейткали Ондасынов"],
}  # fmt: skip

NAMELESS = [
    "на перекрёстке Толе би и Байзакова двое парней", "Бауыржан Момышулы 15, кв 4", "Слава богу отпустили", "Аллах Акбар",
    "Write here", "Істі ешкім алмады", "Жаңа ұстау оқиғасы жоқ", "Тым алыс", "Кімге қоңырау шала аламыз",
    "Жаңаарқа, үшінші күн", "имя не знаю", "фамилия неизвестна", "зовут его никак", "Надежда есть", "отель Достык",
    # streets, squares, schools, crossings
    "задержали на улице Абая", "проспект Назарбаева, у банка", "школа имени Ауэзова", "на площади Абая много полиции",
    "угол Абая и Сейфуллина", "Абай мен Байтұрсынов қиылысында ұстады", "Тимирязев көшесінде ұстады", "Абая 10",
    "забрали с Абая", "Lomov street, house 5", "corner Sain - Raimbek", "Kenesary 40", "на Желтоксан повезли",
    "метро Абай", "кафе «Айгуль»", "магазин Айгуль рядом", "Жамбыл көшесіндегі қойма", "Ерубаев көшесі",
    "Әл-Фараби РУП-ына апарды", "памятник Абая", "Байтурсынова 5", "парк Горького",
    # cities, regions, districts
    "Астана", "Алматыда ұстады", "задержали в Семее", "Жамбылская область", "Нур-Султан возле Азии парка",
    "Караганда, Бостандыкский район", "we are in Taraz", "Astanada ustady", "поезд Алматы-Астана", "Түркістан қаласы",
    "Китай", "из Шымкента в Тараз", "Жанаозен, третий день",
    # people without a name
    "мужчина лет 40", "мой сосед", "двое", "не знаю", "вы человек?", "моего мужа задержали", "Полицейские бьют людей",
    "Журналистов задержали", "күйеуімді ұстап кетті", "екі ұлымды алып кетті", "my brother is taken", "two students",
    "Адвокат нужен срочно", "Следователь не пускает",
    # ordinary words, at the beginning and everywhere
    "Срочно помогите", "Спасибо большое", "Снова Готова Основа", "Ассалаумағалейкум", "Рахмет", "Роман читал",
    "Вера есть", "Сами не знаем", "Развернули автобус", "Помогли соседи", "ПОМОГИТЕ ИЗБИВАЮТ ЛЮДЕЙ", "жарайды, ертең жазам",
    "ГАИ остановила", "КНБ Астана", "В понедельник в Августе", "almai jurmin", "бели ауырады", "бала жоқ", "May I ask",
    "Казахи и Русские", "Instagram и Facebook", "Каспи карту заблокировали", "у Беловых обыск", "!!!", "1985",
    "Вовочку вызвали",    "Алла сақтасын", "Are you robot", "Ок", "В 10:00 суд", "Нива без номеров", "ертең 11-де келіңіз",
]  # fmt: skip


def told(text: str, asked: bool = False) -> list[str]:
    """The names in the notation of the table."""
    return [
        f.words if f.who is Who.HELD else f"{f.words}={f.who.value}"
        for f in find_names(text, BOOK, asked=asked)
    ]


@pytest.mark.parametrize(("text", "expected"), NAMED.items())
def test_a_name_is_found_as_it_is_typed(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NAMELESS)
def test_what_is_no_name_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "мужчина лет 40", "мой сосед", "двое", "не знаю", "вы человек?", "Вы человек?", "А вы кто", "потом скажу", "Позже",
        "Сосед", "Мой брат", "Менің ағам", "Күйеуім", "Білмеймін", "Two men", "My neighbour", "I don't know",
        "Are you human?", "Accept", "Later", "Ambulance", "Күтіңіз",
        "Алматы", "Медеуский район", "вчера в 7", "87011234567", "ДВОЕ ПАРНЕЙ", "Помогите", "Студент КазНУ", "Таксист",
        "Пенсионерка", "Не хочу говорить", "Айтпаймын", "какая разница", "Кассир", "Рабочие", "Отстаньте", "Зачем вам?",
    ],
)  # fmt: skip
def test_an_answer_to_who_that_names_nobody_gives_no_name(text: str) -> None:
    assert told(text, asked=True) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Тоқа", ["Тоқа"]),
        ("Иванов Иван, 1985", ["Иванов Иван"]),
        ("Ким", ["Ким"]),
        ("Тоқа, Бұлғақ", ["Тоқа", "Бұлғақ"]),
        ("Бернт Хольм", ["Бернт Хольм"]),
        ("Xander Quill", ["Xander Quill"]),
        ("Сериков", ["Сериков"]),
        ("Роза", ["Роза"]),
        ("ИВАНОВ ИВАН", ["ИВАНОВ ИВАН"]),
        ("1) Абенов Тлек 2) Сауле", ["Абенов Тлек", "Сауле"]),
    ],
)
def test_an_answer_to_who_may_be_a_bare_name(text: str, expected: list[str]) -> None:
    assert told(text, asked=True) == expected


def test_an_unknown_word_is_no_name_unless_it_was_asked_for() -> None:
    assert told("Бернт Хольм") == []


@pytest.mark.parametrize(
    ("text", "born", "age"),
    [
        ("Нурлан Асанов 1986 г.р.", 1986, None),
        ("Tileuberdi Z.K. (b.1983)", 1983, None),
        ("Ерлан Ахметов, 1990 жылы туған", 1990, None),
        ("Иванов Иван, 1985", 1985, None),
        ("Владимир Гущин, 44 года", None, 44),
        ("Ерлан Ахметов, 34", None, 34),
        ("Serik Zhumabayev, 43 years", None, 43),
        ("Серик Ахметов 87011234567", None, None),
    ],
)
def test_the_year_or_age_beside_a_name_is_read(text: str, born: int | None, age: int | None) -> None:
    (found,) = find_names(text, BOOK)
    assert (found.born, found.age) == (born, age)


def test_the_parts_of_a_name_are_told_and_stand_where_they_say() -> None:
    text = "Увели Ахметова Серика Болатовича"
    (found,) = find_names(text, BOOK)
    assert [p.part for p in found.parts] == [Part.SURNAME, Part.GIVEN, Part.PATRONYMIC]
    assert text[found.start : found.end] == found.words
    assert found.sureness is Sureness.SURE


def test_all_mentions_of_a_person_have_the_same_role() -> None:
    assert told("call aunt Roza but aunt Roza doesn't answer") == ["Roza=contact", "Roza=contact"]


@pytest.mark.parametrize("spelling", ["Қайрат", "Кайрат", "Kairat", "Qairat", "Kayrat", "КАЙРАТ"])
def test_all_spellings_of_a_name_sound_the_same(spelling: str) -> None:
    assert name_sound(spelling) == "каират"


def test_the_book_knows_enough_names() -> None:
    assert len(BOOK.given) > 3000


@pytest.mark.parametrize(
    "text",
    [
        "А. " * 1365, "Серик " * 680, "Серик, " * 580, "и " * 2048, "я" * 4096, "Ов" * 2048, "зовут " * 680,
        "Серик-" * 680, "((((" * 1024, "🙏" * 2048, "\u0301" * 4096, "А.А.А." * 680, "мен Абай " * 450,
    ],
)  # fmt: skip
def test_odd_long_texts_are_read_fast(text: str) -> None:
    find_names(text, BOOK)
    start = time.process_time()
    find_names(text, BOOK)
    assert time.process_time() - start < 0.3
