"""Who it happened to, from one message: counted and named as a careful reader would, and nobody else."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.name_files import load_names
from core.resources.place_files import load_gazetteer
from core.resources.word_files import load_evidence, load_heard
from core.understanding import Understood, understand

HEARD, NAMES, GAZETTEER = load_heard(), load_names(), load_gazetteer("kz")
NOW = datetime(2018, 9, 18, 9, 0, tzinfo=UTC)

COUNTED = [
    ("задержали 3 женщины, 2 мужчин в алматы", 5),
    ("задержали 3 женщин и 2 мужчин", 5),
    ("3 women, 2 men arrested in Almaty", 5),
    ("нас четверо в полиции, тараз", 4),
    ("we are four in the police station in Taraz", 4),
    ("біз төртеуміз полициядамыз", 4),
    ("нас 4, держат в отделе", 4),
    ("at least thirty people detained in Astana", 30),
    ("забрали не меньше ста двадцати человек", 120),
    ("задержали двести человек", 200),
    ("забрали двух парней и девушку в Алматы", 3),
    ("fifteen ppl loaded into a bus in Almaty", 15),
    ("half a dozen guys thrown into a van in Almaty", 6),
    ("полдюжины ребят забрали в Алматы", 6),
    ("around ten people dragged into a police bus in Almaty", 10),
    ("таңғы алтыда ағамды алып кетті Алматы", 1),
    ("Алматыда үш баланың әкесін ұстап әкетті", 1),
    ("two hundred people were arrested", 200),
    ("екі жүз адамды қамады", 200),
    ("забрали человек 20", 20),
    ("a police van with a dozen people was taken away", 12),
    ("увезли дюжину активистов", 12),
    ("забрали брата и сестру в караганде", 2),
    ("маму с ребенком увезли", 2),
    ("Ерлан и его брат задержаны", 2),
    ("люди в масках увели моего мужа", 1),
    ("трое в масках увели моего мужа", 1),
    ("двое полицейских забрали сына", 1),
    ("5 омоновцев избили и увезли парня", 1),
    ("5 masked men took my brother", 1),
    ("three officers took my husband away", 1),
    ("two policemen watching our house and my son was arrested", 1),
    ("бетперде киген 4 адам ағамды алып кетті", 1),
    ("үш полицей інімді ұстап әкетті", 1),
    ("екі адам келіп әкемді алып кетті", 1),
    ("двоих отпустили, одного оставили", 1),
    ("из пятерых двоих отпустили, троих держат", 3),
    ("2 released, 3 still held in Shymkent", 3),
    ("екеуін жіберді, үшеуі әлі отыр полицияда", 3),
    ("Ерлана отпустили, а Марата оставили", 1),
    ("my brother was released but my cousin is still in police", 1),
    ("задержали моих родителей", 2),
    ("my parents were arrested", 2),
    ("задержали меня и еще троих", 4),
    ("me and three friends are in the police", 4),
    ("бізді үшеумізді ұстап отыр", 3),
    ("мы втроем сидим в отделе", 3),
    ("мужа и двоих сыновей забрали", 3),
    ("забрали мужа, он с другом был, обоих увезли", 2),
    ("двух студентов и преподавателя задержали", 3),
    ("задержаны Ахметов Серик, Иванов Иван, Ким Олег", 3),
    ("Алматыда Ерлан мен Айбекті ұстады", 2),
    ("20-30 человек загнали в автозак", 20),
    ("около сорока человек задержано в жанаозене", 40),
    ("елуге жуық адам ұсталды", 50),
    ("zaderzhali 5 chelovek v astane", 5),
    ("troih zabrali v aktobe", 3),
    ("eki dosymdy ustap ketti", 2),
    ("agam men inimdi ustady", 2),
    ("моего соседа полицейские увезли в 5 утра", 1),
    ("8 марта задержали активистку", 1),
    ("в 5 часов забрали брата", 1),
    ("мне 25 лет, меня задержали", 1),
    ("задержали 17 летнего сына", 1),
    ("статья 488, задержали 2 дня назад мужа", 1),
    ("забрали всю семью", None),
    ("задержали студентку КазНУ Алию", 1),
    ("my friends were detained", "several"),
    ("достарымды ұстап кетті", "several"),
    ("задержали наших ребят", "several"),
    ("задержали 15 суток дали брату", 1),
    ("у мужа отобрали телефон и увезли", 1),
    ("сын с девушкой задержаны", 2),
    ("отец и двое братьев в ивс", 3),
    ("police detained him and his wife", 2),
    ("him and her both arrested", 2),
    ("they took my mom and dad", 2),
    ("4 guys from our group were put in a van", 4),
    ("the police took 7", 7),
    ("ұлым мен қызымды алып кетті", 2),
    ("үйден әке-шешемді алып кетті", 2),
]

NAMED = {
    "брата моего ерлана забрали возле цум в караганде час назад": ("ерлана",),
    "күйеуім Марат пен оның досы Рүстемді ұстады": ("Марат", "Рүстемді"),
    "Ақтау 11 мкр Нұрлан Айбек Санжар үшеуі полицияда": ("Нұрлан", "Айбек", "Санжар"),
    "Шелекте көршім Серікті полиция әкетті": ("Серікті",),
    "my husband Yerlan Sadykov, 1985, was detained": ("Yerlan Sadykov, 1985",),
    "Ерлана увезли утром. Ерлан Ахметов, 1990 г.р.": ("Ерлан Ахметов, 1990",),
    "Ерлана отпустили, а Марата оставили": ("Марата",),
    "это я сестра Мадина, брата забрали": (),
    "следователь Жунусов увел брата": (),
    "Investigator says his name is Zhumabekov, my wife was arrested": (),
    "Ерлана никто не задерживал": (),
    "здравствуйте, вы работаете с Асель?": (),
}

PLACED = {
    "Астана Жумабаева задержана в Таразе": ("Астана Жумабаева", "taraz"),
    "Алтай дядя мой в полиции в Таразе, забрали": ("Алтай", "taraz"),
    "Астану задержали, это дочка, мы в Экибастузе": ("Астану", "ekibastuz"),
    "Астана Ерлан Серіков ұсталды": ("Ерлан Серіков", "astana"),
    "задержали в Алматы Серика Ахметова": ("Серика Ахметова", "almaty"),
    "Тараз, Абай Қасымов деген жігітті алып кетті": ("Абай Қасымов", "taraz"),
}


def read(text: str) -> Understood:
    return understand(
        text,
        HEARD,
        NAMES,
        now=NOW,
        zone=ZoneInfo("Asia/Almaty"),
        gazetteer=GAZETTEER,
        evidence=load_evidence(),
    )


@pytest.mark.parametrize(("text", "count"), COUNTED)
def test_those_to_whom_it_happened_are_counted(text: str, count: int | str | None) -> None:
    told = read(text)
    people = told.guesses.people or told.people
    assert (None if people is None else people.count or people.kind.value) == count


@pytest.mark.parametrize(("text", "names"), NAMED.items())
def test_those_to_whom_it_happened_are_named(text: str, names: tuple[str, ...]) -> None:
    people = read(text).people
    assert (() if people is None else people.names) == names


@pytest.mark.parametrize(("text", "told"), PLACED.items())
def test_a_name_that_is_a_city_and_the_city_are_both_heard(text: str, told: tuple[str, str]) -> None:
    understood = read(text)
    assert understood.people is not None
    assert understood.place is not None
    assert (understood.people.names, understood.place.city) == ((told[0],), told[1])
