"""How many people words count."""

import pytest

from core.resources.word_files import load_heard
from core.understanding import understand_people
from core.values import CountKind

HEARD = load_heard()

COUNTED = {
    "двоих": "exact 2", "двое": "exact 2", "троих": "exact 3", "пятерых": "exact 5", "мы вдвоем": "exact 2",
    "5 человек": "exact 5", "пять человек": "exact 5", "двадцать пять человек": "exact 25", "сорок человек": "exact 40",
    "около 20 человек": "about 20", "человек 20": "about 20", "человек двадцать": "about 20", "20-30 человек": "about 20",
    "не менее 10 человек": "at_least 10", "более ста человек": "at_least 100", "10+ человек": "at_least 10",
    "несколько человек": "several", "много людей": "several", "задержали активистов": "several",
    "и еще двоих": "exact 3", "меня и моего брата": "exact 2", "мы с братом": "exact 2", "мужа и сына": "exact 2",
    "отца, а потом мужа и сына и дочь": "exact 4",
    "екі адам": "exact 2", "екi адамды": "exact 2", "ekі адам": "exact 2", "үшеуі": "exact 3",
    "үшеумізді": "exact 3", "5 жігіт": "exact 5", "он екі адам": "exact 12", "жиырма бес адам": "exact 25",
    "кем дегенде 10 адам": "at_least 10", "20-дан астам адам": "at_least 20", "шамамен 20 адам": "about 20",
    "20-ға жуық адам": "about 20", "оншақты адам": "about 10", "бірнеше адам": "several", "көп адам": "several",
    "әкем мен анамды": "exact 2",
    "two people": "exact 2", "9 of us": "exact 9", "both of them": "exact 2", "me and my brother": "exact 2",
    "my brother and I": "exact 2", "at least 10 people": "at_least 10", "more than 20 protesters": "at_least 20",
    "about 20 people": "about 20", "several activists": "several", "many people": "several",
    "a couple of students": "about 2", "thirty students": "exact 30", "her and two others": "exact 3",
    "двое полицейских увели троих": "exact 3", "несколько человек, один журналист": "several",
}  # fmt: skip


@pytest.mark.parametrize("words", COUNTED)
def test_people_are_counted(words: str) -> None:
    people = understand_people(words, HEARD)
    assert people is not None
    assert people.names == ()
    shown = people.kind.value if people.count is None else f"{people.kind.value} {people.count}"
    assert shown == COUNTED[words]


@pytest.mark.parametrize(
    "words",
    """
    17 лет | 15 жаста | в 7 утра | статья 274 | 8 701 123 45 67 | дом 5 | двое полицейских | двое в штатском | 3 автозака
    он ушел, человек хороший | екі сағат | 2 hours | 3 officers | two days ago | один | сидит двое суток
    двое подошли | 2 жыл бұрын адамдар шықты | у меня | 100000 человек | 0 человек | два ребенка дома
    """.replace("\n", "|")
    .replace("у нее трое детей?", "у меня")
    .split("|"),
)
def test_what_is_not_people_is_not_counted(words: str) -> None:
    assert understand_people(words.strip(), HEARD) is None


def test_several_is_at_least_two_without_names() -> None:
    people = understand_people("задержали несколько человек", HEARD)
    assert people is not None
    assert people.kind is CountKind.SEVERAL
    assert people.unidentified_min == 2
